/** Disks that are full, slow, failing, damaged or held by others (security §5.4 to §5.6): never a false OK, and on again when they are well. */
import { chmodSync, chownSync, existsSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { startGatewayProcess } from '../gateway-process.js';
import { damage, expectRefusedForNow, type Folder, haveCompiler, isAcknowledged, limitFiles, newFolder, type Shim, shimIn, storedGateway, type StoredGateway } from './stored-gateway.js'; // prettier-ignore

let folder: Folder;
let gateway: StoredGateway | undefined;
beforeEach(() => (folder = newFolder()));
afterEach(async () => {
  await gateway?.stop('SIGKILL');
  gateway = undefined;
  folder.remove();
});

const withCompiler = haveCompiler ? it : it.skip;
const linux = process.platform === 'linux' ? it : it.skip;

/** Creates so many meters; answers the names of those that were acknowledged. */
async function createSome(count: number, prefix: string): Promise<string[]> {
  const names = Array.from({ length: count }, (_, at) => `${prefix}-${at}`);
  const answers = await Promise.all(names.map((name) => gateway!.create(name)));
  return names.filter((_, at) => isAcknowledged(answers[at]!));
}
async function expectAll(names: readonly string[]): Promise<void> {
  for (const name of names) expect([name, await gateway!.has(name)]).toEqual([name, true]);
}
async function restart(): Promise<void> {
  await gateway!.stop('SIGKILL');
  gateway = await storedGateway(folder);
}

linux(
  'a full disk refuses what it cannot keep, is read on, and is forgotten when there is room',
  async () => {
    gateway = await storedGateway(folder);
    const acknowledged = await createSome(5, 'BEFORE');
    expect(acknowledged).toHaveLength(5);
    limitFiles(gateway.pid, statSync(`${folder.file}-wal`).size + 100_000);
    let refused: string | undefined;
    for (let at = 0; at < 500 && refused === undefined; at++) {
      const answer = await gateway.create(`FULL-${at}`);
      if (isAcknowledged(answer)) acknowledged.push(`FULL-${at}`);
      else {
        expectRefusedForNow(answer);
        refused = `FULL-${at}`;
      }
    }
    expect(refused).toBeDefined();
    expect(await gateway.has('BEFORE-0')).toBe(true);
    expectRefusedForNow(await gateway.create(refused!));

    limitFiles(gateway.pid, 'unlimited');
    expect(isAcknowledged(await gateway.create(refused!))).toBe(true); // the same message again
    acknowledged.push(refused!, ...(await createSome(5, 'AFTER')));
    await expectAll(acknowledged);
    await restart();
    await expectAll(acknowledged);
  },
  60_000,
);

it('a database that another process holds refuses writes after a while, and takes them when it is free', async () => {
  gateway = await storedGateway(folder);
  const holder = new Database(folder.file);
  holder.exec('begin immediate');
  const began = performance.now();
  const [held] = await Promise.all([gateway.create('HELD'), expectReads()]);
  expectRefusedForNow(held);
  expect(performance.now() - began).toBeLessThan(20_000);
  holder.exec('rollback');
  holder.close();
  expect(isAcknowledged(await gateway.create('HELD'))).toBe(true);
  expect(await gateway.has('HELD')).toBe(true);

  async function expectReads(): Promise<void> {
    const begun = performance.now();
    expect(await gateway!.has('SIM-000001')).toBe(true);
    expect(performance.now() - begun).toBeLessThan(2_000);
  }
}, 60_000);

it('a database that may not be written is named at the start', async () => {
  gateway = await storedGateway(folder);
  await gateway.stop();
  gateway = undefined;
  const asRoot = process.getuid?.() === 0;
  if (asRoot) chownSync(folder.path, 65_534, 65_534);
  chmodSync(folder.file, 0o444);
  chmodSync(folder.path, 0o555);
  const nobody = asRoot ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] : [];
  const start = startGatewayProcess({ CIMGATE_STORE: `sqlite:${folder.file}` }, undefined, ['serve'], nobody);
  await expect(start).rejects.toThrow(/the gateway ended at once: cimgate: .*(readonly|read-only|unable to open)/);
  chmodSync(folder.path, 0o755);
}, 30_000);

