import type { Work } from '@samanker/database';
import { ComingStep } from './coming-step.type';
import { rolesAskedOf } from './reminder.permissions';

const MOST = 5;

/** What comes to the asker next: the planned steps of the own roles that nothing is asked about yet, soonest first. */
export async function comingSteps(work: Work): Promise<ComingStep[]> {
  const { organisationId } = work.actor;
  if (!organisationId) return [];
  const rows = await work.query<ComingStep>(
    `select s.id, c.id as "caseId", c.title as "caseTitle", p.id as "participationId", s.title, s.role,
       s.planned_on::text as "plannedOn", p.provisional
     from participation p
     join procurement_case c on c.id = p.case_id and c.stage in ('PREPARING', 'INVITED')
     join anchoring_step s on s.participation_id = p.id
     where p.region_id = $1 and p.organisation_id = $2 and p.state in ('INVITED', 'ANCHORING', 'REANCHOR_REQUIRED')
       and s.state not in ('DECIDED', 'NOT_REQUIRED') and s.planned_on is not null and s.role = any($3::text[])
       and not exists (select from expectation e where e.subject_id = s.id and e.fulfilled_at is null and e.withdrawn_at is null)
     order by s.planned_on, s.position, s.id limit $4`,
    [work.regionId, organisationId, rolesAskedOf(work.actor), MOST],
    'coming-steps',
  );
  return rows.map((row) => Object.assign(new ComingStep(), row));
}
