import { anInvited, decide, routeOf, submit, supersede } from '../builders/anchoring';
import { startSamanker, type SamankerUnderTest } from '../environment/samanker';

const PARTICIPATION =
  'select state, planning_status, planned_finish_on, slack_days, route_finished_on from participation where id = $1';

describe('anchoring: one municipality from invitation to anchored', () => {
  let env: SamankerUnderTest;
  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-08-01T09:00+02:00' });
  });
  afterAll(() => env.stop());
  const participationOf = async (id: string) => (await env.admin.query(PARTICIPATION, [id]))[0];
  const awaitedOf = (id: string): Promise<{ kind: string; due_on: string; facts: Record<string, string> }[]> =>
    env.admin.query(
      'select kind, due_on, facts from expectation where participation_id = $1 and fulfilled_at is null and withdrawn_at is null order by kind',
      [id],
    );

  it('gets its own route with dates from its own calendar, and is asked for what is next (R1, R6, R10)', async () => {
    await env.setClock('2016-08-01T09:00+02:00');
    const { client, participationId } = await anInvited(env);
    const steps = await routeOf(client, participationId);
    expect(
      steps.map(({ title, state, weight, plannedOn }: Record<string, string>) => [title, state, weight, plannedOn]),
    ).toEqual([
      ['Rådmannen', 'OPEN', 'RECOMMENDING', '2016-08-15'],
      // The text must be in 14 days before, on a working day: 31 August minus 14 is the 17th, after the chief executive.
      ['Formannskapet', 'WAITING', 'RECOMMENDING', '2016-08-31'],
      ['Kommunestyret', 'WAITING', 'DECIDING', '2016-09-14'],
    ]);
    expect(await participationOf(participationId)).toMatchObject({
      state: 'INVITED',
      planning_status: 'ON_TRACK',
      planned_finish_on: '2016-09-28',
    });
    expect((await awaitedOf(participationId)).map(({ kind, due_on }) => [kind, due_on])).toEqual([
      ['ADMINISTRATIVE_DECISION', '2016-08-15'],
      ['VOLUMES', '2017-01-29'],
    ]);
  });

  it('is anchored step by step, and is asked each time for the one thing that is next', async () => {
    await env.setClock('2016-08-01T09:00+02:00');
    const { client, participationId, steps, executive, council, case: built } = await anInvited(env);
    await env.setClock('2016-08-10T09:00+02:00');
    expect(await decide(client, steps[0]!, 'RECOMMENDED', '2016-08-10')).toMatchObject({
      __typename: 'AnchoringStep',
      state: 'DECIDED',
    });
    const [text] = (await awaitedOf(participationId)).filter(({ kind }) => kind === 'TEXT_IN');
    // The last meeting that fits 28 February with ten working days for the power of attorney: council 1 February.
    expect(text).toMatchObject({
      due_on: '2017-01-04',
      facts: { meetingOn: '2017-01-18', bodyName: 'Formannskapet', nextMeetingOn: null },
    });

    expect(await submit(client, steps[1]!, executive.meetings['2016-08-31']!)).toMatchObject({
      state: 'SUBMITTED',
      meetingOn: '2016-08-31',
    });
    expect(await submit(client, steps[2]!, council.meetings['2016-09-14']!)).toMatchObject({
      state: 'SUBMITTED',
      meetingOn: '2016-09-14',
    });
    expect((await awaitedOf(participationId)).map(({ kind, due_on }) => [kind, due_on])).toEqual([
      ['DECISION_MADE', '2016-08-31'],
      ['DECISION_MADE', '2016-09-14'],
      ['VOLUMES', '2017-01-29'],
    ]);

    await env.setClock('2016-09-15T09:00+02:00');
    const early = await decide(client, steps[2]!, 'APPROVED', '2016-09-14');
    expect(early).toMatchObject({
      __typename: 'StepOutOfOrder',
      code: 'STEP_OUT_OF_ORDER',
      openSteps: ['Formannskapet'],
    });
    await decide(client, steps[1]!, 'RECOMMENDED', '2016-08-31');
    const approved = await decide(client, steps[2]!, 'APPROVED_WITH_CONDITIONS', '2016-09-14', {
      details: { bodyCase: 'PS 52/16', votesFor: 25, votesAgainst: 2 },
      conditions: [{ text: 'Egenandelen skal avklares før kunngjøring.', kind: 'BEFORE_NOTICE' }],
      limits: { perInhabitantPerYear: { amount: '52.00', vat: 'EXCLUDED' } },
    });
    expect(approved).toMatchObject({ __typename: 'AnchoringStep', state: 'DECIDED', decidedOn: '2016-09-14' });
    expect(await participationOf(participationId)).toMatchObject({
      state: 'ANCHORING',
      route_finished_on: '2016-09-14',
    });
    expect((await awaitedOf(participationId)).map(({ kind, due_on }) => [kind, due_on])).toEqual([
      ['POWER_OF_ATTORNEY', '2016-09-28'],
      ['VOLUMES', '2017-01-29'],
    ]);
    const [limits] = await env.admin.query(
      'select limit_per_inhabitant_per_year as l from participation where id = $1',
      [participationId],
    );
    expect(limits.l).toBe('52.00');
    const log = await env.admin.query(
      `select entry::json ->> 'verb' as verb from decision_log where region_id = $1 and entry::json -> 'subject' ->> 'type' = 'AnchoringStep' order by seq`,
      [built.regionId],
    );
    expect(log.map(({ verb }: { verb: string }) => verb)).toEqual([
      'decideAnchoringStep',
      'submitAnchoringStep',
      'submitAnchoringStep',
      'decideAnchoringStep',
      'decideAnchoringStep',
    ]);
  });

  it('declines only when a deciding step says no: the committee’s no is not the municipality’s no (R2)', async () => {
    await env.setClock('2016-09-20T09:00+02:00');
    const { client, participationId, steps } = await anInvited(env);
    await env.setClock('2016-11-24T09:00+01:00');
    await decide(client, steps[0]!, 'RECOMMENDED', '2016-09-28');
    await decide(client, steps[1]!, 'NOT_RECOMMENDED', '2016-11-09');
    expect((await routeOf(client, participationId))[2]).toMatchObject({ state: 'OPEN' });
    await decide(client, steps[2]!, 'APPROVED', '2016-11-23');
    expect(await participationOf(participationId)).toMatchObject({
      state: 'ANCHORING',
      route_finished_on: '2016-11-23',
    });

    const other = await anInvited(env);
    await decide(other.client, other.steps[0]!, 'RECOMMENDED', '2016-11-24');
    await decide(other.client, other.steps[1]!, 'RECOMMENDED', '2016-11-24');
    await decide(other.client, other.steps[2]!, 'REJECTED', '2016-11-24');
    expect(await participationOf(other.participationId)).toMatchObject({ state: 'DECLINED', planning_status: null });
    expect(await awaitedOf(other.participationId)).toEqual([]);
  });

  it('follows a postponement to a named meeting, one without a date, and a return (R2)', async () => {
    await env.setClock('2016-08-01T09:00+02:00');
    const { client, participationId, steps, council, executive } = await anInvited(env);
    await decide(client, steps[0]!, 'RECOMMENDED', '2016-08-01');
    await env.setClock('2016-09-14T09:00+02:00');
    await decide(client, steps[1]!, 'RECOMMENDED', '2016-08-31', { meetingId: executive.meetings['2016-08-31'] });
    const moved = await decide(client, steps[2]!, 'DEFERRED', '2016-09-14', {
      deferredToMeetingId: council.meetings['2016-10-26'],
    });
    expect(moved).toMatchObject({ state: 'SUBMITTED', meetingOn: '2016-10-26' });
    expect(await participationOf(participationId)).toMatchObject({ planned_finish_on: '2016-11-09' });
    await env.setClock('2016-10-27T09:00+02:00');
    const open = await decide(client, steps[2]!, 'DEFERRED', '2016-10-26');
    // The body has the text: nothing is handed in again, the next meeting is planned.
    expect(open).toMatchObject({ state: 'OPEN', plannedOn: '2016-11-23', submissionDeadline: null });
    await env.setClock('2016-11-24T09:00+01:00');
    const returned = await decide(client, steps[2]!, 'RETURNED', '2016-11-23');
    expect(returned).toMatchObject({ state: 'OPEN', plannedOn: '2016-12-14', submissionDeadline: '2016-11-30' });
    expect((await awaitedOf(participationId)).map(({ kind }) => kind)).toContain('TEXT_IN');
    expect(
      (await routeOf(client, participationId))[2].decisions.map(({ outcome }: { outcome: string }) => outcome),
    ).toEqual(['DEFERRED', 'DEFERRED', 'RETURNED']);
  });

  it('adds the higher body when a minority takes it there (R2)', async () => {
    await env.setClock('2016-10-12T09:00+02:00');
    const { client, participationId, steps, council } = await anInvited(env);
    const shortened = await client.mutate(
      `mutation ($input: AdjustRouteInput!) { adjustRoute(input: $input) { __typename ... on ParticipationRoute { steps { id title weight } } ... on UserError { code path } } }`,
      {
        input: {
          participationId,
          steps: [
            {
              id: steps[0],
              kind: 'ADMINISTRATIVE',
              weight: 'RECOMMENDING',
              title: 'Rådmannen',
              role: 'CHIEF_EXECUTIVE',
              workingDays: 5,
            },
            {
              id: steps[1],
              kind: 'POLITICAL',
              weight: 'DECIDING',
              title: 'Formannskapet',
              role: 'COORDINATOR',
              bodyId: (await bodies(participationId)).executive,
            },
          ],
        },
      },
    );
    expect(shortened.adjustRoute).toMatchObject({
      __typename: 'ParticipationRoute',
      steps: [{ title: 'Rådmannen' }, { title: 'Formannskapet', weight: 'DECIDING' }],
    });
    await decide(client, steps[0]!, 'RECOMMENDED', '2016-10-12');
    await decide(client, steps[1]!, 'SENT_UP', '2016-10-12');
    const route = await routeOf(client, participationId);
    expect(route.map(({ title, state, weight }: Record<string, string>) => [title, state, weight])).toEqual([
      ['Rådmannen', 'DECIDED', 'RECOMMENDING'],
      ['Formannskapet', 'DECIDED', 'DECIDING'],
      ['Kommunestyret', 'OPEN', 'DECIDING'],
    ]);
    await env.setClock('2016-10-26T19:00+02:00');
    expect(
      await decide(client, route[2].id, 'APPROVED', '2016-10-26', { meetingId: council.meetings['2016-10-26'] }),
    ).toMatchObject({ state: 'DECIDED' });
    expect(await participationOf(participationId)).toMatchObject({ route_finished_on: '2016-10-26' });
  });

  it('supersedeDecision: both decisions stay, and the participation follows (R2, R5)', async () => {
    await env.setClock('2016-11-24T09:00+01:00');
    const { client, participationId, steps, person } = await anInvited(env);
    for (const [step, outcome] of [
      [0, 'RECOMMENDED'],
      [1, 'RECOMMENDED'],
      [2, 'APPROVED'],
    ] as const)
      await decide(client, steps[step]!, outcome, '2016-11-24');
    const [council] = (await routeOf(client, participationId)).slice(2);
    const first = council.decisions[0].id;
    const after = await supersede(client, first, 'REJECTED', '2016-11-24');
    expect(after.decisions).toMatchObject([
      { id: first, outcome: 'APPROVED', supersededAt: expect.any(String) },
      { outcome: 'REJECTED', supersedesId: first, supersededAt: null, recordedBy: person.personId },
    ]);
    expect(await participationOf(participationId)).toMatchObject({ state: 'DECLINED', route_finished_on: null });
    // The same click again is the same act; one who saw the first decision only is shown the one that counts.
    expect(await supersede(client, first, 'REJECTED', '2016-11-24')).toMatchObject({
      __typename: 'AnchoringStep',
      decisions: [{}, {}],
    });
    expect(await supersede(client, first, 'APPROVED', '2016-11-24')).toMatchObject({
      __typename: 'StepAlreadyDecided',
      decision: { outcome: 'REJECTED' },
    });
    await supersede(client, after.decisions[1].id, 'APPROVED', '2016-11-24');
    expect(await participationOf(participationId)).toMatchObject({
      state: 'ANCHORING',
      route_finished_on: '2016-11-24',
    });
    const executive = (await routeOf(client, participationId))[1].decisions[0].id;
    expect(await supersede(client, executive, 'DEFERRED', '2016-11-24')).toMatchObject({
      __typename: 'LaterStepDecided',
    });
  });

  it('fills in references and minutes later, each once (R3)', async () => {
    await env.setClock('2016-11-24T09:00+01:00');
    const { client, participationId, steps } = await anInvited(env);
    await decide(client, steps[0]!, 'RECOMMENDED', '2016-11-24', { details: { archiveCase: '2016/1234' } });
    const decisionId = (await routeOf(client, participationId))[0].decisions[0].id;
    const record = async (details: object) =>
      (
        await client.mutate(
          `mutation ($input: RecordDecisionDetailsInput!) { recordDecisionDetails(input: $input) { __typename ... on UserError { code path }
             ... on AnchoringStep { decisions { archiveCase archiveDocument votesFor } } } }`,
          { input: { decisionId, details } },
        )
      ).recordDecisionDetails;
    expect(await record({ archiveDocument: '16/1234-5', archiveCase: '2016/1234', votesFor: 9 })).toMatchObject({
      decisions: [{ archiveCase: '2016/1234', archiveDocument: '16/1234-5', votesFor: 9 }],
    });
    expect(await record({ archiveCase: '2016/9' })).toMatchObject({
      code: 'INVALID_INPUT',
      path: ['input', 'details', 'archiveCase'],
    });
    expect(await record({ minutesLink: 'javascript:alert(1)' })).toMatchObject({
      code: 'INVALID_INPUT',
      path: ['input', 'details', 'minutesLink'],
    });
  });

  async function bodies(participationId: string): Promise<{ executive: string }> {
    const [row] = await env.admin.query(
      `select b.id from decision_body b join participation p on p.organisation_id = b.organisation_id where p.id = $1 and b.kind = 'EXECUTIVE_COMMITTEE'`,
      [participationId],
    );
    return { executive: row.id };
  }
});
