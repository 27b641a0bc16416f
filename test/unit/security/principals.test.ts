/** Who may be a principal. */
import { openPrincipals } from '../../../src/security/principals.js';

test.each(['anonymous', 'gateway', 'Gateway', ' later-answers', 'parts of replies', 'local operator'])(
  'nobody is called %j, as the gateway itself is',
  (name) => {
    const listed = () => [{ name, roles: [], certificates: [] }];
    const open = () =>
      openPrincipals({ attempts: { failures: 10, window: 1_000 } }, { listed, read: () => '', now: () => 0 });
    expect(open).toThrow(`principal ${name}: choose another name: the gateway itself is called so`);
  },
);
