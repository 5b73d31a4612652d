import { anAnchoredMunicipality } from '../builders/merged-demand-report';
import { aPerson } from '../builders/organisation';
import { aCase } from '../builders/procurement-case';
import { aLine } from '../builders/volume';
import { startSamanker, type SamankerUnderTest } from '../environment/samanker';

const READINESS = `query ($caseId: UUID!) { jointTenderReadiness(caseId: $caseId) { ready conditions { code sentence reason organisationName roles } tender { state } } }`;
const FREEZE = `mutation ($caseId: UUID!) { freezeMergedDemandReport(input: { caseId: $caseId }) { ... on MergedDemandReport { number } ... on UserError { code } } }`;
const TENDER = `__typename ... on JointTender { id state proposedBy confirmedBy frozenAt participants { organisationName organisationNumber choice } }
  ... on ReadinessNotMet { code message conditions { code } } ... on UserError { code message }`;
const PROPOSE = `mutation ($caseId: UUID!) { proposeParticipants(input: { caseId: $caseId }) { ${TENDER} } }`;
const CONFIRM = `mutation ($caseId: UUID!) { confirmParticipants(input: { caseId: $caseId }) { ${TENDER} } }`;

describe('the joint tender', () => {
  let env: SamankerUnderTest;
  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-12-01T10:00+01:00' });
  });
  afterAll(() => env.stop());

  async function aReadyCase({ frozen = true } = {}) {
    const built = await aCase(env, { optionYears: 0 });
    const items = built.parts.flatMap((part) => part.itemIds);
    const arendal = await anAnchoredMunicipality(env, { case: built, name: 'Arendal' });
    const grimstad = await anAnchoredMunicipality(env, { case: built, name: 'Grimstad' });
    const åmli = await anAnchoredMunicipality(env, { case: built, name: 'Åmli', choices: ['OPTION', 'OUT'] });
    for (const one of [arendal, grimstad])
      for (const itemId of items) await aLine(env, one, { itemId, expected: '10' });
    await aLine(env, åmli, { itemId: items[0]!, expected: '5' });
    const coordinator = await env.as(built.coordinator);
    const officer = await env.as(
      await aPerson(env, built.regionId, { organisationId: built.hostOrganisationId, roles: ['PROCUREMENT_OFFICER'] }),
    );
    if (frozen) await coordinator.mutate(FREEZE, { caseId: built.caseId });
    return { built, arendal, grimstad, åmli, coordinator, officer, caseId: built.caseId };
  }

  it('R24, R29: two different people freeze the participants, named with organisation number, and the case is frozen', async () => {
    const { caseId, coordinator, officer, built } = await aReadyCase();
    expect((await coordinator.query(READINESS, { caseId })).jointTenderReadiness).toEqual({
      ready: true,
      conditions: [],
      tender: null,
    });
    expect((await officer.mutate(CONFIRM, { caseId })).confirmParticipants.code).toBe('NOTHING_PROPOSED');

    const { proposeParticipants: proposed } = await coordinator.mutate(PROPOSE, { caseId });
    expect(proposed).toMatchObject({ __typename: 'JointTender', state: 'PROPOSED', participants: [] });
    expect((await coordinator.mutate(PROPOSE, { caseId })).proposeParticipants.id).toBe(proposed.id);
    expect((await coordinator.mutate(CONFIRM, { caseId })).confirmParticipants).toMatchObject({
      code: 'SAME_PERSON_TWICE',
      message: 'Du foreslo deltakerne selv. En annen person må bekrefte.',
    });

    const { confirmParticipants: confirmed } = await officer.mutate(CONFIRM, { caseId });
    expect(confirmed.state).toBe('PARTICIPANTS_FROZEN');
    expect(confirmed.participants).toHaveLength(5);
    expect(
      confirmed.participants
        .filter((one: { choice: string }) => one.choice === 'OPTION')
        .map((one: { organisationName: string }) => one.organisationName),
    ).toEqual(['Åmli']);
    for (const { organisationNumber } of confirmed.participants) expect(organisationNumber).toMatch(/^\d{9}$/);
    expect((await officer.mutate(CONFIRM, { caseId })).confirmParticipants.id).toBe(proposed.id);
    expect(
      (await coordinator.query('query ($id: UUID!) { procurementCase(id: $id) { stage } }', { id: caseId }))
        .procurementCase.stage,
    ).toBe('PARTICIPANTS_FROZEN');

    const events = await env.admin.query(
      `select name from outbox_event where region_id = $1 and payload->>'caseId' = $2 order by id`,
      [built.regionId, caseId],
    );
    expect(events.map(({ name }: { name: string }) => name)).toEqual([
      'MergedDemandReportFrozen',
      'ParticipantsFrozen',
    ]);
    const log = await env.admin.query(
      `select entry::json->>'verb' as verb from decision_log where case_id = $1 order by seq`,
      [caseId],
    );
    expect(log.map(({ verb }: { verb: string }) => verb)).toEqual([
      'freezeMergedDemandReport',
      'proposeParticipants',
      'confirmParticipants',
    ]);
  });

  it('R24: lists every condition that is not met, with who can mend it; the stored state counts for nothing', async () => {
    const { caseId, coordinator, arendal, grimstad, åmli } = await aReadyCase({ frozen: false });
    await env.admin.query('update power_of_attorney set withdrawn_at = now() where participation_id = $1', [
      arendal.participationId,
    ]);
    await env.admin.query(
      'update decision set superseded_at = now() where step_id in (select id from anchoring_step where participation_id = $1)',
      [grimstad.participationId],
    );
    await env.admin.query(`update anchoring_step set state = 'OPEN', decided_on = null where participation_id = $1`, [
      grimstad.participationId,
    ]);
    await env.admin.query('update organisation set organisation_number = null where id = $1', [åmli.organisationId]);
    const { jointTenderReadiness } = await coordinator.query(READINESS, { caseId });
    expect(jointTenderReadiness.ready).toBe(false);
    expect(jointTenderReadiness.conditions).toEqual(
      expect.arrayContaining([
        {
          code: 'REPORT_NOT_FROZEN',
          sentence: 'Den samlede behovsrapporten er ikke låst.',
          reason: null,
          organisationName: 'Kristiansand',
          roles: ['COORDINATOR'],
        },
        {
          code: 'FIRM_NOT_ANCHORED',
          sentence: 'Arendal er ikke forankret. Fullmakten mangler.',
          reason: 'POWER_OF_ATTORNEY_MISSING',
          organisationName: 'Arendal',
          roles: ['CHIEF_EXECUTIVE', 'COORDINATOR'],
        },
        {
          code: 'FIRM_NOT_ANCHORED',
          sentence: 'Grimstad er ikke forankret. Saksgangen er ikke ferdig.',
          reason: 'ROUTE_NOT_FINISHED',
          organisationName: 'Grimstad',
          roles: ['COORDINATOR', 'RECORDER'],
        },
        {
          code: 'NO_ORGANISATION_NUMBER',
          sentence: 'Organisasjonsnummeret til Åmli mangler, og det må stå i kunngjøringen.',
          reason: null,
          organisationName: null,
          roles: ['SECRETARIAT'],
        },
      ]),
    );
    expect(jointTenderReadiness.conditions).toHaveLength(4);
    const { proposeParticipants } = await coordinator.mutate(PROPOSE, { caseId });
    expect(proposeParticipants.code).toBe('READINESS_NOT_MET');
    expect(proposeParticipants.conditions).toHaveLength(4);
  });

  it('R24: the report must still match the data when the second person confirms', async () => {
    const { caseId, coordinator, officer, arendal } = await aReadyCase();
    await coordinator.mutate(PROPOSE, { caseId });
    await env.admin.query('update volume_line set expected = 11 where participation_id = $1', [
      arendal.participationId,
    ]);
    const { confirmParticipants: refused } = await officer.mutate(CONFIRM, { caseId });
    expect(refused).toMatchObject({ code: 'READINESS_NOT_MET', conditions: [{ code: 'REPORT_OUTDATED' }] });
    // Frozen anew, the old proposal rests on another version: it is proposed again, and then confirmed by another.
    await coordinator.mutate(FREEZE, { caseId });
    expect((await officer.mutate(CONFIRM, { caseId })).confirmParticipants.code).toBe('PROPOSAL_OUTDATED');
    await officer.mutate(PROPOSE, { caseId });
    expect((await coordinator.mutate(CONFIRM, { caseId })).confirmParticipants.state).toBe('PARTICIPANTS_FROZEN');
  });

  it('R24: a tender without volumes, prices or a second firm participant has no maximum to state', async () => {
    const built = await aCase(env, { parts: [{ title: 'Teknologi', items: [{ name: 'GPS' }] }] });
    const one = await anAnchoredMunicipality(env, { case: built, name: 'Arendal', choices: ['FIRM'] });
    const client = await env.as(built.coordinator);
    const codes = async () =>
      (await client.query(READINESS, { caseId: built.caseId })).jointTenderReadiness.conditions.map(
        (condition: { code: string }) => condition.code,
      );
    expect(await codes()).toEqual([
      'REPORT_NOT_FROZEN',
      'TOO_FEW_PARTICIPANTS',
      'NO_VOLUMES',
      'NO_MAXIMUM_QUANTITY',
      'NO_MAXIMUM_VALUE',
    ]);
    await aLine(env, one, { itemId: built.parts[0]!.itemIds[0]!, expected: '5' });
    expect(await codes()).toContain('NO_MAXIMUM_VALUE');
  });

  it('R29: two who confirm at once freeze once', async () => {
    const { caseId, coordinator, officer, built } = await aReadyCase();
    const second = await env.as(await aPerson(env, built.regionId, { roles: ['SECRETARIAT'] }));
    await coordinator.mutate(PROPOSE, { caseId });
    const answers = await Promise.all(
      [officer, second, officer, second].map((client) => client.mutate(CONFIRM, { caseId })),
    );
    expect(answers.map(({ confirmParticipants }) => confirmParticipants.state)).toEqual(
      Array(4).fill('PARTICIPANTS_FROZEN'),
    );
    const [{ count }] = await env.admin.query(
      `select count(*)::int as count from outbox_event where name = 'ParticipantsFrozen' and payload->>'caseId' = $1`,
      [caseId],
    );
    expect(count).toBe(1);
  });

  it('R29: a member cannot freeze for the host', async () => {
    const { caseId, arendal } = await aReadyCase();
    const member = await env.as(arendal.person);
    expect((await member.mutate(PROPOSE, { caseId })).proposeParticipants.code).toBe('NOT_PERMITTED');
  });
});
