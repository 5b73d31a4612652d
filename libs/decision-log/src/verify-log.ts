import type { Work } from '@samanker/database';
import { ChainVerifier, type ChainedEntry, type ChainFault } from './chain.rules';

const AT_A_TIME = 5_000;

/** Reads the whole chain of the region, page by page, and says where it breaks first, or how long it is. */
export async function verifyLog(work: Work): Promise<{ entries: number; head: string; fault: ChainFault | null }> {
  const verifier = new ChainVerifier();
  for (let after = 0; ; after += AT_A_TIME) {
    const page = await work.query<ChainedEntry>(
      `select seq, entry, encode(previous_hash, 'hex') as "previousHash", encode(hash, 'hex') as hash
       from decision_log where region_id = $1 and seq > $2 order by seq limit ${AT_A_TIME}`,
      [work.regionId, after],
    );
    for (const entry of page) {
      const fault = verifier.next(entry);
      if (fault) return { entries: verifier.head.seq, head: verifier.head.hash, fault };
    }
    if (page.length < AT_A_TIME) break;
  }
  const head = await work.one<{ seq: number; hash: string }>(
    `select seq, encode(hash, 'hex') as hash from decision_log_head where region_id = $1`,
    [work.regionId],
  );
  return {
    entries: verifier.head.seq,
    head: verifier.head.hash,
    fault: verifier.end(head ?? { seq: 0, hash: '0'.repeat(64) }),
  };
}
