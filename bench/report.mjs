/** Rows of figures: printed as a table, kept as JSON, compared with their targets. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {object} Row
 * @property {string} what
 * @property {string} [ours] figure of the gateway, with its unit
 * @property {string} [peer] figure of the server it is compared with
 * @property {number} [figure] what the target is about: a ratio, or the gateway's own figure
 * @property {readonly number[]} [spread] lowest and highest of the rounds
 * @property {{ least?: number, most?: number }} [target]
 * @property {string} [skipped] why it was not measured
 */

const hasTarget = (row) => row.target !== undefined && row.figure !== undefined;

/** Whether a row keeps its target; undefined when it has none. */
export function keeps(row) {
  if (!hasTarget(row)) return undefined;
  const { least = -Infinity, most = Infinity } = row.target;
  return row.figure >= least && row.figure <= most;
}

/** @param {Row} row */
function cells(row) {
  if (row.skipped !== undefined) return [row.what, '', '', '', '', '', `skipped: ${row.skipped}`];
  const { least, most } = row.target ?? {};
  const target = least !== undefined ? `≥ ${least}` : most !== undefined ? `≤ ${most}` : '';
  const kept = keeps(row);
  return [
    row.what,
    row.figure === undefined ? '' : short(row.figure),
    row.spread === undefined ? '' : row.spread.map(short).join('–'),
    target,
    row.ours ?? '',
    row.peer ?? '',
    kept === undefined ? '' : kept ? 'ok' : 'MISSED',
  ];
}

const titles = ['what', 'figure', 'rounds', 'target', 'cimgate', 'peer', ''];

/** The rows as a table of Markdown, columns aligned. */
export function table(rows) {
  const lines = [titles, ...rows.map(cells)];
  const widths = titles.map((_, i) => Math.max(3, ...lines.map((line) => line[i].length)));
  const line = (texts) => `| ${texts.map((text, i) => text.padEnd(widths[i])).join(' | ')} |`;
  return [line(titles), line(widths.map((w) => '-'.repeat(w))), ...lines.slice(1).map(line)].join('\n');
}

/** Writes the run into bench/results/ and returns the file. */
export function keep(rows, facts) {
  const folder = fileURLToPath(new URL('results/', import.meta.url));
  mkdirSync(folder, { recursive: true });
  const at = new Date();
  const file = `${folder}${at.toISOString().replaceAll(':', '-').slice(0, 19)}.json`;
  const kept = rows.map((row) => ({ ...row, ok: keeps(row) }));
  writeFileSync(
    file,
    `${JSON.stringify({ at: at.toISOString(), machine: machine(), ...facts, rows: kept }, undefined, 2)}\n`,
  );
  return file;
}

export function machine() {
  const all = cpus();
  return {
    node: process.version,
    cores: all.length,
    cpu: all[0]?.model,
    memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
  };
}

/** Three digits that mean something. */
export function short(value) {
  return Math.abs(value) >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
}
