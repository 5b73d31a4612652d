import { levelsAbove, nextLevel } from './escalation.rules';

describe('the next level (R10)', () => {
  const held = (roles: Record<string, string>) => (role: string) => ({ personId: roles[role] ?? null });

  it('goes up one level at a time, and ends at the chief executive', () => {
    expect(levelsAbove('CONTRIBUTOR')).toEqual(['COORDINATOR', 'UNIT_LEADER', 'DIRECTOR', 'CHIEF_EXECUTIVE']);
    expect(levelsAbove('RECORDER')).toEqual(['COORDINATOR', 'UNIT_LEADER', 'DIRECTOR', 'CHIEF_EXECUTIVE']);
    expect(levelsAbove('CHIEF_EXECUTIVE')).toEqual([]);
  });

  it('skips a level that nobody holds', () => {
    expect(nextLevel('COORDINATOR', ['anne'], held({ DIRECTOR: 'dag' }))).toBe('DIRECTOR');
  });

  it('skips a level held by the one who has been asked already', () => {
    expect(nextLevel('COORDINATOR', ['anne'], held({ UNIT_LEADER: 'anne', CHIEF_EXECUTIVE: 'rune' }))).toBe(
      'CHIEF_EXECUTIVE',
    );
  });

  it('names the chief executive, by the official address, where no level is held', () => {
    expect(nextLevel('COORDINATOR', ['anne'], held({}))).toBe('CHIEF_EXECUTIVE');
  });

  it('has nobody above the chief executive', () => {
    expect(nextLevel('CHIEF_EXECUTIVE', ['rune'], held({}))).toBeNull();
  });
});
