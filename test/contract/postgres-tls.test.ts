/** The store over TLS: a PostgreSQL that takes nothing else, with a certificate of an authority of the tests. */
import { StoreUnavailable } from '../../src/ports/object-store.js';
import { openStore } from '../../src/store/open-store.js';
import { authority, haveServer, startTlsPostgres, type TlsServer } from '../support/tls-postgres.js';
import { midnight, readingAt } from './object-store-samples.js';

(haveServer ? describe : describe.skip)('PostgreSQL over TLS', () => {
  let server: TlsServer;
  beforeAll(async () => {
    server = await startTlsPostgres();
  }, 60_000);
  afterAll(() => server?.stop());
  const url = (host: string, parameters: string) => `postgres://cimgate@${host}:${server.port}/postgres?${parameters}`;
  const trusting = `sslmode=verify-full&sslrootcert=${authority}`;

  test.each(['127.0.0.1', 'localhost'])('with verify-full, %s of the certificate is served', async (host) => {
    const store = await openStore(url(host, trusting));
    await store.transaction((tx) => tx.putReadings([readingAt('m-1', midnight)], { keepFormer: false }));
    expect(await store.readings({ meters: ['m-1'], limit: 9 })).toEqual([readingAt('m-1', midnight)]);
    await store.close();
  });

  test.each([
    ['the certificate of another host', '127.0.0.2', () => trusting, /altnames|does not match/],
    [
      'the certificate of an authority it does not know',
      '127.0.0.1',
      () => 'sslmode=verify-full',
      /self-signed|unable to/,
    ],
    ['a connection without TLS, which this server refuses', '127.0.0.1', () => 'sslmode=disable', /no encryption/],
  ])('refuses %s', async (_, host, parameters, reason) => {
    const refused = openStore(url(host, parameters()));
    await expect(refused).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(refused).rejects.toThrow(reason);
  });
});
