import type { Work } from '@samanker/database';
import { CHAIN_START, type ChainEnd, type ChainFault } from './chain.rules';
import { followCheckpoints, type CheckpointFault, type CheckpointStatement } from './checkpoint.rules';
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
  /** How many entries the log has by its own account. */
  readonly of: number;
  /** Whether nothing is left to follow: the end was reached, or a fault stopped it. */
  readonly whole: boolean;
  readonly fault: ChainFault | null;
  readonly checkpointFault: CheckpointFault | null;
}

/** Which part of a log is to be followed; without it all of it. */
export interface LogPart {
  /** Where the part before ended. */
  readonly from?: ChainEnd;
  readonly atMost?: number;
}

/**
 * Follows the chain of the region as far as it was committed when this began, against its head and, with the keys that are
 * believed, against every checkpoint; the whole of it, or a part that begins where the one before ended.
 */
export async function verifyLog(
  work: Work,
  keys?: LogKeys,
  { from = CHAIN_START, atMost = Infinity }: LogPart = {},
): Promise<Verified> {
  const head = await headOf(work);
  const signed = keys ? await checkpointsIn(work) : [];
  const believed = signed.length > 0 && keys ? keys.believed() : new Set<string>();
  const followed = followCheckpoints(signed, work.regionId, (keyId) => believed.has(keyId));
  const statements = Array.isArray(followed) ? followed : [];
  const passed = from.seq > head.seq;
  const { end, fault } = await followChain(work, {
    from: passed ? head : from,
    to: from.seq + atMost < head.seq ? { seq: from.seq + atMost, hash: null } : head,
    stated: new Map(statements.map(({ seq, hash }) => [seq, hash])),
    agreed: statements.findLast(({ seq }) => seq <= from.seq)?.seq ?? 0,
  });
  const last = end.seq >= head.seq;
  const found = fault ?? (last ? await behindTheEnd(work, head, Math.max(from.seq, longest(statements))) : null);
  const checkpointFault = Array.isArray(followed) ? null : followed;
  return {
    entries: end.seq,
    head: end.hash,
    checkpoints: statements.filter(({ seq }) => seq <= end.seq).length,
    of: head.seq,
    whole: last || found !== null,
    fault: found,
    checkpointFault,
  };
}

function longest(statements: readonly CheckpointStatement[]): number {
  return statements.at(-1)?.seq ?? 0;
}

/** Is the log as long as is known of it, and no longer than it says? */
async function behindTheEnd(work: Work, { seq }: ChainEnd, known: number): Promise<ChainFault | null> {
  return known > seq ? { seq: seq + 1, fault: 'TRUNCATED' } : beyond(work, seq);
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
