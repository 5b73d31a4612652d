import type { Work } from '@samanker/database';
import type { DecisionContentInput } from './decision-input';
import type { Decision } from './decision.entity';
import { keptLimits } from './record-decision';

/**
 * R8: whether this is the decision that the same person has just recorded, sent once more. What binds is compared in full:
 * other limits, conditions, another text or other minutes are another decision, and must not be lost behind an answer that
 * sounds like yes.
 */
export async function isSameDecision(work: Work, recorded: Decision, input: DecisionContentInput): Promise<boolean> {
  if (
    recorded.recordedBy !== work.actor.personId ||
    recorded.outcome !== input.outcome ||
    recorded.decidedOn !== input.decidedOn ||
    recorded.deferredToMeetingId !== (input.deferredToMeetingId ?? null) ||
    (input.details?.text ?? recorded.text) !== recorded.text ||
    (input.details?.minutesAttachmentId ?? recorded.minutesAttachmentId) !== recorded.minutesAttachmentId
  )
    return false;
  const limits = keptLimits(input.limits);
  const { same } = (await work.one<{ same: boolean }>(
    `select jsonb_strip_nulls(coalesce(d.limits, '{}')) = jsonb_strip_nulls(coalesce($2::jsonb, '{}'))
       and coalesce((select jsonb_agg(k order by k) from (select jsonb_build_array(c.text, c.kind) as k
             from condition c where c.decision_id = d.id) given), '[]')
         = coalesce((select jsonb_agg(k order by k) from jsonb_array_elements($3::jsonb) as given (k)), '[]') as same
     from decision d where d.id = $1`,
    [
      recorded.id,
      limits && JSON.stringify(limits),
      JSON.stringify((input.conditions ?? []).map(({ text, kind }) => [text, kind])),
    ],
  ))!;
  return same;
}
