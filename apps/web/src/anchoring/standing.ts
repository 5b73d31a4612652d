import type { PlanningStatus } from '../generated/documents';
import type { Catalogue } from '../language/catalogue';

/** How a route stands as it is said: by its plan, or that a meeting was held and nobody has recorded what it decided. */
export type Standing = PlanningStatus | 'OUTCOME_MISSING';

interface Sitting {
  readonly state: string;
  readonly meetingOn?: string | null;
}

/** The step whose meeting has been held and whose outcome is missing. */
export function heldWithout<Step extends Sitting>(steps: readonly Step[], today: string): Step | undefined {
  return steps.find(({ state, meetingOn }) => state === 'SUBMITTED' && Boolean(meetingOn) && meetingOn! < today);
}

/** Late is who has not done in time what can be done; whoever has met has only not said yet what came of it. */
export function standingOf(
  { status, steps }: { readonly status?: PlanningStatus | null; readonly steps: readonly Sitting[] },
  today: string,
): Standing | null {
  if (status === 'LATE' && heldWithout(steps, today)) return 'OUTCOME_MISSING';
  return status ?? null;
}

/** The days to spare; with whoever is late by the own plan, and in time all the same, the words say so. */
export function saidSlack(slackDays: number, standing: Standing | null, { board }: Catalogue): string {
  return standing === 'LATE' && slackDays >= 0 ? board.stillSlack(slackDays) : board.slack(slackDays);
}
