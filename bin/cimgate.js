#!/usr/bin/env -S node --single-threaded-gc --max-semi-space-size=64
// why these flags: docs/adr/0009-one-thread-collects.md
import '../dist/cli.js';
