/** Prints docs/nouns.md from the table of nouns and the contract, so that it cannot be wrong. Runs last in `npm run generate`. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { nounNames, operations, type Noun, type Verb } from '../generated/operations.js';
import { profiles } from '../generated/profiles.js';
import { nouns } from '../nouns.js';

const verbs: readonly Verb[] = [
  'get',
  'create',
  'change',
  'cancel',
  'close',
  'delete',
  'created',
  'changed',
  'canceled',
  'closed',
  'deleted',
];

const provenance: Readonly<Record<string, string>> = {
  certain: 'published schema, two copies agree',
  high: 'published schema',
  medium: 'draft or worked example',
  derived: 'derived from the CIM classes',
  low: 'assumed; only the name is known',
};

/** The whole document, Markdown. */
export function nounsDocument(): string {
  const lines = [
    '# Nouns',
    '',
    '<!-- Printed by `npm run generate` from src/nouns.ts and wsdl/. Do not edit. -->',
    '',
    'Every noun has the operations Get, Create, Change, Cancel, Close, Delete and the five events in its WSDLs. A verb that makes',
    'no sense for a noun is answered FAILED with code 2.9 and the list of verbs it has. `x`: offered. `special`: a service of',
    'its own is laid over the generic one.',
    '',
    `| noun | ${verbs.join(' | ')} | service |`,
    `| --- | ${verbs.map(() => '---').join(' | ')} | --- |`,
  ];
  for (const noun of nounNames) {
    const row = nouns[noun];
    const marks = verbs.map((v) => (row?.verbs.includes(v) ? 'x' : ''));
    lines.push(
      `| ${noun} | ${marks.join(' | ')} | ${row === undefined ? 'not served' : row.service ? 'special' : 'generic'} |`,
    );
  }
  lines.push(
    '',
    '## Where the structure comes from',
    '',
    'A licensed XSD of the same name in `wsdl/licensed/` wins over ours. A stand-in is a Get profile of our own, because none is',
    'publicly known: zero or more of the noun’s objects by mRID and Names, and the related objects to look it up by.',
    '',
    '| noun | profile | objects | Get profile | selects by |',
    '| --- | --- | --- | --- | --- |',
  );
  for (const noun of nounNames) {
    const own = profiles.find((p) => p.name === noun);
    const get = profiles.find((p) => p.name === `Get${noun}`);
    const objects = objectsOf(noun);
    lines.push(
      `| ${noun} | ${provenance[own?.confidence ?? ''] ?? 'unknown'} | ${objects} | ${get?.standIn ? 'stand-in' : (provenance[get?.confidence ?? ''] ?? 'unknown')} | ${(get?.children ?? []).map((c) => c.name).join(', ')} |`,
    );
  }
  lines.push('', '## Services', '', '| service | operations |', '| --- | --- |');
  const services = new Map<string, string[]>();
  for (const o of operations) for (const s of o.services) services.set(s, [...(services.get(s) ?? []), o.name]);
  for (const [service, names] of [...services].sort(([a], [b]) => (a < b ? -1 : 1)))
    lines.push(`| \`${service}\` | ${names.join(', ')} |`);
  lines.push('');
  return lines.join('\n');
}

function objectsOf(noun: Noun): string {
  const objects = nouns[noun]?.objects;
  if (objects === undefined) return '';
  return objects === 'payload' ? 'the payload as a whole' : objects.join(', ');
}

writeFileSync(fileURLToPath(new URL('../../docs/nouns.md', import.meta.url)), nounsDocument());
