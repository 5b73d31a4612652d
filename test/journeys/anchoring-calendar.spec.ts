import { anInvited, decide, routeOf, submit } from '../builders/anchoring';
import { aPerson, anOrganisation } from '../builders/organisation';
import { startSamanker, type Client, type SamankerUnderTest } from '../environment/samanker';

const IMPORT = `mutation ($input: ImportMeetingsInput!) { importMeetings(input: $input) { __typename
  ... on MeetingImport { dryRun rows changes { change line bodyName externalId date dateBefore } faults { line column fault message } }
  ... on FileHasFaults { code path message faults { line column fault } } ... on UserError { code path } } }`;

describe('meeting calendars and the routes that stand on them', () => {
  let env: SamankerUnderTest;
  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-08-01T09:00+02:00' });
  });
  afterAll(() => env.stop());
  const importing = async (client: Client, organisationId: string, csv: string, dryRun: boolean) =>
    (await client.mutate(IMPORT, { input: { organisationId, csv, dryRun } })).importMeetings;
  const meetingsOf = (organisationId: string) =>
    env.admin.query(
      'select external_id, date from meeting m join decision_body b on b.id = m.body_id where b.organisation_id = $1 order by date',
      [organisationId],
    );

  it('imports a calendar: first dry, then for real, and the same file again changes nothing', async () => {
    const { client, organisationId } = await anInvited(env);
    const before = await meetingsOf(organisationId);
    const csv =
      'body;meeting_id;date;start;kind\nKommunestyret;2016-09-14;15.09.2016;17:00;\nKommunestyret;K7;2016-11-02;;ekstraordinært\n';
    const dry = await importing(client, organisationId, csv, true);
    expect(dry).toMatchObject({ __typename: 'MeetingImport', dryRun: true, rows: 2, faults: [] });
    expect(dry.changes.slice(0, 2)).toEqual([
      {
        change: 'CHANGED',
        line: 2,
        bodyName: 'Kommunestyret',
        externalId: '2016-09-14',
        date: '2016-09-15',
        dateBefore: '2016-09-14',
      },
      { change: 'ADDED', line: 3, bodyName: 'Kommunestyret', externalId: 'K7', date: '2016-11-02', dateBefore: null },
    ]);
    expect(dry.changes.slice(2).map(({ change, date }: Record<string, string>) => [change, date])).toEqual([
      ['NOT_IN_FILE', '2016-10-05'],
      ['NOT_IN_FILE', '2016-10-26'],
    ]);
    expect(await meetingsOf(organisationId)).toEqual(before);

    expect(await importing(client, organisationId, csv, false)).toMatchObject({
      __typename: 'MeetingImport',
      dryRun: false,
    });
    expect(await meetingsOf(organisationId)).toHaveLength(before.length + 1);
    const entries = () => env.admin.query(`select count(*) from decision_log where subject_id = $1`, [organisationId]);
    const logged = await entries();
    const again = await importing(client, organisationId, csv, false);
    expect(again.changes.slice(0, 2).map(({ change }: { change: string }) => change)).toEqual([
      'UNCHANGED',
      'UNCHANGED',
    ]);
    expect(await entries()).toEqual(logged);
  });

  it('names line and column of every fault, and stores nothing of such a file', async () => {
    const { client, organisationId } = await anInvited(env);
    const before = await meetingsOf(organisationId);
    const csv =
      'body,meeting_id,date\nKommunestyret,9,2016-09-20\nSkoleutvalget,1,2016-02-30\nKommunestyret,9,2016-09-27';
    const faults = [
      { line: 3, column: 'body', fault: 'UNKNOWN_BODY' },
      { line: 3, column: 'date', fault: 'NOT_A_DATE' },
      { line: 4, column: 'meeting_id', fault: 'DUPLICATE' },
    ];
    expect(await importing(client, organisationId, csv, false)).toMatchObject({
      __typename: 'FileHasFaults',
      code: 'FILE_HAS_FAULTS',
      path: ['input', 'csv'],
      faults,
    });
    expect(await importing(client, organisationId, csv, true)).toMatchObject({ __typename: 'MeetingImport', faults });
    expect(await importing(client, organisationId, 'gruppe,nr,når\n', false)).toMatchObject({
      __typename: 'FileHasFaults',
      faults: [{ line: 1, column: 'gruppe', fault: 'WRONG_HEADER' }, {}, {}, {}, {}],
    });
    expect(await meetingsOf(organisationId)).toEqual(before);
  });

  it('imports five thousand meetings in one file, and refuses more of them, or more than a million characters', async () => {
    const { client, organisationId } = await anInvited(env);
    const before = (await meetingsOf(organisationId)).length;
    const row = (_: unknown, at: number): string =>
      `Kommunestyret,nr-${at},${new Date(Date.UTC(2016, 8, 1) + (at % 3_000) * 86_400_000).toISOString().slice(0, 10)},17:00`;
    const file = (rows: number): string =>
      ['body,meeting_id,date,start', ...Array.from({ length: rows }, row)].join('\n');
    expect(await importing(client, organisationId, file(5_001), false)).toMatchObject({
      __typename: 'FileHasFaults',
      faults: [{ line: 5_002, column: 'body', fault: 'TOO_MANY' }],
    });
    expect(await importing(client, organisationId, file(1).padEnd(1_000_001), false)).toMatchObject({
      __typename: 'InvalidInput',
      path: ['input', 'csv'],
    });
    expect(await meetingsOf(organisationId)).toHaveLength(before);
    const whole = file(5_000);
    expect(whole.length).toBeGreaterThan(150_000);
    expect(await importing(client, organisationId, whole, false)).toMatchObject({
      __typename: 'MeetingImport',
      rows: 5_000,
      faults: [],
    });
    expect(await meetingsOf(organisationId)).toHaveLength(before + 5_000);
  });

  it('only the organisation itself and the secretariat keep its calendar', async () => {
    const { organisationId, case: built, council } = await anInvited(env);
    const neighbour = await env.as(
      await aPerson(env, built.regionId, { organisationId: await anOrganisation(env, built.regionId) }),
    );
    expect(
      await importing(neighbour, organisationId, 'body,meeting_id,date\nKommunestyret,9,2016-09-20', false),
    ).toMatchObject({ __typename: 'NotPermitted' });
    const cancel = 'mutation ($input: CancelMeetingInput!) { cancelMeeting(input: $input) { __typename } }';
    const input = { meetingId: council.meetings['2016-09-14'] };
    expect((await neighbour.mutate(cancel, { input })).cancelMeeting).toEqual({ __typename: 'NotPermitted' });
    const secretariat = await env.as(await aPerson(env, built.regionId, { roles: ['SECRETARIAT'] }));
    expect((await secretariat.mutate(cancel, { input })).cancelMeeting).toEqual({ __typename: 'Meeting' });
  });

  it('a cancelled meeting reopens what was submitted to it; the body has the text still (R2)', async () => {
    const { client, participationId, steps, executive, case: built } = await anInvited(env);
    await decide(client, steps[0]!, 'RECOMMENDED', '2016-08-01');
    await submit(client, steps[1]!, executive.meetings['2016-08-31']!);
    const cancel = `mutation ($input: CancelMeetingInput!) { cancelMeeting(input: $input) { __typename ... on Meeting { cancelledAt } } }`;
    for (const _ of [1, 2]) {
      const { cancelMeeting } = await client.mutate(cancel, { input: { meetingId: executive.meetings['2016-08-31'] } });
      expect(cancelMeeting).toMatchObject({ __typename: 'Meeting', cancelledAt: expect.any(String) });
    }
    await env.drain();
    const [, step] = await routeOf(client, participationId);
    expect(step).toMatchObject({ state: 'OPEN', meetingOn: null, plannedOn: '2016-09-21', submissionDeadline: null });
    const awaited = await env.admin.query(
      `select kind, due_on from expectation where subject_id = $1 and fulfilled_at is null and withdrawn_at is null`,
      [step.id],
    );
    expect(awaited).toEqual([{ kind: 'DECISION_MADE', due_on: '2016-09-21' }]);
    const reopened = await env.admin.query(
      `select count(*) from decision_log where region_id = $1 and entry::json ->> 'verb' = 'reopenStepsOfMeeting'`,
      [built.regionId],
    );
    expect(Number(reopened[0].count)).toBe(1);
  });

  it('plans anew when the calendar, the closed weeks or the deadline change, and once a day by itself (R6)', async () => {
    await env.setClock('2016-08-01T09:00+02:00');
    const {
      client,
      participationId,
      organisationId,
      council,
      case: built,
    } = await anInvited(env, { decisionDeadline: '2016-10-15' });
    const finish = async () =>
      (
        await env.admin.query(
          'select planned_finish_on as f, planning_status as s, planned_for as d from participation where id = $1',
          [participationId],
        )
      )[0];
    expect(await finish()).toMatchObject({ f: '2016-09-28', s: 'ON_TRACK' });
    const add = await client.mutate(
      `mutation ($input: AddMeetingInput!) { addMeeting(input: $input) { __typename } }`,
      {
        input: { bodyId: council.bodyId, date: '2016-09-07', kind: 'EXTRAORDINARY' },
      },
    );
    expect(add.addMeeting.__typename).toBe('Meeting');
    await env.drain();
    expect(await finish()).toMatchObject({ f: '2016-09-21' });
    const closed = await client.mutate(
      `mutation ($input: SaveClosedWeeksInput!) { saveClosedWeeks(input: $input) { __typename ... on ClosedWeeks { periods { fromDate } } } }`,
      {
        input: { organisationId, periods: [{ fromDate: '2016-08-01', toDate: '2016-08-12', reason: 'Sommer' }] },
      },
    );
    expect(closed.saveClosedWeeks).toEqual({ __typename: 'ClosedWeeks', periods: [{ fromDate: '2016-08-01' }] });
    await env.drain();
    // Ten working days for the chief executive now end on 26 August: too late for the text of 31 August.
    expect(await finish()).toMatchObject({ f: '2016-10-19', s: 'CANNOT_MAKE_IT' });
    const host = await env.as(built.coordinator);
    await host.mutate(
      `mutation ($input: ChangeDecisionDeadlineInput!) { changeDecisionDeadline(input: $input) { __typename } }`,
      {
        input: { caseId: built.caseId, decisionDeadline: '2016-12-20' },
      },
    );
    await env.drain();
    expect(await finish()).toMatchObject({ s: 'ON_TRACK', d: '2016-08-01' });
    await env.setClock('2016-11-16T09:00+01:00');
    await env.drain();
    // Nobody has done anything: what is left of the autumn does not reach.
    expect(await finish()).toMatchObject({ s: 'CANNOT_MAKE_IT', d: '2016-11-16' });
  });
});
