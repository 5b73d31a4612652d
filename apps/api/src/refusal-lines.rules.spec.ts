import { MOST_LINES, nextLine, NOTHING_WRITTEN, type LinesWritten } from './refusal-lines.rules';

/** Tries so often, and says how many lines came of it. */
function times(count: number, who: (at: number) => string, now: number, from: LinesWritten = NOTHING_WRITTEN) {
  let state = from;
  let written = 0;
  for (let at = 0; at < count; at++) {
    const { after, write } = nextLine(state, who(at), now);
    state = after;
    if (write) written++;
  }
  return { state, written };
}

describe('lines about refused attempts', () => {
  it('one who tries without end writes ten lines in a minute, and others are written all the same', () => {
    const { state, written } = times(5_000, () => 'kari', 1e6);
    expect(written).toBe(MOST_LINES.ofOne);
    expect(nextLine(state, 'ola', 1e6).write).toBe(true);
    expect(state.unwritten).toBe(5_000 - MOST_LINES.ofOne);
  });

  it('a crowd fills no disk and no memory', () => {
    const { state, written } = times(5_000, (at) => `person ${at}`, 1e6);
    expect(written).toBe(MOST_LINES.ofAll);
    expect(state.ofEach.size).toBe(MOST_LINES.ofAll);
  });

  it('a new minute begins anew, and its first line says how many were not written', () => {
    const { state } = times(100, () => 'kari', 1e6);
    expect(nextLine(state, 'kari', 1e6 + 59_999).write).toBe(false);
    expect(nextLine(state, 'kari', 1e6 + 60_000)).toMatchObject({ write: true, unwritten: 90 });
  });
});
