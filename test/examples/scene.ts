/** Identifiers, names and times of the examples: the same in every printing, and fresh for another run. */
import { createHash } from 'node:crypto';
import type { Members } from './document.js';

/** What a message of the examples may name; texts, or places for them that somebody else fills. */
export interface Scene {
  /** Four hexadecimal digits, part of every MessageID, mRID and name. */
  readonly run: string;
  /** Names of meters that are there already, each at the usage point of the same number. */
  readonly meters: readonly string[];
  readonly usagePoints: readonly string[];
  /** A day when all has happened, and one when what is planned happens: `2025-11-22`. */
  readonly pastDay: string;
  readonly futureDay: string;
}

/** Which meters of the simulator the examples use. */
export const meterCount = 8;

const numbered = (prefix: string): string[] =>
  Array.from({ length: meterCount }, (_, at) => `${prefix}-${String(at + 1).padStart(6, '0')}`);

/** The scene of the files in examples/messages. */
export const exampleScene: Scene = {
  run: '0001',
  meters: numbered('SIM'),
  usagePoints: numbered('UP'),
  pastDay: '2025-11-22',
  futureDay: '2036-11-22',
};

/** A UUID made from a topic and a number; version 8, since the run is part of it. */
export function idOf(scene: Scene, topic: string, number: number): string {
  const hash = createHash('sha256').update(topic).digest('hex');
  return `${hash.slice(0, 8)}-${scene.run}-8${hash.slice(8, 11)}-8${hash.slice(11, 14)}-${String(number).padStart(12, '0')}`;
}

/** An object of the examples: known by an mRID and a name of its own. */
export interface Known {
  readonly kind: string;
  readonly mRID: string;
  readonly name: string;
}

/** The object of a class that a letter stands for: `METER-0001-A`. */
export function known(scene: Scene, topic: string, kind: string, letter: string, word = wordOf(kind)): Known {
  const number = letter.charCodeAt(0) - 'A'.charCodeAt(0) + 1;
  return { kind, mRID: idOf(scene, `${topic} ${kind}`, number), name: `${word}-${scene.run}-${letter}` };
}

/** `UsagePoint` as `USAGE-POINT`. */
export function wordOf(kind: string): string {
  return kind.replace(/([a-z])(?=[A-Z])/g, '$1-').toUpperCase();
}

/** `Names` of one name. */
export function names(name: string, nameType: string): Members {
  return { Names: [{ name, NameType: { name: nameType } }] };
}

/** mRID and name of an object. */
export function identified({ kind, mRID, name }: Known): Members {
  return { mRID, ...names(name, `${kind}Name`) };
}

/** How another message names a meter of the scene, from 1. */
export function meter(scene: Scene, number: number): Members {
  return names(textAt(scene.meters, number), 'MeterName');
}

/** How another message names a usage point of the scene, from 1. */
export function usagePoint(scene: Scene, number: number): Members {
  return names(textAt(scene.usagePoints, number), 'UsagePointName');
}

function textAt(texts: readonly string[], number: number): string {
  const text = texts[number - 1];
  if (text === undefined) throw new Error(`the scene has no meter ${number}`);
  return text;
}