it.each([
  ['the first page', (bytes: Buffer) => bytes.fill(0x5a, 0, 100), /cimgate: .*not a database/],
  ['all that is behind it', (bytes: Buffer) => bytes.subarray(0, 4096), /cimgate: .*(malformed|corrupt)/],
])(
  'a database that has lost %s is refused at the start, in words',
  async (_, change, says) => {
    gateway = await storedGateway(folder);
    await createSome(20, 'M');
    await gateway.stop();
    gateway = undefined;
    damage(folder.file, change);
    await expect(startGatewayProcess({ CIMGATE_STORE: `sqlite:${folder.file}` })).rejects.toThrow(says);
  },
  30_000,
);

it('a damaged page is an answer that fails for those who need it, and never a false one', async () => {
  gateway = await storedGateway(folder);
  const names = await createSome(60, 'M');
  await gateway.stop();
  damage(folder.file, (bytes) => bytes.fill(0xa5, bytes.length - 3 * 4096));
  try {
    gateway = await storedGateway(folder);
  } catch (error) {
    gateway = undefined;
    expect((error as Error).message).toMatch(/cimgate: .*(malformed|corrupt)/);
    return;
  }
  for (const name of names) {
    const found = await gateway.has(name).catch((error: Error) => error.message);
    if (found !== true) expect(found).toMatch(/answered 500.*soap:Server|5\.1/s);
  }
  expect(gateway.running()).toBe(true);
}, 60_000);

it('a WAL that has lost its end is a database that has lost its last transactions, each as a whole', async () => {
  gateway = await storedGateway(folder);
  const names: string[] = [];
  for (let at = 0; at < 20; at++) names.push(...(await createSome(1, `W${at}`)));
  await gateway.stop('SIGKILL');
  expect(existsSync(`${folder.file}-wal`)).toBe(true);
  damage(`${folder.file}-wal`, (bytes) => bytes.subarray(0, bytes.length - 3 * 4096 - 17));
  gateway = await storedGateway(folder);
  const found: boolean[] = [];
  for (const name of names) found.push(await gateway.has(name));
  const kept = found.lastIndexOf(true) + 1;
  expect(found).toEqual(names.map((_, at) => at < kept)); // no holes
  expect(kept).toBeGreaterThan(10);
  expect(isAcknowledged(await gateway.create('AGAIN'))).toBe(true);
}, 60_000);

describe('fsync', () => {
  let shim: Shim;
  const started = async (): Promise<void> => {
    shim = shimIn(folder);
    gateway = await storedGateway(folder, { before: shim.before });
  };

  withCompiler(
    'that is slow makes acknowledgements late, and nobody else',
    async () => {
      await started();
      shim.fsync(2_000);
      const begun = performance.now();
      const writing = gateway!.create('SLOW').then((answer) => [answer, performance.now() - begun] as const);
      expect(await gateway!.has('SIM-000001')).toBe(true);
      expect(performance.now() - begun).toBeLessThan(1_500);
      const [answer, took] = await writing;
      expect(isAcknowledged(answer)).toBe(true);
      expect(took).toBeGreaterThanOrEqual(1_900);
      shim.fsync('well');
    },
    60_000,
  );

  withCompiler(
    'that fails acknowledges nothing, and what was acknowledged is there when the disk is well',
    async () => {
      await started();
      const acknowledged = await createSome(3, 'BEFORE');
      shim.fsync('failing');
      const refused = await Promise.all(['A', 'B', 'C'].map((name) => gateway!.create(name)));
      for (const answer of refused) expectRefusedForNow(answer);
      expect(gateway!.running()).toBe(true);
      shim.fsync('well');
      acknowledged.push(...(await createSome(3, 'AFTER')));
      expect(acknowledged).toHaveLength(6);
      for (const name of ['A', 'B', 'C']) if (isAcknowledged(await gateway!.create(name))) acknowledged.push(name);
      expect(acknowledged).toHaveLength(9);
      await restart();
      await expectAll(acknowledged);
    },
    60_000,
  );
});
