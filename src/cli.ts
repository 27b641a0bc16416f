/** The `cimgate` command: the face of the gateway at a terminal. Each command loads only what it needs, so that it is quick. */
import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { Command } from 'commander';
import type { PolicyQuestion } from './cli/policy.js';
import type { SendOptions } from './cli/send.js';
import { printable } from './cli/printable.js';
import type { ServeOptions } from './cli/serve.js';
import type { SimulateOptions } from './cli/simulate.js';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

const program = new Command('cimgate')
  .description('A gateway for IEC 61968-9 (meter reading and control) over SOAP.')
  .version(version)
  .showHelpAfterError('(cimgate --help lists the commands)');

program
  .command('serve')
  .description('serve the SOAP endpoint; settings come from config/, CIMGATE_CONFIG and the environment')
  .option('--workers <count>', 'how many processes serve at the address together; more than one need PostgreSQL')
  .action(async (options: ServeOptions) => {
    // the start makes much that is thrown away at once: without this, V8 keeps tens of MB for it for good
    setFlagsFromString('--semi-space-growth-factor=1');
    const { serve } = await import('./cli/serve.js');
    await serve(options);
    setFlagsFromString('--semi-space-growth-factor=2');
  });

/** Prints a line that may hold what others have written: nothing in it is obeyed by the terminal. */
const print = (line: string): void => console.log(printable(line));

const eachOf = (value: string, before: readonly string[]): readonly string[] => [...before, value];

program
  .command('simulate')
  .description('serve a head end of simulated meters over SOAP, for gateways to be tried with')
  .option('--meters <count>', 'how many meters, SIM-000001 ...')
  .option('--seed <number>', 'another seed gives other readings')
  .option('--speed <factor>', "how many times faster than ours the meters' time runs")
  .option('--host <host>', 'the address to listen at (default 127.0.0.1)')
  .option('--port <port>', 'the port; 0 takes a free one', '8081')
  .option('--reply-to <name=url>', 'where later replies may go; may be given several times', eachOf, [])
  .option('--events <name>', 'who of these hears of events and readings; may be given several times', eachOf, [])
  .action(async (options: SimulateOptions) => {
    const { simulate } = await import('./cli/simulate.js');
    await simulate(options);
  });

program
  .command('validate')
  .description('check a message or payload against the contract, and say its codes in plain English')
  .argument(
    '<file>',
    'an XML file: a SOAP envelope, a message such as CreateMeterConfig, or a payload such as MeterReadings',
  )
  .action(async (file: string) => {
    const { validate } = await import('./cli/validate.js');
    process.exitCode = validate(file, print);
  });

program
  .command('decode')
  .description('say a code in plain English: reading type, event, control, quality, reply code')
  .argument('<code>', 'for example 0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0 or 3.31.0.23')
  .action(async (code: string) => {
    const { decodeCode } = await import('./message/codes/decode.js');
    const meanings = decodeCode(code);
    meanings.forEach((meaning, i) => {
      if (i > 0) console.log();
      console.log(meaning.sentence);
      for (const line of meaning.lines) console.log(`  ${line}`);
    });
    process.exitCode = meanings.every((m) => m.kind === 'unknown') ? 1 : 0;
  });

program
  .command('send')
  .description('send a message as it stands in a file, show the answer and say its codes in plain English')
  .argument('<file>', 'a SOAP envelope')
  .requiredOption('--to <url>', 'for example http://127.0.0.1:8080/soap')
  .option('--user <name>', 'who sends it, by HTTP Basic')
  .option('--password <place>', 'where his password is: file:PATH or env:NAME')
  .option('--username-token <kind>', 'show user and password in the message (WS-Security) instead: text or digest')
  .option('--token <place>', 'where a bearer token is: file:PATH or env:NAME')
  .option('--certificate <path>', 'client certificate (PEM), with those between it and its authority')
  .option('--key <path>', 'its key (PEM)')
  .option('--ca <path>', "authorities of the server (PEM) instead of the system's")
  .action(async (file: string, options: SendOptions) => {
    const { send } = await import('./cli/send.js');
    process.exitCode = await send(file, options, process.env, print);
  });

const audit = program.command('audit').description('the record of what was decided, in the database of the settings');
audit
  .command('verify')
  .description('prove that no record was changed or taken out')
  .option('--heads <file>', 'heads that were kept elsewhere, written by cimgate audit heads')
  .action(async ({ heads }: { heads?: string }) => {
    const { verifyAudit } = await import('./cli/audit.js');
    const { loadConfig } = await import('./config.js');
    process.exitCode = await verifyAudit(loadConfig(process.env).store, heads, (line) => console.log(line));
  });
audit
  .command('export')
  .description('write the records as JSON, a line each')
  .option('--from <time>', 'only from this time on')
  .option('--to <time>', 'only from before this time')
  .action(async (times: { from?: string; to?: string }) => {
    const { exportAudit } = await import('./cli/audit.js');
    const { loadConfig } = await import('./config.js');
    process.exitCode = await exportAudit(loadConfig(process.env).store, times, (line) => console.log(line));
  });
audit
  .command('heads')
  .description('write the last record of each chain: kept elsewhere they prove later that nothing was cut off')
  .action(async () => {
    const { auditHeads } = await import('./cli/audit.js');
    const { loadConfig } = await import('./config.js');
    process.exitCode = await auditHeads(loadConfig(process.env).store, (line) => console.log(line));
  });

program
  .command('policy')
  .description('who may do what, by the settings')
  .command('check')
  .description('say whether somebody may do something, and by which rule')
  .requiredOption('--principal <name>', 'who')
  .option('--roles <names>', 'with these roles, separated by commas, instead of those of the settings')
  .requiredOption('--verb <verb>', 'create, get, ...; for the API get, change, delete')
  .requiredOption('--noun <noun>', 'EndDeviceControls, ...; Contract, Metrics, API/disconnects, ...')
  .option('--control-type <code>', 'for example 3.31.0.23')
  .option('--source <text>', 'what Header/Source says')
  .option('--groups <names>', 'the groups that the device is in, separated by commas')
  .action(async (asked: PolicyQuestion) => {
    const { checkPolicy } = await import('./cli/policy.js');
    const { loadConfig } = await import('./config.js');
    process.exitCode = checkPolicy(loadConfig(process.env), asked, (line) => console.log(line));
  });

program
  .command('password')
  .description(
    'read a password from the terminal or from standard input, and print what passwordHash of a principal must say',
  )
  .action(async () => {
    const { password } = await import('./cli/password.js');
    await password(process.stdin, process.stdout, process.stderr);
  });

/** How far ahead `migrate` makes places for readings. */
const monthsAhead = 24;
const day = 86_400_000;

program
  .command('migrate')
  .description('bring the database named by the settings to the shape of this version')
  .action(async () => {
    const { loadConfig, withoutPassword } = await import('./config.js');
    const { openStore } = await import('./store/open-store.js');
    const { store } = loadConfig(process.env);
    if (store === 'memory') return console.log('The store is in memory: there is nothing to migrate.');
    const opened = await openStore(store);
    try {
      // for gateways whose role may make no tables; others see to it themselves
      await opened.prepareReadings(Date.now() - day, Date.now() + monthsAhead * 31 * day);
    } finally {
      await opened.close();
    }
    console.log(`${withoutPassword(store)} is ready for version ${version}.`);
  });

try {
  await program.parseAsync();
} catch (error) {
  console.error(`cimgate: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = error instanceof Error && error.name === 'ConfigError' ? 78 : 1;
}
