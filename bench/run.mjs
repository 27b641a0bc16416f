/**
 * `npm run bench`: the gateway against its peers, as ratios of servers measured in turns in the same run.
 * `--only` with the names of scenarios.mjs, `--rounds N`, `--check` (a missed target makes the exit code 1). `curves` runs only when it is named.
 * What the figures mean and what they do not say: docs/performance.md.
 */
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { lastWords, pause, stopAll } from './measure.mjs';
import { keep, keeps, machine, short, table } from './report.mjs';
import { parts } from './scenarios.mjs';

async function main() {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      rounds: { type: 'string', default: '5' },
      check: { type: 'boolean', default: false },
    },
  });
  const names = values.only?.split(',') ?? Object.keys(parts).filter((name) => name !== 'curves');
  const rounds = Number(values.rounds);
  const unknown = names.filter((name) => !Object.hasOwn(parts, name));
  if (unknown.length > 0 || !(rounds >= 1))
    throw new Error(`--only takes ${Object.keys(parts).join(',')}; --rounds a number from 1`);
  const rows = [];
  const others = loadavg()[0];
  for (const name of names) {
    console.error(`${name} ...`);
    rows.push(...(await parts[name](rounds)));
  }
  const { node, cores, cpu, memory } = machine();
  console.log(
    `\n${new Date().toISOString().slice(0, 10)}, Node ${node}, ${cores} cores (${cpu}), ${memory}, ${rounds} rounds\n`,
  );
  if (others > cores / 4)
    console.log(
      `The machine was busy with other things (load ${short(others)} at the start): expect other figures when it is not.\n`,
    );
  console.log(table(rows));
  console.log(`\n${keep(rows, { rounds, loadAtStart: others })}`);
  if (values.check && rows.some((row) => keeps(row) === false)) process.exitCode = 1;
}

try {
  await main();
} catch (error) {
  await pause(200);
  console.error([error.message, ...lastWords()].join('\n'));
  process.exitCode = 1;
} finally {
  stopAll();
}
