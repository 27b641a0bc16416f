/**
 * A gateway that kills itself at a named point, the so-many-eth time it comes there (KILL_POINT, KILL_NTH; none: it lives). The points are
 * put around what the gateway calls, none stands in its own code. Settings come from the environment.
 */
import http from 'node:http';
import { syncBuiltinESMExports } from 'node:module';

const { KILL_HEAD_END_PORT, KILL_METERS, KILL_POINT, KILL_NTH = '3', KILL_RECEIVER = '', ...env } = process.env;
let left = Number(KILL_NTH);

/** Comes to a point. */
function at(point) {
  if (point !== KILL_POINT || --left > 0) return;
  process.kill(process.pid, 'SIGKILL');
  for (;;); // not one step further
}
/** Comes to the two points around something. */
async function around(what, work) {
  at(`before ${what}`);
  const result = await work();
  at(`after ${what}`);
  return result;
}

const { emit } = http.Server.prototype;
http.Server.prototype.emit = function (event, ...args) {
  if (event === 'request' && args[0].method === 'POST') at('before parse');
  return emit.call(this, event, ...args);
};
const { end } = http.ServerResponse.prototype;
http.ServerResponse.prototype.end = function (...args) {
  if (this.req.method !== 'POST') return end.call(this, ...args);
  at('before ack');
  this.once('finish', () => at('after ack'));
  return end.call(this, ...args);
};
const { request } = http;
http.request = (...args) => {
  const outgoing = request(...args);
  if (!String(args[0]).startsWith(KILL_RECEIVER)) return outgoing;
  const send = outgoing.end;
  outgoing.end = function (...body) {
    at('before POST');
    this.once('finish', () => at('after POST'));
    return send.call(this, ...body);
  };
  outgoing.prependListener('response', (response) => {
    at('before POST answer');
    response.once('end', () => at('after POST answer'));
  });
  return outgoing;
};
syncBuiltinESMExports();

const { loadConfig } = await import('../../../dist/config.js');
const { openLog } = await import('../../../dist/log.js');
const { startGateway } = await import('../../../dist/main.js');
const { wiredHeadEnd } = await import('./head-end-wire.mjs');

const wired = wiredHeadEnd({ port: Number(KILL_HEAD_END_PORT), meters: Number(KILL_METERS) });
const headEnd = {
  ...wired,
  submit: (job) => around('head end send', () => wired.submit(job)),
  start: (notify) =>
    wired.start((notice) => {
      at('before head end answer');
      notify(notice);
      at('after head end answer');
    }),
};
const config = loadConfig(Object.fromEntries(Object.entries(env).filter(([name]) => name.startsWith('CIMGATE_'))));
const gateway = await startGateway(config, openLog(config.log), {
  headEnds: [headEnd],
  around: (dispatch) => (message, call) => {
    at('after parse');
    return dispatch(message, call);
  },
});

const { store } = gateway.ports;
const { write, transaction } = store;
store.write = (batch) => {
  const points = [
    ...(batch.audit === undefined ? [] : ['audit write']),
    ...(batch.request === undefined ? [] : ['commit']),
    ...(batch.steps?.some(({ to }) => to === 'sent') ? ['claim'] : []),
    ...(batch.ends === undefined ? [] : ['result commit']),
    ...(batch.deliveries === undefined ? [] : ['outbox insert']),
  ];
  return points.reduce(
    (work, what) => () => around(what, work),
    () => write.call(store, batch),
  )();
};
store.transaction = async (work) => {
  const done = new Set();
  const noting = (tx) =>
    new Proxy(tx, {
      get(target, name) {
        const what = { endRequest: 'result commit', addDeliveries: 'outbox insert', noteAttempts: 'mark delivered' }[
          name
        ];
        if (what === undefined) return target[name];
        return (...args) => {
          at(`before ${what}`);
          done.add(what);
          return target[name](...args);
        };
      },
    });
  const result = await transaction.call(store, (tx) => work(noting(tx)));
  for (const what of done) at(`after ${what}`);
  return result;
};
process.send?.({ url: gateway.url });
