/** Objects of master data that are too long for one part of a large message: they are stored whole. */
import { operationNamed } from '../support/builders.js';
import { testGateway, type TestGateway } from '../support/gateway.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await testGateway({ config: { limits: { largeBody: 20_000 } } });
});
afterAll(() => gateway.stop());

const members = 2_500;
const idsOf = (group: string) => Array.from({ length: members }, (_, at) => `${group}-${at}`);

function message(operation: string, groups: readonly string[]): string {
  const { namespace, name, verb } = operationNamed(operation);
  const inside = groups.map(
    (group) =>
      `<EndDeviceGroup><mRID>${group}</mRID>` +
      idsOf(group)
        .map((mRID) => `<EndDevices><mRID>${mRID}</mRID></EndDevices>`)
        .join('') +
      `<Names><name>${group}</name></Names></EndDeviceGroup>`,
  );
  return (
    `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><m:${name} xmlns:m="${namespace}" xmlns:h="http://iec.ch/TC57/2011/schema/message">` +
    `<m:Header><h:Verb>${verb}</h:Verb><h:Noun>EndDeviceGroups</h:Noun></m:Header>` +
    `<m:Payload><EndDeviceGroups xmlns="http://iec.ch/TC57/2011/EndDeviceGroups#">${inside.join('')}</EndDeviceGroups></m:Payload></m:${name}></s:Body></s:Envelope>`
  );
}

it.each(['CreateEndDeviceGroups', 'CreatedEndDeviceGroups'])(
  '%s stores groups with all their members',
  async (operation) => {
    const groups = [1, 2, 3].map((one) => `${operation}-${one}`);
    const { reply } = await gateway.post('/soap', message(operation, groups));
    expect(reply?.Reply.Result).toBe('OK');
    for (const group of groups) {
      const stored = await gateway.ports.store.objectByMRID('EndDeviceGroups', ['EndDeviceGroup'], group);
      expect(stored?.names).toEqual([{ name: group }]);
      expect(stored?.version).toBe(1);
      const devices = stored?.document['EndDevices'] as readonly { readonly mRID: string }[];
      expect(devices.map(({ mRID }) => mRID)).toEqual(idsOf(group));
    }
  },
);

it('says at which member something is wrong', async () => {
  const text = message('CreateEndDeviceGroups', ['wrong']);
  const wrong = text.replace('<mRID>wrong-2100</mRID>', '<Names><name> </name></Names>');
  const { reply } = await gateway.post('/soap', wrong);
  expect(reply?.Reply.Error?.map(({ details }) => details)).toEqual([
    'EndDeviceGroups.EndDeviceGroup[0].EndDevices[2100].Names[0].name: it is blank',
  ]);
});
