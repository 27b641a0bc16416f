/** Who may answer for a head end: a system that reports for one does not end the commands of another. */
import type { Told } from '../../src/ports/head-end.js';
import { testGateway, type TestGateway } from '../support/gateway.js';
import { replyText } from '../support/receiver.js';
import { scriptedHeadEnd } from '../support/scripted-head-end.js';

let gateway: TestGateway;
const taken: string[] = [];

beforeAll(async () => {
  const headEnds = [
    { name: 'north', principals: ['hes-north'] },
    { name: 'south', principals: undefined },
  ].map(({ name, principals }) => ({
    ...scriptedHeadEnd(),
    ...{ name, principals },
    async take({ correlationId }: Told): Promise<boolean> {
      if (!correlationId.startsWith(name)) return false;
      taken.push(name);
      return true;
    },
  }));
  const principals = ['hes-north', 'hes-south'].map((name) => ({
    ...{ name, roles: ['HEADEND'], certificates: [] },
    password: { value: `${name}-secret` },
  }));
  gateway = await testGateway({
    headEnds,
    config: {
      headEnd: 'north',
      security: { authentication: ['basic'], allowUnencrypted: true, principals },
    } as never,
  });
});
afterAll(() => gateway.stop());
beforeEach(() => void taken.splice(0));

test.each([
  ['hes-north', 'north', 'OK 0.3'],
  ['hes-south', 'north', 'FAILED 2.15'],
  ['hes-south', 'south', 'OK 0.3'],
  ['hes-north', 'south', 'OK 0.3'],
])('%s answers for %s: %s', async (who, name, said) => {
  const text = replyText('OK', '', 'EndDeviceControls').replace(
    '</m:Noun>',
    `</m:Noun><m:CorrelationID>${name}-1</m:CorrelationID>`,
  );
  const authorization = `Basic ${Buffer.from(`${who}:${who}-secret`).toString('base64')}`;
  const { reply } = await gateway.post('/soap/ReplyEndDeviceControls', text, { authorization });
  expect(`${reply?.Reply.Result} ${reply?.Reply.Error?.[0]?.code}`).toBe(said);
  expect(taken).toEqual(said.startsWith('OK') ? [name] : []);
});
