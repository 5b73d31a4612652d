import type { StepShownFragment } from '../generated/documents';
import type { Catalogue } from '../language/catalogue';

/** Who is asked about a step that is not done: both names where a deputy stands in, or that there is nobody (R12). */
export function whoIsAsked(t: Catalogue, step: Pick<StepShownFragment, 'responsibleName' | 'deputyFor'>): string {
  if (!step.responsibleName) return t.board.nobodyToAsk;
  const asked = t.handOver.asked(step.responsibleName);
  return step.deputyFor ? `${asked} (${t.board.deputyFor(step.deputyFor)})` : asked;
}
