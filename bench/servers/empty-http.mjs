/** The floor: node:http that receives the body and answers a fixed document without looking at it. */
import { createServer } from 'node:http';
import { fixedAnswer, listen } from './child.mjs';

listen(
  createServer((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      Buffer.concat(chunks);
      response.writeHead(200, fixedAnswer.headers).end(fixedAnswer.text);
    });
  }),
);
