import { anInvited } from '../builders/anchoring';
import { aWorkbook } from '../builders/workbook';
import { startSamanker, type Client, type SamankerUnderTest } from '../environment/samanker';

const IMPORT = `mutation ($input: ImportMeetingsInput!) { importMeetings(input: $input) { __typename
  ... on MeetingImport { rows faultCount changes { change place bodyName date dateBefore startsAt } faults { place fault message }
    leftOutCount leftOut { place text because } unknownBodies { name kind times } }
  ... on FileHasFaults { path faultCount } ... on InvalidInput { path fault } ... on UserError { message } } }`;
const YEAR = `query ($organisationId: UUID!, $year: Int!) { calendarYear(organisationId: $organisationId, year: $year) {
  mayKeep bodies { adopted patternYear body { name } days { date provisional cancelled submissionDeadline startsAt } } } }`;

describe('a plan of meetings as the municipality has it', () => {
  let env: SamankerUnderTest;
  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-08-01T09:00+02:00' });
  });
  afterAll(() => env.stop());
  const importing = async (client: Client, input: object) => (await client.mutate(IMPORT, { input })).importMeetings;
  const yearOf = async (client: Client, organisationId: string, year: number) =>
    (await client.query(YEAR, { organisationId, year })).calendarYear;

  it('a workbook with bodies and months: faults by sheet!cell, then all of it, and again nothing', async () => {
    const { client, organisationId } = await anInvited(env);
    const plan = (may: string): string =>
      aWorkbook(
        [
          ['Møteplan 2017', null, null, null],
          ['Organ', 'Mars', 'April', 'Mai'],
          ['Formannskap', '8.', '5. og 26.', may],
          ['Kommunestyre', 22, 19, null],
          ['Ungdomsråd', '1.', null, null],
        ],
        'Plan',
      ).toString('base64');
    const wrong = await importing(client, { organisationId, dryRun: true, workbook: plan('32.5.') });
    expect(wrong.faults).toEqual([
      { place: 'Plan!D3', fault: 'NO_SUCH_DAY', message: '«32.5.» er ingen dato. Kontroller dag og måned.' },
    ]);
    expect(await importing(client, { organisationId, dryRun: false, workbook: plan('32.5.') })).toMatchObject({
      __typename: 'FileHasFaults',
      path: ['input', 'workbook'],
    });
    const right = { organisationId, dryRun: true, workbook: plan('24.') };
    const dry = await importing(client, right);
    expect(dry).toMatchObject({
      rows: 6,
      faultCount: 0,
      leftOut: [{ place: 'Plan!B5', text: '1.', because: 'UNKNOWN_BODY' }],
      unknownBodies: [{ name: 'Ungdomsråd', kind: 'YOUTH_COUNCIL', times: 1 }],
    });
    expect(
      dry.changes.map(
        ({ change, place, bodyName, date }: Record<string, string>) => `${change} ${place} ${bodyName} ${date}`,
      ),
    ).toEqual([
      'ADDED Plan!B3 Formannskapet 2017-03-08',
      'ADDED Plan!C3 Formannskapet 2017-04-05',
      'ADDED Plan!C3 Formannskapet 2017-04-26',
      'ADDED Plan!D3 Formannskapet 2017-05-24',
      'ADDED Plan!B4 Kommunestyret 2017-03-22',
      'ADDED Plan!C4 Kommunestyret 2017-04-19',
    ]);
    await importing(client, { ...right, dryRun: false });
    const again = await importing(client, right);
    expect(new Set(again.changes.map(({ change }: { change: string }) => change))).toEqual(new Set(['UNCHANGED']));
  });

  it('a calendar file moves and cancels the meetings that it made, and the routes follow', async () => {
    const { client, organisationId } = await anInvited(env);
    const file = (...lines: string[]): string =>
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'BEGIN:VEVENT',
        'UID:fsk',
        'SUMMARY:Formannskapet',
        ...lines,
        'END:VEVENT',
        'END:VCALENDAR',
      ].join('\r\n');
    const iCalendar = file('DTSTART;TZID=Europe/Oslo:20170308T090000');
    expect((await importing(client, { organisationId, dryRun: false, iCalendar })).changes).toMatchObject([
      { change: 'ADDED', place: 'Hendelse 1: Formannskapet', date: '2017-03-08', startsAt: '09:00' },
    ]);
    const moved = file('DTSTART:20170309T080000Z');
    expect((await importing(client, { organisationId, dryRun: false, iCalendar: moved })).changes[0]).toMatchObject({
      change: 'CHANGED',
      date: '2017-03-09',
      dateBefore: '2017-03-08',
    });
    const cancelled = file('DTSTART:20170309T080000Z', 'STATUS:CANCELLED');
    for (const change of ['CANCELLED', 'UNCHANGED'])
      expect(
        (await importing(client, { organisationId, dryRun: false, iCalendar: cancelled })).changes[0],
      ).toMatchObject({
        change,
        date: '2017-03-09',
      });
    const { bodies } = await yearOf(client, organisationId, 2017);
    expect(bodies[0].days).toMatchObject([
      { date: '2017-01-18' },
      { date: '2017-03-09', cancelled: true, startsAt: '09:00' },
    ]);
    await env.drain();
  });

  it('the text of a plan is read, and what it does not say is asked for', async () => {
    const { client, organisationId, council } = await anInvited(env);
    const text = 'Kommunestyret: 15. mars og 26. april kl. 18.00\nFormannskapet 14. mars, Frist for saker 1. mars';
    expect((await importing(client, { organisationId, dryRun: true, text })).faults[0]).toMatchObject({
      place: 'Linje 1',
      fault: 'NO_YEAR',
    });
    const { changes } = await importing(client, { organisationId, dryRun: true, text, year: 2017 });
    expect(changes.map(({ bodyName, date, startsAt }: Record<string, string>) => [bodyName, date, startsAt])).toEqual([
      ['Kommunestyret', '2017-03-15', '18:00'],
      ['Kommunestyret', '2017-04-26', '18:00'],
      ['Formannskapet', '2017-03-14', null],
    ]);
    const days = await importing(client, { organisationId, dryRun: true, text: '15.03.2017', bodyId: council.bodyId });
    expect(days.changes).toMatchObject([{ bodyName: 'Kommunestyret', date: '2017-03-15' }]);
    expect(await importing(client, { organisationId, dryRun: true, text: 'Bare prat' })).toMatchObject({
      rows: 0,
      faults: [{ fault: 'NO_ROWS' }],
    });
    expect(await importing(client, { organisationId, dryRun: true })).toMatchObject({ fault: 'REQUIRED' });
    expect(await importing(client, { organisationId, dryRun: true, text, csv: 'x' })).toMatchObject({
      path: ['input', 'text'],
      fault: 'NOT_ALLOWED_HERE',
    });
    expect(await importing(client, { organisationId, dryRun: true, workbook: 'bm90IGEgemlw' })).toMatchObject({
      faults: [{ fault: 'NOT_A_WORKBOOK' }],
    });
  });

  it('a year without a calendar is shown by last year’s pattern, as provisional (R6)', async () => {
    const { client, organisationId, case: built } = await anInvited(env);
    const [executive, council] = (await yearOf(client, organisationId, 2016)).bodies;
    expect([executive.adopted, executive.days.length, council.days[0].submissionDeadline]).toEqual([
      true,
      5,
      '2016-08-31',
    ]);
    // One meeting in January is a calendar of 2017; 2018 has none.
    const next = (await yearOf(client, organisationId, 2018)).bodies[0];
    expect(next).toMatchObject({
      adopted: false,
      patternYear: 2017,
      days: [{ date: '2018-01-17', provisional: true }],
    });
    const host = await env.as(built.coordinator);
    expect((await yearOf(host, organisationId, 2016)).mayKeep).toBe(false);
    expect(await yearOf(client, '00000000-0000-7000-8000-000000000000', 2016)).toBeNull();
    expect(await yearOf(client, organisationId, 99)).toBeNull();
  });
});
