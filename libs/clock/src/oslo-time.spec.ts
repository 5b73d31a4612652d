import { execFileSync } from 'node:child_process';
import {
  endOfDay,
  isClockTime,
  isWithinWorkingHours,
  nextWorkingInstant,
  osloDate,
  osloInstant,
  osloTime,
  startOfDay,
} from './oslo-time';

const iso = (date: Date): string => date.toISOString();

describe('Europe/Oslo (B57)', () => {
  it('reads date and time of an instant', () => {
    expect(osloDate(new Date('2016-11-15T23:30:00Z'))).toBe('2016-11-16');
    expect(osloTime(new Date('2016-11-15T23:30:00Z'))).toBe('00:30');
    expect(osloDate(new Date('2016-07-15T22:00:00Z'))).toBe('2016-07-16');
    expect(osloDate(new Date('2016-12-31T23:00:00Z'))).toBe('2017-01-01');
  });

  it('gives a deadline its whole day on both sides of summer time', () => {
    expect(iso(endOfDay('2027-03-27'))).toBe('2027-03-27T22:59:59.000Z');
    expect(iso(endOfDay('2027-03-28'))).toBe('2027-03-28T21:59:59.000Z');
    expect(iso(endOfDay('2027-10-30'))).toBe('2027-10-30T21:59:59.000Z');
    expect(iso(endOfDay('2027-10-31'))).toBe('2027-10-31T22:59:59.000Z');
    const hours = (day: string, next: string): number => (+startOfDay(next) - +startOfDay(day)) / 3_600_000;
    expect(hours('2027-03-28', '2027-03-29')).toBe(23);
    expect(hours('2027-10-31', '2027-11-01')).toBe(25);
    expect(hours('2027-06-01', '2027-06-02')).toBe(24);
  });

  it('settles hours that never come or come twice', () => {
    expect(iso(osloInstant('2027-03-28', '01:59'))).toBe('2027-03-28T00:59:00.000Z');
    expect(iso(osloInstant('2027-03-28', '02:30'))).toBe('2027-03-28T01:30:00.000Z');
    expect(iso(osloInstant('2027-03-28', '03:00'))).toBe('2027-03-28T01:00:00.000Z');
    expect(iso(osloInstant('2027-10-31', '01:59'))).toBe('2027-10-30T23:59:00.000Z');
    expect(iso(osloInstant('2027-10-31', '02:30'))).toBe('2027-10-31T00:30:00.000Z');
    expect(iso(osloInstant('2027-10-31', '03:00'))).toBe('2027-10-31T02:00:00.000Z');
  });

  it('finds every wall-clock time again over two years', () => {
    for (let ms = Date.UTC(2026, 0, 1); ms < Date.UTC(2028, 0, 1); ms += 6_180_000) {
      const instant = new Date(ms);
      const again = osloInstant(osloDate(instant), osloTime(instant));
      const doubled = osloDate(instant) === '2027-10-31' || osloDate(instant) === '2026-10-25';
      if (!doubled) expect(iso(again)).toBe(iso(instant));
    }
  });

  it('refuses what is no time of day', () => {
    for (const time of ['24:00', '8:00', '08:60', '', '0800', '08:00:61']) {
      expect(() => osloInstant('2016-11-16', time)).toThrow(RangeError);
    }
    expect([isClockTime('08:00'), isClockTime('24:00'), isClockTime('08:00:00'), isClockTime(8)]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it('does not depend on the zone of the process', () => {
    const script = `
      const swc = require('@swc/core'); const fs = require('fs'); const Module = require('module');
      require.extensions['.ts'] = (m, f) => m._compile(swc.transformSync(fs.readFileSync(f, 'utf8'),
        { filename: f, swcrc: false, jsc: { parser: { syntax: 'typescript' }, target: 'es2023' }, module: { type: 'commonjs' } }).code, f);
      const t = require(process.argv[1]);
      console.log([t.osloDate(new Date('2027-03-28T22:30:00Z')), t.endOfDay('2027-03-28').toISOString(),
        t.osloInstant('2027-10-31', '02:30').toISOString(), t.osloTime(new Date('2027-10-31T00:30:00Z'))].join());`;
    const outputs = ['Pacific/Kiritimati', 'America/Anchorage', 'UTC'].map((TZ) =>
      execFileSync(process.execPath, ['-e', script, require.resolve('./oslo-time.ts')], {
        env: { ...process.env, TZ },
        encoding: 'utf8',
      }).trim(),
    );
    const expected = '2027-03-29,2027-03-28T21:59:59.000Z,2027-10-31T00:30:00.000Z,02:30';
    expect(outputs).toEqual([expected, expected, expected]);
  });
});

describe('R11 working hours', () => {
  it.each([
    ['2016-11-16', '07:59', false],
    ['2016-11-16', '08:00', true],
    ['2016-11-16', '15:59', true],
    ['2016-11-16', '16:00', false],
    ['2016-11-19', '12:00', false],
    ['2026-12-24', '10:00', false],
  ])('%s %s: %s', (date, time, expected) => expect(isWithinWorkingHours(osloInstant(date, time))).toBe(expected));

  it.each([
    ['2016-11-16', '10:00', '2016-11-16', '10:00'],
    ['2016-11-16', '06:00', '2016-11-16', '08:00'],
    ['2016-11-16', '16:00', '2016-11-17', '08:00'],
    ['2016-11-18', '17:00', '2016-11-21', '08:00'],
    ['2027-03-24', '16:30', '2027-03-30', '08:00'],
  ])('after %s %s comes %s %s', (date, time, nextDate, nextTime) =>
    expect(nextWorkingInstant(osloInstant(date, time))).toEqual(osloInstant(nextDate, nextTime)),
  );

  it('skip closed weeks', () => {
    expect(nextWorkingInstant(osloInstant('2016-07-08', '17:00'), { weeks: [28, 29, 30] })).toEqual(
      osloInstant('2016-08-01', '08:00'),
    );
  });
});
