import type { ReadRow } from './sheet-rows.rules';

/** A body that a sheet names, and that is not registered yet. */
export interface BodyToCome {
  readonly kind: 'COUNCIL' | 'EXECUTIVE_COMMITTEE';
  readonly name: string;
}

const NAMES = { COUNCIL: 'Kommunestyret', EXECUTIVE_COMMITTEE: 'Formannskapet' } as const;

/**
 * The bodies that have to be registered before a municipality gets its route, so that what they decided stands with them and
 * not with the chief executive: those that the row names, and the council where somebody has decided and no body is known.
 */
export function bodiesToCome(row: ReadRow, registered: readonly string[]): BodyToCome[] {
  const decided = row.statements.filter(
    ({ meaning, date }) => date !== null && meaning !== null && !['NOTHING_YET', 'UNDER_WAY'].includes(meaning),
  );
  const named = (kind: BodyToCome['kind']): boolean => decided.some(({ body }) => body === kind);
  const unnamed = decided.some(({ body, meaning }) => body === null && meaning !== 'POSTPONED');
  return (['EXECUTIVE_COMMITTEE', 'COUNCIL'] as const).flatMap((kind) => {
    const wanted = named(kind) || (kind === 'COUNCIL' && (unnamed || named('EXECUTIVE_COMMITTEE')));
    return wanted && !registered.includes(kind) ? [{ kind, name: NAMES[kind] }] : [];
  });
}
