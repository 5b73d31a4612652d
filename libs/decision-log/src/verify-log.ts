import type { Work } from '@samanker/database';
import type { ChainFault } from './chain.rules';
import { followCheckpoints, type CheckpointFault } from './checkpoint.rules';
import { followChain, headOf } from './follow-chain';
import type { LogKeys } from './log-keys';
import { checkpointsIn } from './take-checkpoint';

/** What was found about the log of a region. */
export interface Verified {
  /** How many entries hold, from the first on. */
  readonly entries: number;
  /** The hash of the last of them. */
  readonly head: string;
  /** How many checkpoints hold. */
  readonly checkpoints: number;
  readonly fault: ChainFault | null;
  readonly checkpointFault: CheckpointFault | null;
}

/**
 * Follows the whole chain of the region as far as it was committed when this began, against its head and, with the keys
 * that are believed, against every checkpoint.
 */
export async function verifyLog(work: Work, keys?: LogKeys): Promise<Verified> {
  const head = await headOf(work);
  const signed = keys ? await checkpointsIn(work) : [];
  const believed = signed.length > 0 && keys ? keys.believed() : new Set<string>();
  const followed = followCheckpoints(signed, work.regionId, (keyId) => believed.has(keyId));
  const statements = Array.isArray(followed) ? followed : [];
  const { end, fault } = await followChain(work, {
    to: head,
    stated: new Map(statements.map(({ seq, hash }) => [seq, hash])),
  });
  const longest = statements.at(-1)?.seq ?? 0;
  return {
    entries: end.seq,
    head: end.hash,
    checkpoints: statements.filter(({ seq }) => seq <= end.seq).length,
    fault:
      fault ??
      (longest > head.seq ? { seq: head.seq + 1, fault: 'TRUNCATED' } : null) ??
      (await beyond(work, head.seq)),
    checkpointFault: Array.isArray(followed) ? null : followed,
  };
}

/** Entries behind the head were never written by the one function that writes. Those of a commit since then have moved it. */
async function beyond(work: Work, seq: number): Promise<ChainFault | null> {
  const row = await work.one<{ head: number; last: number }>(
    `select (select seq from decision_log_head where region_id = $1) as head,
       (select max(seq) from decision_log where region_id = $1) as last`,
    [work.regionId],
  );
  const head = row?.head ?? 0;
  return (row?.last ?? 0) > head ? { seq: Math.max(head, seq) + 1, fault: 'MISSING_OR_MOVED' } : null;
}
