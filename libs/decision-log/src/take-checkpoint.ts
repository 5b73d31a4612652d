import type { Work } from '@samanker/database';
import type { ChainEnd, ChainFault } from './chain.rules';
import {
  CHECKPOINT_KIND,
  followCheckpoints,
  keyIdOf,
  signCheckpoint,
  statementHash,
  type CheckpointFault,
  type SignedCheckpoint,
} from './checkpoint.rules';
import { createPublicKey } from 'node:crypto';
import { followChain, headOf } from './follow-chain';
import type { LogKeys } from './log-keys';

/** What becomes of an attempt to take a checkpoint. */
export type Taken =
  | { readonly kind: 'TAKEN'; readonly id: string; readonly number: number; readonly seq: number }
  | { readonly kind: 'NOTHING_NEW' }
  | { readonly kind: 'BROKEN'; readonly fault: ChainFault | null; readonly checkpointFault: CheckpointFault | null };

/** One at a time takes a checkpoint in the region, from here to the commit. */
export async function lockCheckpoints(work: Work): Promise<void> {
  await work.query('select pg_advisory_xact_lock(hashtextextended($1, 15))', [work.regionId]);
}

/** Every checkpoint of the region, first to last. */
export function checkpointsIn(work: Work): Promise<(SignedCheckpoint & { readonly id: string })[]> {
  return work.query(
    `select c.id, c.text, encode(c.signature, 'base64') as signature, k.public_key as "publicKey"
     from decision_log_checkpoint c join decision_log_key k on k.region_id = c.region_id and k.key_id = c.key_id
     where c.region_id = $1 order by c.number`,
    [work.regionId],
  );
}

/**
 * Takes a checkpoint of the region's log as far as it is committed. What has come since the last one is followed first:
 * a chain that is broken, or was rewritten behind a checkpoint, is never signed. Of several at once, one does it.
 */
export async function takeCheckpoint(work: Work, keys: LogKeys, daily: boolean): Promise<Taken> {
  await lockCheckpoints(work);
  const before = await checkpointsIn(work);
  const believed = keys.believed();
  const statements = followCheckpoints(before, work.regionId, (keyId) => believed.has(keyId));
  if (!Array.isArray(statements)) return { kind: 'BROKEN', fault: null, checkpointFault: statements };
  const last = statements.at(-1);
  const head = await headOf(work);
  if (head.seq === 0 || head.seq === last?.seq) return { kind: 'NOTHING_NEW' };
  if (last && head.seq < last.seq)
    return { kind: 'BROKEN', fault: { seq: head.seq + 1, fault: 'TRUNCATED' }, checkpointFault: null };
  const { fault } = await followChain(work, { from: last, to: head });
  if (fault) return { kind: 'BROKEN', fault, checkpointFault: null };

  const number = statements.length + 1;
  const signed = await sign(work, keys, number, head, before.at(-1)?.text ?? null);
  const id = await keep(work, signed, number, head, daily);
  return { kind: 'TAKEN', id, number, seq: head.seq };
}

async function sign(
  work: Work,
  keys: LogKeys,
  number: number,
  { seq, hash }: ChainEnd,
  before: string | null,
): Promise<SignedCheckpoint> {
  const region = await work.one<{ name: string; madeAt: Date }>(
    'select name, now() as "madeAt" from region where id = $1',
    [work.regionId],
  );
  return signCheckpoint(
    {
      v: 1,
      kind: CHECKPOINT_KIND,
      region: { id: work.regionId, name: region!.name },
      number,
      seq,
      hash,
      at: work.now.toISOString(),
      madeAt: region!.madeAt.toISOString(),
      previous: before === null ? null : statementHash(before),
    },
    keys.signing(),
  );
}

async function keep(
  work: Work,
  { text, signature, publicKey }: SignedCheckpoint,
  number: number,
  { seq, hash }: ChainEnd,
  daily: boolean,
): Promise<string> {
  const keyId = keyIdOf(createPublicKey(publicKey));
  await work.query(
    'insert into decision_log_key (region_id, key_id, public_key) values ($1, $2, $3) on conflict do nothing',
    [work.regionId, keyId, publicKey],
  );
  const row = await work.one<{ id: string }>(
    `insert into decision_log_checkpoint (region_id, number, seq, head_hash, daily, text, key_id, signature)
     values ($1, $2, $3, decode($4, 'hex'), $5, $6, $7, decode($8, 'base64')) returning id`,
    [work.regionId, number, seq, hash, daily, text, keyId, signature],
  );
  return row!.id;
}
