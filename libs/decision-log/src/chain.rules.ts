import { createHash } from 'node:crypto';

/** One entry of the log as it stands in the database or in an export. Hashes are hexadecimal. */
export interface ChainedEntry {
  readonly seq: number;
  readonly entry: string;
  readonly previousHash: string;
  readonly hash: string;
}

export const GENESIS = '0'.repeat(64);

/** What is wrong with a chain: at which entry, and how. */
export interface ChainFault {
  readonly seq: number;
  readonly fault: 'CHANGED' | 'MISSING_OR_MOVED' | 'BROKEN_LINK' | 'TRUNCATED';
}

/** hash = SHA-256 of previous hash, sequence number as 8 bytes big-endian, entry as UTF-8 (R31). */
export function hashOf(previousHash: string, seq: number, entry: string): string {
  const number = Buffer.alloc(8);
  number.writeBigInt64BE(BigInt(seq));
  return createHash('sha256')
    .update(Buffer.from(previousHash, 'hex'))
    .update(number)
    .update(entry, 'utf8')
    .digest('hex');
}

/**
 * Follows the chain and returns the first fault, or the head that it ends in. With the head known from elsewhere a chain
 * that lost its last entries is found too.
 */
export class ChainVerifier {
  private previous = GENESIS;
  private seq = 0;

  next(entry: ChainedEntry): ChainFault | null {
    if (entry.seq !== this.seq + 1) return { seq: this.seq + 1, fault: 'MISSING_OR_MOVED' };
    if (entry.previousHash !== this.previous) return { seq: entry.seq, fault: 'BROKEN_LINK' };
    if (hashOf(entry.previousHash, entry.seq, entry.entry) !== entry.hash) return { seq: entry.seq, fault: 'CHANGED' };
    this.seq = entry.seq;
    this.previous = entry.hash;
    return null;
  }

  end(head: { readonly seq: number; readonly hash: string }): ChainFault | null {
    return head.seq === this.seq && head.hash === this.previous ? null : { seq: this.seq + 1, fault: 'TRUNCATED' };
  }

  get head(): { readonly seq: number; readonly hash: string } {
    return { seq: this.seq, hash: this.previous };
  }
}
