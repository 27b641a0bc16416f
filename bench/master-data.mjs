/** Master data: loaded in bulk, and looked up one by one beside a million others. */
import { randomUUID } from 'node:crypto';
import { keepBusy, sendSome } from './load.mjs';
import { cpuOf, median, startServer } from './measure.mjs';
import { createMeters, getMeter } from './messages.mjs';
import { short } from './report.mjs';

const perMessage = 1_000;
const stored = 1_000_000;

/** `CreateMeterConfig` of a thousand meters each, two messages at a time; what is answered OK is on disk. */
export async function measureBulk(rounds) {
  const messages = 8;
  const server = await startServer('cimgate-stored');
  let meter = 0;
  const next = () => {
    const body = createMeters(randomUUID(), meter, perMessage);
    meter += perMessage;
    return body;
  };
  const load = async (count) => {
    const bodies = Array.from({ length: count }, next);
    return sendSome({
      ...server,
      path: '/soap/ExecuteMeterConfig',
      body: () => bodies.pop(),
      connections: 2,
      messages: count,
    });
  };
  await load(messages);
  const rates = [];
  for (let round = 0; round < rounds; round++) rates.push((await load(messages)).perSecond * perMessage);
  await server.stop();
  return [
    {
      what: `CreateMeterConfig of ${short(perMessage)} meters each, 2 connections: objects/s validated and committed (SQLite)`,
      figure: median(rates),
      spread: [Math.min(...rates), Math.max(...rates)],
      target: { least: 3_000 },
      ours: `${short(median(rates))}/s`,
    },
  ];
}

/** `GetMeterConfig` by name, with few and with very many objects in the store; beside node-soap, which looks nothing up. */
export async function measureGet(rounds) {
  const path = '/soap/GetMeterConfig';
  const [small, large] = [await startServer('cimgate-meters'), await startServer('cimgate-meters')];
  const soap = await startServer('node-soap');
  const fill = async (server, count) => void (await server.ask(`fill ${count}`));
  await fill(small, 1_000);
  await fill(large, stored);
  let asked = 0;
  const of = (count) => () => getMeter(`M-${String((++asked * 7_919) % count).padStart(7, '0')}`);
  const servers = [
    [small, of(1_000)],
    [large, of(stored)],
    [soap, of(stored)],
  ];
  const figures = servers.map(() => []);
  for (const [server, body] of servers) await keepBusy({ ...server, path, body, connections: 16, seconds: 5 });
  for (let round = 0; round < rounds; round++)
    for (const [at, [server, body]] of servers.entries()) {
      const load = { ...server, path, body, connections: 16, seconds: 2 };
      const { result, cpu } = await cpuOf(server, () => keepBusy(load));
      figures[at].push({ ...result, cpu: cpu / result.answered / 1000 });
    }
  for (const [server] of servers) await server.stop();
  const [few, many, peer] = figures;
  const say = (list) =>
    `${short(median(list.map(({ perSecond }) => perSecond)))}/s, CPU ${short(median(list.map(({ cpu }) => cpu)))} ms`;
  const row = (what, ours, other, target) => {
    const ratios = ours.map(({ perSecond }, at) => perSecond / other[at].perSecond);
    return {
      what,
      figure: median(ratios),
      spread: [Math.min(...ratios), Math.max(...ratios)],
      target,
      ours: say(ours),
      peer: say(other),
    };
  };
  return [
    row('GetMeterConfig by name, 1,000,000 meters stored, 16 connections: messages/s to node-soap', many, peer, {
      least: 0.8,
    }),
    row('GetMeterConfig by name: messages/s with 1,000,000 meters stored to 1,000 stored', many, few),
  ];
}
