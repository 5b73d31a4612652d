import type { Work } from '@samanker/database';
import { ACTS_ON_BEHALF_SQL, actsOnBehalfOf } from './act-on-behalf.entity';
import { Condition } from './condition.entity';
import { LEAVING_SQL, leavingOf } from './leaving.entity';
import { PartChoice } from './part-choice.entity';
import { Participation, StateReason } from './participation.entity';
import { PowerOfAttorney } from './power-of-attorney.entity';
import { sentenceOf, storedReasons } from './state-reason.rules';

const COLUMNS = `p.id, p.region_id as "regionId", p.case_id as "caseId", p.organisation_id as "organisationId",
  o.name as "organisationName", p.state, p.state_reason as "storedReason", p.invited_at as "invitedAt",
  p.answer_origin as "answerOrigin", p.local_leader as "localLeader", p.local_gain_confirmed_at as "localGainConfirmedAt",
  p.route_finished_on as "routeFinishedOn", p.route_declined as "routeDeclined",
  p.legality_review_demanded_on as "legalityReviewDemandedOn",
  p.volume_figures as "volumeFigures", p.limit_total as "limitTotal", p.limit_per_year as "limitPerYear",
  p.limit_per_inhabitant_per_year as "limitPerInhabitantPerYear", p.limit_latest_end as "limitLatestEnd",
  p.limit_host_organisation_id as "limitHostOrganisationId", p.limit_part_ids as "limitPartIds",
  p.limit_share_of_cost as "limitShareOfCost", p.planned_finish_on as "plannedFinishOn",
  p.latest_submission_on as "latestSubmissionOn", p.slack_days as "slackDays", p.planning_status as "planningStatus",
  p.provisional, p.crosses_election as "crossesElection", p.planned_for as "plannedFor",
  p.escalate_automatically as "escalateAutomatically", p.version,
  (select coalesce(json_agg(json_build_object('regionId', h.region_id, 'participationId', h.participation_id,
     'partId', h.part_id, 'partNumber', k.number, 'choice', h.choice) order by k.number), '[]')
   from part_choice h join case_part k on k.id = h.part_id where h.participation_id = p.id) as choices,
  (select coalesce(json_agg(json_build_object('id', n.id, 'regionId', n.region_id, 'participationId', n.participation_id,
     'decisionId', n.decision_id, 'text', n.text, 'kind', n.kind, 'state', n.state, 'settledAt', n.settled_at) order by n.id), '[]')
   from condition n where n.participation_id = p.id and n.superseded_at is null) as conditions,
  (select json_build_object('id', a.id, 'regionId', a.region_id, 'participationId', a.participation_id,
     'textVersion', a.text_version, 'hostOrganisationId', a.host_organisation_id, 'signatory', a.signatory,
     'authority', a.authority, 'signedOn', a.signed_on, 'ownMaximum', a.own_maximum::text, 'deviations', a.deviations,
     'archiveReference', a.archive_reference, 'onBehalfBecause', a.on_behalf_because, 'recordedAt', a.recorded_at)
   from power_of_attorney a where a.participation_id = p.id and a.withdrawn_at is null) as "powerOfAttorney",
  ${ACTS_ON_BEHALF_SQL} as "actsOnBehalf", ${LEAVING_SQL} as leaving`;

/** An instant out of JSON, where it is text with the offset of the session. */
const instant = (text: unknown): Date | null => (text ? new Date(text as string) : null);

function participationOf(work: Work, row: Participation): Participation {
  const reasons = storedReasons(row.storedReason).map((reason) =>
    Object.assign(new StateReason(), { code: reason.code, sentence: sentenceOf(reason, work.actor.language) }),
  );
  return Object.assign(new Participation(), row, {
    stateReasons: reasons,
    stateReason: reasons[0]?.sentence ?? '',
    choices: row.choices.map((choice) => Object.assign(new PartChoice(), choice)),
    conditions: row.conditions.map((condition) =>
      Object.assign(new Condition(), condition, { settledAt: instant(condition.settledAt) }),
    ),
    actsOnBehalf: actsOnBehalfOf(row.actsOnBehalf),
    leaving: leavingOf(row.leaving),
    powerOfAttorney: row.powerOfAttorney
      ? Object.assign(new PowerOfAttorney(), row.powerOfAttorney, {
          recordedAt: instant(row.powerOfAttorney.recordedAt),
          withdrawnAt: null,
        })
      : null,
  });
}

/** One participation with its choices, conditions and power of attorney, or null: one statement. */
export async function participationById(work: Work, id: string): Promise<Participation | null> {
  const row = await work.one<Participation>(
    `select ${COLUMNS} from participation p join organisation o on o.id = p.organisation_id where p.id = $1`,
    [id],
    'participation-by-id',
  );
  return row ? participationOf(work, row) : null;
}

/** The participations of a case, by name of the organisation: one statement. */
export async function participationsOf(work: Work, caseId: string): Promise<Participation[]> {
  const rows = await work.query<Participation>(
    `select ${COLUMNS} from participation p join organisation o on o.id = p.organisation_id where p.case_id = $1 order by o.name, p.id`,
    [caseId],
    'participations-of-case',
  );
  return rows.map((row) => participationOf(work, row));
}

/**
 * How many are anchored, of how many that take part, as `anchored` and `of`: wherever it is said, these two are meant. Who
 * declined or left takes no part. `p` is the participation.
 */
export const ANCHORED_OF_SQL = `(count(*) filter (where p.state = 'ANCHORED'))::int as anchored,
    (count(*) filter (where p.state not in ('DECLINED', 'WITHDRAWN')))::int as of`;

/**
 * What a line counts as (R21), in SQL: the same table as the rule commitmentOf. `p` is the participation, `h` its choice
 * for the line's part (null where it has none); null means the line counts nowhere.
 */
export const COMMITMENT_SQL = `case
    when h.choice = 'OUT' or p.state in ('DECLINED', 'WITHDRAWN') then null
    when p.state <> 'ANCHORED' or h.choice is null then 'NOT_ANCHORED'
    when h.choice = 'FIRM' then 'COMMITTED' else 'OPTION' end`;
