/** Something with a day to it. */
export interface Coming {
  readonly on: string;
  readonly says: string;
  readonly about: string;
  readonly to: string;
}

/** What comes next: what is overdue and what lies ahead, soonest first; what is over without being missed is left out. */
export function comingNext(
  all: readonly (Omit<Coming, 'on'> & { readonly on: string | null | undefined; readonly awaited?: boolean })[],
  today: string,
  most: number,
): Coming[] {
  return all
    .flatMap(({ on, awaited, ...rest }) => (on && (awaited || on >= today) ? [{ ...rest, on }] : []))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .slice(0, most);
}
