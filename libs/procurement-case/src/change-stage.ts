import type { Work } from '@samanker/database';
import { wordingSha256 } from '@samanker/decision-log';
import { withdrawAllOfCase } from '@samanker/expectation';
import { checkText, type Refusal } from '@samanker/request';
import { CaseStageChanged } from './procurement-case.events';
import type { LockedCase } from './procurement-case.queries';
import { StageOutOfOrder } from './procurement-case.refusals';
import { CaseStage, mayGo } from './procurement-case.rules';

/**
 * R5b: pauses, resumes or cancels a case, with a reason that everybody sees. What was awaited in it is withdrawn, so that
 * nobody is reminded of it; when it is resumed, planning awaits it again. Open questions stay while it is paused. The same
 * stage again changes nothing.
 */
export async function changeStage(
  work: Work,
  subject: LockedCase,
  verb: string,
  to: CaseStage,
  reason: string,
): Promise<{ id: string } | Refusal> {
  if (subject.stage === to) return { id: subject.id };
  if (!mayGo(subject.stage, to)) return new StageOutOfOrder(['input', 'caseId']);
  const fault = checkText(reason, ['input', 'reason'], 2000, true);
  if (fault) return fault;
  const closing = to === CaseStage.PAUSED || to === CaseStage.CANCELLED ? to : null;
  await work.execute(
    'update procurement_case set stage = $2, stage_reason = $3, stage_before_pause = $4, version = version + 1 where id = $1',
    [subject.id, to, closing ? reason : '', to === CaseStage.PAUSED ? subject.stage : null],
  );
  if (closing) await withdrawAllOfCase(work, { caseId: subject.id, because: closing });
  work.log({
    verb,
    subjectType: 'ProcurementCase',
    subjectId: subject.id,
    caseId: subject.id,
    organisationId: subject.hostOrganisationId,
    before: { stage: subject.stage },
    after: { stage: to, reasonSha256: wordingSha256(reason) },
  });
  work.publish(new CaseStageChanged({ caseId: subject.id, stage: to }));
  return { id: subject.id };
}
