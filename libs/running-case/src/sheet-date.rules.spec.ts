import { dateIn, latestDayOf } from './sheet-date.rules';

describe('a date in somebody’s spreadsheet', () => {
  it.each([
    ['16.11.16', '2016-11-16', ''],
    ['16.11.2016', '2016-11-16', ''],
    ['16. 11. 2016', '2016-11-16', ''],
    ['2016-11-16', '2016-11-16', ''],
    ['2016-11-16T00:00:00.000Z', '2016-11-16', ''],
    ['16/11-16', '2016-11-16', ''],
    ['16/11 2016', '2016-11-16', ''],
    ['16-11-2016', '2016-11-16', ''],
    ['16. november 2016', '2016-11-16', ''],
    ['16.nov.16', '2016-11-16', ''],
    ['16 Nov 2016', '2016-11-16', ''],
    ['1. mai 2016', '2016-05-01', ''],
    ['3 Dec 2016', '2016-12-03', ''],
    ['3. desember 2016', '2016-12-03', ''],
    ['Vedtatt i KS 16.11.16, sak 87/16', '2016-11-16', 'Vedtatt i KS , sak 87/16'],
    ['29.02.2016', '2016-02-29', ''],
  ])('reads %s as %s', (text, date, rest) => {
    expect(dateIn(text)).toEqual({ date, rest, fault: null });
  });

  it.each([
    ['31.02.16', 'NOT_A_DATE'],
    ['29.02.2017', 'NOT_A_DATE'],
    ['45.11.2016', 'NOT_A_DATE'],
    ['16.11', 'DATE_WITHOUT_YEAR'],
    ['16. november', 'DATE_WITHOUT_YEAR'],
  ])('does not make a date of %s', (text, fault) => {
    expect(dateIn(text)).toMatchObject({ date: null, fault });
  });

  it.each(['', '?', 'sak 87', '42690', 'ok', '2016', 'mars'])('finds no date in %p', (text) => {
    expect(dateIn(text)).toMatchObject({ date: null, fault: null });
  });

  it('reads a date that Excel kept, and one that lost its format, in a column of dates only', () => {
    expect(dateIn(new Date(Date.UTC(2016, 10, 16))).date).toBe('2016-11-16');
    expect(dateIn('42690', { serials: true }).date).toBe('2016-11-16');
    expect(dateIn('42690.75', { serials: true }).date).toBe('2016-11-16');
    expect(dateIn('99999', { serials: true }).date).toBeNull();
  });

  it.each([
    ['i mars', '2017-03-31'],
    ['Mars 2018', '2018-03-31'],
    ['november', '2016-11-30'],
    ['1.2.17', '2017-02-01'],
    ['snart', null],
    ['', null],
  ])('takes %p as no later than %s', (text, date) => {
    expect(latestDayOf(text, '2016-11-20')).toBe(date);
  });
});
