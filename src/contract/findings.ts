/** Turns what libxml2 says of an invalid message into findings: the path with indexes, the line, plain words, a code. */
import type { ReplyCode } from '../message/reply-codes.js';
import { NAME, NAME_END, NEXT, NS, START, STRIDE, type Tape } from './scan.js';
import { partOf, type Part } from './spelling.js';
import type { SchemaFinding } from './validator.js';
import { abstractPayload } from './wrapping.js';

/** A finding in words. `text` is a whole sentence part: path, line, what is wrong. */
export interface PlainFinding {
  readonly code: ReplyCode;
  readonly path: string;
  readonly line: number;
  readonly what: string;
}

/** One line for people: `CreateMeterConfig.Header.Verb (line 5): "smash" is not one of the allowed values`. */
export function sentenceOf(finding: PlainFinding): string {
  return `${finding.path} (line ${finding.line}): ${finding.what}`;
}

/** Most findings that are told; a message with more is broken by the same mistake again and again. */
const mostFindings = 50;

/**
 * @param findings as libxml2 gave them, in document order
 * @param outside how many steps of the XPath lead to the message (Envelope and Body)
 * @param tape the document: libxml2 leaves the names of elements without prefix out of its paths
 */
export function plainFindings(
  findings: readonly SchemaFinding[],
  outside: number,
  tape?: Tape,
): readonly PlainFinding[] {
  const plain: PlainFinding[] = [];
  for (const finding of findings) {
    const place = tape && placeOnTape(finding.xpath, tape);
    const steps = place?.steps ?? stepsOf(finding.xpath);
    const path = steps.slice(outside).join('.');
    const said = splitMessage(finding.message);
    // a value that breaks a restricted type is reported twice, for the facet and for the type: the first says it all
    const last = plain.at(-1);
    if (
      last?.path === path &&
      last.line === finding.line &&
      !said.about.startsWith('[facet') &&
      invalidValue(said.about)
    )
      continue;
    if (plain.length === mostFindings) {
      plain.push({
        code: '5.4',
        path,
        line: finding.line,
        what: `${findings.length - mostFindings} more findings are not listed`,
      });
      break;
    }
    plain.push({
      code: codeOf(said.about, steps.slice(outside)),
      path,
      line: finding.line,
      what: (place && wrongPayload(said, place, tape)) ?? plainWords(said, steps.at(-1) ?? ''),
    });
  }
  return plain;
}

/** `/soap:Envelope/soap:Body/m:CreateX` -> `Envelope`, `Body`, `CreateX`; `obj:Y[2]` -> `Y[1]`: indexes count from 0. */
function stepsOf(xpath: string | undefined): string[] {
  if (xpath === undefined) return [];
  return xpath
    .split('/')
    .slice(1)
    .map((step) => step.replace(/^[^:[\]]*:/, '').replace(/\[(\d+)\]$/, (_, n: string) => `[${Number(n) - 1}]`));
}

interface Place {
  readonly steps: readonly string[];
  /** Tape indexes of the element and of its siblings. */
  readonly element: number;
  readonly siblings: readonly number[];
}

/** The same with the names that stand in the document: libxml2 writes `*[3]` for the third child, whatever it is called. */
function placeOnTape(xpath: string | undefined, tape: Tape): Place | undefined {
  const { cells } = tape;
  const steps: string[] = [];
  let siblings: readonly number[] = [];
  let element = -1;
  let children = [0];
  for (const step of xpath?.split('/').slice(1) ?? []) {
    const [, name = '', place = '1'] = /^([^[]*)(?:\[(\d+)\])?$/.exec(step) ?? [];
    const fitting = name === '*' ? children : children.filter((i) => qualifiedName(tape, i) === name);
    const found = fitting[Number(place) - 1];
    if (found === undefined) return undefined;
    const alike = children.filter((i) => localName(tape, i) === localName(tape, found));
    steps.push(localName(tape, found) + (alike.length > 1 ? `[${alike.indexOf(found)}]` : ''));
    [siblings, element] = [children, found];
    children = [];
    for (let i = found + 1; i < cells[found * STRIDE + NEXT]!; i = cells[i * STRIDE + NEXT]!) children.push(i);
  }
  return { steps, element, siblings };
}

/** What is wrong with an element where a payload stands; undefined when there is no more to say than of any other. */
function wrongPayload({ about }: Said, { steps, element, siblings }: Place, tape: Tape): string | undefined {
  const [, expected = ''] =
    /^This element is not expected\.(?: Expected is (?:one of )?\( ([^)]*) \))?/.exec(about) ?? [];
  const parent = steps.at(-2)?.replace(/\[\d+\]$/, '');
  if (!about.startsWith('This element is not expected.') || (parent !== 'Payload' && parent !== 'Operation'))
    return undefined;
  const partAt = (i: number): Part | undefined => partOf(tape.uri(tape.cells[i * STRIDE + NS]!))?.part;
  const name = localName(tape, element);
  const before = siblings.filter((i) => i < element && partAt(i) === 'profiles');
  if (partAt(element) === 'profiles' && before.length > 0) {
    const instead = parent === 'Payload' ? 'a message for each, or an OperationSet' : 'an Operation for each';
    return `${name} is the second payload element, and ${parent} takes one; send ${instead}`;
  }
  if (name !== abstractPayload || partAt(element) !== 'envelope') return undefined;
  const names = namesIn(expected);
  const meant = names.length === 1 && parent === 'Payload' ? names[0]!.name : 'the root element of a profile';
  return `${name} stands for a payload and never for itself; send ${meant} in its place`;
}

function qualifiedName({ text, cells }: Tape, index: number): string {
  return text.slice(cells[index * STRIDE + START]! + 1, cells[index * STRIDE + NAME_END]);
}

