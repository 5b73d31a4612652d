const MINUTE = 60_000;

/** Lines in a minute: of one person, and of all. Whoever tries thousands of ids fills no disk, and hides nobody else. */
export const MOST_LINES = { ofOne: 10, ofAll: 300 } as const;

/** What has been written in the minute that runs. */
export interface LinesWritten {
  readonly since: number;
  readonly ofAll: number;
  readonly unwritten: number;
  /** Never more people than lines. */
  readonly ofEach: ReadonlyMap<string, number>;
}

export const NOTHING_WRITTEN: LinesWritten = { since: 0, ofAll: 0, unwritten: 0, ofEach: new Map() };

/** Whether one more line is written; the first of a new minute says how many of the minute before were not. */
export function nextLine(
  before: LinesWritten,
  who: string,
  now: number,
): { readonly after: LinesWritten; readonly write: boolean; readonly unwritten: number } {
  const over = now - before.since >= MINUTE;
  const running = over ? { ...NOTHING_WRITTEN, since: now } : before;
  const own = running.ofEach.get(who) ?? 0;
  if (own >= MOST_LINES.ofOne || running.ofAll >= MOST_LINES.ofAll)
    return { after: { ...running, unwritten: running.unwritten + 1 }, write: false, unwritten: 0 };
  return {
    after: { ...running, ofAll: running.ofAll + 1, ofEach: new Map(running.ofEach).set(who, own + 1) },
    write: true,
    unwritten: over ? before.unwritten : 0,
  };
}
