/** The gateway of cimgate-commands.mjs behind mutual TLS, with the policy, the audit and the brake that come with it. The lab's certificates lie in BENCH_LAB. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { meters } from '../durable.mjs';
import { answer } from './child.mjs';
import { serveGateway } from './gateway.mjs';
import { database, folder } from './temporary.mjs';

const file = (name) => ({ file: join(process.env.BENCH_LAB, name) });
const config = join(folder, 'config.yaml');
writeFileSync(
  config,
  JSON.stringify({
    limits: { openRequests: 1_000_000 },
    http: {
      tls: {
        certificate: file('server.pem'),
        key: file('server.key'),
        clientAuthorities: file('ca.pem'),
        revocationList: file('crl.pem'),
        clientCertificates: 'required',
      },
    },
    security: {
      authentication: ['certificate'],
      principals: [{ name: 'cis', roles: ['OPERATOR'], certificates: [{ certificate: file('cis.pem') }] }],
    },
  }),
);
const { ports } = await serveGateway(process.env.BENCH_STORE ?? database, {
  env: { CIMGATE_CONFIG: config, CIMGATE_SIM_METERS: String(meters) },
});
answer('open', async () => ({ open: await ports.store.openRequests() }));
