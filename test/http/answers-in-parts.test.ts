/** Answers that are too large for one message, asked for later, for every noun: parts that are valid, complete, and end with the last. */
import { nouns } from '../../src/nouns.js';
import type { NounRow } from '../../src/services/noun-row.js';
import { testGateway, type Answer, type TestGateway } from '../support/gateway.js';
import { fullContent, messageText, operationOf, type MessageParts } from '../support/noun-messages.js';

const partSize = 6_000;
const count = 12;

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await testGateway({ config: { replies: { partSize } } });
});
afterAll(() => gateway.stop());

function send(noun: string, verb: 'get' | 'created', parts: MessageParts): Promise<Answer> {
  const operation = operationOf(noun, verb);
  const soapAction = { SOAPAction: `"${operation.soapAction}"` };
  return gateway.post(`/soap/${operation.services[0]}`, messageText(operation, parts), soapAction);
}

/** A dozen of the fullest objects that the schema allows; answers their mRIDs. */
async function aDozen(noun: string, { objects, anonymous }: NounRow): Promise<readonly string[]> {
  const kind = objects === 'payload' ? noun : objects[0]!;
  await send(noun, 'created', { content: fullContent(noun, objects, 'model') });
  const { store } = gateway.ports;
  const [model] = await store.objects({ noun, kinds: [kind], newestFirst: true, limit: 1 });
  const unnamed = objects === 'payload' || anonymous === true;
  const twins = Array.from({ length: count }, (_, at) => {
    const mRID = `${noun}-${at + 1}`;
    const document = unnamed ? model!.document : { ...model!.document, mRID };
    return { noun, kind, mRID, names: [], state: 'active', document, references: [] } as const;
  });
  await store.transaction((tx) => tx.insert(twins, { at: '2026-11-22T12:00:00Z' }));
  return twins.map(({ mRID }) => mRID);
}

/** Asks for objects by ID, to be answered later; fetches every part of the answer. */
async function askedLater(noun: string, ids: readonly string[]): Promise<readonly Answer[]> {
  const MessageID = `later-${noun}`;
  const header = { AsyncReplyFlag: 'true', ReplyAddress: 'poll', MessageID };
  const accepted = await send(noun, 'get', { ids, header });
  expect(accepted.reply?.Reply).toMatchObject({ Result: 'OK', Error: [{ code: '0.3' }] });
  await gateway.ports.jobs.idle();
  const part = (at: number) =>
    send(noun, 'get', { ids: [MessageID], options: { IDKind: 'transaction', Part: String(at) } });
  const parts = [await part(1)];
  const whole = Number(/\/(\d+)$/.exec(partOf(parts[0]!) ?? '')?.[1] ?? '1');
  for (let at = 2; at <= whole; at++) parts.push(await part(at));
  return parts;
}

function partOf({ reply }: Answer): string | undefined {
  return reply?.Header.Property?.find(({ Name }) => Name === 'Part')?.Value;
}

const elementsIn = ({ reply }: Answer, noun: string, kind: string): readonly { readonly mRID?: string }[] => {
  const payload = reply?.Payload as Readonly<Record<string, Readonly<Record<string, never>>>> | undefined;
  return payload?.[noun]?.[kind] ?? [];
};

const rows = (Object.entries(nouns) as [string, NounRow][]).filter(
  // what meters are read for comes in parts as it is read: read-requests.test.ts
  ([noun, { verbs }]) => verbs.includes('get') && noun !== 'MeterReadings',
);
const several = rows.filter(([, { objects }]) => objects !== 'payload');
const single = rows.filter(([, { objects }]) => objects === 'payload');

test.each(several)('%s comes in parts, each valid, the last one recognisable, complete in all', async (noun, row) => {
  const [kind = ''] = row.objects;
  const ids = await aDozen(noun, row);
  const parts = await askedLater(noun, ids);
  expect(parts.length).toBeGreaterThan(1);
  expect(parts.map(partOf)).toEqual(parts.map((_, at) => `${at + 1}/${parts.length}`));
  for (const [at, { reply, text }] of parts.entries()) {
    const last = at === parts.length - 1;
    const codes = reply!.Reply.Error?.map(({ code }) => code);
    expect([reply!.Reply.Result, codes]).toEqual(last ? ['OK', ['0.0']] : ['PARTIAL', ['0.1']]);
    expect(reply!.Header).toMatchObject({ Verb: 'reply', Noun: noun, CorrelationID: `later-${noun}` });
    // a part is as long as was set, but for its frame, or holds a single object
    if (elementsIn(parts[at]!, noun, kind).length > 1) expect(text.length).toBeLessThan(2 * partSize);
  }
  expect(new Set(parts.map(({ reply }) => reply!.Header.MessageID)).size).toBe(parts.length);
  const elements = parts.flatMap((part) => elementsIn(part, noun, kind));
  expect(elements).toHaveLength(count);
  if (row.anonymous === true) expect(parts.at(-1)!.reply!.Reply.ID?.map(({ text }) => text)).toEqual(ids);
  else expect(elements.map(({ mRID }) => mRID)).toEqual(ids);
});

test.each(single)('%s is one object and comes whole, however large', async (noun, row) => {
  const ids = await aDozen(noun, row);
  const [only, ...more] = await askedLater(noun, ids.slice(0, 1));
  expect(more).toEqual([]);
  expect(partOf(only!)).toBeUndefined();
  expect(only!.reply!.Reply).toMatchObject({ Result: 'OK', Error: [{ code: '0.0' }] });
  expect(only!.reply!.Reply.ID?.map(({ text }) => text)).toEqual(ids.slice(0, 1));
});
