import type { RoleKind } from '@samanker/request';

const LADDER: readonly RoleKind[] = ['CONTRIBUTOR', 'COORDINATOR', 'UNIT_LEADER', 'DIRECTOR', 'CHIEF_EXECUTIVE'];
// Beside the ladder: those who write for others answer to the case contact, the procurement officer to the director.
const BESIDE: Partial<Record<RoleKind, RoleKind>> = { RECORDER: 'COORDINATOR', PROCUREMENT_OFFICER: 'DIRECTOR' };

/** R10: the levels above a role, nearest first; none above the chief executive. */
export function levelsAbove(role: RoleKind): RoleKind[] {
  const beside = BESIDE[role];
  if (beside) return [beside, ...levelsAbove(beside)];
  const at = LADDER.indexOf(role);
  return at < 0 ? ['COORDINATOR', ...levelsAbove('COORDINATOR')] : LADDER.slice(at + 1);
}

/** Who holds a level, as far as the choice needs it. */
export interface LevelHolder {
  readonly personId: string | null;
}

/**
 * R10: the level to write to: the nearest one held by somebody other than those already asked. Where no level above is
 * held, the chief executive, which means the official address. Null when there is no level above.
 */
export function nextLevel(
  role: RoleKind,
  alreadyAsked: readonly (string | null)[],
  holderOf: (role: RoleKind) => LevelHolder | undefined,
): RoleKind | null {
  const above = levelsAbove(role);
  const held = above.find((level) => {
    const personId = holderOf(level)?.personId;
    return personId && !alreadyAsked.includes(personId);
  });
  return held ?? above.at(-1) ?? null;
}
