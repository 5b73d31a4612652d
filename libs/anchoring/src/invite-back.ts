import type { Work } from '@samanker/database';
import type { LockedCase } from '@samanker/procurement-case';
import { MunicipalityInvited } from './anchoring.events';
import { restoreSteps } from './leaving-steps';
import { settleLimits } from './settle-limits';
import { settleRoute } from './settle-route';

/**
 * R5b: who has left comes back by a new invitation, and decides anew. The route begins again; decisions, conditions and
 * choices of before count no more; decisions stay to be seen, volumes as a start. The case is locked.
 */
export async function inviteBack(work: Work, subject: LockedCase, organisationIds: readonly string[]): Promise<void> {
  const left = await work.query<{ id: string; organisationId: string; hasRoute: boolean }>(
    `select p.id, p.organisation_id as "organisationId",
       exists (select from anchoring_step s where s.participation_id = p.id) as "hasRoute"
     from participation p where p.case_id = $1 and p.organisation_id = any($2::uuid[]) and p.state = 'WITHDRAWN'
     order by p.id for no key update of p`,
    [subject.id, organisationIds],
  );
  for (const { id, organisationId, hasRoute } of left) {
    await beginAnew(work, id);
    // Who left before it had a route gets one, and is told, as everybody who is new.
    if (!hasRoute) continue;
    work.log({
      verb: 'inviteMunicipalities',
      subjectType: 'Participation',
      subjectId: id,
      caseId: subject.id,
      organisationId,
      before: { state: 'WITHDRAWN' },
      after: { state: 'INVITED', again: true, decisionDeadline: subject.decisionDeadline },
    });
    work.publish(new MunicipalityInvited({ participationId: id, caseId: subject.id }));
    await settleLimits(work, id);
    await settleRoute(work, id);
  }
}

async function beginAnew(work: Work, participationId: string): Promise<void> {
  await restoreSteps(work, participationId);
  await work.execute('update leaving set returned_at = $2 where participation_id = $1 and returned_at is null', [
    participationId,
    work.now,
  ]);
  await work.execute(
    `update decision set superseded_at = $2 where superseded_at is null
       and step_id in (select id from anchoring_step where participation_id = $1)`,
    [participationId, work.now],
  );
  await work.execute('update condition set superseded_at = $2 where participation_id = $1 and superseded_at is null', [
    participationId,
    work.now,
  ]);
  await work.execute('delete from part_choice where participation_id = $1', [participationId]);
  await work.execute(
    `update participation set invited_at = $2, route_finished_on = null, route_declined = false, local_gain_confirmed_at = null,
       legality_review_demanded_on = null, version = version + 1 where id = $1`,
    [participationId, work.now],
  );
}
