import type { SamankerUnderTest } from '../environment/samanker';
import { anInvited, decide, submit } from './anchoring';
import { fillEveryColumn } from './every-column';
import { anAnchoredMunicipality } from './merged-demand-report';
import { aNeed } from './need';
import { aPerson, anOrganisation, aRegion, type BuiltPerson } from './organisation';
import { aParticipation } from './participation';
import { aCase, type BuiltCase } from './procurement-case';
import { anAcceptedProposal, aProposal } from './proposal';
import { aLine } from './volume';

/** A region with something in every field, and the organisations that people look at it from. */
export interface CompleteRegion {
  readonly regionId: string;
  /** Leads every case. */
  readonly host: string;
  /** Takes part: what is asked about belongs to it. */
  readonly own: string;
  /** Takes part too, and has decided everything. */
  readonly member: string;
  /** Real ids by the names that inputs and arguments give them; of `own` wherever a thing belongs to somebody. */
  readonly ids: Readonly<Record<string, string>>;
  /** Ids that a verb needs instead, by its name. */
  readonly idsFor: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** What a question is asked about besides, by the name of its argument or of itself: in other states. */
  readonly alsoAsked: Readonly<Record<string, readonly string[]>>;
}

const DETAILS = {
  archiveCase: '16/00123',
  archiveDocument: '16/00123-4',
  bodyCase: 'PS 16/45',
  minutesLink: 'https://kommune.example/protokoll',
  minutesSha256: 'ab'.repeat(32),
  votesFor: 25,
  votesAgainst: 2,
  delegationBasis: 'Delegeringsreglementet § 4',
  budgetCoverage: 'ADOPTED_LINE',
  resourcesCommitted: 'En halv stilling',
  text: 'Kommunen slutter seg til anskaffelsen.',
};
const VERBS = {
  askQuestion: 'AskQuestionInput',
  chooseParts: 'ChoosePartsInput',
  declareVolumes: 'DeclareVolumesInput',
  recordPowerOfAttorney: 'RecordPowerOfAttorneyInput',
  recordLegalityReview: 'RecordLegalityReviewInput',
  confirmLocalGain: 'ConfirmLocalGainInput',
  freezeMergedDemandReport: 'FreezeMergedDemandReportInput',
  proposeParticipants: 'ProposeParticipantsInput',
  confirmParticipants: 'ConfirmParticipantsInput',
} as const;

