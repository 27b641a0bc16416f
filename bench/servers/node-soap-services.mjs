/** The peer: the `soap` package on plain node:http (no express, which would cost it more), one WSDL per path. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import soap from 'soap';

export const wsdlFolder = fileURLToPath(new URL('../../wsdl/', import.meta.url));

/** Answers OK with the header of a reply, as a service that did its work would. */
const reply = (noun) => (message) => ({
  Header: {
    Verb: 'reply',
    Noun: noun,
    Revision: '2.0',
    Timestamp: new Date().toISOString(),
    Source: 'peer',
    MessageID: randomUUID(),
    CorrelationID: message.Header.CorrelationID ?? message.Header.MessageID,
  },
  Reply: { Result: 'OK', Error: { code: '0.0', level: 'INFORM' } },
});

const served = [
  ['ExecuteEndDeviceControls', 'EndDeviceControls'],
  ['SendMeterReadings', 'MeterReadings'],
  ['GetMeterConfig', 'MeterConfig'],
];

/** A server, not yet listening, with the services of the bench. */
export async function nodeSoapServer() {
  const server = createServer((_request, response) => response.writeHead(404).end());
  for (const [service, noun] of served) {
    const file = `${wsdlFolder}services/${service}.wsdl`;
    const operations = new Proxy({}, { get: () => reply(noun), has: () => true });
    await new Promise((resolve, reject) => {
      soap.listen(server, {
        path: `/soap/${service}`,
        services: { [service]: { [service.startsWith('Get') ? `${service}_Port` : `${noun}_Port`]: operations } },
        xml: readFileSync(file, 'utf8'),
        uri: file,
        callback: (error) => (error ? reject(error) : resolve()),
      });
    });
  }
  return server;
}
