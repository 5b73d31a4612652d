import { dayAfter, inOslo, startOfDay } from './oslo-day';

describe('days in Oslo', () => {
  it.each([
    ['2016-11-16', '2016-11-15T23:00:00.000Z'],
    ['2016-07-01', '2016-06-30T22:00:00.000Z'],
    // The clock is moved at two and at three in the night of these days.
    ['2016-03-27', '2016-03-26T23:00:00.000Z'],
    ['2016-10-30', '2016-10-29T22:00:00.000Z'],
  ])('%s begins at %s', (date, instant) => {
    expect(startOfDay(date)).toBe(instant);
    expect(inOslo(instant)).toEqual({ date, time: '00:00' });
  });

  it('the day after the last of a year is the first of the next', () => {
    expect(dayAfter('2016-12-31')).toBe('2017-01-01');
  });
});
