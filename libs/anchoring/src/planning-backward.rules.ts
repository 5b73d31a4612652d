import { addDays, addWorkingDays, ClosedPeriods, LocalDate, minDate, previousWorkingDay } from '@samanker/clock';
import type { CalendarMeeting } from '@samanker/meeting-calendar';
import { latestMeeting } from './meeting-search.rules';
import {
  needsSubmission,
  PlanningInput,
  PlanningStage,
  PlanningStep,
  POWER_OF_ATTORNEY_WORKING_DAYS,
} from './planning-stages.rules';

/** The latest that still works for a step. */
export interface BackwardStep {
  /** Latest meeting date, or latest day of a person's decision; null when nothing works, or when it is decided. */
  date: LocalDate | null;
  meeting: CalendarMeeting | null;
  /** Latest day to hand in the text that this step's chain carries, if it is still to be handed in. */
  submission: LocalDate | null;
}

/** R6 backward. */
export interface BackwardPlan {
  steps: ReadonlyMap<string, BackwardStep>;
  /** Latest day of the last decision that leaves time for the power of attorney. */
  latestDecision: LocalDate | null;
}

/** The latest day from which a number of working days still ends by the deadline. */
export function latestStart(deadline: LocalDate, workingDays: number, closed?: ClosedPeriods): LocalDate {
  if (workingDays === 0) return deadline;
  const firstDayOfWork = addWorkingDays(previousWorkingDay(deadline, closed), 1 - workingDays, closed);
  return addDays(firstDayOfWork, -1);
}

/** R6 backward: from the case's deadline, the latest meeting of every step and the latest submission of every chain. */
export function planBackward(input: PlanningInput, stages: readonly PlanningStage[]): BackwardPlan {
  const steps = new Map<string, BackwardStep>();
  if (input.deadline === null) return { steps, latestDecision: null };
  const poaDays = input.powerOfAttorneyOn ? 0 : (input.powerOfAttorneyWorkingDays ?? POWER_OF_ATTORNEY_WORKING_DAYS);
  const latestDecision = latestStart(input.deadline, poaDays, input.closed);
  let bound: LocalDate | null = latestDecision;
  for (let index = stages.length - 1; index >= 0; index -= 1) {
    const stage = stages[index] as PlanningStage;
    let next: LocalDate | null = bound;
    for (const step of stage.steps) {
      if (step.state === 'DECIDED') continue;
      const latest: Latest | null = bound === null ? null : latestOf(input, stage, step, bound);
      steps.set(step.id, {
        date: latest?.date ?? null,
        meeting: latest?.meeting ?? null,
        submission: latest?.submission ?? null,
      });
      next = next === null || latest === null ? null : minDate(next, latest.ready);
    }
    bound = next;
  }
  spreadSubmission(stages, steps);
  return { steps, latestDecision };
}

interface Latest extends BackwardStep {
  /** What comes before must be done by then. */
  ready: LocalDate;
}

function latestOf(input: PlanningInput, stage: PlanningStage, step: PlanningStep, bound: LocalDate): Latest | null {
  if (step.kind === 'ADMINISTRATIVE') {
    const ready = latestStart(bound, step.workingDays ?? 0, input.closed);
    return { date: bound, meeting: null, submission: null, ready };
  }
  const body = step.bodyId === null ? undefined : input.bodies.get(step.bodyId);
  const handsIn = needsSubmission(step, stage);
  const meeting = latestMeeting(body, bound, handsIn);
  if (!meeting) return null;
  const before = addDays(meeting.date, stage.startsChain ? 0 : -(body?.handoverDays ?? 0));
  const submission = handsIn ? meeting.submissionDeadline : null;
  return { date: meeting.date, meeting, submission, ready: submission === null ? before : minDate(before, submission) };
}

/**
 * R6: the chain has one submission, the earliest its first bodies need; every later step of the chain shows it. Where one
 * body has no meeting left that works, no submission does.
 */
function spreadSubmission(stages: readonly PlanningStage[], steps: Map<string, BackwardStep>): void {
  const byChain = new Map<number, LocalDate | null>();
  const political = stages.flatMap(({ chain, steps: own }) =>
    own.flatMap((step) => (chain !== null && step.kind === 'POLITICAL' ? [{ chain, step }] : [])),
  );
  for (const { chain, step } of political) {
    const latest = steps.get(step.id);
    const known = byChain.get(chain);
    if (!latest || known === null) continue;
    if (latest.date === null) byChain.set(chain, null);
    else if (latest.submission) byChain.set(chain, known ? minDate(known, latest.submission) : latest.submission);
  }
  for (const { chain, step } of political) {
    const latest = steps.get(step.id);
    const submission = step.state === 'SUBMITTED' ? null : (byChain.get(chain) ?? null);
    if (latest) steps.set(step.id, { ...latest, submission });
  }
}