function localName({ text, cells }: Tape, index: number): string {
  return text.slice(cells[index * STRIDE + NAME], cells[index * STRIDE + NAME_END]);
}

interface Said {
  /** Namespace of the element spoken of. */
  readonly namespace: string;
  readonly attribute: string | undefined;
  /** What is said of it. May be cut off: libxml2 says at most 64,000 characters. */
  readonly about: string;
}

/** `Element '{namespace}Verb', attribute 'kind': what is said`. What follows may hold anything a caller sent. */
function splitMessage(message: string): Said {
  const match = /^Element '(?:\{([^}']*)\})?[^']*'(?:, attribute '([^']*)')?: /.exec(message);
  return { namespace: match?.[1] ?? '', attribute: match?.[2], about: message.slice(match?.[0].length ?? 0).trim() };
}

function plainWords({ namespace, attribute, about }: Said, at: string): string {
  const wrong = attribute === undefined ? '' : `the attribute ${attribute}: `;
  const bad = invalidValue(about);
  if (bad) return wrong + bad;
  let match = /^This element is not expected\.(?: Expected is (?:one of )?\( ([^)]*) \)\.)?/.exec(about);
  if (match) {
    const expected = match[1] === undefined ? [] : namesIn(match[1]);
    const name = clip(at.replace(/\[\d+\]$/, ''));
    const same = expected.find((e) => e.name === name);
    if (same) return `${name} is in ${spaceOf(namespace)} but belongs to ${spaceOf(same.namespace)}`;
    if (expected.length === 0) return `${name} is not expected here; nothing more may follow`;
    return `${name} is not expected here; expected is ${expected.length === 1 ? '' : 'one of '}${listOf(expected, ', ')}`;
  }
  match = /^Missing child element\(s\)\. Expected is (?:one of )?\( ([^)]*) \)\./.exec(about);
  if (match) return `a child element is missing: ${listOf(namesIn(match[1]!), ' or ')}`;
  match = /^The attribute '([^']*)' is not allowed/.exec(about);
  if (match) return `the attribute ${clip(match[1]!)} is not allowed here`;
  if (
    about.startsWith('Character content is not allowed') ||
    about.startsWith('Character content other than whitespace')
  )
    return 'text is not allowed here';
  if (about.startsWith('Element content is not allowed')) return 'elements are not allowed here, only text';
  match = /^The attribute '([^']*)' is required but missing/.exec(about);
  if (match) return `the attribute ${match[1]!} is missing`;
  if (about.startsWith('No matching global')) return 'this element is not known to the contract';
  return clip(about.replace(/\{[^}]*\}/g, ''));
}

/** What is wrong with a value; undefined when the finding is of another kind. Values hold quotes, so their end is sought from behind. */
function invalidValue(about: string): string | undefined {
  const facet = /^\[facet '(\w+)'\] The value '/.exec(about);
  const rest = facet ? about.slice(facet[0].length) : about.startsWith("'") ? about.slice(1) : undefined;
  if (rest === undefined) return undefined;
  for (const behind of [
    "' is not an element of the set {",
    "' is not a valid value of the ",
    "' is not accepted by ",
    "' has ",
    "' is ",
  ]) {
    const end = rest.lastIndexOf(behind);
    if (end < 0) continue;
    const value = rest.slice(0, end);
    const tail = rest.slice(end + behind.length);
    if (behind.endsWith('{'))
      return `${shown(value)} is not one of the allowed values (${tail.replace(/\}\.$/, '').replaceAll("'", '')})`;
    if (!behind.endsWith('of the ')) return `${shown(value)}${(behind + tail).slice(1)}`;
    const type = /type '(?:\{[^}]*\})?(?:xs:)?([^']*)'/.exec(tail)?.[1];
    if (type === undefined) return `${shown(value)} is not a value of the type of this element`;
    return `${shown(value)} is not a value of type ${type}${value === '' ? '' : hintFor(type)}`;
  }
  return `the value ${shown(rest)} is far too long and not allowed here`;
}

function shown(value: string): string {
  return value === '' ? 'an empty text' : `"${clip(value)}"`;
}

function spaceOf(namespace: string): string {
  return namespace === '' ? 'no namespace' : `the namespace "${clip(namespace)}"`;
}

interface ExpectedName {
  readonly namespace: string;
  readonly name: string;
}

function namesIn(list: string): ExpectedName[] {
  return list.split(/, /).map((name) => {
    if (name.startsWith('##')) return { namespace: '', name: 'an element of another namespace' };
    const match = /^(?:\{([^}]*)\})?(.*)$/.exec(name)!;
    return { namespace: match[1] ?? '', name: match[2]! };
  });
}

function listOf(names: readonly ExpectedName[], separator: string): string {
  return names.map((e) => e.name).join(separator);
}

function hintFor(type: string): string {
  if (type === 'dateTime') return ' (write it like 2026-11-22T08:15:30Z)';
  if (type === 'boolean') return ' (true or false)';
  if (type === 'date') return ' (write it like 2026-11-22)';
  return '';
}

function codeOf(about: string, steps: readonly string[]): ReplyCode {
  const within = about.startsWith('Missing child element');
  if (!within && !/^This element is not expected\. Expected is \( [^,)]* \)\./.test(about)) return '1.8';
  const inside = steps.slice(1, within ? undefined : -1);
  if (inside.length === 1 && inside[0] === 'Header') return '1.5';
  if (inside[0] === 'Request' || (inside.length === 0 && /\}Request \)/.test(about))) return '1.6';
  if (inside[0] === 'Payload' && inside.length === 1) return '1.7';
  if (inside.length === 0 && /\}Header \)/.test(about)) return '1.5';
  return '1.8';
}

function clip(text: string): string {
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}
