/** The floor of express: the body is received and a fixed document answered, as in empty-http.mjs. */
import { createServer } from 'node:http';
import express from 'express';
import { fixedAnswer, listen } from './child.mjs';

const app = express();
app.disable('x-powered-by');
app.post('/soap/:service', express.raw({ type: () => true, limit: '64mb' }), (_request, response) => {
  response.set(fixedAnswer.headers).end(fixedAnswer.text);
});
listen(createServer(app));
