import { anInvited, decide, INVITE, submit } from '../builders/anchoring';
import { aBody } from '../builders/meeting-calendar';
import { aPerson, anOrganisation, aRegion } from '../builders/organisation';
import { aCase } from '../builders/procurement-case';
import { startSamanker, type SamankerUnderTest } from '../environment/samanker';

describe('what anchoring refuses, by the name of the field, and nothing half done', () => {
  let env: SamankerUnderTest;
  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-11-16T10:00+01:00', worker: false });
  });
  afterAll(() => env.stop());
  const invalid = (path: string[], fault: string) => ({ __typename: 'InvalidInput', path, fault });
  const nothingDecided = async (stepId: string) =>
    expect(
      await env.admin.query(
        `select state from anchoring_step where id = $1 and not exists (select from decision where step_id = $1)`,
        [stepId],
      ),
    ).toEqual([{ state: 'OPEN' }]);

  it('dates: in the future, before the case, before the step before, one that does not exist', async () => {
    const { client, steps } = await anInvited(env);
    expect(await decide(client, steps[0]!, 'RECOMMENDED', '2016-11-17')).toMatchObject(
      invalid(['input', 'decidedOn'], 'DATE_IN_FUTURE'),
    );
    expect(await decide(client, steps[0]!, 'RECOMMENDED', '2016-01-14')).toMatchObject({
      ...invalid(['input', 'decidedOn'], 'DATE_TOO_EARLY'),
      message: expect.stringContaining('15.01.2016'),
    });
    const answer = await client.ask(
      'mutation ($input: DecideAnchoringStepInput!) { decideAnchoringStep(input: $input) { __typename } }',
      {
        input: { stepId: steps[0], outcome: 'RECOMMENDED', decidedOn: '2016-02-30' },
      },
    );
    expect([answer.status, answer.errors?.[0]?.extensions?.field]).toEqual([400, 'input.decidedOn']);
    await nothingDecided(steps[0]!);
    await decide(client, steps[0]!, 'RECOMMENDED', '2016-11-10');
    expect(await decide(client, steps[1]!, 'RECOMMENDED', '2016-11-09')).toMatchObject({
      ...invalid(['input', 'decidedOn'], 'DATE_TOO_EARLY'),
      message: expect.stringContaining('10.11.2016'),
    });
  });

  it('order: an outcome whose predecessors are open, a meeting before that of the step before, a passed or cancelled one', async () => {
    const { client, steps, executive, council } = await anInvited(env);
    expect(await decide(client, steps[1]!, 'RECOMMENDED', '2016-11-16')).toMatchObject({
      __typename: 'StepOutOfOrder',
      path: ['input', 'stepId'],
      openSteps: ['Rådmannen'],
    });
    await decide(client, steps[0]!, 'RECOMMENDED', '2016-11-16');
    expect(await submit(client, steps[1]!, executive.meetings['2016-11-09']!)).toMatchObject(
      invalid(['input', 'meetingId'], 'DATE_PASSED'),
    );
    await submit(client, steps[1]!, executive.meetings['2017-01-18']!);
    expect(await submit(client, steps[2]!, council.meetings['2016-12-14']!)).toMatchObject({
      __typename: 'MeetingOutOfOrder',
      path: ['input', 'meetingId'],
    });
    await env.admin.query('update meeting set cancelled_at = now() where id = $1', [council.meetings['2017-02-01']]);
    expect(await submit(client, steps[2]!, council.meetings['2017-02-01']!)).toMatchObject(
      invalid(['input', 'meetingId'], 'NOT_ALLOWED_HERE'),
    );
    expect(await submit(client, steps[0]!, council.meetings['2016-12-14']!)).toMatchObject(
      invalid(['input', 'stepId'], 'NOT_ALLOWED_HERE'),
    );
  });

  it('bodies and meetings of another organisation, or that do not exist', async () => {
    const { client, steps, council, case: built, participationId } = await anInvited(env);
    const foreign = await aBody(env, built.regionId, built.hostOrganisationId, { meetings: ['2016-12-01'] });
    expect(await submit(client, steps[1]!, foreign.meetings['2016-12-01']!)).toMatchObject(
      invalid(['input', 'meetingId'], 'UNKNOWN_BODY'),
    );
    expect(await submit(client, steps[1]!, built.caseId)).toMatchObject(
      invalid(['input', 'meetingId'], 'UNKNOWN_MEETING'),
    );
    expect(
      await decide(client, steps[0]!, 'DEFERRED', '2016-11-16', {
        deferredToMeetingId: council.meetings['2016-12-14'],
      }),
    ).toMatchObject(invalid(['input', 'deferredToMeetingId'], 'UNKNOWN_BODY'));
    const adjust = `mutation ($input: AdjustRouteInput!) { adjustRoute(input: $input) { __typename ... on InvalidInput { path fault } } }`;
    const step = {
      kind: 'POLITICAL',
      weight: 'DECIDING',
      title: 'Bystyret',
      role: 'COORDINATOR',
      bodyId: foreign.bodyId,
    };
    expect((await client.mutate(adjust, { input: { participationId, steps: [step] } })).adjustRoute).toEqual(
      invalid(['input', 'steps', '0', 'bodyId'], 'UNKNOWN_BODY'),
    );
    expect(
      (await client.mutate(adjust, { input: { participationId, steps: [{ ...step, bodyId: null, title: '' }] } }))
        .adjustRoute,
    ).toEqual(invalid(['input', 'steps', '0', 'title'], 'REQUIRED'));
    await nothingDecided(steps[0]!);
  });

  it('outcomes that do not fit: of another weight, of a person who has no agenda, conditions that are not named', async () => {
    const { client, steps } = await anInvited(env);
    expect(await decide(client, steps[0]!, 'APPROVED', '2016-11-16')).toMatchObject(
      invalid(['input', 'outcome'], 'NOT_ALLOWED_HERE'),
    );
    expect(await decide(client, steps[0]!, 'SENT_UP', '2016-11-16')).toMatchObject(
      invalid(['input', 'outcome'], 'NOT_ALLOWED_HERE'),
    );
    expect(await decide(client, steps[0]!, 'RECOMMENDED', '2016-11-16', { deciderDisqualified: true })).toMatchObject({
      __typename: 'DeciderDisqualified',
    });
    await decide(client, steps[0]!, 'RECOMMENDED', '2016-11-16');
    await decide(client, steps[1]!, 'RECOMMENDED', '2016-11-16');
    expect(await decide(client, steps[2]!, 'APPROVED_WITH_CONDITIONS', '2016-11-16')).toMatchObject(
      invalid(['input', 'conditions'], 'REQUIRED'),
    );
    expect(
      await decide(client, steps[2]!, 'REJECTED', '2016-11-16', {
        limits: { total: { amount: '1.00', vat: 'EXCLUDED' } },
      }),
    ).toMatchObject(invalid(['input', 'limits'], 'NOT_ALLOWED_HERE'));
    const limits = (amount: string, vat = 'EXCLUDED') =>
      decide(client, steps[2]!, 'APPROVED', '2016-11-16', { limits: { perYear: { amount, vat } } });
    expect(await limits('12.345')).toMatchObject(
      invalid(['input', 'limits', 'perYear', 'amount'], 'TOO_MANY_DECIMALS'),
    );
    expect(await limits('12.00', 'INCLUDED')).toMatchObject(
      invalid(['input', 'limits', 'perYear', 'vat'], 'VAT_INCLUDED'),
    );
    expect(await limits('-1')).toMatchObject(invalid(['input', 'limits', 'perYear', 'amount'], 'NEGATIVE'));
    await nothingDecided(steps[2]!);
  });

  it('text that cannot be stored, and too much of it', async () => {
    const { client, steps } = await anInvited(env);
    const say = (text: string) => decide(client, steps[0]!, 'RECOMMENDED', '2016-11-16', { details: { text } });
    expect(await say('x'.repeat(20_001))).toMatchObject(invalid(['input', 'details', 'text'], 'TOO_LONG'));
    expect(await say('a\u0000b')).toMatchObject(invalid(['input', 'details', 'text'], 'ILLEGAL_CHARACTER'));
    expect(await decide(client, steps[0]!, 'RECOMMENDED', '2016-11-16', { details: { votesFor: -1 } })).toMatchObject(
      invalid(['input', 'details', 'votesFor'], 'NEGATIVE'),
    );
    await nothingDecided(steps[0]!);
  });

  it('strangers: an organisation outside the region, another municipality, a reader, another region (R28–R30)', async () => {
    const { client, steps, case: built, organisationId, participationId } = await anInvited(env);
    const host = await env.as(built.coordinator);
    const outside = await anOrganisation(env, await aRegion(env));
    const invite = (organisationIds: string[]) =>
      host.mutate(INVITE, { input: { caseId: built.caseId, organisationIds } });
    expect((await invite([organisationId, outside])).inviteMunicipalities).toMatchObject(
      invalid(['input', 'organisationIds', '1'], 'UNKNOWN_ORGANISATION'),
    );
    expect((await invite([])).inviteMunicipalities).toMatchObject(invalid(['input', 'organisationIds'], 'REQUIRED'));
    const again = await invite([organisationId]);
    expect(again.inviteMunicipalities).toEqual({
      __typename: 'InvitedMunicipalities',
      participationIds: [participationId],
    });

    const neighbour = await env.as(
      await aPerson(env, built.regionId, { organisationId: await anOrganisation(env, built.regionId) }),
    );
    expect(await decide(neighbour, steps[0]!, 'RECOMMENDED', '2016-11-16')).toMatchObject({
      __typename: 'NotPermitted',
    });
    expect(
      (await neighbour.mutate(INVITE, { input: { caseId: built.caseId, organisationIds: [organisationId] } }))
        .inviteMunicipalities,
    ).toMatchObject({ __typename: 'NotPermitted' });
    const reader = await env.as(await aPerson(env, built.regionId, { organisationId, roles: ['READER'] }));
    expect(await decide(reader, steps[0]!, 'RECOMMENDED', '2016-11-16')).toMatchObject({ __typename: 'NotPermitted' });
    await nothingDecided(steps[0]!);
    expect(await decide(client, steps[0]!, 'RECOMMENDED', '2016-11-16')).toMatchObject({ __typename: 'AnchoringStep' });

    const elsewhere = await aCase(env);
    const foreigner = await env.as(elsewhere.coordinator);
    expect(await decide(foreigner, steps[1]!, 'RECOMMENDED', '2016-11-16')).toMatchObject({ __typename: 'NotFound' });
    const seen = await foreigner.query(
      `query ($case: UUID!, $participation: UUID!, $step: UUID!, $organisation: UUID!) { caseBoard(caseId: $case) { title }
         participationRoute(participationId: $participation) { caseTitle } anchoringStep(id: $step) { title }
         decisionBodies(organisationId: $organisation) { name } routeTemplates(organisationId: $organisation) { name } closedWeeks(organisationId: $organisation) { reason }
         meetings(organisationId: $organisation, from: "2016-01-01", to: "2017-12-31") { date } }`,
      { case: built.caseId, participation: participationId, step: steps[0], organisation: organisationId },
    );
    expect(seen).toEqual({
      caseBoard: null,
      participationRoute: null,
      anchoringStep: null,
      decisionBodies: [],
      routeTemplates: [],
      closedWeeks: [],
      meetings: [],
    });
  });

  it('the host records for a municipality on its written behalf only, marked for ever (R29)', async () => {
    const { steps, case: built } = await anInvited(env);
    const host = await env.as(built.coordinator);
    expect(await decide(host, steps[0]!, 'RECOMMENDED', '2016-11-16')).toMatchObject(
      invalid(['input', 'onBehalf'], 'REQUIRED'),
    );
    const step = await decide(host, steps[0]!, 'RECOMMENDED', '2016-11-16', {
      onBehalf: { because: 'Brev av 14. november', evidence: 'Arkivsak 2016/88' },
    });
    expect(step.decisions).toMatchObject([
      { onBehalfBecause: 'Brev av 14. november', recordedBy: built.coordinator.personId },
    ]);
  });

  it('a paused case holds decisions back, and nothing is awaited meanwhile', async () => {
    const { client, steps, case: built } = await anInvited(env);
    await env.admin.query(`update procurement_case set stage = 'PAUSED' where id = $1`, [built.caseId]);
    expect(await decide(client, steps[0]!, 'RECOMMENDED', '2016-11-16')).toMatchObject({ __typename: 'CaseClosed' });
  });
});
