import { anAnchoredMunicipality } from '../builders/merged-demand-report';
import { aPerson } from '../builders/organisation';
import { anAnchoredParticipation } from '../builders/participation';
import { aCase } from '../builders/procurement-case';
import { aLine } from '../builders/volume';
import { startSamanker, type Client, type SamankerUnderTest } from '../environment/samanker';

const ANSWER = `... on Participation { state stateReason powerOfAttorney { signatory } } ... on UserError { code }`;
const WITHDRAW = `mutation ($input: WithdrawPowerOfAttorneyInput!) { withdrawPowerOfAttorney(input: $input) { ${ANSWER} } }`;
const RECORD = `mutation ($input: RecordPowerOfAttorneyInput!) { recordPowerOfAttorney(input: $input) { ${ANSWER} } }`;
const SEEN = `query ($caseId: UUID!) {
  mergedDemandReport(caseId: $caseId) { sha256 content { missing { gap organisationId } } }
  frozenReports(caseId: $caseId) { sha256 }
  jointTenderReadiness(caseId: $caseId) { ready conditions { code reason organisationName } tender { state participants { organisationName } } } }`;

describe('a power of attorney withdrawn at any time (R5b)', () => {
  let env: SamankerUnderTest;
  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-12-01T10:00+01:00' });
  });
  afterAll(() => env.stop());
  const withdraw = async (client: Client, participationId: string) =>
    (await client.mutate(WITHDRAW, { input: { participationId, because: 'Nytt vedtak' } })).withdrawPowerOfAttorney;
  const record = async (client: Client, participationId: string, signatory: string) =>
    (
      await client.mutate(RECORD, {
        input: { participationId, signatory, authority: 'PS 1/16', signedOn: '2016-12-01' },
      })
    ).recordPowerOfAttorney;
  const awaited = (participationId: string) =>
    env.admin.query(
      `select kind, fulfilled_at is not null as fulfilled from expectation where participation_id = $1 and withdrawn_at is null`,
      [participationId],
    );

  it('after the freeze takes the anchoring and changes the report; who is named stays named; a new one mends it', async () => {
    const built = await aCase(env, { optionYears: 0 });
    const both = [];
    for (const name of ['Arendal', 'Grimstad']) {
      const one = await anAnchoredMunicipality(env, { case: built, name });
      for (const itemId of built.parts.flatMap((part) => part.itemIds))
        await aLine(env, one, { itemId, expected: '9' });
      both.push(one);
    }
    const { caseId } = built;
    const coordinator = await env.as(built.coordinator);
    const officer = await env.as(
      await aPerson(env, built.regionId, { organisationId: built.hostOrganisationId, roles: ['PROCUREMENT_OFFICER'] }),
    );
    await coordinator.mutate(
      'mutation ($caseId: UUID!) { freezeMergedDemandReport(input: { caseId: $caseId }) { ... on UserError { code } } }',
      { caseId },
    );
    const twice = (verb: string): string =>
      `mutation ($caseId: UUID!) { ${verb}(input: { caseId: $caseId }) { ... on JointTender { state } ... on UserError { code } } }`;
    await coordinator.mutate(twice('proposeParticipants'), { caseId });
    expect((await officer.mutate(twice('confirmParticipants'), { caseId })).confirmParticipants.state).toBe(
      'PARTICIPANTS_FROZEN',
    );
    const before = await coordinator.query(SEEN, { caseId });
    expect(before.mergedDemandReport.sha256).toBe(before.frozenReports[0].sha256);

    const [arendal] = both;
    const client = await env.as(arendal!.person);
    expect(await record(client, arendal!.participationId, 'En annen')).toMatchObject({ code: 'CASE_FROZEN' });
    expect(await withdraw(client, arendal!.participationId)).toMatchObject({
      state: 'ANCHORING',
      stateReason: 'Fullmakten mangler.',
      powerOfAttorney: null,
    });
    const after = await coordinator.query(SEEN, { caseId });
    expect(after.mergedDemandReport.sha256).not.toBe(before.frozenReports[0].sha256);
    expect(after.mergedDemandReport.content.missing).toContainEqual({
      gap: 'POWER_OF_ATTORNEY_MISSING',
      organisationId: arendal!.organisationId,
    });
    expect(after.frozenReports).toEqual(before.frozenReports);
    expect(after.jointTenderReadiness.conditions).toEqual(
      expect.arrayContaining([
        { code: 'REPORT_OUTDATED', reason: null, organisationName: 'Kristiansand' },
        { code: 'FIRM_NOT_ANCHORED', reason: 'POWER_OF_ATTORNEY_MISSING', organisationName: 'Arendal' },
      ]),
    );
    expect(after.jointTenderReadiness.tender).toEqual(before.jointTenderReadiness.tender);
    expect(await awaited(arendal!.participationId)).toEqual([{ kind: 'POWER_OF_ATTORNEY', fulfilled: false }]);

    for (const _again of [1, 2])
      expect(await record(client, arendal!.participationId, 'Rådmannen')).toMatchObject({ state: 'ANCHORED' });
    expect(await awaited(arendal!.participationId)).toEqual([{ kind: 'POWER_OF_ATTORNEY', fulfilled: true }]);
    expect(await record(client, arendal!.participationId, 'En annen')).toMatchObject({ code: 'CASE_FROZEN' });
  });

  it.each(['PAUSED', 'CANCELLED'] as const)('in a %s case too, where no new one is awaited', async (stage) => {
    const built = await anAnchoredParticipation(env, { case: await aCase(env, { stage }) });
    const client = await env.as(built.person);
    expect(await withdraw(client, built.participationId)).toMatchObject({ state: 'ANCHORING', powerOfAttorney: null });
    expect(await awaited(built.participationId)).toEqual([]);
    expect(await record(client, built.participationId, 'Rådmannen')).toMatchObject({ code: 'CASE_CLOSED' });
  });
});
