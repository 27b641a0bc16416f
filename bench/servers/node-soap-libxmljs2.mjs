/**
 * node-soap with validation in front, as its users do it: libxmljs2 parses the body and validates the message against the
 * schema document, which is parsed once; libxmljs2 has no compiled schemas, so it compiles anew for each message.
 */
import { readFileSync } from 'node:fs';
import libxml from 'libxmljs2';
import { listen } from './child.mjs';
import { nodeSoapServer, wsdlFolder } from './node-soap-services.mjs';

const folder = `${wsdlFolder}services/`;
const schemaOf = (noun) =>
  libxml.parseXml(readFileSync(`${folder}${noun}Message.xsd`, 'utf8'), { baseUrl: folder, nonet: true });
const schemas = {
  '/soap/ExecuteEndDeviceControls': schemaOf('EndDeviceControls'),
  '/soap/SendMeterReadings': schemaOf('MeterReadings'),
};

/** Undefined when the message is valid, else the first finding. */
function wrong(xml, schema) {
  const envelope = libxml.parseXml(xml, { nonet: true });
  const message = envelope.get('/*/*[local-name()="Body"]/*');
  const document = new libxml.Document();
  document.root(message);
  return document.validate(schema) ? undefined : document.validationErrors[0].message;
}

const server = await nodeSoapServer();
const [serve] = server.listeners('request');
server.removeAllListeners('request');
server.on('request', (request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    // node-soap takes a body that has been read already
    request.body = Buffer.concat(chunks).toString('utf8');
    const problem = wrong(request.body, schemas[request.url]);
    if (problem === undefined) serve(request, response);
    else response.writeHead(500, { 'Content-Type': 'text/plain' }).end(problem);
  });
});
listen(server);
