/**
 * What every measured server does beside serving: listens on loopback, says its port, and answers the bench over IPC
 * with its own CPU time and with the longest stop of its event loop. Knows nothing of what is served.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';

let delay;

const questions = {
  /** Microseconds of CPU, all threads of this process. */
  cpu: () => process.cpuUsage(),
  rss: () => process.memoryUsage.rss(),
  /** From now on the delay of the event loop is watched. */
  watch: () => {
    delay?.disable();
    delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
  },
  /** Milliseconds; the longest stop since `watch`, the timer's own millisecond included. */
  watched: () => {
    delay.disable();
    return { max: delay.max / 1e6, p99: delay.percentile(99) / 1e6 };
  },
};

process.on('message', async ({ id, ask }) => {
  const [question, ...values] = ask.split(' ');
  process.send({ id, answer: await questions[question](...values) });
});
process.on('disconnect', () => process.exit(0));

/** Answers a further question of the bench. */
export function answer(question, how) {
  questions[question] = how;
}

/** Says that the server answers at this port. */
export function ready(port) {
  console.log(port);
  process.send?.({ port });
}

/** Lets a node:http server listen on a free port of loopback. */
export function listen(server) {
  server.listen(0, '127.0.0.1', () => ready(server.address().port));
}

const fixed =
  '<?xml version="1.0" encoding="UTF-8"?>\n<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body><Result>OK</Result></soap:Body></soap:Envelope>';

/** What servers answer that look at nothing. */
export const fixedAnswer = {
  text: fixed,
  headers: { 'Content-Type': 'text/xml; charset=utf-8', 'Content-Length': Buffer.byteLength(fixed) },
};
