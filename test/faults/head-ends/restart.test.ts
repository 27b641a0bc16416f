/** A command that was under way to a SOAP head end when the gateway ended: the next process takes it up, and it is done once. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repository } from '../gateway-process.js';
import { testGateway, type TestGateway } from '../../support/gateway.js';
import { receiver, replyText, respond, type Receiver } from '../../support/receiver.js';
import { until } from '../../support/until.js';

const folder = mkdtempSync(join(tmpdir(), 'cimgate-restart-'));
let there: Receiver;
let gateway: TestGateway | undefined;
afterAll(async () => {
  await gateway?.stop();
  await there.close();
  rmSync(folder, { recursive: true, force: true });
});

const error = (code: string): string => `<m:Error><m:code>${code}</m:code></m:Error>`;
const noun = 'EndDeviceControls';

function start(): Promise<TestGateway> {
  const settings = join(folder, 'settings.yaml');
  writeFileSync(
    settings,
    `headEnd: ami
headEnds:
  ami:
    kind: cim-soap
    url: ${there.url}
    replyAddress: cimgate
    capabilities: { controls: [3.31.0.23], remembersJobs: true }
`,
  );
  return testGateway({
    env: { CIMGATE_CONFIG: settings, CIMGATE_STORE: `sqlite:${join(folder, 'store.db')}` },
  });
}

const example = (name: string): string => readFileSync(join(repository, 'examples', name), 'utf8');
const asynchronous =
  '<msg:AsyncReplyFlag>true</msg:AsyncReplyFlag><msg:ReplyAddress>poll</msg:ReplyAddress><msg:MessageID>order-1</msg:MessageID>';

it('is sent again, the same to the last byte, and ends with the callback to the next process', async () => {
  there = await receiver((_received, response) => respond(response, 200, replyText('OK', error('0.3'), noun)));
  gateway = await start();
  const created = await gateway.post('/soap', example('create-meter.xml'));
  expect(created.reply?.Reply.Result).toBe('OK');
  const order = example('disconnect.xml')
    .replace('</msg:Source>', `</msg:Source>${asynchronous}`)
    .replace(/SIM-\d+/, 'EXAMPLE-METER');
  const accepted = await gateway.post('/soap', order);
  expect(accepted.reply?.Reply).toMatchObject({ Result: 'OK', Error: [{ code: '0.3' }] });
  await until('the command has been sent', () => there.received.length === 1);
  await gateway.stop();

  gateway = await start();
  const sent = (): readonly string[] =>
    there.received.map(({ body }) => body).filter((body) => body.includes('CreateEndDeviceControls'));
  await until('the command has been sent again', () => sent().length === 2);
  expect(sent()[1]).toBe(sent()[0]);
  const job = there.received[0]?.correlationId ?? '';
  const done = replyText('OK', error('0.0'), noun).replace(
    '</m:Noun>',
    `</m:Noun><m:CorrelationID>${job}</m:CorrelationID>`,
  );
  const taken = await gateway.post('/soap/ReplyEndDeviceControls', done);
  expect(taken.reply?.Reply).toMatchObject({ Result: 'OK', Error: [{ code: '0.3' }] });
  // what was acknowledged is on disk
  const requests = await gateway.send('GET', '/api/v1/requests');
  expect(requests.text).toContain('"final"');
  expect(sent()).toHaveLength(2);
});
