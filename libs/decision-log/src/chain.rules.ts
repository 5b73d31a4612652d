import { hash as digest } from 'node:crypto';

/** One entry of the log as it stands in the database or in an export. Hashes are hexadecimal. */
export interface ChainedEntry {
  readonly seq: number;
  readonly entry: string;
  readonly previousHash: string;
  readonly hash: string;
}

export const GENESIS = '0'.repeat(64);

/** A place in a chain: so many entries, and the hash of the last. */
export interface ChainEnd {
  readonly seq: number;
  readonly hash: string;
}

/** The place before the first entry. */
export const CHAIN_START: ChainEnd = { seq: 0, hash: GENESIS };

/** What is wrong with a chain: at which entry, and how. */
export interface ChainFault {
  readonly seq: number;
  readonly fault: 'CHANGED' | 'MISSING_OR_MOVED' | 'BROKEN_LINK' | 'TRUNCATED' | 'MISFILED' | 'REWRITTEN';
  /** REWRITTEN: the first entry that may be another than it was; `seq` is the last for which that is known. */
  readonly since?: number;
}

/** Room for what is hashed, used again and again: a chain is followed by the million. */
let room = Buffer.allocUnsafe(65_536);

/** hash = SHA-256 of previous hash, sequence number as 8 bytes big-endian, entry as UTF-8 (R31). */
export function hashOf(previousHash: string, seq: number, entry: string): string {
  const most = 40 + 3 * entry.length;
  if (most > room.length) room = Buffer.allocUnsafe(most);
  room.fill(0, 0, 32);
  room.write(previousHash, 0, 32, 'hex');
  room.writeUInt32BE(Math.floor(seq / 2 ** 32), 32);
  room.writeUInt32BE(seq >>> 0, 36);
  const end = 40 + room.write(entry, 40, 'utf8');
  return digest('sha256', room.subarray(0, end), 'hex');
}

/** What an entry is found by in the database: columns that are not hashed, and so must say what the entry says. */
export interface Filing {
  readonly verb: string | null;
  readonly subjectId: string | null;
  readonly caseId: string | null;
  readonly organisationId: string | null;
  /** Milliseconds since 1970. */
  readonly at: number;
}

interface EntryText {
  readonly v: number;
  readonly at: string;
  readonly verb: string;
  readonly subject: { readonly id: string };
  readonly for: string | null;
  readonly case?: string | null;
}

/** Does the entry stand under what it says? Version 1 did not say of which case it was. */
export function isFiledRightly(entry: string, { verb, subjectId, caseId, organisationId, at }: Filing): boolean {
  try {
    const said = JSON.parse(entry) as EntryText;
    return (
      said.verb === verb &&
      said.subject.id === subjectId &&
      said.for === organisationId &&
      (said.v === 1 || said.case === caseId) &&
      Date.parse(said.at) === at
    );
  } catch {
    return false;
  }
}

/**
 * Follows the chain and returns the first fault, or the head that it ends in. With the head known from elsewhere a chain
 * that lost its last entries is found too.
 */
export class ChainVerifier {
  private previous: string;
  private seq: number;

  constructor({ seq, hash }: ChainEnd = CHAIN_START) {
    this.seq = seq;
    this.previous = hash;
  }

  next(entry: ChainedEntry): ChainFault | null {
    if (entry.seq !== this.seq + 1) return { seq: this.seq + 1, fault: 'MISSING_OR_MOVED' };
    if (entry.previousHash !== this.previous) return { seq: entry.seq, fault: 'BROKEN_LINK' };
    if (hashOf(entry.previousHash, entry.seq, entry.entry) !== entry.hash) return { seq: entry.seq, fault: 'CHANGED' };
    this.seq = entry.seq;
    this.previous = entry.hash;
    return null;
  }

  end(head: ChainEnd): ChainFault | null {
    return head.seq === this.seq && head.hash === this.previous ? null : { seq: this.seq + 1, fault: 'TRUNCATED' };
  }

  get head(): ChainEnd {
    return { seq: this.seq, hash: this.previous };
  }
}
