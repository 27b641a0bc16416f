/** `cimgate serve`: starts the gateway, says where it is and how to try it, stops on SIGINT and SIGTERM. */
import { loadConfig } from '../config.js';
import { openLog } from '../log.js';
import { startGateway } from '../main.js';

export async function serve(): Promise<void> {
  const config = loadConfig(process.env);
  const log = openLog(config.log);
  const gateway = await startGateway(config, log);
  console.log(welcome(gateway.url, config.simulator.meters));

  const stop = (signal: string): void => {
    log.info('stopping', { signal });
    gateway.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error('stopping failed', { error: String(error) });
        process.exit(1);
      },
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

function welcome(url: string, meters: number): string {
  return `cimgate serves IEC 61968-9 at ${url}/soap
  services   ${url}/soap
  a WSDL     ${url}/soap/ExecuteEndDeviceControls?wsdl
  health     ${url}/health/ready
  metrics    ${url}/metrics
  head end   simulated, ${meters} meters: SIM-000001 ...

Disconnect a meter:
  curl -s ${url}/soap -H 'Content-Type: text/xml' --data @examples/disconnect.xml
`;
}
