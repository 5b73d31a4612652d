import Holidays from 'date-holidays';
import { easterSunday, isChristmasEve, isPublicHoliday, publicHolidays } from './norwegian-holidays';

const years = Array.from({ length: 25 }, (_, i) => 2016 + i);

describe('Norwegian public holidays', () => {
  const second = new Holidays('NO');

  it.each(years)('of %i agree with a second source', (year) => {
    const theirs = second
      .getHolidays(year)
      .filter((holiday) => holiday.type === 'public')
      .map((holiday) => holiday.date.slice(0, 10));
    const ours = publicHolidays(year).map((holiday) => holiday.date);
    expect([...new Set(ours)]).toEqual([...new Set(theirs)].sort());
    expect(ours).toHaveLength(12);
  });

  it('know Easter by heart', () => {
    const golden = ['2016-03-27', '2017-04-16', '2018-04-01', '2019-04-21', '2020-04-12', '2021-04-04', '2024-03-31'];
    expect(golden.map((date) => easterSunday(Number(date.slice(0, 4))))).toEqual(golden);
    expect(easterSunday(2027)).toBe('2027-03-28');
    expect(easterSunday(2038)).toBe('2038-04-25');
  });

  it('of 2027 are the moveable feasts of B38, 17 May being two of them', () => {
    for (const date of [
      '2027-03-25',
      '2027-03-26',
      '2027-03-28',
      '2027-03-29',
      '2027-05-06',
      '2027-05-16',
      '2027-05-17',
    ]) {
      expect(isPublicHoliday(date)).toBe(true);
    }
    expect(publicHolidays(2027).filter((holiday) => holiday.date === '2027-05-17')).toHaveLength(2);
  });

  it('do not hold Christmas Eve, New Year’s Eve or Easter Eve', () => {
    expect(['2026-12-24', '2026-12-31', '2027-03-27'].map(isPublicHoliday)).toEqual([false, false, false]);
    expect(isChristmasEve('2026-12-24')).toBe(true);
    expect(isChristmasEve('2026-12-25')).toBe(false);
  });
});
