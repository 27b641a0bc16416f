/** The gateway under test, a process of its own as users run it, and the two ways to send it something. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('../../../bin/cimgate.js', import.meta.url));

/** Answers stay small, and nobody waits for long; everything else as it comes. */
const usual = 'replies: { syncTimeout: 2000, objects: 300, readings: 3000, streamedReadings: 3000 }\n';

/**
 * Starts a gateway over a store in memory.
 * @param settings text of a settings file, instead of the usual one
 * @returns `log`: lines it has written that nobody has looked at yet
 */
export async function startGatewayUnderTest(settings = usual) {
  const folder = mkdtempSync(join(tmpdir(), 'cimgate-fuzz-'));
  const file = join(folder, 'settings.yaml');
  writeFileSync(file, settings);
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(CIMGATE_|NODE_OPTIONS)/.test(name)),
  );
  const child = spawn(process.execPath, [command, 'serve'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...env,
      CIMGATE_STORE: 'memory',
      CIMGATE_PORT: '0',
      CIMGATE_SIM_METERS: '20',
      CIMGATE_SIM_SPEED: '1000',
      CIMGATE_LOG: 'info',
      CIMGATE_CONFIG: file,
    },
  });
  const log = [];
  let rest = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop();
    log.push(...lines);
  });
  const ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal ?? code)));
  void ended.then(() => rmSync(folder, { recursive: true, force: true }));
  const port = await new Promise((resolve, reject) => {
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      said += text;
      const found = /http:\/\/\S+?:(\d+)\/soap/.exec(said);
      if (found) resolve(Number(found[1]));
    });
    void ended.then((code) => reject(new Error(`the gateway ended with ${code}: ${log.join('\n')}`)));
  });
  const agent = new Agent({ keepAlive: true });
  return {
    log,
    running: () => child.exitCode === null && child.signalCode === null,
    /** Resolves with the answer, or undefined when none comes in time. */
    send: (request, patience) =>
      request.raw === undefined ? overHttp(port, agent, request, patience) : overSocket(port, request.raw, patience),
    /** Resolves with its exit code. */
    stop: () => {
      agent.destroy();
      child.kill('SIGTERM');
      return ended;
    },
  };
}

function overHttp(port, agent, { path, headers, body }, patience) {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), patience);
    const done = (answer) => {
      clearTimeout(timer);
      resolve(answer);
    };
    const failed = (error) => done({ status: undefined, body: Buffer.from(String(error)) });
    const outgoing = httpRequest(
      { port, host: '127.0.0.1', agent, path, method: 'POST', headers: { ...headers, 'Content-Length': body.length } },
      (response) => {
        const chunks = [];
        response.on('data', (chunk) => chunks.push(chunk)).on('error', failed);
        response.on('end', () =>
          done({
            status: response.statusCode,
            contentType: response.headers['content-type'],
            body: Buffer.concat(chunks),
          }),
        );
      },
    );
    outgoing.on('error', failed);
    outgoing.end(body);
  });
}

/** An end of the connection without an answer has no status. */
function overSocket(port, bytes, patience) {
  return new Promise((resolve) => {
    const chunks = [];
    const socket = connect({ port, host: '127.0.0.1' });
    const timer = setTimeout(() => {
      resolve(undefined);
      socket.destroy();
    }, patience);
    socket.on('data', (chunk) => chunks.push(chunk)).on('error', () => {});
    socket.on('close', () => {
      clearTimeout(timer);
      const body = Buffer.concat(chunks);
      // an interim answer (100) stands before the answer itself
      const status = /^(?:HTTP\/1\.1 1[^]*?\r\n\r\n)*HTTP\/1\.1 ([2-5]\d\d)/.exec(body.toString('latin1', 0, 500))?.[1];
      resolve({ status: status && Number(status), body });
    });
    socket.end(bytes);
  });
}
