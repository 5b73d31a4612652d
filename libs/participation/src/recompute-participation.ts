import Decimal from 'decimal.js';
import type { Work } from '@samanker/database';
import { bumpVolumeVersion, termEnd } from '@samanker/procurement-case';
import { commonCosts, limitBreaches, type CostBearer } from './limits.rules';
import { ParticipationStateChanged } from './participation.events';
import {
  changesCommitment,
  Choice,
  legalityReviewOver,
  ParticipationState,
  participationState,
  yearlyValues,
  type ParticipationSituation,
  type VolumeFigure,
} from './participation.rules';
import { reasonsToStore } from './state-reason.rules';

interface Rows {
  caseId: string;
  organisationId: string;
  state: ParticipationState;
  left: boolean;
  storedReason: string;
  routeFinishedOn: string | null;
  routeDeclined: boolean;
  legalityReviewDemandedOn: string | null;
  localLeader: string;
  localGainConfirmedAt: Date | null;
  limitTotal: string | null;
  limitPerYear: string | null;
  limitPerInhabitantPerYear: string | null;
  limitLatestEnd: string | null;
  limitHostOrganisationId: string | null;
  limitPartIds: string[] | null;
  limitShareOfCost: string | null;
  figures: VolumeFigure[];
  hostOrganisationId: string;
  decisionDeadline: string;
  firstYear: number;
  years: number;
  optionYears: number;
  waitsForLegalityReview: boolean;
  population: number | null;
  choices: { partId: string; number: number; choice: Choice | null }[];
  bearers: Bearer[];
  sharers: string[];
  openConditions: number;
  conditionsNotAccepted: number;
  powerOfAttorney: { hostOrganisationId: string; ownMaximum: string | null } | null;
}

/** What each participation of the case bears of the common costs; read only where a limit asks for it. */
interface Bearer {
  withdrawn: boolean;
  declined: boolean;
  volumesDeclared: boolean;
  figures: VolumeFigure[];
  outOf: string[];
}

const SITUATION = `select p.case_id as "caseId", p.organisation_id as "organisationId", p.state, p.state_reason as "storedReason",
    exists (select from leaving g where g.participation_id = p.id and g.returned_at is null) as left,
    p.route_finished_on as "routeFinishedOn", p.route_declined as "routeDeclined",
    p.legality_review_demanded_on as "legalityReviewDemandedOn", p.local_leader as "localLeader",
    p.local_gain_confirmed_at as "localGainConfirmedAt", p.limit_total as "limitTotal", p.limit_per_year as "limitPerYear",
    p.limit_per_inhabitant_per_year as "limitPerInhabitantPerYear", p.limit_latest_end as "limitLatestEnd",
    p.limit_host_organisation_id as "limitHostOrganisationId", p.limit_part_ids as "limitPartIds",
    p.limit_share_of_cost as "limitShareOfCost", p.volume_figures as figures,
    c.host_organisation_id as "hostOrganisationId", c.decision_deadline as "decisionDeadline", c.first_year as "firstYear",
    c.years, c.option_years as "optionYears", c.waits_for_legality_review as "waitsForLegalityReview", o.population,
    (select coalesce(json_agg(json_build_object('partId', k.id, 'number', k.number, 'choice', h.choice)), '[]') from case_part k
       left join part_choice h on h.part_id = k.id and h.participation_id = p.id where k.case_id = c.id) as choices,
    case when p.limit_share_of_cost is null then '[]' else (select json_agg(json_build_object('withdrawn', q.state = 'WITHDRAWN',
       'declined', q.route_declined, 'figures', q.volume_figures,
       'volumesDeclared', exists (select from volume_declaration v where v.participation_id = q.id),
       'outOf', (select coalesce(json_agg(h.part_id), '[]') from part_choice h where h.participation_id = q.id and h.choice = 'OUT')))
       from participation q where q.case_id = p.case_id) end as bearers,
    (select coalesce(json_agg(q.id order by q.id), '[]') from participation q
       where q.case_id = p.case_id and q.id <> p.id and q.limit_share_of_cost is not null) as sharers,
    (select count(*) from condition n where n.participation_id = p.id and n.kind = 'BEFORE_NOTICE' and n.state = 'OPEN' and n.superseded_at is null) as "openConditions",
    (select count(*) from condition n where n.participation_id = p.id and n.kind = 'BEFORE_NOTICE' and n.state = 'NOT_ACCEPTED'
       and n.superseded_at is null) as "conditionsNotAccepted",
    (select json_build_object('hostOrganisationId', a.host_organisation_id, 'ownMaximum', a.own_maximum::text)
       from power_of_attorney a where a.participation_id = p.id and a.withdrawn_at is null) as "powerOfAttorney"
  from participation p join procurement_case c on c.id = p.case_id join organisation o on o.id = p.organisation_id
  where p.id = $1`;

/** What a caller knows that the rows do not say. */
export interface Recomputing {
  /** Somebody has done something: an invited participation becomes one under way. */
  readonly begun?: boolean;
  /** What it chose has changed, so that its quantities may count otherwise even in the same state. */
  readonly choiceChanged?: boolean;
  /** What it can come to cost has changed, and with it what the others bear of the common costs. */
  readonly valuesChanged?: boolean;
}

/**
 * R4, R5: works the state out afresh from the rows, never from the stored state, and keeps it. To be called once, at the
 * end, by every verb that changed anything the state follows from. Publishes and counts the volume version up when
 * quantities may count otherwise. Idempotent.
 */
