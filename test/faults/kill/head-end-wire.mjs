/**
 * A head end that outlives the gateway: it runs in the process that does the killing, and the gateway reaches it over HTTP.
 * Each job runs once for each of its devices, however often it is submitted; what was run is counted.
 */
import { createServer, request } from 'node:http';
import { mRIDOf, nameOf, register, valueOf } from './workloads.mjs';

/** The side that runs jobs and counts. */
export async function headEndServer({ random, longest = 40 }) {
  /** Job id → ticket and notices. */
  const jobs = new Map();
  /** What the caller named the command → how often a device carried it out. */
  const executions = new Map();
  const notices = [];
  const waiting = new Set();
  let submissions = 0;

  const say = (job, notice) => {
    job.notices.push(notice);
    notices.push(notice);
    for (const wake of waiting) wake();
  };
  const read = (job, device) => {
    const value = valueOf(Number(device.names[0].name.slice('KILL-'.length)));
    const reading = {
      readingType: register,
      timeStamp: new Date().toISOString(),
      value,
      qualities: [],
      shape: 'reading',
    };
    say(job, { kind: 'data', jobId: job.id, device: device.mRID, readings: [reading], at: Date.now() });
  };
  const carryOut = (job, device) => {
    const tracking = job.parameters?.issuerTrackingID ?? job.id;
    if (job.kind === 'read') read(job, device);
    else executions.set(tracking, (executions.get(tracking) ?? 0) + 1);
    const final = {
      kind: 'final',
      jobId: job.id,
      device: device.mRID,
      outcome: 'succeeded',
      facts: {},
      at: Date.now(),
    };
    say(job, final);
    if (random() < 0.1) say(job, final); // told twice
  };
  const answers = {
    submit: (job) => {
      submissions++;
      const known = jobs.get(job.id);
      if (known !== undefined) return known.ticket;
      const taken = { ...job, ticket: { jobId: job.id, reference: `T-${jobs.size + 1}` }, notices: [] };
      jobs.set(job.id, taken);
      for (const device of job.devices) setTimeout(() => carryOut(taken, device), random() * longest);
      return taken.ticket;
    },
    poll: ({ jobId }) => (jobs.get(jobId)?.notices ?? []).slice(),
    notices: async ({ after }) => {
      if (notices.length <= after)
        await new Promise((resolve) => {
          const wake = () => {
            waiting.delete(wake);
            resolve();
          };
          waiting.add(wake);
          setTimeout(wake, 1_000).unref();
        });
      return notices.slice(after);
    },
    /** A gateway that starts anew hears what is told from now on. */
    position: () => notices.length,
  };
  const server = createServer((incoming, outgoing) => {
    const chunks = [];
    incoming.on('data', (chunk) => chunks.push(chunk));
    incoming.on('end', async () => {
      const answer = await answers[incoming.url.slice(1)](JSON.parse(Buffer.concat(chunks).toString() || '{}'));
      outgoing.end(JSON.stringify(answer));
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: server.address().port,
    executions,
    get submissions() {
      return submissions;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** The gateway's side: the HeadEnd port over HTTP, with so many meters. */
export function wiredHeadEnd({ port, meters }) {
  const ask = (what, body = {}) =>
    new Promise((resolve, reject) => {
      const outgoing = request({ host: '127.0.0.1', port, path: `/${what}`, method: 'POST' }, (response) => {
        const chunks = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('end', () => resolve(JSON.parse(Buffer.concat(chunks).toString())));
      });
      outgoing.on('error', reject);
      outgoing.end(JSON.stringify(body));
    });
  let running = false;
  return {
    name: 'wired',
    capabilities: () => ({
      controls: ['*.*.*.*'],
      readingTypes: [register],
      devicesPerJob: 10,
      cancel: false,
      notifies: true,
      simulated: true,
      remembersJobs: true,
    }),
    async start(notify) {
      running = true;
      let after = await ask('position');
      const listen = async () => {
        while (running) {
          const heard = await ask('notices', { after });
          after += heard.length;
          for (const notice of heard) if (running) notify(notice);
        }
      };
      listen().catch(() => {}); // the other side is gone, and so is the test
    },
    async stop() {
      running = false;
    },
    async *inventory() {
      for (let n = 1; n <= meters; n++)
        yield { meter: { mRID: mRIDOf(n), names: [{ name: nameOf(n), nameType: 'MeterName' }] } };
    },
    submit: (job) => ask('submit', job),
    cancel: async () => [],
    poll: (ticket) => ask('poll', ticket),
  };
}