/** Builds it, through the API where a verb makes it, else by SQL. */
export async function completeRegion(env: SamankerUnderTest): Promise<CompleteRegion> {
  const { admin } = env;
  const regionId = await aRegion(env);
  const built = await aCase(env, { regionId, stage: 'PREPARING', decisionDeadline: '2017-02-28' });
  const { caseId, hostOrganisationId: host } = built;
  const ours = await anInvited(env, { case: built });
  const theirs = await anInvited(env, { case: built });
  const own = ours.organisationId;
  await anInvited(env, { case: built, organisationId: host });
  for (const route of [ours, theirs]) await answerAll(env, route.person, route.participationId, built);

  await submit(ours.client, ours.steps[0]!, ours.executive.meetings['2016-11-30']!);
  const first = await decide(ours.client, ours.steps[0]!, 'RECOMMENDED', '2016-11-16', { details: DETAILS });
  const condition = await aCondition(env, ours.participationId, first.decisions[0].id);
  await decide(theirs.client, theirs.steps[0]!, 'RECOMMENDED', '2016-11-09', { details: DETAILS });
  await decide(theirs.client, theirs.steps[1]!, 'RECOMMENDED', '2016-11-09');
  await submit(theirs.client, theirs.steps[2]!, theirs.council.meetings['2016-11-23']!);
  await aPerson(env, regionId, { organisationId: own, roles: ['DIRECTOR', 'RECORDER'] });

  const bare = await aCase(env, {
    regionId,
    hostOrganisationId: host,
    stage: 'INVITED',
    decisionDeadline: '2017-02-28',
  });
  const untouched = await aParticipation(env, { case: bare, organisationId: own });
  const paused = await aCase(env, { regionId, hostOrganisationId: host, stage: 'PAUSED' });
  await admin.query(
    `insert into anchoring_step (region_id, participation_id, position, parallel_group, kind, weight, title, role, state, working_days)
     values ($1, $2, 1, 1, 'ADMINISTRATIVE', 'DECIDING', 'Rådmannen', 'CHIEF_EXECUTIVE', 'OPEN', 5)`,
    [regionId, untouched.participationId],
  );

  const draft = await aNeed(env, regionId, own, { state: 'DRAFT' });
  const needs = [
    await aNeed(env, regionId, own),
    await aNeed(env, regionId, theirs.organisationId, { unitCode: 'DUSIN' }),
  ];
  await admin.query(
    `insert into volume_line_need (region_id, line_id, need_id)
     select $1, id, $2 from volume_line where participation_id = any($3::uuid[])`,
    [regionId, needs[0], [ours.participationId, theirs.participationId]],
  );
  await aNeed(env, regionId, theirs.organisationId, { state: 'DRAFT' });
  await aNeed(env, regionId, own, { state: 'IN_CASE', caseId });
  const proposalId = await aProposal(env, regionId, needs);
  const accepted = await anAcceptedProposal(env, regionId, host, needs, caseId);

  const [offer] = await admin.query(
    `insert into escalation_offer (region_id, expectation_id, role)
     select region_id, id, 'DIRECTOR' from expectation where participation_id = $1 and fulfilled_at is null limit 1 returning id`,
    [ours.participationId],
  );
  await admin.query(
    `insert into mail (region_id, kind, organisation_id, case_id, to_address, language, mail_on, occasion)
     select $1, 'NOTICE', o, $2, o || '@kommune.example', 'NB', '2016-11-15', 'complete' from unnest($3::uuid[]) as o`,
    [regionId, caseId, [host, own, theirs.organisationId]],
  );
  const [template] = await admin.query(
    `with t as (insert into route_template (region_id, organisation_id, name) values ($1, $2, 'Vanlig vei') returning id)
     insert into route_template_step (region_id, template_id, position, parallel_group, kind, weight, title, role, body_id, working_days)
     select $1, t.id, s.position, s.position, s.kind, 'DECIDING', 'Trinn', 'RECORDER', s.body, s.days
     from t, (values (1, 'POLITICAL', $3::uuid, null::integer), (2, 'ADMINISTRATIVE', null, 5)) as s(position, kind, body, days)
     returning template_id as id`,
    [regionId, own, ours.council.bodyId],
  );
  await admin.query(
    `insert into closed_week (region_id, organisation_id, from_date, to_date, reason) values ($1, $2, '2017-07-10', '2017-07-21', 'Fellesferie')`,
    [regionId, own],
  );
  const [program] = await admin.query(
    `insert into machine_client (region_id, organisation_id, person_id, name, client_id, secret_hash, previous_secret_hash, previous_valid_until, scopes, expires_at, revoked_at)
     select $1, $2, $3, 'Arkiv', $4 || n, '\\x00', '\\x00', samanker_now() + interval '1 day', '{read}', samanker_now() + interval '90 days',
       case when n = 2 then samanker_now() end from generate_series(1, 2) as n returning id`,
    [regionId, own, ours.person.personId, `program-${regionId.slice(-12)}-`],
  );
  const [note] = await admin.query(
    `insert into note (region_id, participation_id, organisation_id, text, visibility, written_at)
     values ($1, $2, $3, 'De tar saken i desember.', 'CASE', samanker_now()) returning id`,
    [regionId, ours.participationId, own],
  );
  const [question, , answered] = await admin.query(
    `insert into question (region_id, case_id, participation_id, by_host, text, asked_at, answer, answered_at, shared)
     select $1, $2, $3, not answered, 'Når kommer prisen?', samanker_now(), case when answered then 'I mai.' end,
       case when answered then samanker_now() end, shared
     from (values (1, false, false), (2, true, true), (3, true, false)) as q(n, answered, shared) order by n returning id`,
    [regionId, caseId, ours.participationId],
  );
  await carryOut(env, built.coordinator, 'askQuestion', {
    participationId: ours.participationId,
    text: 'Når kommer prisen?',
  });
  const reader = await aPerson(env, regionId, { organisationId: own, roles: ['READER'] });
  const [{ roleId }] = await admin.query('select id as "roleId" from role where person_id = $1', [reader.personId]);
  const awaiting = await aPerson(env, regionId, { organisationId: own, roles: [] });
  await admin.query(
    `insert into person_registration (region_id, person_id, organisation_id) select $1, p, $2 from unnest($3::uuid[]) as p on conflict do nothing`,
    [regionId, own, [reader.personId, awaiting.personId]],
  );
  const [delegation] = await admin.query(
    `insert into role_delegation (region_id, role_id, person_id, from_on, to_on) values ($1, $2, $3, '2017-02-01', '2017-02-03') returning id`,
    [regionId, roleId, awaiting.personId],
  );
  await fillEveryColumn(admin, regionId, theirs.organisationId);
  // After that nothing may change in a case whose report is frozen.
  const proposed = await aReadyCase(env, regionId, host);
  const frozen = await aReadyCase(env, regionId, host);
  const officer = await aPerson(env, regionId, { organisationId: host, roles: ['PROCUREMENT_OFFICER'] });
  await carryOut(env, officer, 'confirmParticipants', { caseId: frozen.caseId });

  return {
    regionId,
    host,
    own,
    member: theirs.organisationId,
    ids: {
      caseId,
      participationId: ours.participationId,
      stepId: ours.steps[1]!,
      decisionId: first.decisions[0].id,
      conditionId: condition,
      noteId: note.id,
      questionId: question.id,
      meetingId: ours.executive.meetings['2016-11-30']!,
      deferredToMeetingId: ours.executive.meetings['2017-01-18']!,
      bodyId: ours.council.bodyId,
      sentUpToBodyId: ours.council.bodyId,
      organisationId: own,
      hostOrganisationId: host,
      organisationIds: await anOrganisation(env, regionId),
      partId: built.parts[0]!.id,
      partIds: built.parts[0]!.id,
      itemId: built.parts[0]!.itemIds[0]!,
      needId: needs[0]!,
      needIds: needs[0]!,
      proposalId,
      offerId: offer.id,
      templateId: template.id,
      machineClientId: program.id,
      personId: reader.personId,
      roleId,
      deputyId: awaiting.personId,
      colleagueId: ours.person.personId,
      delegationId: delegation.id,
    },
    idsFor: {
      adjustRoute: { participationId: untouched.participationId },
      resumeProcurementCase: { caseId: paused.caseId },
      shareAnswer: { questionId: answered.id },
      proposeParticipants: { caseId: proposed.caseId },
      confirmParticipants: { caseId: proposed.caseId },
      declareNeed: { needId: draft },
    },
    alsoAsked: {
      organisationId: [theirs.organisationId],
      caseId: [frozen.caseId, proposed.caseId, bare.caseId],
      participationId: [theirs.participationId, untouched.participationId, await oneOf(env, frozen.caseId)],
      proposalId: [accepted],
      mergeProposal: [accepted],
      need: [draft],
      anchoringStep: [theirs.steps[0]!, theirs.steps[2]!],
      frozenReport: await reportsOf(env, frozen.caseId),
    },
  };
}

