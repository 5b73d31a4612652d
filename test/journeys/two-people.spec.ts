import { randomUUID } from 'node:crypto';
import type { RoleKind } from '@samanker/request';
import { anAnchoredMunicipality } from '../builders/merged-demand-report';
import { aNeed } from '../builders/need';
import { anOrganisation, aPerson, aRegion, type BuiltPerson } from '../builders/organisation';
import { aCase } from '../builders/procurement-case';
import { aLine } from '../builders/volume';
import { startSamanker, type Client, type SamankerUnderTest } from '../environment/samanker';

const SAID = '... on UserError { code message } ... on NotPermitted { whoMay }';
const FREEZE = `mutation ($caseId: UUID!) { result: freezeMergedDemandReport(input: { caseId: $caseId }) { ... on MergedDemandReport { number } } }`;
const PROPOSE = `mutation ($caseId: UUID!) { result: proposeParticipants(input: { caseId: $caseId }) { __typename ... on JointTender { state proposedBy } ${SAID} } }`;
const CONFIRM = `mutation ($caseId: UUID!) { result: confirmParticipants(input: { caseId: $caseId }) { __typename ... on JointTender { state proposedBy confirmedBy } ${SAID} } }`;
const ACCEPT = `mutation ($input: AcceptMergeProposalInput!) { result: acceptMergeProposal(input: $input) { __typename
  ... on MergeProposal { state caseId acceptances { personId counts } } ${SAID} } }`;
const END =
  'mutation ($roleId: UUID!) { result: endRole(input: { roleId: $roleId }) { __typename ... on UserError { code } } }';

/** Rounds of each race. */
const ROUNDS = 8;

type Result = Record<string, any>;