export async function recomputeParticipation(
  work: Work,
  participationId: string,
  recomputing: Recomputing = {},
): Promise<ParticipationState> {
  const { state, before, sharers } = await workOut(work, participationId, recomputing);
  const gone = (one: ParticipationState): boolean =>
    one === ParticipationState.DECLINED || one === ParticipationState.WITHDRAWN;
  if (recomputing.choiceChanged || recomputing.valuesChanged || gone(before) !== gone(state))
    for (const sharer of sharers) await workOut(work, sharer, {});
  return state;
}

/** R4: works out anew who has a limit for its share of the common costs: others have come into the case. The case is locked. */
export async function recheckShares(work: Work, caseId: string): Promise<void> {
  const sharers = await work.query<{ id: string }>(
    'select id from participation where case_id = $1 and limit_share_of_cost is not null order by id',
    [caseId],
    'sharers-of-case',
  );
  for (const { id } of sharers) await workOut(work, id, {});
}

async function workOut(
  work: Work,
  participationId: string,
  { begun = false, choiceChanged = false }: Recomputing,
): Promise<{ state: ParticipationState; before: ParticipationState; sharers: readonly string[] }> {
  const rows = await work.one<Rows>(SITUATION, [participationId], 'participation-situation');
  if (!rows) throw new Error(`No participation ${participationId}`);
  const { state, reasons } = participationState(situationOf(rows, begun, work.today));
  const stored = reasonsToStore(reasons);
  if (state !== rows.state || stored !== rows.storedReason)
    await work.execute('update participation set state = $2, state_reason = $3, version = version + 1 where id = $1', [
      participationId,
      state,
      stored,
    ]);
  if (state !== rows.state)
    work.log({
      verb: 'recomputeParticipation',
      subjectType: 'Participation',
      subjectId: participationId,
      caseId: rows.caseId,
      organisationId: rows.organisationId,
      before: { state: rows.state },
      after: { state, reasons },
    });
  if (choiceChanged || changesCommitment(rows.state, state)) await bumpVolumeVersion(work, rows.caseId);
  if (choiceChanged || state !== rows.state)
    work.publish(new ParticipationStateChanged({ participationId, caseId: rows.caseId }));
  return { state, before: rows.state, sharers: rows.sharers };
}

function situationOf(rows: Rows, begun: boolean, today: string): ParticipationSituation {
  const chosen = rows.choices.map(({ choice }) => choice);
  const outOf = new Set(rows.choices.filter(({ choice }) => choice === Choice.OUT).map(({ partId }) => partId));
  const yearly = yearlyValues(rows.figures, outOf);
  const breaches = limitBreaches(
    {
      total: rows.limitTotal,
      perYear: rows.limitPerYear,
      perInhabitantPerYear: rows.limitPerInhabitantPerYear,
      latestEnd: rows.limitLatestEnd,
      hostOrganisationId: rows.limitHostOrganisationId,
      partIds: rows.limitPartIds,
      shareOfCost: rows.limitShareOfCost,
    },
    {
      yearly,
      termEnd: termEnd(rows),
      hostOrganisationId: rows.hostOrganisationId,
      inhabitants: rows.population,
      chosenParts: rows.choices.filter(({ choice }) => choice === Choice.FIRM || choice === Choice.OPTION),
      commonCosts: commonCosts(
        rows.bearers.map((one) => bearerOf(one, rows.choices.length)),
        today,
        rows.decisionDeadline,
      ),
    },
  );
  const total = yearly.reduce((sum, { value }) => sum.plus(value), new Decimal(0));
  return {
    withdrawn: rows.left,
    begun:
      begun ||
      (rows.state !== ParticipationState.INVITED && rows.state !== ParticipationState.WITHDRAWN) ||
      chosen.some((choice) => choice !== null) ||
      rows.routeFinishedOn !== null ||
      rows.powerOfAttorney !== null,
    routeFinished: rows.routeFinishedOn !== null,
    declined: rows.routeDeclined,
    openBeforeNoticeConditions: rows.openConditions,
    conditionsNotAccepted: rows.conditionsNotAccepted,
    powerOfAttorney: powerOf(rows, total),
    choices: chosen,
    legality: legalityOf(rows, today),
    limitBreaches: breaches,
    localLeaderNamed: rows.localLeader.trim() !== '',
    localLeaderConfirmed: rows.localGainConfirmedAt !== null,
  };
}

function bearerOf({ withdrawn, declined, volumesDeclared, figures, outOf }: Bearer, parts: number): CostBearer {
  const gone = withdrawn || declined || (parts > 0 && outOf.length === parts);
  return { gone, volumesDeclared, yearly: yearlyValues(figures, new Set(outOf)) };
}

function powerOf(
  { powerOfAttorney, hostOrganisationId }: Rows,
  total: Decimal,
): ParticipationSituation['powerOfAttorney'] {
  if (!powerOfAttorney) return 'NONE';
  if (powerOfAttorney.hostOrganisationId !== hostOrganisationId) return 'OTHER_HOST';
  return powerOfAttorney.ownMaximum !== null && total.gt(powerOfAttorney.ownMaximum) ? 'TOO_SMALL' : 'IN_FORCE';
}

function legalityOf(rows: Rows, today: string): ParticipationSituation['legality'] {
  if (rows.legalityReviewDemandedOn) return { kind: 'DEMANDED' };
  if (!rows.waitsForLegalityReview || !rows.routeFinishedOn) return { kind: 'NONE' };
  const until = legalityReviewOver(rows.routeFinishedOn);
  return today > until ? { kind: 'NONE' } : { kind: 'WAITING', until };
}
