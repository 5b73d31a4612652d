import { planParticipations } from '@samanker/anchoring';
import { Transactions } from '@samanker/database';
import { anInvited, decide, submit } from '../builders/anchoring';
import { aPerson } from '../builders/organisation';
import { aCase } from '../builders/procurement-case';
import { startSamanker, type SamankerUnderTest } from '../environment/samanker';

const BOARD = `query ($caseId: UUID!, $filter: BoardFilter) { caseBoard(caseId: $caseId, filter: $filter) { caseId title stage hostName decisionDeadline today
  totals { municipalities anchored noAnswer declined reanchorRequired firm option onTrack atRisk late cannotMakeIt overdue dueIn7Days nobodyToAsk volumesDeclared }
  rows { participationId organisationName state status plannedFinishOn latestSubmissionOn slackDays provisional crossesElection
    choices { number choice } volumesDeclared powerOfAttorneyRecorded dueOn overdue nobodyToAsk
    steps { id position title state outcome decidedOn meetingOn plannedOn submissionDeadline latestOn status dueOn overdue role responsibleName nobodyToAsk } } } }`;

describe('the case board', () => {
  let env: SamankerUnderTest;
  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-08-01T09:00+02:00' });
  });
  afterAll(() => env.stop());

  it('shows who has decided what, who is late, whom to ask, and in what order to act', async () => {
    const built = await aCase(env, { stage: 'PREPARING', decisionDeadline: '2016-12-31' });
    const quick = await anInvited(env, { case: built, name: 'Lillesand' });
    const slow = await anInvited(env, { case: built, name: 'Birkenes' });
    const silent = await anInvited(env, { case: built, name: 'Bykle' });
    await decide(quick.client, quick.steps[0]!, 'RECOMMENDED', '2016-08-01');
    await submit(quick.client, quick.steps[1]!, quick.executive.meetings['2016-08-31']!);
    await submit(quick.client, quick.steps[2]!, quick.council.meetings['2016-09-14']!);
    await env.setClock('2016-09-16T09:00+02:00');
    await env.drain();
    await decide(quick.client, quick.steps[1]!, 'RECOMMENDED', '2016-08-31');
    await decide(quick.client, quick.steps[2]!, 'APPROVED', '2016-09-14');
    await decide(slow.client, slow.steps[0]!, 'RECOMMENDED', '2016-09-16');
    await submit(slow.client, slow.steps[1]!, slow.executive.meetings['2016-09-21']!);
    const deputy = await aPerson(env, built.regionId, {
      organisationId: silent.organisationId,
      roles: ['CHIEF_EXECUTIVE'],
      deputyOrder: 1,
      name: 'Assisterende rådmann',
    });
    await env.admin.query(
      `update role set active = false where organisation_id = $1 and kind = 'CHIEF_EXECUTIVE' and person_id <> $2`,
      [silent.organisationId, deputy.personId],
    );

    const reader = await env.as(
      await aPerson(env, built.regionId, { organisationId: slow.organisationId, roles: ['READER'] }),
    );
    const board = async (filter?: string) => (await reader.query(BOARD, { caseId: built.caseId, filter })).caseBoard;
    const all = await board();
    expect(all).toMatchObject({
      caseId: built.caseId,
      stage: 'INVITED',
      hostName: 'Kristiansand',
      decisionDeadline: '2016-12-31',
      today: '2016-09-16',
    });
    expect(all.totals).toMatchObject({
      municipalities: 3,
      noAnswer: 1,
      overdue: 1,
      dueIn7Days: 1,
      nobodyToAsk: 0,
      volumesDeclared: 0,
      late: 1,
      firm: 0,
    });
    expect(
      all.rows.map(({ organisationName, state, status, dueOn, overdue }: Record<string, unknown>) => [
        organisationName,
        state,
        status,
        dueOn,
        overdue,
      ]),
    ).toEqual([
      ['Bykle', 'INVITED', 'LATE', '2016-08-15', true],
      ['Birkenes', 'ANCHORING', 'ON_TRACK', '2016-09-21', false],
      ['Lillesand', 'ANCHORING', 'ON_TRACK', '2016-09-28', false],
    ]);
    expect(all.rows[0].steps[0]).toMatchObject({
      title: 'Rådmannen',
      state: 'OPEN',
      plannedOn: '2016-08-15',
      dueOn: '2016-08-15',
      overdue: true,
      responsibleName: 'Assisterende rådmann',
      nobodyToAsk: false,
    });
    expect(all.rows[2]).toMatchObject({
      choices: [
        { number: 1, choice: null },
        { number: 2, choice: null },
      ],
      powerOfAttorneyRecorded: false,
      steps: [
        { outcome: 'RECOMMENDED', decidedOn: '2016-08-01', status: null },
        { outcome: 'RECOMMENDED' },
        { outcome: 'APPROVED', decidedOn: '2016-09-14' },
      ],
    });
    const names = async (filter: string) =>
      (await board(filter)).rows.map(({ organisationName }: { organisationName: string }) => organisationName);
    expect(await names('OVERDUE')).toEqual(['Bykle']);
    expect(await names('DUE_IN_7_DAYS')).toEqual(['Birkenes']);
    expect(await names('NO_ANSWER')).toEqual(['Bykle']);
    expect(await names('NOBODY_TO_ASK')).toEqual([]);
    await env.admin.query('update role set active = false where organisation_id = $1', [silent.organisationId]);
    expect(await names('NOBODY_TO_ASK')).toEqual(['Bykle']);
    expect((await board('NOBODY_TO_ASK')).totals).toMatchObject({ municipalities: 3, nobodyToAsk: 1 });
  });

  it('answers the same on the compiled path, and null for a case that is not there', async () => {
    const { case: built, client } = await anInvited(env);
    const answers = [];
    for (let i = 0; i < 4; i++) answers.push(await client.query(BOARD, { caseId: built.caseId }));
    expect(answers[3]).toEqual(answers[0]);
    expect(answers[0]!.caseBoard.rows).toHaveLength(1);
    expect(await client.query(BOARD, { caseId: built.hostOrganisationId })).toEqual({ caseBoard: null });
  });

  it('plans many routes in six statements, and writes only what has changed (R6)', async () => {
    const built = await aCase(env, { stage: 'PREPARING', decisionDeadline: '2017-02-28' });
    const ids: string[] = [];
    for (let i = 0; i < 5; i++) ids.push((await anInvited(env, { case: built })).participationId);
    const planning = (): Promise<number> =>
      env.api.get(Transactions).asService(built.regionId, 'count', async (work) => {
        const spies = [jest.spyOn(work, 'query'), jest.spyOn(work, 'execute')];
        await planParticipations(work, ids);
        return spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
      });
    expect(await planning()).toBeLessThanOrEqual(5);
    await env.admin.query(
      "update anchoring_step set planned_on = '2017-01-01' where participation_id = any($1::uuid[])",
      [ids],
    );
    expect(await planning()).toBeLessThanOrEqual(6);
    const stale = await env.admin.query(
      "select count(*) from anchoring_step where planned_on = '2017-01-01' and participation_id = any($1::uuid[])",
      [ids],
    );
    expect(Number(stale[0].count)).toBe(0);
  });
});
