import type { Work } from '@samanker/database';
import { lockParticipation } from '@samanker/participation';
import type { Asked } from './question.permissions';

/** What a verb needs to know of a question that it has locked. */
export interface LockedQuestion extends Asked {
  readonly id: string;
  readonly caseId: string;
  readonly participationId: string;
  readonly organisationId: string;
  readonly answeredAt: Date | null;
}

/** Locks the participation of a question and then the question; null when there is none. */
export async function lockQuestion(work: Work, id: string): Promise<LockedQuestion | null> {
  const found = await work.one<{ participationId: string }>(
    'select participation_id as "participationId" from question where id = $1',
    [id],
    'participation-of-question',
  );
  const subject = found && (await lockParticipation(work, found.participationId));
  if (!subject) return null;
  const row = await work.one<Pick<LockedQuestion, 'id' | 'caseId' | 'byHost' | 'shared' | 'answeredAt'>>(
    `select id, case_id as "caseId", by_host as "byHost", shared, answered_at as "answeredAt" from question
     where id = $1 for update`,
    [id],
    'lock-question',
  );
  const { organisationId } = subject;
  const { hostOrganisationId } = subject.case;
  return row && { ...row, participationId: subject.id, organisationId, hostOrganisationId };
}
