import type { Work } from '@samanker/database';
import type { Need } from './need.entity';

/** Moves declared needs into the case that takes them up; they point at it for ever (R17, R19). Locked by the caller. */
export async function takeNeedsIntoCase(work: Work, needs: readonly Need[], caseId: string): Promise<void> {
  await work.execute(
    `update need set state = 'IN_CASE', case_id = $2 where id = any($1::uuid[]) and state = 'DECLARED'`,
    [needs.map(({ id }) => id), caseId],
  );
  for (const { id, organisationId, state } of needs) {
    const after = { state: 'IN_CASE', caseId };
    work.log({
      verb: 'takeNeedIntoCase',
      subjectType: 'Need',
      subjectId: id,
      caseId,
      organisationId,
      before: { state },
      after,
    });
  }
}
