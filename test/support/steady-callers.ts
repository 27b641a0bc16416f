/** Clients that send one message after the other over connections that are kept alive, and note what does not come back as it should. */
import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

export interface SteadyCallers {
  /** How many messages have been answered. */
  readonly answered: number;
  /** What went wrong: a refused or lost connection, or another status than 200. */
  readonly failures: readonly string[];
  /** Answers that closed their connection. */
  readonly closing: number;
  /** Resolves when nothing is under way any more. */
  stop(): Promise<void>;
}

/** Milliseconds between an answer and the next message: who is to start beside them needs the processor too. */
const between = 20;

/** @param message text of the message of a number */
export function steadyCallers(url: string, count: number, message: (number: number) => string): SteadyCallers {
  const agent = new Agent({ keepAlive: true, maxSockets: count });
  const failures: string[] = [];
  let running = true;
  let sent = 0;
  let answered = 0;
  let closing = 0;
  const post = (text: string): Promise<void> =>
    new Promise((resolve) => {
      const fail = (what: string): void => {
        failures.push(what);
        resolve();
      };
      const outgoing = request(url, { method: 'POST', agent, headers: { 'Content-Type': 'text/xml' } }, (response) => {
        if (response.headers.connection === 'close') closing++;
        response.once('error', (error) => fail(error.message));
        response.once('end', () => {
          if (response.statusCode !== 200) return fail(`HTTP ${response.statusCode}`);
          answered++;
          resolve();
        });
        response.resume();
      });
      outgoing.once('error', (error) => fail(error.message));
      outgoing.end(text);
    });
  const caller = async (): Promise<void> => {
    while (running) {
      await post(message(++sent));
      await pause(between);
    }
  };
  const callers = Array.from({ length: count }, caller);
  return {
    get answered() {
      return answered;
    },
    get closing() {
      return closing;
    },
    failures,
    async stop() {
      running = false;
      await Promise.all(callers);
      agent.destroy();
    },
  };
}
