import {
  addDays,
  addMonths,
  dateOfDayNumber,
  dateOfIsoWeek,
  dayNumber,
  diffDays,
  isLocalDate,
  isoWeek,
  isoWeeksInYear,
  localDate,
  maxDate,
  minDate,
  parseLocalDate,
  weekday,
} from './local-date';

describe('a local date', () => {
  it.each(['2016-02-29', '2020-12-31', '1900-01-01', '2200-12-31'])('is %s', (text) => {
    expect(parseLocalDate(text)).toBe(text);
    expect(isLocalDate(text)).toBe(true);
  });

  it.each([
    '2016-02-30',
    '2017-02-29',
    '1900-02-29',
    '2016-13-01',
    '2016-00-10',
    '2016-04-31',
    '2016-01-00',
    '1899-12-31',
    '2201-01-01',
    '0000-01-01',
    '16.11.2016',
    '2016-1-1',
    ' 2016-01-01',
    '2016-01-01\n',
    '2016-01-01T00:00:00Z',
    '２０１６-01-01',
    '',
    null,
    undefined,
    20160101,
    {},
  ])('is not %p', (value) => {
    expect(parseLocalDate(value)).toBeNull();
    expect(() => localDate(value)).toThrow(RangeError);
  });

  it('agrees with the Date object on every day from 1900 to 2200', () => {
    const first = Date.UTC(1900, 0, 1) / 86_400_000;
    const last = Date.UTC(2200, 11, 31) / 86_400_000;
    for (let number = first; number <= last; number += 1) {
      const js = new Date(number * 86_400_000);
      const text = js.toISOString().slice(0, 10);
      if (dateOfDayNumber(number) !== text || dayNumber(text) !== number || weekday(text) % 7 !== js.getUTCDay()) {
        throw new Error(`${number} ${text} ${dateOfDayNumber(number)}`);
      }
    }
  });

  it('adds days and months', () => {
    expect(addDays('2016-02-28', 1)).toBe('2016-02-29');
    expect(addDays('2017-01-01', -1)).toBe('2016-12-31');
    expect(addDays('2027-03-28', 365)).toBe('2028-03-27');
    expect(addMonths('2016-01-31', 1)).toBe('2016-02-29');
    expect(addMonths('2016-12-15', 1)).toBe('2017-01-15');
    expect(addMonths('2016-01-15', -1)).toBe('2015-12-15');
    expect(addMonths('2016-03-31', -13)).toBe('2015-02-28');
    expect(diffDays('2020-01-21', '2020-02-26')).toBe(36);
    expect(diffDays('2020-02-26', '2020-01-21')).toBe(-36);
    expect(() => addDays('not-a-date', 1)).toThrow(RangeError);
  });

  it('knows ISO weeks around the turn of the year', () => {
    expect(isoWeek('2016-01-01')).toEqual({ year: 2015, week: 53 });
    expect(isoWeek('2016-01-04')).toEqual({ year: 2016, week: 1 });
    expect(isoWeek('2018-12-31')).toEqual({ year: 2019, week: 1 });
    expect(isoWeek('2021-01-03')).toEqual({ year: 2020, week: 53 });
    expect([2015, 2016, 2020, 2026].map(isoWeeksInYear)).toEqual([53, 52, 53, 53]);
    expect(dateOfIsoWeek(2016, 46, 3)).toBe('2016-11-16');
    expect(dateOfIsoWeek(2020, 53, 7)).toBe('2021-01-03');
  });

  it('finds every date again from its ISO week', () => {
    for (let date = '2015-12-01'; date < '2041-01-01'; date = addDays(date, 1)) {
      const { year, week } = isoWeek(date);
      expect(dateOfIsoWeek(year, week, weekday(date))).toBe(date);
    }
  });

  it('takes the earliest and the latest', () => {
    expect(minDate('2016-02-01', '2016-01-31', '2017-01-01')).toBe('2016-01-31');
    expect(maxDate('2016-02-01', '2016-01-31', '2017-01-01')).toBe('2017-01-01');
  });
});
