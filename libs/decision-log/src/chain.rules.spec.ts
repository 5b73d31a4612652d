import { canonicalJson } from './canonical-json.rules';
import { ChainVerifier, GENESIS, hashOf, type ChainedEntry } from './chain.rules';

function chain(length: number): ChainedEntry[] {
  const entries: ChainedEntry[] = [];
  for (let seq = 1; seq <= length; seq++) {
    const previousHash = entries.at(-1)?.hash ?? GENESIS;
    const entry = canonicalJson({ verb: 'decideAnchoringStep', n: seq });
    entries.push({ seq, entry, previousHash, hash: hashOf(previousHash, seq, entry) });
  }
  return entries;
}

function verify(entries: readonly ChainedEntry[], head = entries.at(-1)!): ReturnType<ChainVerifier['end']> {
  const verifier = new ChainVerifier();
  for (const entry of entries) {
    const fault = verifier.next(entry);
    if (fault) return fault;
  }
  return verifier.end(head);
}

describe('the hash chain of the decision log (R31)', () => {
  it('holds when nothing was touched', () => {
    expect(verify(chain(20))).toBeNull();
  });

  it('names the entry that was changed', () => {
    const entries = chain(20);
    entries[6] = { ...entries[6]!, entry: entries[6]!.entry.replace('7', '8') };
    expect(verify(entries)).toEqual({ seq: 7, fault: 'CHANGED' });
  });

  it('names the entry that was removed, and the first of two that were swapped', () => {
    const removed = chain(20);
    removed.splice(9, 1);
    expect(verify(removed)).toEqual({ seq: 10, fault: 'MISSING_OR_MOVED' });
    const swapped = chain(20);
    [swapped[3], swapped[4]] = [swapped[4]!, swapped[3]!];
    expect(verify(swapped)).toEqual({ seq: 4, fault: 'MISSING_OR_MOVED' });
  });

  it('finds that the last ten were dropped, by the head', () => {
    const whole = chain(20);
    expect(verify(whole.slice(0, 10), whole.at(-1)!)).toEqual({ seq: 11, fault: 'TRUNCATED' });
  });

  it('finds a rewritten entry with a recomputed hash by the link that follows it', () => {
    const entries = chain(20);
    const entry = canonicalJson({ verb: 'forged' });
    entries[6] = { ...entries[6]!, entry, hash: hashOf(entries[6]!.previousHash, 7, entry) };
    expect(verify(entries)).toEqual({ seq: 8, fault: 'BROKEN_LINK' });
  });
});
