import { faultOfPeriod, isInEffect, overlapping } from './delegation.rules';

const TODAY = '2016-11-16';
const period = (fromOn: string, toOn: string) => ({ fromOn, toOn });

describe('leaving a role to a deputy (R12)', () => {
  it.each([
    ['today alone', '2016-11-16', '2016-11-16', undefined],
    ['a holiday ahead', '2016-12-22', '2017-01-02', undefined],
    ['a whole year', '2016-11-16', '2017-11-16', undefined],
    ['a day more than a year', '2016-11-16', '2017-11-17', 'DATE_TOO_LATE'],
    ['since yesterday', '2016-11-15', '2016-11-20', 'DATE_PASSED'],
    ['an end before the beginning', '2016-11-20', '2016-11-19', 'ENDS_BEFORE_START'],
  ])('%s', (_, fromOn, toOn, fault) => {
    expect(faultOfPeriod(period(fromOn, toOn), TODAY)?.fault).toBe(fault);
  });

  it('one deputy at a time: a shared day is too much, the day after is not', () => {
    const christmas = period('2016-12-22', '2017-01-02');
    expect(overlapping(period('2017-01-02', '2017-01-05'), [christmas])).toBe(christmas);
    expect(overlapping(period('2016-12-01', '2017-02-01'), [christmas])).toBe(christmas);
    expect(overlapping(period('2017-01-03', '2017-01-05'), [christmas])).toBeNull();
    expect(overlapping(period('2016-12-01', '2016-12-21'), [christmas])).toBeNull();
  });

  it('counts on the first and on the last day, and no more when it was ended', () => {
    const away = { ...period('2016-11-16', '2016-11-18'), endedAt: null };
    expect(['2016-11-15', '2016-11-16', '2016-11-18', '2016-11-19'].map((day) => isInEffect(away, day))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(isInEffect({ ...away, endedAt: new Date(0) }, '2016-11-17')).toBe(false);
  });
});
