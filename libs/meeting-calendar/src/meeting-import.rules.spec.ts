import { differencesOf, withKeys } from './meeting-differences.rules';
import type { PlanReading } from './imported-meeting.rules';
import { readMeetingFile } from './meeting-import.rules';

const READING: PlanReading = {
  bodies: [
    { id: 'council', name: 'Bystyret', kind: 'COUNCIL' },
    { id: 'committee', name: 'Formannskapet', kind: 'EXECUTIVE_COMMITTEE' },
  ],
  latest: '2040-12-31',
  seriesUntil: '2017-12-31',
  year: null,
  bodyId: null,
};
const read = (csv: string) => readMeetingFile(csv, READING);

describe('meeting-import: a calendar file (B56)', () => {
  it('reads semicolons, Norwegian dates, a byte order mark and Norwegian kinds', () => {
    const { meetings, faults } = read(
      '\ufeffbody;meeting_id;date;start;kind;submission_deadline\r\nbystyret;1;23.11.2016;17.00;budsjett;2016-11-01T00:00:00\r\n',
    );
    expect(faults).toEqual([]);
    expect(meetings).toEqual([
      {
        line: 2,
        place: { line: 2, column: '3' },
        cancelled: false,
        bodyId: 'council',
        externalId: '1',
        date: '2016-11-23',
        startsAt: '17:00',
        kind: 'BUDGET',
        submissionDeadline: '2016-11-01',
      },
    ]);
  });

  it.each([
    ['2021-03-12', '2021-03-12'],
    ['2021-03-12T18:00:00', '2021-03-12'],
    ['2021-03-12 18:00', '2021-03-12'],
    ['2021-03-11T23:00:00Z', '2021-03-12'],
    ['2021-07-11T22:00:00.000Z', '2021-07-12'],
    ['2021-07-12T18:00:00+02:00', '2021-07-12'],
    ['2021-02-30T18:00:00Z', undefined],
    ['2021-03-12T24:00', undefined],
    ['2021-03-12T18:00:00+99:99', undefined],
  ])('reads the date %s as %s in Oslo', (text, date) => {
    const { meetings, faults } = read(`external_id,body,date,note\n1,Bystyret,${text},in the hall`);
    expect(meetings[0]?.date).toBe(date);
    expect(faults.map(({ fault }) => fault)).toEqual(date ? [] : ['NOT_A_DATE']);
  });

  it('names line, column and fault for each thing that is wrong', () => {
    const { faults } = read(
      [
        'body,meeting_id,date,start,kind,submission_deadline',
        'Bystyret,1,2016-02-30,17:00,,',
        'Ukjent,2,2016-03-01,,,',
        'Bystyret,3,2016-03-01,25:00,fest,2016-03-02',
        'Bystyret,4,2016-03-01,,,',
        'Bystyret,4,2016-04-01,,,',
        'Bystyret,,2016-04-01,,,',
        'Bystyret,5',
      ].join('\n'),
    );
    expect(faults.map(({ line, column, fault }) => `${line} ${column} ${fault}`)).toEqual([
      '2 date NOT_A_DATE',
      '3 body UNKNOWN_BODY',
      '4 submission_deadline DEADLINE_AFTER_MEETING',
      '4 start NOT_A_TIME',
      '4 kind UNKNOWN_KIND',
      '6 meeting_id DUPLICATE',
      '7 meeting_id REQUIRED',
      '8 meeting_id WRONG_NUMBER_OF_FIELDS',
    ]);
    expect(faults[5]?.limit).toBe('5');
  });

  it('refuses a wrong header, a missing column, an empty file and broken quotes', () => {
    const codes = (csv: string) => read(csv).faults.map(({ line, column, fault }) => `${line} ${column} ${fault}`);
    expect(codes('gruppe,meeting_id,date\nBystyret,1,2016-01-01')).toEqual([
      '1 gruppe WRONG_HEADER',
      '1 body MISSING_COLUMN',
    ]);
    expect(codes('body,body,meeting_id,date\n')).toEqual(['1 body WRONG_HEADER']);
    // What every object has by itself is neither a column nor a kind.
    expect(codes('__proto__,constructor,body,date\n')).toEqual([
      '1 __proto__ WRONG_HEADER',
      '1 constructor WRONG_HEADER',
    ]);
    expect(codes('body,date,kind\nBystyret,2016-12-01,constructor')).toEqual(['2 kind UNKNOWN_KIND']);
    expect(codes('')).toEqual(['1 body MISSING_COLUMN', '1 date MISSING_COLUMN']);
    expect(codes('body,meeting_id,date\n')).toEqual(['1 body NO_ROWS']);
    expect(codes('body,meeting_id,date\nBystyret,"1,2016-01-01')[0]).toMatch(/UNREADABLE$/);
  });

  it('a file of a megabyte that is no calendar is refused at once, in few words', () => {
    const began = performance.now();
    const tall = read(`body,meeting_id,date\n${'a\n'.repeat(480_000)}`);
    expect(tall.faults).toMatchObject([{ line: 5_002, column: 'body', fault: 'TOO_MANY', limit: '5000' }]);
    expect(tall.faults).toHaveLength(1);
    const wide = read(Array.from({ length: 165_000 }, (_, index) => `c${index}`).join(','));
    expect(wide.faults.length).toBeLessThan(30);
    expect(performance.now() - began).toBeLessThan(8_000);
  });

  it('compares by body and meeting id, and leaves alone what the file leaves out', () => {
    const { meetings } = read(
      'body,meeting_id,date\nBystyret,1,2016-01-20\nBystyret,2,2016-02-18\nBystyret,3,2016-03-16',
    );
    const known = (externalId: string, date: string, cancelled = false) => ({
      id: externalId,
      bodyId: 'council',
      externalId,
      date,
      startsAt: null,
      kind: 'ORDINARY' as const,
      submissionDeadline: null,
      cancelled,
    });
    const differences = differencesOf(withKeys(meetings, []), [
      known('1', '2016-01-20'),
      known('2', '2016-02-17'),
      known('9', '2016-02-20'),
      known('8', '2016-02-21', true),
      known('7', '2017-01-01'),
    ]);
    expect(differences.map(({ change, externalId, dateBefore }) => [change, externalId, dateBefore])).toEqual([
      ['UNCHANGED', '1', '2016-01-20'],
      ['CHANGED', '2', '2016-02-17'],
      ['ADDED', '3', null],
      ['NOT_IN_FILE', '9', '2016-02-20'],
    ]);
  });

  it('takes Norwegian headings and a list without keys: the same body on the same day is the same meeting', () => {
    const { meetings, faults } = read(
      'Organ;Dato;Kl.;Innleveringsfrist;Merknad\nBystyre;14. september 2016;kl. 18;1.9.2016;Kantina\nFormannskap;ons. 31.08.2016;9.00–12.00;;\nBystyret;12.10.2016;;;',
    );
    expect(faults).toEqual([]);
    expect(
      meetings.map(({ bodyId, date, startsAt, submissionDeadline }) => [bodyId, date, startsAt, submissionDeadline]),
    ).toEqual([
      ['council', '2016-09-14', '18:00', '2016-09-01'],
      ['committee', '2016-08-31', '09:00', null],
      ['council', '2016-10-12', null, null],
    ]);
    const known = {
      id: 'm1',
      bodyId: 'council',
      externalId: 'KS-5',
      date: '2016-10-12',
      startsAt: '18:00',
      kind: 'BUDGET' as const,
      submissionDeadline: null,
      cancelled: false,
    };
    const differences = differencesOf(withKeys(meetings, [known]), [known]);
    expect(differences.map(({ change, externalId }) => [change, externalId])).toEqual([
      ['ADDED', '2016-09-14/ORDINARY'],
      ['ADDED', '2016-08-31/ORDINARY'],
      // What the plan does not say stays as it was.
      ['UNCHANGED', 'KS-5'],
    ]);
  });

  it('a key of a calendar program names no second meeting of the body on the same day', () => {
    const known = (externalId: string, date: string, startsAt: string | null) => ({
      id: externalId,
      bodyId: 'council',
      externalId,
      date,
      startsAt,
      kind: 'ORDINARY' as const,
      submissionDeadline: null,
      cancelled: false,
    });
    const calendar = [
      known('K1', '2016-02-18', '17:00'),
      known('K2', '2016-03-16', null),
      known('K3', '2016-04-20', null),
    ];
    const { meetings } = read(
      'body,meeting_id,date,start\nBystyret,uid-1@outlook,2016-02-18,16:00\nBystyret,uid-2@outlook,2016-02-18,19:00\nBystyret,K2,2016-03-17,\nBystyret,uid-3@outlook,2016-05-04,\nBystyret,K3,2016-04-20,\nBystyret,uid-4@outlook,2016-04-20,',
    );
    const events = meetings.map((meeting, at) => ({ ...meeting, place: { event: at + 1, title: 'Bystyret' } }));
    const found = differencesOf(withKeys(events, calendar), calendar);
    expect(found.map(({ change, externalId, date }) => [change, externalId, date])).toEqual([
      // The hour has changed, the meeting is the same.
      ['CHANGED', 'K1', '2016-02-18'],
      // Two in the file on one day are two.
      ['ADDED', 'uid-2@outlook', '2016-02-18'],
      ['CHANGED', 'K2', '2016-03-17'],
      ['ADDED', 'uid-3@outlook', '2016-05-04'],
      ['UNCHANGED', 'K3', '2016-04-20'],
      ['ADDED', 'uid-4@outlook', '2016-04-20'],
    ]);
    // The keys of a list are its own.
    expect(withKeys(meetings, calendar).map(({ externalId }) => externalId)).toContain('uid-1@outlook');
  });
});
