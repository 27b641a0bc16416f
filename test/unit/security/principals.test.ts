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

test('a file that is empty is no password, at the start and later', async () => {
  let text = '';
  const listed = () => [{ name: 'cis', roles: [], certificates: [], password: { file: '/secret' } }];
  const open = () =>
    openPrincipals({ attempts: { failures: 10, window: 1_000 } }, { listed, read: () => text, now: () => 0 });
  expect(open).toThrow('principal cis: its password is empty');
  text = 'open sesame';
  const principals = open();
  text = '';
  expect(() => principals.renew()).toThrow('principal cis: its password is empty');
  expect(await principals.ofPassword('cis', '', 'basic')).toMatchObject({ refused: '7.4' });
  expect(await principals.ofPassword('cis', 'open sesame', 'basic')).toHaveProperty('caller');
});
