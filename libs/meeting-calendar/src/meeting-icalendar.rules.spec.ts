import type { PlanReading } from './imported-meeting.rules';
import { readICalendar } from './meeting-icalendar.rules';

const READING: PlanReading = {
  bodies: [
    { id: 'KST', name: 'Kommunestyret', kind: 'COUNCIL' },
    { id: 'FSK', name: 'Formannskapet', kind: 'EXECUTIVE_COMMITTEE' },
  ],
  latest: '2036-01-01',
  seriesUntil: '2027-12-31',
  year: null,
  bodyId: null,
};
const calendar = (...events: string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//NO', ...events, 'END:VCALENDAR'].join('\r\n');
const event = (...lines: string[]): string => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n');
const said = (text: string, more: Partial<PlanReading> = {}) => {
  const { meetings, faults, leftOut } = readICalendar(text, { ...READING, ...more });
  return {
    meetings: meetings.map(
      ({ bodyId, date, startsAt, cancelled }) =>
        `${bodyId} ${date}${startsAt ? ` ${startsAt}` : ''}${cancelled ? ' avlyst' : ''}`,
    ),
    faults: faults.map(({ fault, limit }) => `${fault} ${limit}`.trim()),
    leftOut: leftOut.map(({ bodyName }) => bodyName),
    keys: meetings.map(({ externalId }) => externalId),
  };
};
const NEW_YORK = [
  'BEGIN:VTIMEZONE',
  'TZID:Eastern',
  'BEGIN:STANDARD',
  'DTSTART:20071104T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU',
  'TZOFFSETFROM:-0400',
  'TZOFFSETTO:-0500',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:20070311T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU',
  'TZOFFSETFROM:-0500',
  'TZOFFSETTO:-0400',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
].join('\r\n');

describe('meeting-icalendar: a calendar file', () => {
  it.each([
    ['DTSTART;VALUE=DATE:20260114', 'FSK 2026-01-14'],
    ['DTSTART:20260114T090000', 'FSK 2026-01-14 09:00'],
    ['DTSTART:20260114T080000Z', 'FSK 2026-01-14 09:00'],
    ['DTSTART:20260712T223000Z', 'FSK 2026-07-13 00:30'],
    ['DTSTART;TZID=Europe/Oslo:20260714T090000', 'FSK 2026-07-14 09:00'],
    ['DTSTART;TZID=W. Europe Standard Time:20260714T090000', 'FSK 2026-07-14 09:00'],
    ['DTSTART;TZID=America/New_York:20260114T200000', 'FSK 2026-01-15 02:00'],
    ['DTSTART;TZID=Eastern:20260714T200000', 'FSK 2026-07-15 02:00'],
  ])('%s is %s in Oslo', (start, meeting) => {
    const text = calendar(NEW_YORK, event('UID:1', start, 'SUMMARY:Møte i formannskapet'));
    expect(said(text)).toMatchObject({ meetings: [meeting], faults: [], leftOut: [], keys: ['1'] });
  });

  it('follows a series with what was moved, taken out and cancelled of it', () => {
    const text = calendar(
      event(
        'UID:serie',
        'DTSTART;TZID=Europe/Oslo:20260107T090000',
        'RRULE:FREQ=MONTHLY;BYDAY=1WE;UNTIL=20260630T000000Z',
        'EXDATE;TZID=Europe/Oslo:20260401T090000',
        'SUMMARY:Formannskap',
      ),
      event(
        'UID:serie',
        'RECURRENCE-ID;TZID=Europe/Oslo:20260204T090000',
        'DTSTART;TZID=Europe/Oslo:20260205T120000',
        'SUMMARY:Formannskap',
      ),
      event(
        'UID:serie',
        'RECURRENCE-ID;TZID=Europe/Oslo:20260304T090000',
        'DTSTART;TZID=Europe/Oslo:20260304T090000',
        'STATUS:CANCELLED',
        'SUMMARY:Formannskap',
      ),
    );
    const { meetings, keys, faults } = said(text);
    expect(faults).toEqual([]);
    expect(meetings).toEqual([
      'FSK 2026-01-07 09:00',
      'FSK 2026-02-05 12:00',
      'FSK 2026-03-04 09:00 avlyst',
      'FSK 2026-05-06 09:00',
      'FSK 2026-06-03 09:00',
    ]);
    // The key of a date stays when the date is moved: the calendar is changed, not doubled.
    expect(keys[1]).toBe('serie/2026-02-04');
  });

  it('a series without an end is read to the end of next year', () => {
    const { meetings } = said(
      calendar(event('UID:2', 'DTSTART;VALUE=DATE:20260107', 'RRULE:FREQ=WEEKLY;INTERVAL=4', 'SUMMARY:Kommunestyret')),
    );
    expect(meetings).toHaveLength(26);
    expect(meetings.at(-1)).toBe('KST 2027-12-08');
  });

  it('finds the body in the title, in the name of the calendar, or where it was chosen; the rest is told', () => {
    const holiday = event('UID:3', 'DTSTART;VALUE=DATE:20260216', 'SUMMARY:Vinterferie');
    expect(said(calendar(holiday))).toMatchObject({ meetings: [], leftOut: ['Vinterferie'] });
    expect(said(calendar(holiday), { bodyId: 'KST' }).meetings).toEqual(['KST 2026-02-16']);
    expect(said(calendar('X-WR-CALNAME:Formannskapet 2026', holiday)).meetings).toEqual(['FSK 2026-02-16']);
    expect(
      said(calendar(event('UID:4', 'DTSTART;VALUE=DATE:20260216', 'SUMMARY:AVLYST: Kommunestyret'))).meetings,
    ).toEqual(['KST 2026-02-16 avlyst']);
  });

  it('says what cannot be read, and how', () => {
    const one = (...lines: string[]): string[] =>
      said(calendar(event('UID:5', 'SUMMARY:Formannskapet', ...lines))).faults;
    expect(said('body;date\n').faults).toEqual(['NOT_A_CALENDAR']);
    expect(said('BEGIN:VCALENDAR\nBEGIN:VEVENT\n').faults).toEqual(['NOT_A_CALENDAR']);
    expect(one('DTSTART;TZID=Mars/Olympus:20260114T090000')).toEqual(['UNKNOWN_TIME_ZONE Mars/Olympus']);
    expect(one('DTSTART;VALUE=DATE:20990101')).toEqual(['DATE_TOO_LATE 2036-01-01']);
    expect(one()).toEqual(['NOT_A_DATE']);
    expect(one('DTSTART:20260107T090000', 'RRULE:FREQ=SECONDLY')).toEqual(['UNREADABLE_SERIES']);
    expect(one('DTSTART:20260107T090000', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31')).toEqual(['UNREADABLE_SERIES']);
  });

  it('no file keeps the service busy', () => {
    const began = performance.now();
    const zone = NEW_YORK.replaceAll('FREQ=YEARLY', 'FREQ=SECONDLY');
    expect(
      said(calendar(zone, event('UID:6', 'DTSTART;TZID=Eastern:20260114T090000', 'SUMMARY:Formannskapet'))).faults,
    ).toEqual(['UNKNOWN_TIME_ZONE Eastern']);
    const old = event('UID:7', 'DTSTART;VALUE=DATE:19000101', 'RRULE:FREQ=DAILY', 'SUMMARY:Formannskapet');
    expect(said(calendar(old)).faults).toEqual(['UNREADABLE_SERIES']);
    const many = Array.from({ length: 6_000 }, (_, at) =>
      event(`UID:${at}`, 'DTSTART;VALUE=DATE:20260114', 'SUMMARY:Formannskapet'),
    );
    expect(said(calendar(...many)).faults).toEqual(['TOO_MANY 5000']);
    said('BEGIN:VCALENDAR\n' + 'BEGIN:VEVENT\n'.repeat(70_000));
    for (const by of [
      'BYDAY=5MO',
      'BYDAY=-5SU',
      'BYMONTHDAY=31',
      'BYDAY=MO;BYMONTHDAY=13',
      'BYMONTH=2;BYDAY=5MO',
      'BYDAY=MO,TU;BYSETPOS=-4',
    ])
      for (const freq of ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'])
        said(
          calendar(
            event('UID:8', 'DTSTART:19700101T090000', `RRULE:FREQ=${freq};INTERVAL=12;${by}`, 'SUMMARY:Formannskapet'),
          ),
        );
    expect(performance.now() - began).toBeLessThan(6_000);
  }, 15_000);
});
