/** Sends messages and checks the answers. Runs in the process of the bench, so it shares the machine with the server it drives. */
import { Agent, request } from 'node:http';
import autocannon from 'autocannon';

const contentType = 'text/xml; charset=utf-8';
/** Every answer must say so, whatever its prefixes. */
const isOk = (text) => /Result>OK</.test(text);

/**
 * Keeps this many connections busy for some seconds. Every answer is checked.
 * @param {{ port: number, path: string, body: Buffer | (() => Buffer), connections: number, seconds: number, tls?: object }} load
 * @returns {Promise<{ answered: number, perSecond: number, p50: number, p99: number }>} latencies in milliseconds
 */
export async function keepBusy({ port, path, body, connections, seconds, tls }) {
  let refused;
  const fresh = typeof body === 'function';
  const begun = performance.now();
  const result = await autocannon({
    url: `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}${path}`,
    ...(tls === undefined ? {} : { tlsOptions: tls }),
    method: 'POST',
    headers: { 'content-type': contentType },
    connections,
    duration: seconds,
    timeout: 60,
    verifyBody: (text) => {
      const ok = isOk(text.toString());
      if (!ok) refused ??= text.toString().slice(0, 500);
      return ok;
    },
    ...(fresh ? { requests: [{ setupRequest: (r) => ({ ...r, body: body() }) }] } : { body }),
  });
  const took = (performance.now() - begun) / 1000;
  const bad = result.non2xx + result.mismatches + result.errors;
  if (bad > 0) throw new Error(`${bad} of ${result.requests.total} answers were not 200 OK: ${refused ?? 'timed out'}`);
  const { total } = result.requests;
  return { answered: total, perSecond: total / took, p50: result.latency.p50, p99: result.latency.p99 };
}

/** One message over a kept connection; milliseconds from the first byte sent to the last received. Rejects when the answer is not OK. */
export function post({ port, path, body, agent }) {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const headers = { 'Content-Type': contentType, 'Content-Length': body.length };
    const outgoing = request({ host: '127.0.0.1', port, path, method: 'POST', agent, headers }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        if (response.statusCode === 200 && isOk(text)) resolve(performance.now() - begun);
        else reject(new Error(`answered ${response.statusCode}: ${text.slice(0, 500)}`));
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** Sends a fixed number of large messages over some connections; `body` may be what makes the next one. */
export async function sendSome({ port, path, body, connections, messages }) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times = [];
  let left = messages;
  const worker = async () => {
    while (left-- > 0) times.push(await post({ port, path, body: typeof body === 'function' ? body() : body, agent }));
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: connections }, worker));
  const took = (performance.now() - begun) / 1000;
  agent.destroy();
  return { answered: messages, perSecond: messages / took, times };
}

/** Small messages, one after the other with a pause between, until stopped; milliseconds of each. */
export function probe({ port, path, body, pause }) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const times = [];
  let going = true;
  const run = (async () => {
    while (going) {
      times.push(await post({ port, path, body, agent }));
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  })();
  return async () => {
    going = false;
    await run;
    agent.destroy();
    return times;
  };
}
