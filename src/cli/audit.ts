/** `cimgate audit`: proves the audit, writes it out, and tells its heads. Reads the database of the settings; no gateway need run. */
import { readFileSync } from 'node:fs';
import type { AuditHead, AuditReads } from '../ports/audit.js';
import { proveAudit } from '../store/audit-proof.js';
import { openAudit } from '../store/open-store.js';

type Print = (line: string) => void;

/** @returns the exit code: 0 when nothing was changed or taken out, as far as can be seen */
export async function verifyAudit(store: string, headsFile: string | undefined, print: Print): Promise<number> {
  const kept = headsFile === undefined ? [] : headsOf(headsFile);
  return withAudit(store, async (audit) => {
    const { records, chains, problems } = await proveAudit(audit, kept);
    for (const problem of problems) print(problem);
    const what = `${records} ${records === 1 ? 'record' : 'records'} in ${chains} ${chains === 1 ? 'chain' : 'chains'}`;
    print(problems.length === 0 ? `${what}: whole` : `${what}: NOT WHOLE`);
    return problems.length === 0 ? 0 : 1;
  });
}

/** One JSON document for each record, a line each, chain by chain. `from` and `to` are times; what lies between them is written. */
export async function exportAudit(
  store: string,
  { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined },
  print: Print,
): Promise<number> {
  const [begin, end] = [timeOf(from, '--from') ?? -Infinity, timeOf(to, '--to') ?? Infinity];
  return withAudit(store, async (audit) => {
    for (const { chain } of await audit.auditHeads())
      for (let after = 0, full = true; full;) {
        const some = await audit.auditRecords({ chain, after, limit: page });
        for (const { seq, at, text, hash } of some)
          if (at >= begin && at < end) print(`{"chain":${chain},"seq":${seq},"hash":"${hash}","record":${text}}`);
        after = some.at(-1)?.seq ?? after;
        full = some.length === page;
      }
    return 0;
  });
}

/** The heads of all chains as JSON, a line each: to be kept where nobody who may change the database can. */
export async function auditHeads(store: string, print: Print): Promise<number> {
  return withAudit(store, async (audit) => {
    for (const { chain, seq, hash } of await audit.auditHeads()) print(JSON.stringify({ chain, seq, hash }));
    return 0;
  });
}

const page = 1_000;

async function withAudit(store: string, work: (audit: AuditReads) => Promise<number>): Promise<number> {
  if (store === 'memory') throw new Error('the store is in memory: its audit ends with the gateway');
  const opened = await openAudit(store);
  try {
    return await work(opened.audit);
  } finally {
    await opened.close();
  }
}

function timeOf(text: string | undefined, option: string): number | undefined {
  if (text === undefined) return undefined;
  const time = Date.parse(text);
  if (Number.isNaN(time)) throw new Error(`${option} must be a time such as 2027-01-31 or 2027-01-31T18:00:00Z`);
  return time;
}

function headsOf(file: string): readonly AuditHead[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new Error(`${file} cannot be read: ${(error as NodeJS.ErrnoException).code ?? String(error)}`, {
      cause: error,
    });
  }
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, at): AuditHead => {
      try {
        const { chain, seq, hash } = JSON.parse(line) as AuditHead;
        if (Number.isInteger(chain) && Number.isInteger(seq) && typeof hash === 'string') return { chain, seq, hash };
      } catch {
        // said below
      }
      throw new Error(`${file}, line ${at + 1}: no head of a chain; cimgate audit heads writes them`);
    });
}
