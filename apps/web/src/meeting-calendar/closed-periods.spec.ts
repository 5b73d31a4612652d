import { closedIn, joined, toggled, weeksOf, type Period } from './closed-periods';

const period = (fromDate: string, toDate: string, reason = ''): Period => ({ fromDate, toDate, reason });
const SUMMER = weeksOf(2026).filter(({ week }) => week >= 28 && week <= 30);

describe('closed periods as weeks (R11)', () => {
  it('a year has the weeks whose Thursday lies in it', () => {
    expect([weeksOf(2026).length, weeksOf(2027).length]).toEqual([53, 52]);
    expect(weeksOf(2026)[0]).toEqual({ week: 1, from: '2025-12-29', to: '2026-01-04', month: 1 });
    expect(SUMMER[0]).toEqual({ week: 28, from: '2026-07-06', to: '2026-07-12', month: 7 });
  });

  it('weeks beside each other are one period; opening the middle one makes two', () => {
    const closed = SUMMER.reduce<Period[]>((periods, week) => toggled(periods, week), []);
    expect(closed).toEqual([period('2026-07-06', '2026-07-26')]);
    expect(toggled(closed, SUMMER[1]!)).toEqual([
      period('2026-07-06', '2026-07-12'),
      period('2026-07-20', '2026-07-26'),
    ]);
  });

  it('a week that is closed in part is closed whole first', () => {
    const easter = [period('2026-07-08', '2026-07-09', 'Stevne')];
    expect(closedIn(easter, SUMMER[0]!)).toBe('SOME');
    expect(toggled(easter, SUMMER[0]!)).toEqual([period('2026-07-06', '2026-07-12', 'Stevne')]);
  });

  it('periods with different reasons stay apart', () => {
    const two = [period('2026-07-13', '2026-07-19', 'Ferie'), period('2026-07-06', '2026-07-12', 'Stevne')];
    expect(joined(two)).toHaveLength(2);
  });
});
