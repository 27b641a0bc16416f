#!/usr/bin/env -S node --disable-proto=delete
// Also without the flag: nothing that a message brings can reach a prototype by this name. Threads do the same for themselves.
Reflect.deleteProperty(Object.prototype, '__proto__');
await import('../dist/cli.js');