async function carryOut(
  env: SamankerUnderTest,
  person: BuiltPerson,
  verb: keyof typeof VERBS,
  input: Record<string, unknown>,
): Promise<void> {
  const { result } = await (
    await env.as(person)
  ).mutate(
    `mutation ($input: ${VERBS[verb]}!) { result: ${verb}(input: $input) { __typename ... on UserError { code message path } } }`,
    { input },
  );
  if (result.code) throw new Error(`${verb}: ${JSON.stringify(result)}`);
}

/** Parts, volumes, drafts, power of attorney: all that a municipality answers with. */
async function answerAll(
  env: SamankerUnderTest,
  person: BuiltPerson,
  participationId: string,
  { parts, regionId }: BuiltCase,
): Promise<void> {
  const itemId = parts[0]!.itemIds[0]!;
  const choices = parts.map(({ id: partId }, at) => ({ partId, choice: at === 0 ? 'FIRM' : 'OPTION' }));
  await carryOut(env, person, 'chooseParts', { participationId, choices, localLeader: 'Enhetsleder' });
  await carryOut(env, person, 'declareVolumes', {
    participationId,
    declare: true,
    cells: [2017, 2018].map((year) => ({
      itemId,
      year,
      expected: '10',
      maximum: '12',
      unitPrice: { amount: '2000', vat: 'EXCLUDED' },
    })),
  });
  await env.admin.query(
    `insert into volume_draft (region_id, participation_id, item_id, year, expected, maximum, unit_price, origin) values ($1, $2, $3, 2019, 1, 2, 3, 'DECLARED')`,
    [regionId, participationId, itemId],
  );
  await carryOut(env, person, 'recordPowerOfAttorney', {
    participationId,
    signatory: 'Rådmannen',
    authority: 'Kommunestyrets vedtak',
    signedOn: '2016-11-16',
    archiveReference: '16/00123-5',
    deviations: 'Ingen',
    ownMaximum: { amount: '1000000', vat: 'EXCLUDED' },
  });
  await carryOut(env, person, 'recordLegalityReview', { participationId, demandedOn: '2016-11-15' });
}

async function aCondition({ admin }: SamankerUnderTest, participationId: string, decisionId: string): Promise<string> {
  const [row] = await admin.query(
    `insert into condition (region_id, participation_id, decision_id, text, kind)
     select region_id, id, $2, 'Når prisen er kjent', 'FOLLOW_UP' from participation where id = $1 returning id`,
    [participationId, decisionId],
  );
  return row.id;
}

/** A case whose report is frozen and whose participants one person has proposed. */
async function aReadyCase(env: SamankerUnderTest, regionId: string, host: string): Promise<BuiltCase> {
  const built = await aCase(env, {
    regionId,
    hostOrganisationId: host,
    optionYears: 0,
    decisionDeadline: '2017-02-28',
  });
  for (const choices of [
    ['FIRM', 'FIRM'],
    ['OPTION', 'OPTION'],
    ['FIRM', 'FIRM'],
    ['FIRM', 'FIRM'],
  ] as const) {
    const one = await anAnchoredMunicipality(env, { case: built, choices });
    for (const itemId of built.parts.flatMap((part) => part.itemIds)) await aLine(env, one, { itemId });
  }
  await carryOut(env, built.coordinator, 'freezeMergedDemandReport', { caseId: built.caseId });
  await carryOut(env, built.coordinator, 'proposeParticipants', { caseId: built.caseId });
  return built;
}

async function oneOf({ admin }: SamankerUnderTest, caseId: string): Promise<string> {
  const [row] = await admin.query('select id from participation where case_id = $1 order by id limit 1', [caseId]);
  return row.id;
}

async function reportsOf({ admin }: SamankerUnderTest, caseId: string): Promise<string[]> {
  const rows: { id: string }[] = await admin.query('select id from merged_demand_report where case_id = $1', [caseId]);
  return rows.map(({ id }) => id);
}
