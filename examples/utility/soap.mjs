/** Sends messages over a few connections that stay open, and refuses every answer that is not a plain OK. */
import { Agent, request } from 'node:http';
import { all, first, parsed } from './xml.mjs';

/**
 * @param {{ url: string, connections: number }} options
 * @returns `ask(message)`: the answer as `{ ids, payload, milliseconds }`; throws with the codes of any other answer. `close()`.
 */
export function gateway({ url, connections }) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const address = new URL('/soap', url);
  async function ask(message) {
    const begin = performance.now();
    const { status, text } = await post(agent, address, message);
    const milliseconds = performance.now() - begin;
    const answer = status === 200 ? first(parsed(text), 'Envelope', 'Body').children[0] : undefined;
    const reply = first(answer, 'Reply');
    if (first(reply, 'Result')?.text !== 'OK') throw new Error(refusal(status, text, reply));
    return { ids: all(reply, 'ID').map((id) => id.text), payload: first(answer, 'Payload'), milliseconds };
  }
  return { ask, close: () => agent.destroy() };
}

function post(agent, address, message) {
  return new Promise((resolve, reject) => {
    const headers = { 'Content-Type': 'text/xml; charset=utf-8', 'Content-Length': Buffer.byteLength(message) };
    const outgoing = request(address, { method: 'POST', agent, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part) => (text += part));
      response.on('error', reject);
      response.on('end', () => resolve({ status: response.statusCode, text }));
    });
    outgoing.on('error', reject);
    outgoing.end(message);
  });
}

/** What an answer that is not OK says: its first errors, or the beginning of its text. */
function refusal(status, text, reply) {
  const errors = all(reply, 'Error').map((error) => {
    const say = (name) => first(error, name)?.text ?? '';
    return `  ${say('code')} ${say('reason')} ${say('details')}`;
  });
  const more = errors.length > 5 ? `\n  and ${errors.length - 5} more` : '';
  const said = errors.length > 0 ? `${errors.slice(0, 5).join('\n')}${more}` : text.slice(0, 1000);
  return `the gateway has answered ${status} ${first(reply, 'Result')?.text ?? ''}\n${said}`;
}

/**
 * Works off jobs, as many at a time as there are connections. The first that fails ends the work: its error is thrown when those under way
 * are through.
 * @template T
 * @param {Iterable<T>} jobs
 * @param {number} connections
 * @param {(job: T) => Promise<void>} work
 */
export async function workOff(jobs, connections, work) {
  const waiting = jobs[Symbol.iterator]();
  let failed = false;
  const worker = async () => {
    for (let next = waiting.next(); !next.done && !failed; next = waiting.next()) {
      await work(next.value).catch((error) => {
        failed = true;
        throw error;
      });
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: connections }, worker));
  const end = ends.find(({ status }) => status === 'rejected');
  if (end) throw end.reason;
}
