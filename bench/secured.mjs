/** What it costs to know who calls: durable commands behind mutual TLS, policy, audit and brake, beside the same without. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandsFor } from './durable.mjs';
import { keepBusy } from './load.mjs';
import { cpuOf, median, startServer } from './measure.mjs';
import { short } from './report.mjs';

const path = '/soap/ExecuteEndDeviceControls';

/** In turns, over SQLite, each on a gateway of its own. */
export async function measureSecured(rounds) {
  const lab = mkdtempSync(join(tmpdir(), 'cimgate-bench-lab-'));
  try {
    execFileSync('sh', ['deploy/lab-certificates.sh', lab], { stdio: 'ignore' });
    process.env.BENCH_LAB = lab;
    const tls = { cert: read(lab, 'cis.pem'), key: read(lab, 'cis.key'), ca: read(lab, 'ca.pem') };
    const servers = [
      { ...(await startServer('cimgate-secured')), tls },
      { ...(await startServer('cimgate-commands')) },
    ];
    const figures = new Map(servers.map(({ name }) => [name, []]));
    const body = commandsFor(false);
    for (const server of servers) await keepBusy({ ...server, path, body, connections: 64, seconds: 4 });
    for (let round = 0; round < rounds; round++)
      for (const server of servers) {
        const load = { ...server, path, body, connections: 64, seconds: 3 };
        const { result, cpu } = await cpuOf(server, () => keepBusy(load));
        figures.get(server.name).push({ ...result, cpu: cpu / result.answered / 1000 });
      }
    for (const server of servers) await server.stop();
    const [ours, plain] = servers.map(({ name }) => figures.get(name));
    const ratios = ours.map((round, at) => round.perSecond / plain[at].perSecond);
    const of = (list, key) => median(list.map((round) => round[key]));
    const told = (list) =>
      `${short(of(list, 'perSecond'))}/s, p99 ${short(of(list, 'p99'))} ms, CPU ${short(of(list, 'cpu'))} ms`;
    return [
      {
        what: 'CreateEndDeviceControls behind mutual TLS, policy and audit, acknowledged after commit, 64 connections: messages/s to the same without',
        figure: median(ratios),
        spread: [Math.min(...ratios), Math.max(...ratios)],
        target: { least: 0.7 },
        ours: told(ours),
        peer: told(plain),
      },
    ];
  } finally {
    rmSync(lab, { recursive: true, force: true });
  }
}

const read = (folder, name) => readFileSync(join(folder, name), 'utf8');
