/** What holds for every row of the noun table, whatever nouns there will be. */
import { nounNames, operations, type Noun, type Verb } from '../../../src/generated/operations.js';
import type { Cursor } from '../../../src/generated/runtime.js';
import { nouns } from '../../../src/nouns.js';
import { dispatcher } from '../../../src/services/dispatcher.js';
import { nounService } from '../../../src/services/noun-service.js';
import type { NounRow } from '../../../src/services/noun-row.js';
import { childrenOf } from '../../../src/services/places.js';
import { nounServices } from '../../../src/services/services.js';
import { aMessage, aName, gist, idsIn } from '../../support/builders.js';
import { testPorts, type TestPorts } from '../../support/test-ports.js';

const rows = Object.entries(nouns) as [Noun, NounRow][];
const kindsOf = ([noun, row]: [Noun, NounRow]) =>
  row.objects === 'payload' ? [] : row.objects.map((kind) => [noun, kind] as const);
const generic = rows.filter(([, row]) => !row.service && row.verbs.includes('create'));

let ports: TestPorts;
beforeAll(async () => {
  ports = await testPorts();
});
afterAll(() => ports.close());

it('has a row for every noun of the contract', () => {
  expect(Object.keys(nouns).sort()).toEqual([...nounNames].sort());
});

it('gives every noun a get and at least one event', () => {
  for (const [, row] of rows) expect(row.verbs).toEqual(expect.arrayContaining(['get', 'created']));
});

describe.each(rows)('%s', (noun, row) => {
  it('names objects that its profile has', () => {
    if (row.objects !== 'payload') expect(childrenOf(noun)).toEqual(expect.arrayContaining([...row.objects]));
  });

  it('offers each verb of its row, and no other', () => {
    const service = nounServices(nouns, ports).get(noun) ?? {};
    expect(Object.keys(service).sort()).toEqual([...row.verbs].sort());
  });

  it('answers every verb it does not have in the words of the standard', async () => {
    const missing = operations.filter((one) => one.noun === noun && !row.verbs.includes(one.verb));
    for (const { name, verb } of missing) {
      const reply = await aMessage(name)
        .with({ [childrenOf(noun)[0] ?? '']: [{ mRID: 'x' }] })
        .to(dispatcher(nouns, ports));
      expect(gist(reply)).toMatchObject({ result: 'FAILED', codes: ['2.9'] });
      expect(gist(reply).details[0]).toContain(`${noun} has no ${verb}; it has ${row.verbs.join(', ')}`);
    }
  });
});

it.each(rows.flatMap(kindsOf))('%s/%s has an mRID exactly when its row does not call it anonymous', (noun, kind) => {
  expect(membersBelow(noun, kind).has('mRID')).toBe(nouns[noun]?.anonymous !== true);
});

describe.each(generic)('%s, by the generic service', (noun, row) => {
  const kind = row.objects === 'payload' ? (childrenOf(noun)[0] ?? '') : (row.objects[0] ?? '');
  const element = { mRID: `${noun}-1`, Names: [aName(`${noun} one`, 'Test')] };
  const send = (verb: Verb, root: Readonly<Record<string, unknown>>, ids: readonly string[] = []) => {
    const operation = operations.find((one) => one.noun === noun && one.verb === verb);
    const message = aMessage(operation?.name ?? '').with(root);
    const withIds = ids.length > 0 ? message.request({ ID: ids }) : message;
    const { message: typed, call } = withIds;
    return (nounService(row, noun, ports)[verb] ?? (() => Promise.reject(new Error('no handler'))))(typed, call);
  };

  it('creates, answers, and deletes an object', async () => {
    const content = row.anonymous ? { Meter: element } : element;
    const created = await send('create', { [kind]: [content] });
    expect(gist(created)).toEqual({ result: 'OK', codes: [], details: [] });
    const ids = idsIn(created);
    expect(ids).toHaveLength(1);

    const answered = await send('get', {}, ids);
    expect(gist(answered).result).toBe('OK');
    expect(answered.Payload).toEqual({ [noun]: { [kind]: [content] } });

    expect(gist(await send('delete', {}, ids)).result).toBe('OK');
    await expect(send('get', {}, ids)).rejects.toThrow(/no .* has the mRID/);
  });
});

/** Asks the generated reader which members an element below the payload root may have. */
function membersBelow(noun: string, kind: string): ReadonlySet<string> {
  const members = new Set<string>();
  const path: string[] = [];
  const into = (name: string, read: (c: Cursor) => unknown): void => {
    if (path.includes(name) || path.length > 5) return;
    path.push(name);
    read(cursor);
    path.pop();
  };
  const leaf = (_: number, name: string): void => {
    if (path.at(-1) === kind && path.at(-2) === noun) members.add(name);
  };
  const branch = (namespace: number, name: string, read: (c: Cursor) => unknown): void => {
    leaf(namespace, name);
    into(name, read);
  };
  const answers: Record<string, unknown> = {
    enter: () => 0,
    leave: () => undefined,
    at: () => false,
    repeat: () => undefined,
  };
  const cursor = new Proxy(answers, {
    get: (_, method: string) => {
      if (Object.hasOwn(answers, method)) return answers[method];
      return ['one', 'maybe', 'many'].includes(method) ? branch : leaf;
    },
  }) as unknown as Cursor;
  operations.find((one) => one.noun === noun && one.verb === 'create')?.read(cursor);
  return members;
}
