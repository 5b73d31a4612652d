import type { Work } from '@samanker/database';
import { InvalidInput, type Refusal } from '@samanker/request';
import { decisionById } from './anchoring.queries';
import {
  DeciderDisqualified,
  LaterStepDecided,
  MeetingOutOfOrder,
  RouteDeclined,
  StepAlreadyDecided,
  StepOutOfOrder,
} from './anchoring.refusals';
import type { AnchoringRefusal } from './anchoring.rules';
import type { LockedStep } from './lock-step';
import { isDone, predecessorsOf } from './route.rules';

/** The refusal for what the rules said no to; `asked` is the field by which the verb at hand names the step. */
export async function refusalOf(
  work: Work,
  because: AnchoringRefusal,
  { participation, step, steps }: LockedStep,
  asked: 'stepId' | 'decisionId' = 'stepId',
): Promise<Refusal> {
  const before = predecessorsOf(step.id, steps);
  const fault = (field: string, code: ConstructorParameters<typeof InvalidInput>[1], limit = ''): InvalidInput =>
    new InvalidInput(['input', field], code, limit);
  switch (because) {
    case 'STEP_OUT_OF_ORDER':
      return new StepOutOfOrder(
        before.filter((other) => !isDone(other)).map(({ title }) => title),
        asked,
      );
    case 'ALREADY_DECIDED':
    case 'ALREADY_SUPERSEDED':
      return new StepAlreadyDecided((await decisionById(work, step.decisionId!))!);
    case 'ROUTE_DECLINED':
      return new RouteDeclined();
    case 'DECIDER_DISQUALIFIED':
      return new DeciderDisqualified();
    case 'SUCCESSOR_DECIDED':
    case 'DECIDED_AFTER_SUCCESSOR':
      return new LaterStepDecided();
    case 'MEETING_BEFORE_PREDECESSOR':
    case 'MEETING_AFTER_SUCCESSOR':
      return new MeetingOutOfOrder(['input', 'meetingId']);
    case 'OUTCOME_NOT_ALLOWED':
      return fault('outcome', 'NOT_ALLOWED_HERE');
    case 'DECIDED_IN_FUTURE':
      return fault('decidedOn', 'DATE_IN_FUTURE');
    case 'DECIDED_BEFORE_CASE':
      return fault('decidedOn', 'DATE_TOO_EARLY', participation.case.openedOn);
    case 'DECIDED_BEFORE_PREDECESSOR':
      return fault(
        'decidedOn',
        'DATE_TOO_EARLY',
        before
          .map(({ decidedOn }) => decidedOn ?? '')
          .sort()
          .at(-1),
      );
    case 'DEFERRED_TO_EARLIER_DATE':
      return fault('deferredToMeetingId', 'NOT_ALLOWED_HERE');
    case 'MEETING_OF_OTHER_BODY':
      return fault('meetingId', 'UNKNOWN_BODY');
    case 'MEETING_PASSED':
      return fault('meetingId', 'DATE_PASSED');
    case 'MEETING_CANCELLED':
    case 'MEETING_TAKES_NO_CASES':
      return fault('meetingId', 'NOT_ALLOWED_HERE');
    case 'STEP_NOT_REQUIRED':
    case 'NOT_POLITICAL':
    case 'NOTHING_TO_SUPERSEDE':
      return fault(asked, 'NOT_ALLOWED_HERE');
  }
}