describe('what takes two people (R29)', () => {
  let env: SamankerUnderTest;
  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-12-01T10:00+01:00', worker: false });
  });
  afterAll(() => env?.stop());

  const run = async (client: Client, document: string, variables: object): Promise<Result> =>
    (await client.mutate(document, variables as Record<string, unknown>)).result;
  const roleOf = async ({ personId }: BuiltPerson, kind: RoleKind): Promise<string> =>
    (await env.admin.query('select id from role where person_id = $1 and kind = $2 and active', [personId, kind]))[0]
      .id;

  /** A case whose participants can be frozen, and people who may. */
  async function aReadyCase() {
    const built = await aCase(env, { optionYears: 0 });
    const arendal = await anAnchoredMunicipality(env, { case: built, name: 'Arendal' });
    const grimstad = await anAnchoredMunicipality(env, { case: built, name: 'Grimstad' });
    for (const itemId of built.parts.flatMap((part) => part.itemIds))
      for (const one of [arendal, grimstad]) await aLine(env, one, { itemId, expected: '10' });
    const at = built.hostOrganisationId;
    const people = {
      coordinator: built.coordinator,
      officer: await aPerson(env, built.regionId, { organisationId: at, roles: ['PROCUREMENT_OFFICER'] }),
      director: await aPerson(env, built.regionId, { organisationId: at, roles: ['DIRECTOR'] }),
      chief: await aPerson(env, built.regionId, { organisationId: at, roles: ['CHIEF_EXECUTIVE'] }),
      secretariat: await aPerson(env, built.regionId, { roles: ['SECRETARIAT'] }),
      member: arendal.person,
    };
    await (await env.as(people.coordinator)).mutate(FREEZE, { caseId: built.caseId });
    const { caseId } = built;
    return { caseId, built, people, as: (who: keyof typeof people) => env.as(people[who]) };
  }

  it('freezing: two different people of the host or the secretariat', async () => {
    const { caseId, as, people } = await aReadyCase();
    expect(await run(await as('secretariat'), PROPOSE, { caseId })).toMatchObject({ state: 'PROPOSED' });
    expect(await run(await as('secretariat'), CONFIRM, { caseId })).toMatchObject({ code: 'SAME_PERSON_TWICE' });
    expect(await run(await as('member'), CONFIRM, { caseId })).toMatchObject({
      code: 'NOT_PERMITTED',
      whoMay: [
        'HOST_COORDINATOR',
        'HOST_PROCUREMENT_OFFICER',
        'HOST_DIRECTOR',
        'HOST_CHIEF_EXECUTIVE',
        'REGION_SECRETARIAT',
      ],
    });
    expect(await run(await as('director'), CONFIRM, { caseId })).toMatchObject({
      state: 'PARTICIPANTS_FROZEN',
      proposedBy: people.secretariat.personId,
      confirmedBy: people.director.personId,
    });
  });

  it('freezing: a person with two roles counts once, acting for whichever organisation', async () => {
    const { caseId, as, built, people } = await aReadyCase();
    await env.admin.query(`insert into role (region_id, person_id, kind) values ($1, $2, 'SECRETARIAT')`, [
      built.regionId,
      people.officer.personId,
    ]);
    expect(await run(await as('officer'), PROPOSE, { caseId })).toMatchObject({ state: 'PROPOSED' });
    const forRegion = await env.as({ ...people.officer, organisationId: null });
    expect(await run(forRegion, CONFIRM, { caseId })).toMatchObject({ code: 'SAME_PERSON_TWICE' });
  });

  it('freezing: whose role ended between counts no more, and the proposal can be made anew', async () => {
    const { caseId, as, people } = await aReadyCase();
    await run(await as('officer'), PROPOSE, { caseId });
    await run(await as('chief'), END, { roleId: await roleOf(people.officer, 'PROCUREMENT_OFFICER') });
    expect(await run(await as('coordinator'), CONFIRM, { caseId })).toMatchObject({
      code: 'FIRST_PERSON_NO_LONGER_MAY',
    });
    expect(await run(await as('coordinator'), PROPOSE, { caseId })).toMatchObject({
      state: 'PROPOSED',
      proposedBy: people.coordinator.personId,
    });
    expect(await run(await as('director'), CONFIRM, { caseId })).toMatchObject({ state: 'PARTICIPANTS_FROZEN' });
  });

  it('freezing: a deputy is one of the two while standing in, and no longer', async () => {
    const { caseId, as, built, people } = await aReadyCase();
    const at = { organisationId: built.hostOrganisationId, roles: ['READER'] as RoleKind[] };
    const deputy = await aPerson(env, built.regionId, at);
    const [{ id }] = await env.admin.query(
      `insert into role_delegation (region_id, role_id, person_id, from_on, to_on)
       values ($1, $2, $3, '2016-12-01', '2016-12-02') returning id`,
      [built.regionId, await roleOf(people.officer, 'PROCUREMENT_OFFICER'), deputy.personId],
    );
    expect(await run(await env.as(deputy), PROPOSE, { caseId })).toMatchObject({ state: 'PROPOSED' });
    await env.admin.query('update role_delegation set ended_at = now() where id = $1', [id]);
    expect(await run(await as('director'), CONFIRM, { caseId })).toMatchObject({ code: 'FIRST_PERSON_NO_LONGER_MAY' });
    await env.admin.query('update role_delegation set ended_at = null where id = $1', [id]);
    expect(await run(await as('director'), CONFIRM, { caseId })).toMatchObject({
      state: 'PARTICIPANTS_FROZEN',
      proposedBy: deputy.personId,
    });
  });

  it('freezing, racing: a role that ends at the same moment either counts no more, or ends afterwards', async () => {
    const outcomes = new Set<string>();
    for (let round = 0; round < ROUNDS; round++) {
      const { caseId, as, people } = await aReadyCase();
      await run(await as('officer'), PROPOSE, { caseId });
      const [chief, coordinator] = [await as('chief'), await as('coordinator')];
      const roleId = await roleOf(people.officer, 'PROCUREMENT_OFFICER');
      const [confirmed] = await Promise.all([run(coordinator, CONFIRM, { caseId }), run(chief, END, { roleId })]);
      outcomes.add(confirmed!.code ?? confirmed!.state);
      const [order] = await env.admin.query(
        `select t.state, (select max(seq) from decision_log l where l.subject_id = $2) as ended,
           (select max(seq) from decision_log l where l.subject_id = t.id and l.entry::json ->> 'verb' = 'confirmParticipants') as frozen
         from joint_tender t where t.case_id = $1`,
        [caseId, roleId],
      );
      if (order.state === 'PARTICIPANTS_FROZEN') expect(Number(order.frozen)).toBeGreaterThan(0);
      else expect(confirmed!.code).toBe('FIRST_PERSON_NO_LONGER_MAY');
    }
    for (const outcome of outcomes) expect(['PARTICIPANTS_FROZEN', 'FIRST_PERSON_NO_LONGER_MAY']).toContain(outcome);
  }, 60_000);

  it('freezing, racing: the same person ten times at once freezes nothing', async () => {
    const { caseId, as } = await aReadyCase();
    const officer = await as('officer');
    await run(officer, PROPOSE, { caseId });
    const answers = await Promise.all(Array.from({ length: 10 }, () => run(officer, CONFIRM, { caseId })));
    expect(new Set(answers.map(({ code }) => code))).toEqual(new Set(['SAME_PERSON_TWICE']));
  });

  /** A proposal of two needs, and people who decide it. */
  async function aProposal() {
    const regionId = await aRegion(env);
    const [one, other] = [await anOrganisation(env, regionId), await anOrganisation(env, regionId)];
    const needs = [await aNeed(env, regionId, one), await aNeed(env, regionId, other)];
    const [{ id }] = await env.admin.query(
      `with p as (insert into merge_proposal (region_id, fingerprint, score) values ($1, $2, 0.9) returning id),
         n as (insert into merge_proposal_need (region_id, proposal_id, need_id, need_version) select $1, p.id, need, 1 from p, unnest($3::uuid[]) as need)
       select id from p`,
      [regionId, randomUUID().replaceAll('-', '').repeat(2), needs],
    );
    const people = {
      sekretar: await aPerson(env, regionId, { roles: ['SECRETARIAT'] }),
      chair: await aPerson(env, regionId, { roles: ['REGIONAL_GROUP'] }),
      seat: await aPerson(env, regionId, { roles: ['REGIONAL_GROUP'] }),
      auditor: await aPerson(env, regionId, { roles: ['AUDITOR', 'ADVISORY_GROUP'] }),
    };
    const terms = {
      hostOrganisationId: one,
      title: 'Felles',
      decisionDeadline: '2017-06-30',
      firstYear: 2018,
      years: 4,
    };
    const accept = async (who: keyof typeof people, given?: object): Promise<Result> =>
      run(await env.as(people[who]), ACCEPT, {
        input: { proposalId: id, version: 1, ...(given ? { terms: given } : {}) },
      });
    const end = async (who: 'chair' | 'seat'): Promise<void> => {
      const ended = await run(await env.as(people.sekretar), END, {
        roleId: await roleOf(people[who], 'REGIONAL_GROUP'),
      });
      if (ended.__typename !== 'GrantedRole') throw new Error(JSON.stringify(ended));
    };
    return { regionId, people, terms, accept, end, id };
  }

  it('merging: two different people of the regional group or the secretariat; a person with two roles counts once', async () => {
    const { accept, terms, people, regionId } = await aProposal();
    expect(await accept('auditor', terms)).toMatchObject({
      code: 'NOT_PERMITTED',
      whoMay: ['REGION_SECRETARIAT', 'REGION_REGIONAL_GROUP'],
    });
    await env.admin.query(`insert into role (region_id, person_id, kind) values ($1, $2, 'SECRETARIAT')`, [
      regionId,
      people.chair.personId,
    ]);
    expect(await accept('chair', terms)).toMatchObject({ state: 'PROPOSED', caseId: null });
    expect(await accept('chair')).toMatchObject({ state: 'PROPOSED', caseId: null });
    expect(await accept('seat')).toMatchObject({ state: 'ACCEPTED', caseId: expect.any(String) });
  });

  it('merging: an acceptance counts no more when the role has ended, and again when it is granted anew', async () => {
    const { accept, end, terms, people, regionId } = await aProposal();
    await accept('chair', terms);
    await end('chair');
    const second = await accept('seat', { ...terms, title: 'Andre vilkår' });
    expect(second).toMatchObject({ state: 'PROPOSED', caseId: null });
    expect(second.acceptances).toEqual(
      expect.arrayContaining([
        { personId: people.chair.personId, counts: false },
        { personId: people.seat.personId, counts: true },
      ]),
    );
    await env.admin.query(`insert into role (region_id, person_id, kind) values ($1, $2, 'REGIONAL_GROUP')`, [
      regionId,
      people.chair.personId,
    ]);
    expect(await accept('chair')).toMatchObject({ state: 'ACCEPTED' });
    const [{ title }] = await env.admin.query('select title from procurement_case where region_id = $1', [regionId]);
    expect(title).toBe('Andre vilkår');
  });

  it('merging, racing: the first one’s role ends while the second accepts; no case is ever made by one', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const { accept, end, terms, regionId } = await aProposal();
      await accept('chair', terms);
      const [accepted] = await Promise.all([accept('seat'), end('chair')]);
      expect(['PROPOSED', 'ACCEPTED']).toContain(accepted!.state);
      const [{ made, counting }] = await env.admin.query(
        `select (select count(*)::int from procurement_case where region_id = $1) as made,
           (select count(*)::int from merge_proposal_acceptance where region_id = $1) as counting`,
        [regionId],
      );
      expect(made).toBe(accepted!.state === 'ACCEPTED' ? 1 : 0);
      expect(counting).toBe(2);
    }
  }, 60_000);
});
