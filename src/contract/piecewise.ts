/**
 * Cuts a large document into small ones that are valid if and only if the large one is: around a long run of equal elements
 * everything stays, of the run each document has a part. So a message of any size is validated in the memory of a small one.
 * The cuts lie where the scan saw elements begin and end; all text of the large document stands in at least one small one.
 */
import { endOf } from './cursor.js';
import { NAME, NAME_END, NEXT, NS, START, STRIDE, type Tape } from './scan.js';

/** About how many elements a small document has. */
const elementsPerDocument = 8_000;

/** Longest text that may stand around a run; with more, cutting does not pay, since it is repeated in each document. */
const longestSurroundings = 1 << 20;

/**
 * The small documents, or undefined when the document cannot be cut well: it has no long run of equal elements.
 * Each must be well-formed and its message valid. What is wrong in one is wrong in the large document, at another line.
 * @param message tape index of the message element
 */
export function smallDocuments(tape: Tape, message: number): Iterable<string> | undefined {
  const cuts = [...plan(tape, message, '', '')];
  if (cuts.some((cut) => cut === undefined)) return undefined;
  const before = tape.text.slice(0, tape.cells[message * STRIDE + START]);
  const after = tape.text.slice(endOf(tape, message));
  return documents(tape, cuts as readonly Cut[], before, after);
}

/** A part of the text, and what stands around it within the message. */
interface Cut {
  readonly head: string;
  readonly from: number;
  readonly to: number;
  readonly tail: string;
}

function* documents(tape: Tape, cuts: readonly Cut[], before: string, after: string): Generator<string, void> {
  for (const cut of cuts) yield before + cut.head + tape.text.slice(cut.from, cut.to) + cut.tail + after;
}

function* plan(tape: Tape, element: number, head: string, tail: string): Generator<Cut | undefined, void> {
  const { cells, text } = tape;
  const start = cells[element * STRIDE + START]!;
  const end = endOf(tape, element);
  if (cells[element * STRIDE + NEXT]! - element <= elementsPerDocument) {
    yield { head, from: start, to: end, tail };
    return;
  }
  const run = longestRun(tape, element);
  const runHead = head + text.slice(start, cells[run[0]! * STRIDE + START]);
  const runTail = text.slice(endOf(tape, run.at(-1)!), end) + tail;
  if (runHead.length + runTail.length > longestSurroundings) {
    yield undefined;
    return;
  }
  let first = 0;
  while (first < run.length) {
    if (cells[run[first]! * STRIDE + NEXT]! - run[first]! > elementsPerDocument) {
      yield* plan(tape, run[first]!, runHead, runTail);
      first++;
      continue;
    }
    let last = first;
    while (last + 1 < run.length && cells[run[last + 1]! * STRIDE + NEXT]! - run[first]! <= elementsPerDocument) last++;
    // up to the next element, so that what stands between two is in one of the parts
    const to = last + 1 < run.length ? cells[run[last + 1]! * STRIDE + START]! : endOf(tape, run[last]!);
    yield { head: runHead, from: cells[run[first]! * STRIDE + START]!, to, tail: runTail };
    first = last + 1;
  }
}

/** The neighbours of one name that together have the most elements: their tape indexes. */
function longestRun(tape: Tape, parent: number): readonly number[] {
  const { cells } = tape;
  const end = cells[parent * STRIDE + NEXT]!;
  let longest: number[] = [];
  let longestSize = -1;
  let run: number[] = [];
  const close = (): void => {
    if (run.length === 0) return;
    const size = cells[run.at(-1)! * STRIDE + NEXT]! - run[0]!;
    if (size > longestSize) [longest, longestSize] = [run, size];
  };
  for (let i = parent + 1; i < end; i = cells[i * STRIDE + NEXT]!) {
    if (run.length > 0 && !sameName(tape, run[0]!, i)) {
      close();
      run = [];
    }
    run.push(i);
  }
  close();
  return longest;
}

function sameName(tape: Tape, a: number, b: number): boolean {
  const { cells, text } = tape;
  const nameOf = (i: number): string => text.slice(cells[i * STRIDE + NAME], cells[i * STRIDE + NAME_END]);
  return cells[a * STRIDE + NS] === cells[b * STRIDE + NS] && nameOf(a) === nameOf(b);
}
