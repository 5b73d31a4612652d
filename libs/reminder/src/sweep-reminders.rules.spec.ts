import { osloInstant } from '@samanker/clock';
import { isLastChance, planReminder } from './sweep-reminders.rules';

const at = (date: string, time = '09:00') => ({ now: osloInstant(date, time), today: date });
const plan = (
  kind: 'TEXT_IN' | 'DECISION_MADE' | 'VOLUMES',
  dueOn: string,
  { now, today }: { now: Date; today: string },
  said: string[] = [],
  closed = {},
) => planReminder({ kind, dueOn }, now, today, closed, said);

describe('which reminder goes now', () => {
  // Thursday 24 November 2016 is due; T-5 is Thursday 17, T-1 Wednesday 23.
  it('sends the occasion of the day and looks again on the next one (R10)', () => {
    expect(plan('TEXT_IN', '2016-11-24', at('2016-11-17'))).toEqual({
      occasion: 'T-5 2016-11-24',
      nextOn: '2016-11-23',
    });
    expect(plan('TEXT_IN', '2016-11-24', at('2016-11-24'))).toEqual({ occasion: 'T 2016-11-24', nextOn: null });
  });

  it('sends only the latest of several that a jump of the clock has passed (R10)', () => {
    expect(plan('TEXT_IN', '2016-11-24', at('2016-11-23'))).toEqual({
      occasion: 'T-1 2016-11-24',
      nextOn: '2016-11-24',
    });
  });

  it('never says the same occasion twice, but a moved date is said anew (R10)', () => {
    expect(plan('TEXT_IN', '2016-11-24', at('2016-11-18'), ['T-5 2016-11-24']).occasion).toBeNull();
    expect(plan('TEXT_IN', '2016-11-24', at('2016-11-18'), ['T-5 2016-11-17']).occasion).toBe('T-5 2016-11-24');
  });

  it('asks what was decided the first working day after the meeting, a Monday after a Friday (R10)', () => {
    expect(plan('DECISION_MADE', '2016-11-18', at('2016-11-21'))).toMatchObject({ occasion: 'T+1 2016-11-18' });
  });

  it.each([
    ['2016-11-17', '07:59'],
    ['2016-11-17', '16:00'],
    ['2016-11-19', '10:00'],
  ])('sends nothing at %s %s, outside working hours (R11)', (date, time) => {
    expect(plan('TEXT_IN', '2016-11-24', at(date, time)).occasion).toBeNull();
  });

  it('sends nothing on 17 May and looks again on the next working day (R11)', () => {
    expect(plan('VOLUMES', '2016-05-25', at('2016-05-17'))).toEqual({ occasion: null, nextOn: '2016-05-18' });
  });

  it('sends nothing in a closed week (R11)', () => {
    const closed = { ranges: [{ from: '2016-07-11', to: '2016-07-31' }] };
    expect(plan('VOLUMES', '2016-08-03', at('2016-07-20'), [], closed)).toEqual({
      occasion: null,
      nextOn: '2016-08-01',
    });
  });

  it('does not ask for a text whose deadline has passed (R10)', () => {
    expect(plan('TEXT_IN', '2016-11-24', at('2016-11-25'))).toEqual({ occasion: null, nextOn: null });
  });

  it.each<['TEXT_IN' | 'VOLUMES', string, boolean]>([
    ['TEXT_IN', '2016-11-23', false],
    ['TEXT_IN', '2016-11-24', true],
    ['VOLUMES', '2016-11-24', false],
    ['TEXT_IN', '2016-11-25', false],
  ])('%s due 2016-11-24 on %s: the last chance to say it is %s (R10)', (kind, today, last) => {
    expect(isLastChance({ kind, dueOn: '2016-11-24' }, plan(kind, '2016-11-24', at(today)))).toBe(last);
  });
});
