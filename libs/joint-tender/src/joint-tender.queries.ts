import type { Work } from '@samanker/database';
import { currentReport, latestFrozen, standings, type FrozenReportSummary } from '@samanker/merged-demand-report';
import { JointTender, JointTenderParticipant, JointTenderReadiness, TenderCondition } from './joint-tender.entity';
import { conditionSentence, failedConditions, namedParticipants, type NamedParticipant } from './readiness.rules';

/** What freezing the participants would rest on, worked out from the rows of this moment. */
export interface Readiness {
  readonly conditions: TenderCondition[];
  readonly latest: FrozenReportSummary | null;
  readonly participants: NamedParticipant[];
}

/** R24: the conditions that are not met now; null when the case is not one of the region's. */
export async function readiness(work: Work, caseId: string): Promise<Readiness | null> {
  const report = await currentReport(work, caseId);
  if (!report) return null;
  const latest = await latestFrozen(work, caseId);
  const question = { ...report, standings: standings(report.facts), latestFrozen: latest };
  const conditions = failedConditions(question).map((failed) =>
    Object.assign(new TenderCondition(), {
      code: failed.code,
      sentence: conditionSentence(failed, work.actor.language),
      reason: failed.reason?.code ?? null,
      itemId: failed.itemId,
      organisationId: failed.organisationId,
      organisationName: failed.organisationName,
      roles: [...failed.roles],
    }),
  );
  return { conditions, latest, participants: namedParticipants(question) };
}

const TENDER = `select t.id, t.region_id as "regionId", t.case_id as "caseId", t.report_id as "reportId", t.state,
    t.proposed_by as "proposedBy", t.proposed_at as "proposedAt", t.confirmed_by as "confirmedBy", t.frozen_at as "frozenAt",
    (select coalesce(json_agg(json_build_object('partId', p.part_id, 'organisationId', p.organisation_id,
       'organisationNumber', p.organisation_number, 'organisationName', p.organisation_name, 'choice', p.choice)
       order by k.number, p.organisation_name), '[]')
     from joint_tender_participant p join case_part k on k.id = p.part_id where p.tender_id = t.id) as participants
  from joint_tender t`;

function tenderOf(row: JointTender | null): JointTender | null {
  if (!row) return null;
  const participants = row.participants.map((one) => Object.assign(new JointTenderParticipant(), one));
  return Object.assign(new JointTender(), row, { participants });
}

/** A joint tender with its frozen participants, or null. */
export async function jointTenderById(work: Work, id: string): Promise<JointTender | null> {
  return tenderOf(await work.one<JointTender>(`${TENDER} where t.id = $1`, [id], 'joint-tender-by-id'));
}

/** The joint tender of a case, or null while nobody has proposed its participants. */
export async function jointTenderOfCase(work: Work, caseId: string): Promise<JointTender | null> {
  return tenderOf(await work.one<JointTender>(`${TENDER} where t.case_id = $1`, [caseId], 'joint-tender-of-case'));
}

/** What `jointTenderReadiness` answers; null when the case is not one of the region's. */
export async function jointTenderReadiness(work: Work, caseId: string): Promise<JointTenderReadiness | null> {
  const found = await readiness(work, caseId);
  if (!found) return null;
  const tender = await jointTenderOfCase(work, caseId);
  const { conditions } = found;
  return Object.assign(new JointTenderReadiness(), { caseId, ready: conditions.length === 0, conditions, tender });
}
