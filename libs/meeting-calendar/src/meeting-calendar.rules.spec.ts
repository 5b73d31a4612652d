import { addDays, dateParts, isoWeek, isWorkingDay, weekday, yearOf } from '@samanker/clock';
import {
  bodyCalendar,
  CalendarMeeting,
  MeetingKind,
  projectYear,
  submissionDeadlineOf,
  takesCases,
  withProjectedYears,
} from './meeting-calendar.rules';

const meeting = (date: string, over: Partial<CalendarMeeting> = {}): CalendarMeeting => ({
  id: date,
  date,
  kind: 'ORDINARY',
  submissionDeadline: submissionDeadlineOf({ date }, 14),
  provisional: false,
  cancelled: false,
  ...over,
});

describe('R6 meeting kinds', () => {
  it('only ordinary, budget and extraordinary meetings take cases', () => {
    expect(Object.values(MeetingKind).filter(takesCases)).toEqual(['ORDINARY', 'BUDGET', 'EXTRAORDINARY']);
  });

  it('a body calendar holds what takes cases, by date', () => {
    const calendar = bodyCalendar([
      meeting('2019-12-17', { kind: 'BUDGET' }),
      meeting('2019-09-03'),
      meeting('2019-10-22', { kind: 'CONSTITUTION' }),
      meeting('2019-09-09', { kind: 'ELECTORAL_BOARD' }),
      meeting('2019-11-19', { cancelled: true }),
    ]);
    expect(calendar.meetings.map(({ date }) => date)).toEqual(['2019-09-03', '2019-12-17']);
    expect(calendar.constitutions).toEqual(['2019-10-22']);
    expect([...calendar.adoptedYears]).toEqual([2019]);
  });

  it('a year with nothing but an extraordinary meeting has no adopted calendar', () => {
    expect(bodyCalendar([meeting('2020-03-03', { kind: 'EXTRAORDINARY' })]).adoptedYears.size).toBe(0);
    expect(bodyCalendar([meeting('2020-03-03', { provisional: true })]).adoptedYears.size).toBe(0);
  });

  it('finds the latest deadline also where deadlines do not follow the dates', () => {
    const calendar = bodyCalendar([
      meeting('2020-01-10', { submissionDeadline: '2020-01-08' }),
      meeting('2020-01-20', { submissionDeadline: '2020-01-02' }),
      meeting('2020-01-30', { submissionDeadline: '2020-01-20' }),
    ]);
    expect(calendar.latestDeadline).toEqual([0, 0, 2]);
  });
});

describe('R6, B34 submission deadline', () => {
  it.each<[string, string | null, number, string, string]>([
    ['2016-11-16', null, 14, '2016-11-02', 'an ordinary day'],
    ['2016-05-31', null, 14, '2016-05-13', 'from Constitution Day EARLIER, past Whit Monday'],
    ['2017-01-09', null, 14, '2016-12-23', 'from 26 December EARLIER past Christmas Eve'],
    ['2016-11-16', '2016-11-06', 14, '2016-11-04', 'an adopted Sunday moves to Friday'],
    ['2016-11-16', '2016-11-04', 14, '2016-11-04', 'an adopted date stands'],
    ['2016-11-16', '2016-12-04', 14, '2016-11-16', 'never after the meeting'],
    ['2016-11-16', null, 0, '2016-11-16', 'no days asked for'],
  ])('%s, adopted %s, %i days: %s (%s)', (date, adopted: string | null, days, expected) =>
    expect(submissionDeadlineOf({ date, submissionDeadline: adopted }, days)).toBe(expected),
  );

  it('passes over closed weeks', () => {
    expect(submissionDeadlineOf({ date: '2016-08-10' }, 14, { weeks: [28, 29, 30] })).toBe('2016-07-08');
  });
});

describe('R6 projection of a year without a calendar', () => {
  const adopted = ['2016-02-10', '2016-03-23', '2016-05-18', '2016-07-06', '2016-11-16'].map((date) => meeting(date));

  it('keeps weekday and ISO week, is provisional, and leaves out July', () => {
    const projected = projectYear({ meetings: adopted, year: 2017 });
    expect(projected.map(({ date }) => date)).toEqual(['2017-02-08', '2017-03-22', '2017-11-15']);
    expect(projected.every(({ provisional, id }) => provisional && id === null)).toBe(true);
    expect(projected[0]?.submissionDeadline).toBe('2017-01-25');
  });

  it('leaves out holidays and closed periods', () => {
    const closed = { ranges: [{ from: '2017-11-13', to: '2017-11-17' }] };
    expect(projectYear({ meetings: adopted, year: 2017, closed }).map(({ date }) => date)).not.toContain('2017-11-15');
    // Wednesday of week 20 in 2017 is 17 May.
    expect(projectYear({ meetings: adopted, year: 2017 }).map(({ date }) => date)).not.toContain('2017-05-17');
  });

  it('projects nothing over an adopted calendar, nor from nothing', () => {
    expect(projectYear({ meetings: adopted, year: 2016 })).toEqual([]);
    expect(projectYear({ meetings: adopted, year: 2015 })).toEqual([]);
    expect(projectYear({ meetings: [], year: 2017 })).toEqual([]);
    expect(projectYear({ meetings: [meeting('2016-02-10', { kind: 'EXTRAORDINARY' })], year: 2017 })).toEqual([]);
  });

  it('takes the latest adopted year, ten years on as well, and drops a week 53 that does not come', () => {
    const all = [...adopted, meeting('2020-12-30')];
    expect(projectYear({ meetings: all, year: 2021 })).toEqual([]);
    expect(projectYear({ meetings: all, year: 2026 }).map(({ date }) => date)).toEqual(['2026-12-30']);
    expect(withProjectedYears(adopted, [2016, 2017, 2017])).toHaveLength(adopted.length + 3);
  });

  it('every projected meeting is a working day outside July in its own year', () => {
    const daily = Array.from({ length: 52 }, (_, week) => meeting(addDays('2019-01-02', week * 7 + (week % 5) - 1)));
    for (let year = 2020; year <= 2040; year += 1) {
      for (const { date } of projectYear({ meetings: daily, year })) {
        expect(yearOf(date)).toBe(year);
        expect(isWorkingDay(date) && dateParts(date).month !== 7).toBe(true);
        expect(
          daily.some((m) => weekday(m.date) === weekday(date) && isoWeek(m.date).week === isoWeek(date).week),
        ).toBe(true);
      }
    }
  });
});
