/** Where messages show by themselves who sends them, a stranger's body takes no more room than a message that can show it. */
import { XmlWriter } from '../../src/contract/xml-writer.js';
import { wrapBody } from '../../src/soap/envelope.js';
import { aMessage } from '../support/builders.js';
import { testGateway, type TestGateway } from '../support/gateway.js';
import { rawConnection } from '../support/raw-http.js';

const most = 60_000;
let gateway: TestGateway;
beforeAll(async () => {
  gateway = await testGateway({
    config: {
      limits: { body: 20_000, inflatedBody: most, largeBody: 12_000, largestReadings: 2_000_000 },
      security: {
        ...{ authentication: ['basic', 'usernameToken'], allowUnencrypted: true },
        principals: [{ name: 'hes', roles: ['HEADEND'], certificates: [], password: { value: 'hes-secret' } }],
      },
    } as never,
  });
});
afterAll(() => gateway.stop());

/** Readings of many meters. */
function readings(meters: number): string {
  const { operation, message } = ((one) => ({ operation: one.call.operation, message: one.message }))(
    aMessage('CreatedMeterReadings').with({
      MeterReading: Array.from({ length: meters }, (_, n) => ({
        Meter: { mRID: `m-${n}` },
        Readings: [
          {
            ...{ timeStamp: '2026-11-22T08:00:00Z', value: '1' },
            ReadingType: { ref: '0.0.0.1.1.1.12.0.0.0.0.0.0.0.0.3.72.0' },
          },
        ],
      })),
    }),
  );
  const writer = new XmlWriter();
  operation.write(writer, message);
  return wrapBody('1.1', writer.xml);
}
const known = { Authorization: `Basic ${Buffer.from('hes:hes-secret').toString('base64')}` };
const path = '/soap/SendMeterReadings';

test('what is larger is refused by its head, before anything of it is taken', async () => {
  const connection = await rawConnection(gateway.port);
  connection.write(
    `POST ${path} HTTP/1.1\r\nHost: h\r\nContent-Type: text/xml\r\nContent-Length: ${most + 1}\r\nExpect: 100-continue\r\n\r\n`,
  );
  const answer = await connection.next();
  expect([answer.status, answer.text]).toEqual([413, expect.stringContaining('shows by TLS or HTTP who sends it')]);
  connection.socket.destroy();
});

test('what does not say how large it is, is refused as soon as it is larger', async () => {
  const answer = await gateway.post(path, readings(2_000), { 'Transfer-Encoding': 'chunked' });
  expect([answer.status, answer.text]).toEqual([413, expect.stringContaining('shows by TLS or HTTP who sends it')]);
});

test.each([
  ['a smaller one is read, and asked who sends it', 150, {}, '>7.2<'],
  ['of somebody who is known, larger ones are taken', 2_000, known, 'MeterReadingsResponseMessage'],
] as const)('%s', async (_, meters, headers, says) => {
  const body = readings(meters);
  expect(body.length > most).toBe(headers === known);
  expect(body.length).toBeGreaterThan(20_000);
  expect((await gateway.post(path, body, headers)).text).toContain(says);
});
