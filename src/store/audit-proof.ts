/**
 * Proves the audit: that each record follows from the one before it, that none is missing in between, and that what others have noted of
 * a chain is still in it. What is cut off at the end of a chain shows only there, or in heads that were kept elsewhere.
 */
import { createHash } from 'node:crypto';
import type { AuditHead, AuditReads, AuditRecord } from '../ports/audit.js';
import { genesis } from './audit.js';

/** What is wrong: a sentence each, none when all is well; and what there is. */
export interface AuditProof {
  readonly records: number;
  readonly chains: number;
  readonly problems: readonly string[];
}

const page = 1_000;
/** Further problems are counted only. */
const mostTold = 100;

/** The hash of a record behind the one with the hash `before` (ports/audit.ts). */
export function auditHash({ chain, seq, at, text }: Omit<AuditRecord, 'hash'>, before: string): string {
  return createHash('sha256').update([before, chain, seq, at, text].join('\n'), 'utf8').digest('hex');
}

/**
 * Reads all of it.
 * @param kept heads that were noted elsewhere (`cimgate audit heads`)
 */
export async function proveAudit(audit: AuditReads, kept: readonly AuditHead[] = []): Promise<AuditProof> {
  const problems: string[] = [];
  let more = 0;
  const wrong = (sentence: string): void => {
    if (problems.length < mostTold) problems.push(sentence);
    else more++;
  };
  /** What was noted of chains, and where. */
  const noted: { readonly head: AuditHead; readonly where: string }[] = kept.map((head) => ({
    head,
    where: 'the heads that were kept',
  }));
  const heads = await audit.auditHeads();
  let records = 0;
  for (const { chain } of heads) {
    let before = genesis;
    let last = 0;
    for (let full = true; full;) {
      const some = await audit.auditRecords({ chain, after: last, limit: page });
      full = some.length === page;
      for (const record of some) {
        if (record.seq !== last + 1) wrong(`chain ${chain}: ${missing(last + 1, record.seq - 1)} missing`);
        else if (auditHash(record, before) !== record.hash)
          wrong(`chain ${chain}, record ${record.seq}: it was changed, or the one before it was`);
        before = record.hash;
        last = record.seq;
        records++;
        for (const head of headsIn(record.text)) noted.push({ head, where: `chain ${chain}, record ${record.seq}` });
      }
    }
  }
  for (const { head, where } of noted) {
    const [record] = await audit.auditRecords({ chain: head.chain, after: head.seq - 1, limit: 1 });
    if (record?.seq === head.seq && record.hash === head.hash) continue;
    wrong(
      `chain ${head.chain}: record ${head.seq}, which ${where} noted, is ${record?.seq === head.seq ? 'another one' : 'gone'}`,
    );
  }
  if (more > 0) problems.push(`and ${more} more`);
  return { records, chains: heads.length, problems };
}

function missing(from: number, until: number): string {
  return from === until ? `record ${from} is` : `records ${from} to ${until} are`;
}

/** The heads of other chains that a record has noted. */
function headsIn(text: string): readonly AuditHead[] {
  if (!text.includes('"heads"')) return [];
  try {
    const { heads } = JSON.parse(text) as { readonly heads?: unknown };
    if (!Array.isArray(heads)) return [];
    return heads.filter(
      (head): head is AuditHead =>
        typeof head === 'object' && head !== null && 'chain' in head && 'seq' in head && 'hash' in head,
    );
  } catch {
    return [];
  }
}
