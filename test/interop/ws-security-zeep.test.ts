/** Messages that zeep signs by python-xmlsec, sent to a gateway that lets in nobody else. */
import { execFile, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { systemClock } from '../../src/system.js';
import { testGateway, type TestGateway } from '../support/gateway.js';
import { labCertificates, type Lab } from '../support/lab-certificates.js';
import { needs } from '../support/needs.js';

const python = ['/usr/bin/python3', 'python3'].find(
  (path) => spawnSync(path, ['-c', 'import zeep, xmlsec']).status === 0,
);
const script = fileURLToPath(new URL('./zeep-signer.py', import.meta.url));

let lab: Lab;
let gateway: TestGateway;

beforeAll(async () => {
  lab = labCertificates();
  const file = (name: string): { file: string } => ({ file: lab.path(name) });
  const settings = {
    security: {
      authentication: ['signature'],
      signature: { authorities: [file('ca.pem')], revocationList: file('crl.pem') },
      principals: [{ name: 'ems', roles: ['VIEWER'], certificates: [{ subject: 'CN=signer,O=Lab' }] }],
      // zeep reads the WSDL at a listener that asks nobody
      policy: [{ name: 'the contract for all', principals: ['anonymous'], verbs: ['get'], nouns: ['Contract'] }],
    },
    listeners: [{ name: 'contract', host: '127.0.0.1', port: 0 }],
  };
  writeFileSync(lab.path('settings.yaml'), JSON.stringify(settings));
  gateway = await testGateway({ env: { CIMGATE_CONFIG: lab.path('settings.yaml') }, clock: systemClock() });
});
afterAll(async () => {
  await gateway.stop();
  lab.remove();
});

async function told(soap: string, ...how: readonly string[]): Promise<unknown> {
  const [main, contract] = gateway.listeners.map(({ url }) => `${url}/soap/GetMeterConfig`);
  const keys = [lab.path('signer.key'), lab.path('signer.pem')];
  const args = [script, `${contract}?wsdl&soap=${soap}`, main!, ...keys, ...how, 'SIM-000001'];
  return JSON.parse((await promisify(execFile)(python!, args)).stdout) as unknown;
}

const tool = 'python3-zeep with python3-xmlsec';
const found = { result: 'OK', meters: 1 };
for (const [soap, place, hashing, answer] of [
  ['1.1', 'token', 'sha256', found],
  ['1.1', 'data', 'sha256', found],
  ['1.2', 'token', 'sha512', found],
  ['1.2', 'data', 'sha512', found],
  ['1.1', 'token', 'sha1', { codes: ['7.3'] }],
] as const)
  needs(tool, python !== undefined)(
    `zeep signs in SOAP ${soap} by ${hashing}, with its certificate in ${place}: ${JSON.stringify(answer)}`,
    async () => expect(await told(soap, place, hashing)).toEqual(answer),
    60_000,
  );
