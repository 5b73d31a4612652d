import { createHash, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { canonicalJson } from './canonical-json.rules';

/** What every checkpoint says it is, so that no other signature can be passed off as one. */
export const CHECKPOINT_KIND = 'samanker decision log checkpoint';

/** What a checkpoint states: that the log of a region was so long and ended in this hash. Hashes are hexadecimal. */
export interface CheckpointStatement {
  readonly v: 1;
  readonly kind: typeof CHECKPOINT_KIND;
  readonly region: { readonly id: string; readonly name: string };
  /** 1, 2, 3, … in each region. */
  readonly number: number;
  readonly seq: number;
  readonly hash: string;
  /** Domain time. */
  readonly at: string;
  /** Real time; the same as domain time in production. */
  readonly madeAt: string;
  /** SHA-256 of the public key that the signature is made with. */
  readonly key: string;
  /** SHA-256 of the statement before this one; null in the first. */
  readonly previous: string | null;
}

/** A checkpoint as it is stored, exported and mailed: `text` is what was signed, letter by letter. */
export interface SignedCheckpoint {
  readonly text: string;
  /** Ed25519, base64. */
  readonly signature: string;
  readonly publicKey: string;
}

/** What is wrong with a checkpoint, by its place in the row of them. */
export interface CheckpointFault {
  readonly number: number;
  readonly fault: 'UNREADABLE' | 'OUT_OF_ORDER' | 'SIGNATURE' | 'UNKNOWN_KEY' | 'BROKEN_LINK';
}

/** The name of a key: SHA-256 over its public half (SPKI, DER), hexadecimal. */
export function keyIdOf(publicKey: KeyObject): string {
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex');
}

/** Signs a statement. */
export function signCheckpoint(statement: Omit<CheckpointStatement, 'key'>, privateKey: KeyObject): SignedCheckpoint {
  const publicKey = createPublicKey(privateKey);
  const text = canonicalJson({ ...statement, key: keyIdOf(publicKey) });
  return {
    text,
    signature: sign(null, Buffer.from(text), privateKey).toString('base64'),
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  };
}

/** SHA-256 of a statement, for the one that follows it. */
export function statementHash(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/**
 * Follows the checkpoints of a region from the first to the last: each signed by a key that is believed, each naming the
 * one before it. Answers what they state, or the first fault.
 */
export function followCheckpoints(
  checkpoints: readonly SignedCheckpoint[],
  regionId: string,
  believed: (keyId: string) => boolean,
): CheckpointStatement[] | CheckpointFault {
  const statements: CheckpointStatement[] = [];
  let previous: string | null = null;
  for (const [place, checkpoint] of checkpoints.entries()) {
    const number = place + 1;
    const statement = statementOf(checkpoint.text);
    if (!statement) return { number, fault: 'UNREADABLE' };
    if (statement.number !== number || statement.region.id !== regionId) return { number, fault: 'OUT_OF_ORDER' };
    if (!believed(statement.key)) return { number, fault: 'UNKNOWN_KEY' };
    if (!signatureHolds(checkpoint, statement.key)) return { number, fault: 'SIGNATURE' };
    if (statement.previous !== previous || statement.seq < (statements.at(-1)?.seq ?? 1))
      return { number, fault: 'BROKEN_LINK' };
    statements.push(statement);
    previous = statementHash(checkpoint.text);
  }
  return statements;
}

function statementOf(text: string): CheckpointStatement | null {
  try {
    const statement = JSON.parse(text) as CheckpointStatement;
    const whole = statement.v === 1 && statement.kind === CHECKPOINT_KIND && typeof statement.region.id === 'string';
    return whole && Number.isSafeInteger(statement.seq) && canonicalJson(statement) === text ? statement : null;
  } catch {
    return null;
  }
}

function signatureHolds({ text, signature, publicKey }: SignedCheckpoint, keyId: string): boolean {
  try {
    const key = createPublicKey(publicKey);
    return keyIdOf(key) === keyId && verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}
