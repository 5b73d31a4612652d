import { addDays } from './local-date';
import {
  addWorkingDays,
  isClosed,
  isWorkingDay,
  nextWorkingDay,
  previousWorkingDay,
  workingDaysBetween,
} from './working-days';

describe('R11 working days', () => {
  it.each([
    ['2016-11-16', true],
    ['2016-11-19', false],
    ['2016-11-20', false],
    ['2016-12-23', true],
    ['2026-12-24', false],
    ['2026-12-25', false],
    ['2026-12-31', true],
    ['2027-03-25', false],
    ['2016-05-17', false],
  ])('%s: %s', (date, expected) => expect(isWorkingDay(date)).toBe(expected));

  it('leave out closed periods and closed weeks', () => {
    const closed = { ranges: [{ from: '2016-07-11', to: '2016-07-22' }], weeks: [8] };
    expect(isWorkingDay('2016-07-08', closed)).toBe(true);
    expect(isWorkingDay('2016-07-11', closed)).toBe(false);
    expect(isWorkingDay('2016-07-22', closed)).toBe(false);
    expect(isWorkingDay('2016-07-25', closed)).toBe(true);
    expect(isWorkingDay('2016-02-22', closed)).toBe(false);
    expect(isClosed('2017-02-20', closed)).toBe(true);
    expect(isClosed('2017-02-20')).toBe(false);
  });

  it('move a submission deadline EARLIER and other dates later', () => {
    expect(previousWorkingDay('2016-12-26')).toBe('2016-12-23');
    expect(previousWorkingDay('2027-03-29')).toBe('2027-03-24');
    expect(nextWorkingDay('2016-12-24')).toBe('2016-12-27');
    expect(nextWorkingDay('2016-12-23')).toBe('2016-12-23');
  });

  it('are counted forwards and backwards', () => {
    expect(addWorkingDays('2016-11-16', 10)).toBe('2016-11-30');
    expect(addWorkingDays('2016-12-23', 1)).toBe('2016-12-27');
    expect(addWorkingDays('2016-12-27', -1)).toBe('2016-12-23');
    expect(addWorkingDays('2016-12-24', 0)).toBe('2016-12-24');
    expect(addWorkingDays('2016-07-08', 1, { weeks: [28, 29, 30] })).toBe('2016-08-01');
    expect(workingDaysBetween('2016-11-16', '2016-11-30')).toBe(10);
    expect(workingDaysBetween('2016-11-30', '2016-11-16')).toBe(-10);
    expect(workingDaysBetween('2016-11-19', '2016-11-20')).toBe(0);
    expect(() => addWorkingDays('2016-11-16', 1.5)).toThrow(RangeError);
  });

  it('adding and counting are each other’s inverse over 2016–2040', () => {
    for (let date = '2016-01-01', n = 0; date < '2041-01-01'; date = addDays(date, 13), n = (n + 1) % 40) {
      expect(workingDaysBetween(date, addWorkingDays(date, n))).toBe(n);
    }
  });

  it('refuse a calendar that is always closed instead of searching for ever', () => {
    const closed = { ranges: [{ from: '1900-01-01', to: '2200-12-31' }] };
    expect(() => nextWorkingDay('2190-01-01', closed)).toThrow(RangeError);
    expect(() => previousWorkingDay('1901-01-01', closed)).toThrow(RangeError);
  });
});
