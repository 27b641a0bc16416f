/** Calls a gateway as somebody who shows who he is: by a certificate of the laboratory, a password, a token. */
import { request as httpRequest, type Agent, type OutgoingHttpHeaders } from 'node:http';
import { request as httpsRequest, type RequestOptions } from 'node:https';
import { answerOf, type Answer, type TestGateway } from './gateway.js';
import type { Lab } from './lab-certificates.js';
import { getMeterConfig } from './soap-text.js';

export interface How {
  /** Name of a client certificate of the laboratory. */
  readonly certificate?: string;
  readonly user?: string;
  readonly password?: string;
  readonly token?: () => Promise<string>;
  readonly headers?: OutgoingHttpHeaders;
  readonly localAddress?: string;
  /** Left out, every request has a connection of its own. */
  readonly agent?: Agent;
}

export interface LabCaller {
  send(listener: string, method: string, path: string, how: How, body?: string): Promise<Answer>;
  /** A get of a meter. */
  post(listener: string, how: How): Promise<Answer>;
  urlOf(listener: string): URL;
}

export const basic = (user: string, password: string): How => ({ user, password });

export function labCaller(gateway: TestGateway, lab: Lab): LabCaller {
  const urlOf = (listener: string): URL => new URL(gateway.listeners.find(({ name }) => name === listener)!.url);
  const send: LabCaller['send'] = async (listener, method, path, how, body = '') => {
    const { protocol, hostname, port } = urlOf(listener);
    const { certificate, user, password, token, localAddress, agent = false } = how;
    const headers: OutgoingHttpHeaders = { ...how.headers };
    if (user !== undefined) headers['Authorization'] = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
    if (token !== undefined) headers['Authorization'] = `Bearer ${await token()}`;
    const options: RequestOptions = {
      ...{ hostname, port, method, path, headers, agent, ca: lab.text('ca.pem') },
      ...(certificate && { cert: lab.text(`${certificate}.pem`), key: lab.text(`${certificate}.key`) }),
      ...(localAddress && { localAddress }),
    };
    return new Promise((resolve, reject) => {
      const request = (protocol === 'https:' ? httpsRequest : httpRequest)(options, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => resolve(answerOf(response.statusCode!, response.headers, Buffer.concat(chunks))));
      });
      request.on('error', reject);
      request.end(body);
    });
  };
  const post: LabCaller['post'] = (listener, how) => {
    const headers = { 'Content-Type': 'text/xml', ...how.headers };
    return send(listener, 'POST', '/soap', { ...how, headers }, getMeterConfig());
  };
  return { send, post, urlOf };
}
