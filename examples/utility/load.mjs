/**
 * Loads a utility of any size into a gateway by SOAP alone, and checks it afterwards. Plain Node, no dependency:
 *
 *   node examples/utility/load.mjs --customers 1000 --check
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checks } from './check.mjs';
import { plan } from './plan.mjs';
import { gateway, workOff } from './soap.mjs';
import { utility } from './utility.mjs';

const usage = `node examples/utility/load.mjs [options]

  --customers N     how many customers, each with account, agreement, location, usage point and meter (1000)
  --url URL         the gateway (http://127.0.0.1:8080)
  --connections N   messages under way at a time (4)
  --batch N         objects of one create message (1000)
  --links N         links of one operation set; the gateway's limits.operations bounds it (1000)
  --seed TEXT       another seed makes another utility (1)
  --prefix TEXT     stands in front of every name (CITY)
  --check           afterwards, ask for everything and compare it with what was sent
  --check-only      only that: what was loaded by the same options before
  --write DIR       write the messages as files into this folder, and send nothing
`;

const numbers = ['customers', 'connections', 'batch', 'links'];

function optionsOf(args) {
  const { values } = parseArgs({
    args,
    options: {
      customers: { type: 'string', default: '1000' },
      url: { type: 'string', default: 'http://127.0.0.1:8080' },
      connections: { type: 'string', default: '4' },
      batch: { type: 'string', default: '1000' },
      links: { type: 'string', default: '1000' },
      seed: { type: 'string', default: '1' },
      prefix: { type: 'string', default: 'CITY' },
      check: { type: 'boolean', default: false },
      'check-only': { type: 'boolean', default: false },
      write: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const options = { ...values };
  for (const name of numbers) {
    if (!/^[1-9]\d{0,8}$/.test(values[name])) throw new Error(`--${name} takes a number from 1, not ${values[name]}`);
    options[name] = Number(values[name]);
  }
  if (!URL.canParse(values.url)) throw new Error(`--url takes an address such as http://127.0.0.1:8080, not ${values.url}`);
  return options;
}

async function main(args) {
  const options = optionsOf(args);
  if (options.help) return void process.stdout.write(usage);
  const all = utility(options);
  if (options.write !== undefined) return writeMessages(plan(all, options), options.write);
  const client = gateway(options);
  try {
    if (!options['check-only']) await report(plan(all, options).map((step) => sending(step, options, client)));
    if (options.check || options['check-only']) await report(checks(all, options, client));
  } finally {
    client.close();
  }
}

/** A step of the plan that sends its messages and compares the mRIDs of the answers. */
function sending({ name, objects, messages }, { connections }, { ask }) {
  const run = (note) =>
    workOff(messages(), connections, async ({ text, objects: inside, ids }) => {
      const answer = await ask(text);
      if (answer.ids.length !== inside || ids?.some((id, at) => id !== answer.ids[at]))
        throw new Error(`${inside} objects sent, and the answer names ${answer.ids.length}, or others`);
      note(inside, Buffer.byteLength(text), answer.milliseconds);
    });
  return { name, objects, run };
}

/** Runs the steps one after the other, with a line for each: how many objects, in what time. */
async function report(steps) {
  const whole = { objects: 0, seconds: 0 };
  for (const { name, objects, run } of steps) {
    const [begin, sum] = [performance.now(), { done: 0, bytes: 0, messages: 0, longest: 0 }];
    await run((count, bytes, milliseconds) => {
      sum.done += count;
      if (bytes === undefined) return;
      sum.bytes += bytes;
      sum.messages++;
      sum.longest = Math.max(sum.longest, milliseconds);
    }).catch((error) => {
      throw new Error(`${name}, after ${sum.done} of ${objects}: ${error.message}`);
    });
    if (sum.done !== objects) throw new Error(`${name}: ${objects} wanted, ${sum.done} done`);
    const seconds = (performance.now() - begin) / 1000;
    whole.objects += objects;
    whole.seconds += seconds;
    const sent = `, ${sum.messages} messages of ${short(sum.bytes / sum.messages / 1000)} kB, longest ${short(sum.longest)} ms`;
    say(name, objects, seconds, sum.messages > 0 ? sent : '');
  }
  say('all', whole.objects, whole.seconds, '');
}

function say(name, objects, seconds, more) {
  const rate = `${short(objects / seconds)}/s`;
  process.stdout.write(`${name.padEnd(72)} ${String(objects).padStart(8)} in ${short(seconds)} s = ${rate}${more}\n`);
}

const short = (number) => (number < 10 ? number.toFixed(2) : String(Math.round(number)));

async function writeMessages(steps, folder) {
  await mkdir(folder, { recursive: true });
  let count = 0;
  for (const { name, messages } of steps)
    for (const { text } of messages()) {
      const what = name.replace(/[^A-Za-z]+/g, '-');
      await writeFile(join(folder, `${String(++count).padStart(5, '0')}-${what}.xml`), text);
    }
  process.stdout.write(`${count} messages in ${folder}\n`);
}

main(process.argv.slice(2)).catch((error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
