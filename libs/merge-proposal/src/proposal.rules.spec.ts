import {
  aloneGroup,
  fingerprintOf,
  isProposable,
  pairsAcrossOrganisations,
  regroup,
  type Edge,
} from './proposal.rules';

const alone = (...ids: string[]) => new Map(ids.map((id) => [id, aloneGroup(id)]));
const sets = (groups: Map<string, string>): string[] => {
  const byGroup = new Map<string, string[]>();
  for (const [need, group] of groups) byGroup.set(group, [...(byGroup.get(group) ?? []), need]);
  return [...byGroup.values()].map((ids) => ids.sort().join('')).sort();
};
const edge = (a: string, b: string, score: number): Edge => ({ a, b, score });

describe('R16: which needs belong together', () => {
  it('joins two that are more alike than not, and leaves strangers alone', () => {
    expect(sets(regroup(['b'], alone('a', 'b', 'c'), [edge('a', 'b', 0.8), edge('b', 'c', 0.3)]))).toEqual(['ab', 'c']);
  });

  it('does not make one blob of a chain: a–b–c–d with strangers at the ends', () => {
    const chain = [edge('a', 'b', 0.7), edge('b', 'c', 0.6), edge('c', 'd', 0.7)];
    let groups = alone('a');
    for (const next of ['b', 'c', 'd']) groups = regroup([next], new Map([...groups, [next, aloneGroup(next)]]), chain);
    expect(sets(groups)).toEqual(['ab', 'cd']);
  });

  it('a need leaves its group when a better one has come', () => {
    const groups = new Map([
      ['a', 'P'],
      ['b', 'P'],
      ['c', aloneGroup('c')],
      ['d', aloneGroup('d')],
    ]);
    const edges = [edge('a', 'b', 0.45), edge('b', 'c', 0.9), edge('b', 'd', 0.9), edge('c', 'd', 0.9)];
    expect(sets(regroup(['d'], groups, edges))).toEqual(['a', 'bcd']);
  });

  it('a changed need that no longer fits stands alone', () => {
    const groups = new Map([
      ['a', 'P'],
      ['b', 'P'],
      ['c', 'P'],
    ]);
    const after = regroup(['c'], groups, [edge('a', 'b', 0.9)]);
    expect(sets(after)).toEqual(['ab', 'c']);
    expect(after.get('a')).toBe('P');
  });

  it('gives the same groups in whatever order the needs are listed, for thirty alike', () => {
    const ids = Array.from({ length: 30 }, (_, i) => `n${String(i).padStart(2, '0')}`);
    const edges = ids.flatMap((a, i) => ids.slice(i + 1).map((b, j) => edge(a, b, 0.5 + ((i * 7 + j * 3) % 5) / 10)));
    const inOrder = (order: string[], pairs: Edge[]) => {
      let groups = new Map<string, string>();
      for (const id of order) groups = regroup([id], new Map([...groups, [id, aloneGroup(id)]]), pairs);
      return sets(groups);
    };
    expect(inOrder(ids, edges)).toEqual([ids.join('')]);
    expect(inOrder([...ids].reverse(), [...edges].reverse())).toEqual([ids.join('')]);
  });

  it('moves only what may move', () => {
    const groups = new Map([
      ['a', 'P'],
      ['b', 'P'],
      ['c', aloneGroup('c')],
      ['d', aloneGroup('d')],
    ]);
    const edges = [edge('a', 'b', 0.45), edge('b', 'c', 0.9), edge('b', 'd', 0.9), edge('c', 'd', 0.95)];
    expect(sets(regroup(['d'], groups, edges, new Set(['d'])))).toEqual(['ab', 'cd']);
  });
});

describe('R16, R17: what is proposed', () => {
  const need = (id: string, organisationId: string, version = 1) => ({ id, organisationId, version });

  it('needs two needs of two organisations', () => {
    expect(isProposable([need('a', 'X')])).toBe(false);
    expect(isProposable([need('a', 'X'), need('b', 'X')])).toBe(false);
    expect(isProposable([need('a', 'X'), need('b', 'Y')])).toBe(true);
  });

  it('has a fingerprint of its needs and their versions, not of their order', () => {
    const first = fingerprintOf([need('a', 'X'), need('b', 'Y')]);
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect(fingerprintOf([need('b', 'Y'), need('a', 'X')])).toBe(first);
    expect(fingerprintOf([need('b', 'Y', 2), need('a', 'X')])).not.toBe(first);
  });

  it('is scored over all pairs of different organisations', () => {
    expect(pairsAcrossOrganisations([need('a', 'X'), need('b', 'Y'), need('c', 'Z'), need('d', 'Z')])).toBe(5);
    expect(pairsAcrossOrganisations([need('c', 'Z'), need('d', 'Z')])).toBe(0);
  });
});
