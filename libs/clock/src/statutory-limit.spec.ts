import { statutoryLimit } from './statutory-limit';

describe('statutory limits (B38, B35): the end moves LATER', () => {
  it.each([
    ['2026-11-25', 30, '2026-12-28', 'raw end Friday 25 December'],
    ['2026-11-23', 30, '2026-12-23', 'an ordinary Wednesday'],
    ['2027-03-16', 10, '2027-03-30', 'raw end Good Friday'],
    ['2027-04-26', 10, '2027-05-07', 'raw end Ascension Day'],
    ['2027-02-24', 21, '2027-03-17', 'three weeks for a legality review'],
    ['2027-03-18', 30, '2027-04-19', 'raw end a Saturday'],
    ['2026-11-24', 30, '2026-12-24', 'Christmas Eve is no public holiday'],
  ])('%s + %i days ends %s (%s)', (event, days, end) => expect(statutoryLimit(event, days)).toBe(end));

  it('refuses a number of days that is none', () => {
    expect(() => statutoryLimit('2026-11-25', -1)).toThrow(RangeError);
    expect(() => statutoryLimit('2026-11-25', 1.5)).toThrow(RangeError);
  });
});
