/** Messages of readings written in many ways, and what is read of them put together again. */
import type { AnyMessage, PayloadPiece, PayloadRoot } from '../../src/message/call.js';

/** Numbers that look random and are the same in every run. */
export function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const header = `<m:Header><msg:Verb>created</msg:Verb><msg:Noun>MeterReadings</msg:Noun>
<msg:Timestamp>2026-11-22T08:15:30Z</msg:Timestamp><msg:Source>MDM</msg:Source><msg:MessageID>m-1</msg:MessageID></m:Header>`;

/** A `created MeterReadings` around these objects. */
export function createdReadings(objects: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>
<m:CreatedMeterReadings xmlns:m="http://iec.ch/TC57/2011/MeterReadingsMessage" xmlns:msg="http://iec.ch/TC57/2011/schema/message" xmlns:obj="http://iec.ch/TC57/2011/MeterReadings#">${header}<m:Payload><obj:MeterReadings>${objects}</obj:MeterReadings></m:Payload></m:CreatedMeterReadings>
</soap:Body></soap:Envelope>`;
}

export const readingType = '<obj:ReadingType ref="0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0"/>';

/** Ways to write a value: plainly, and so that readers must know XML. */
const values: readonly ((value: string) => string)[] = [
  (value) => value,
  (value) => value,
  (value) => value,
  (value) => `<![CDATA[${value}]]>`,
  (value) => `<!-- > </obj:value> -->${value}`,
  (value) => `${value.slice(0, 1)}<!---->${value.slice(1)}`,
  (value) => `&#x${value.charCodeAt(0).toString(16)};${value.slice(1)}`,
  (value) => ` ${value}\n`,
];

/** Ways to write a text that is not restricted. */
const texts = [
  'HES',
  'a &lt; b',
  'Z\u00e4hler',
  '\u{1f50c}',
  '<![CDATA[<obj:Readings>]]>',
  '&#38;&#x26;',
  'x &#169;\r\ny',
  '>',
  '\'"',
];

/** Payload objects at random: meters with readings, blocks and events, some of them long. */
export function anyObjects(below: (n: number) => number, count: number): string {
  const value = (): string => values[below(values.length)]!(String(100 + below(900)));
  const gap = (): string => ['', '\n  ', '<!-- between -->', ''][below(4)]!;
  const time = (): string => `2026-11-${10 + below(20)}T0${below(10)}:00:00Z`;
  const reading = (): string =>
    `<obj:Readings>${gap()}<obj:source>${texts[below(texts.length)]}</obj:source><obj:timeStamp >${time()}</obj:timeStamp><obj:value>${value()}</obj:value>${readingType}</obj:Readings>${gap()}`;
  const interval = (): string =>
    `<obj:IntervalReadings><obj:timeStamp>${time()}</obj:timeStamp><obj:value>${value()}</obj:value></obj:IntervalReadings>${gap()}`;
  const block = (): string =>
    `<IntervalBlocks xmlns="http://iec.ch/TC57/2011/MeterReadings#">${Array.from({ length: below(30) }, interval).join('')}${readingType}</IntervalBlocks>`;
  const meter = (id: number): string =>
    `<obj:MeterReading>${Array.from({ length: below(4) }, block).join('')}<obj:Meter><obj:Names><obj:name>SIM-${id}</obj:name></obj:Names></obj:Meter>${Array.from({ length: below(40) }, reading).join('')}${below(3) > 0 ? '' : '<obj:UsagePoint><obj:mRID>UP &amp; 1</obj:mRID></obj:UsagePoint>'}</obj:MeterReading>${gap()}`;
  return Array.from({ length: count }, (_, id) => meter(id)).join('');
}

/** The payload that these parts make, with neighbours put together that are slices of one object. */
export function joined(parts: readonly (AnyMessage | PayloadPiece)[]): PayloadRoot {
  const lists: Record<string, unknown[]> = {};
  for (const part of parts) {
    const root = 'root' in part ? part.root : (part.Payload!['MeterReadings'] as PayloadRoot);
    for (const [name, members] of Object.entries(root))
      if (Array.isArray(members)) (lists[name] ??= []).push(...(members as unknown[]));
  }
  return together(lists);
}

/** Every reading at the path that its part says it has in the message. */
export function places(parts: readonly (AnyMessage | PayloadPiece)[]): Readonly<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  for (const part of parts) {
    const root = 'root' in part ? part.root : ((part.Payload?.['MeterReadings'] ?? {}) as PayloadRoot);
    const { offsets = {}, within = {} } = 'root' in part ? part : {};
    const look = (path: string, members: unknown, before: number, goesOn: boolean): void => {
      for (const [at, member] of ((members ?? []) as readonly PayloadRoot[]).entries()) {
        const place = `${path}[${before + at}]`;
        const continued = goesOn && at === 0;
        if (path.endsWith('Readings')) found[place] = member;
        for (const name of ['IntervalBlocks', 'IntervalReadings', 'Readings'])
          look(`${place}.${name}`, member[name], continued ? (within[name] ?? 0) : 0, continued);
      }
    };
    look('MeterReading', root['MeterReading'], offsets['MeterReading'] ?? 0, true);
  }
  return found;
}

const long = new Set(['MeterReading', 'IntervalBlocks', 'IntervalReadings', 'Readings', 'EndDeviceEvents']);

function together(object: PayloadRoot): PayloadRoot {
  return Object.fromEntries(
    Object.entries(object).flatMap(([name, value]) => {
      if (value === undefined || !long.has(name)) return value === undefined ? [] : [[name, value]];
      const members: PayloadRoot[] = [];
      for (const member of value as readonly PayloadRoot[]) {
        const last = members.at(-1);
        if (last !== undefined && !name.endsWith('Readings') && sameBeside(last, member))
          members[members.length - 1] = merged(last, member);
        else members.push(member);
      }
      return members.length === 0 ? [] : [[name, members.map(together)]];
    }),
  );
}

function beside(object: PayloadRoot): string {
  return JSON.stringify(Object.entries(object).filter(([name, value]) => !long.has(name) && value !== undefined));
}

function sameBeside(a: PayloadRoot, b: PayloadRoot): boolean {
  return beside(a) === beside(b);
}

function merged(a: PayloadRoot, b: PayloadRoot): PayloadRoot {
  const both: Record<string, unknown> = { ...a };
  for (const [name, value] of Object.entries(b))
    if (long.has(name)) both[name] = [...((a[name] ?? []) as unknown[]), ...((value ?? []) as unknown[])];
  return both;
}
