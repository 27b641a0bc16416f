/** The floor: node:http that receives the body and answers a fixed document without looking at it. */
import { createServer } from 'node:http';
import { listen } from './child.mjs';

const answer =
  '<?xml version="1.0" encoding="UTF-8"?>\n<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body><Result>OK</Result></soap:Body></soap:Envelope>';
const headers = { 'Content-Type': 'text/xml; charset=utf-8', 'Content-Length': Buffer.byteLength(answer) };

listen(
  createServer((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      Buffer.concat(chunks);
      response.writeHead(200, headers).end(answer);
    });
  }),
);
