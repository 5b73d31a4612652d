import type { RoleKind } from '@samanker/request';
import { randomUUID } from 'node:crypto';
import type { Client, SamankerUnderTest } from '../environment/samanker';
import { anInvited, decide } from './anchoring';
import { aNeed } from './need';
import { aPerson, anOrganisation, aRegion } from './organisation';
import { aCase } from './procurement-case';

export const MUNICIPAL_ROLES: readonly RoleKind[] = [
  'COORDINATOR',
  'RECORDER',
  'CONTRIBUTOR',
  'UNIT_LEADER',
  'DIRECTOR',
  'CHIEF_EXECUTIVE',
  'PROCUREMENT_OFFICER',
];
/** Words that stand in drafts only: whoever reads them elsewhere has found a hole (R28). */
export const SECRET = 'hemmelegkladd';
export const SECRET_QUANTITY = '7654.3211';

/** A region in which there is something of everything, and one person who may do everything in it. */
export interface Everything {
  readonly regionId: string;
  /** Real ids by the names that inputs give them; all of the host, which takes part in its own case. */
  readonly ids: Readonly<Record<string, string>>;
  /** Ids that a verb needs instead, by its name. */
  readonly idsFor: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Holds every role: in the host, and in the region as such. */
  readonly all: Client;
  /** Somebody with these roles: in the host, in another municipality of the region, in the region as such, or elsewhere. */
  someone(where: 'host' | 'neighbour' | 'region' | 'elsewhere', roles: readonly RoleKind[]): Promise<Client>;
  /** The personal e-mail addresses of the people that are no business of a neighbour's. */
  readonly addresses: readonly string[];
}

/** Builds it. The host has decided its first step on a condition; a need is proposed for merging; an escalation is offered. */
export async function everything(env: SamankerUnderTest): Promise<Everything> {
  const { admin } = env;
  const built = await aCase(env, { stage: 'PREPARING', decisionDeadline: '2017-02-28' });
  const { regionId, caseId, hostOrganisationId } = built;
  const guest = await anInvited(env, { case: built });
  const neighbourId = await anOrganisation(env, regionId);
  const elsewhereRegion = await aRegion(env);
  const elsewhereId = await anOrganisation(env, elsewhereRegion);

  const person = await aPerson(env, regionId, { organisationId: hostOrganisationId, roles: [...MUNICIPAL_ROLES] });
  for (const kind of ['SECRETARIAT', 'REGIONAL_GROUP'])
    await admin.query('insert into role (region_id, person_id, kind) values ($1, $2, $3)', [
      regionId,
      person.personId,
      kind,
    ]);
  const host = await anInvited(env, { case: built, organisationId: hostOrganisationId });
  const all = await env.as(person);
  const { decisions } = await decide(all, host.steps[0]!, 'RECOMMENDED', '2016-11-16');
  const decisionId = decisions[0].id as string;
  const [condition] = await admin.query(
    `insert into condition (region_id, participation_id, decision_id, text, kind) values ($1, $2, $3, 'Når prisen er kjent', 'FOLLOW_UP') returning id`,
    [regionId, host.participationId, decisionId],
  );
  const [offer] = await admin.query(
    `insert into escalation_offer (region_id, expectation_id, role)
     select region_id, id, 'DIRECTOR' from expectation where participation_id = $1 and fulfilled_at is null limit 1 returning id`,
    [guest.participationId],
  );
  const [note] = await admin.query(
    `insert into note (region_id, participation_id, organisation_id, text, visibility, written_at)
     values ($1, $2, $3, 'De tar saken i desember.', 'CASE', samanker_now()) returning id`,
    [regionId, host.participationId, hostOrganisationId],
  );
  const [question] = await admin.query(
    `insert into question (region_id, case_id, participation_id, by_host, text, asked_at)
     values ($1, $2, $3, false, 'Når kommer prisen?', samanker_now()) returning id`,
    [regionId, caseId, guest.participationId],
  );
  const [item] = built.parts[0]!.itemIds;
  await admin.query(
    `insert into volume_draft (region_id, participation_id, item_id, year, expected, origin) values ($1, $2, $3, 2017, $4, 'DECLARED')`,
    [regionId, host.participationId, item, SECRET_QUANTITY],
  );
  await admin.query(
    `insert into mail (region_id, kind, organisation_id, case_id, to_address, language, mail_on, occasion)
     values ($1, 'NOTICE', $2, $3, $4, 'NB', '2016-11-15', 'everything')`,
    [regionId, hostOrganisationId, caseId, person.email],
  );
  await aNeed(env, regionId, hostOrganisationId, { title: `Behov ${SECRET}`, problem: SECRET, state: 'DRAFT' });
  const colleague = await aPerson(env, regionId, { organisationId: hostOrganisationId, roles: ['READER'] });
  const [role] = await admin.query('select id from role where person_id = $1', [colleague.personId]);
  const deputy = await aPerson(env, regionId, { organisationId: hostOrganisationId, roles: ['READER'] });
  const [delegation] = await admin.query(
    `insert into role_delegation (region_id, role_id, person_id, from_on, to_on)
     select region_id, id, $2, '2017-02-01', '2017-02-03' from role where person_id = $1 and kind = 'DIRECTOR' returning id`,
    [person.personId, deputy.personId],
  );
  const needIds = [await aNeed(env, regionId, hostOrganisationId), await aNeed(env, regionId, guest.organisationId)];
  const [proposal] = await admin.query(
    `with p as (insert into merge_proposal (region_id, fingerprint, score) values ($1, $2, 0.9) returning id),
       n as (insert into merge_proposal_need (region_id, proposal_id, need_id, need_version) select $1, p.id, need, 1 from p, unnest($3::uuid[]) as need)
     select id from p`,
    [regionId, randomUUID().replaceAll('-', '').repeat(2), needIds],
  );

  return {
    regionId,
    ids: {
      caseId,
      participationId: host.participationId,
      stepId: host.steps[1]!,
      lastStepId: host.steps[2]!,
      decisionId,
      conditionId: condition.id,
      noteId: note.id,
      questionId: question.id,
      meetingId: host.executive.meetings['2016-11-30']!,
      deferredToMeetingId: host.executive.meetings['2017-01-18']!,
      bodyId: host.council.bodyId,
      sentUpToBodyId: host.council.bodyId,
      organisationId: hostOrganisationId,
      hostOrganisationId,
      organisationIds: neighbourId,
      partId: built.parts[0]!.id,
      itemId: item!,
      needId: needIds[0]!,
      needIds: needIds[0]!,
      proposalId: proposal.id,
      offerId: offer.id,
      personId: colleague.personId,
      roleId: role.id,
      deputyId: deputy.personId,
      colleagueId: person.personId,
      delegationId: delegation.id,
    },
    // A route of which nothing is decided yet.
    idsFor: {
      adjustRoute: { participationId: guest.participationId },
      askQuestion: { participationId: guest.participationId },
      // The host goes on taking part.
      leaveCase: { participationId: guest.participationId },
    },
    all,
    addresses: [
      person.email,
      colleague.email,
      deputy.email,
      host.person.email,
      built.coordinator.email,
      guest.person.email,
    ],
    someone: async (where, roles) => {
      const at = where === 'elsewhere' ? elsewhereRegion : regionId;
      const organisationId = { host: hostOrganisationId, neighbour: neighbourId, region: null, elsewhere: elsewhereId }[
        where
      ];
      return env.as(await aPerson(env, at, { organisationId, roles: [...roles] }));
    },
  };
}
