/** No object of a gateway has `__proto__`: neither in its process nor in its threads. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { repository } from '../faults/gateway-process.js';
import { run } from './command-line.js';

const says = `console.log('has it:', '__proto__' in {})`;
const url = (...path: string[]): string => JSON.stringify(pathToFileURL(join(repository, ...path)).href);

it('is taken away by the command, whatever Node was started with', async () => {
  const script = `process.argv = [process.execPath, 'decode', '3.31.0.23']; await import(${url('bin', 'cimgate.js')}); ${says}`;
  const { out, error } = await run(process.execPath, ['--input-type=module', '-e', script]);
  expect([error, out]).toEqual(['', expect.stringMatching(/disconnect[^]*has it: false/i)]);
});

it.each([
  ['SQLite', ['dist', 'store', 'sqlite-thread.js']],
  ['large messages', ['dist', 'soap', 'large-thread.js']],
])('is taken away in threads for %s', async (_, path) => {
  const thread = `import { parentPort } from 'node:worker_threads'; await import(${url(...path)}); parentPort.postMessage('__proto__' in {});`;
  const data = `{ wsdl: ${JSON.stringify(join(repository, 'wsdl'))}, limits: {} }`;
  const script = `
    import { Worker } from 'node:worker_threads';
    const worker = new Worker(new URL('data:text/javascript,' + encodeURIComponent(${JSON.stringify(thread)})), { workerData: ${data} });
    worker.on('message', (has) => { console.log('has it:', has); process.exit(0); });`;
  const { out, error } = await run(process.execPath, ['--input-type=module', '-e', script]);
  expect([error, out]).toEqual(['', 'has it: false\n']);
});

it('stands in everything that starts a gateway', () => {
  const read = (file: string): string => readFileSync(join(repository, file), 'utf8');
  expect(read('bin/cimgate.js')).toMatch(/^#!.* --disable-proto=delete\n/);
  expect((JSON.parse(read('package.json')) as { scripts: { start: string } }).scripts.start).toContain(
    '--disable-proto=delete',
  );
  expect(read('Dockerfile')).toContain('NODE_OPTIONS=--disable-proto=delete');
});
