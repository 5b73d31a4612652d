import { addDays, addWorkingDays, LocalDate, maxDate } from '@samanker/clock';
import { conceivableMeeting, FindMeeting, knownMeeting, MeetingSlot } from './meeting-search.rules';
import {
  needsSubmission,
  PlanningInput,
  PlanningStage,
  PlanningStep,
  POWER_OF_ATTORNEY_WORKING_DAYS,
} from './planning-stages.rules';

/** When a step can be done at the earliest. */
export interface ForwardStep {
  step: PlanningStep;
  chain: number | null;
  /** Null when no meeting is known. */
  slot: MeetingSlot | null;
  /** The text must still be handed in for this slot. */
  handsIn: boolean;
  /** Its own day has passed: the meeting it sits in, or the working days of a person. */
  overdue: boolean;
}

/** The earliest course of a route. */
export interface ForwardPlan {
  steps: ForwardStep[];
  /** Earliest finish, power of attorney included; null when some meeting is not known. */
  finish: LocalDate | null;
  /** Every body and person is done, and the power of attorney should have been there. */
  powerOfAttorneyOverdue: boolean;
}

/** R6 forward: every step as early as it can be. Decided steps are facts, submitted ones sit in their meeting. */
export function planForward(input: PlanningInput, stages: readonly PlanningStage[]): ForwardPlan {
  return run(input, stages, () => knownMeeting, false);
}

/** The same, with a way of its own to look for each step's meeting: what if the body puts it off? */
export function planForwardWith(
  input: PlanningInput,
  stages: readonly PlanningStage[],
  findFor: (step: PlanningStep) => FindMeeting,
): ForwardPlan {
  return run(input, stages, findFor, false);
}

/** The earliest finish that no adopted calendar rules out; submitted steps may move to an earlier meeting. */
export function conceivableFinish(input: PlanningInput, stages: readonly PlanningStage[]): LocalDate | null {
  return run(input, stages, () => conceivableMeeting, true).finish;
}

function run(
  input: PlanningInput,
  stages: readonly PlanningStage[],
  findFor: (step: PlanningStep) => FindMeeting,
  movable: boolean,
): ForwardPlan {
  const planned: ForwardStep[] = [];
  let ready: LocalDate | null = input.startDate;
  let allDone = true;
  for (const stage of stages) {
    let finish: LocalDate | null = ready;
    for (const step of stage.steps) {
      const result: ForwardStep =
        ready === null ? unknown(step, stage) : planStep(input, stage, step, ready, findFor(step), movable);
      planned.push(result);
      finish = finish === null || result.slot === null ? null : maxDate(finish, result.slot.date);
      if (step.state !== 'DECIDED') allDone = false;
    }
    ready = finish;
  }
  return { steps: planned, ...powerOfAttorney(input, ready, allDone) };
}

/** The power of attorney is the last step (R6): the finish of a route whose last decision falls on this day. */
export function powerOfAttorney(
  input: PlanningInput,
  decided: LocalDate | null,
  allDone: boolean,
): Pick<ForwardPlan, 'finish' | 'powerOfAttorneyOverdue'> {
  if (decided === null) return { finish: null, powerOfAttorneyOverdue: false };
  if (input.powerOfAttorneyOn)
    return { finish: maxDate(decided, input.powerOfAttorneyOn), powerOfAttorneyOverdue: false };
  const due = addWorkingDays(decided, input.powerOfAttorneyWorkingDays ?? POWER_OF_ATTORNEY_WORKING_DAYS, input.closed);
  return { finish: maxDate(due, input.today), powerOfAttorneyOverdue: allDone && due < input.today };
}

function unknown(step: PlanningStep, stage: PlanningStage): ForwardStep {
  const slot = step.state === 'DECIDED' && step.decidedOn ? { date: step.decidedOn, meeting: null } : null;
  return { step, chain: stage.chain, slot, handsIn: needsSubmission(step, stage), overdue: false };
}

/** One step, as early as it can be once those before it are done. */
export function planStep(
  input: PlanningInput,
  stage: PlanningStage,
  step: PlanningStep,
  ready: LocalDate,
  find: FindMeeting,
  movable: boolean,
): ForwardStep {
  const { today, closed } = input;
  const base = { step, chain: stage.chain, handsIn: false, overdue: false };
  if (step.state === 'DECIDED') return { ...base, slot: { date: step.decidedOn ?? ready, meeting: null } };
  if (step.kind === 'ADMINISTRATIVE') {
    const due = addWorkingDays(ready, step.workingDays ?? 0, closed);
    return { ...base, slot: { date: maxDate(due, today), meeting: null }, overdue: due < today };
  }
  const body = step.bodyId === null ? undefined : input.bodies.get(step.bodyId);
  const handsIn = needsSubmission(step, stage);
  const handover = stage.startsChain ? 0 : (body?.handoverDays ?? 0);
  const wish = {
    notBefore: maxDate(addDays(ready, handover), today),
    handIn: handsIn ? maxDate(ready, today) : null,
  };
  const sits = step.state === 'SUBMITTED' ? step.submittedMeetingDate : null;
  if (sits === null || sits < ready) return { ...base, slot: find(body, wish), handsIn };
  const overdue = sits < today;
  const own: MeetingSlot = { date: sits, meeting: null };
  const other = movable ? find(body, wish) : null;
  return { ...base, slot: other && other.date < sits ? other : own, overdue };
}
