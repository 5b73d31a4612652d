import { diffDays, LocalDate, minDate, yearOf } from '@samanker/clock';
import { indexOnOrAfter } from './meeting-search.rules';
import { BackwardPlan, planBackward } from './planning-backward.rules';
import { conceivableFinish, ForwardPlan, ForwardStep, planForward } from './planning-forward.rules';
import { PlanningInput, PlanningStage, planningStages } from './planning-stages.rules';
import { isDone } from './route.rules';

export { POWER_OF_ATTORNEY_WORKING_DAYS } from './planning-stages.rules';
export type { PlanningBody, PlanningInput, PlanningStep } from './planning-stages.rules';

/** R6: how a route stands against the case's deadline. */
export type PlanStatus = 'ON_TRACK' | 'AT_RISK' | 'LATE' | 'CANNOT_MAKE_IT';

/** The plan of one step. */
export interface StepPlan {
  stepId: string;
  /** Earliest date: the meeting, the day a person decides by, or the day it was decided; null when no meeting is known. */
  date: LocalDate | null;
  /** The planned meeting; null for people, and for a projected or unknown meeting. */
  meetingId: string | null;
  /** R6: when the chain's case document must be in for this plan; null when it is in, or for people. */
  submissionDeadline: LocalDate | null;
  /** Latest date that still works for the case's deadline. */
  latestDate: LocalDate | null;
  latestMeetingId: string | null;
  /** Latest day to hand in the chain's case document. */
  latestSubmission: LocalDate | null;
  /** The date stands in no adopted calendar. */
  provisional: boolean;
  /** Its planned date has passed and it is not done. */
  late: boolean;
  /** It sits in a meeting that comes before the steps it needs: it has to move. */
  mustMove: boolean;
}

/** R6: the plan of a route, forward and backward. */
export interface RoutePlan {
  /** Required steps, in their order. */
  steps: StepPlan[];
  /** Every step is decided and the power of attorney is recorded. */
  finished: boolean;
  /** Earliest date of the last decision. */
  decisionDate: LocalDate | null;
  /** Earliest finish, power of attorney included. */
  earliestFinish: LocalDate | null;
  /** Latest date of the last decision that leaves time for the power of attorney. */
  latestDecision: LocalDate | null;
  /** The next day a text must be in for this plan, and the latest that still works; null when none is to be handed in, or none works. */
  submissionDeadline: LocalDate | null;
  latestSubmission: LocalDate | null;
  /** Calendar days from the earliest finish to the deadline; negative when it is too late; null when either is unknown. */
  slackDays: number | null;
  status: PlanStatus;
  /** Some date rests on a projected calendar, or on none. */
  provisional: boolean;
  /** The election year whose new council is constituted during the route: a flag, never a stop. */
  constitutionYear: number | null;
}

/** R6: plans a route from its facts and its bodies' calendars. */
export function planRoute(input: PlanningInput): RoutePlan {
  const stages = planningStages(input.steps);
  const forward = planForward(input, stages);
  const backward = planBackward(input, stages);
  const deadlines = submissionDeadlines(forward);
  const steps = forward.steps.map((planned) => stepPlan(input, planned, deadlines, backward));
  const finished = Boolean(input.powerOfAttorneyOn) && forward.steps.every(({ step }) => isDone(step));
  const provisional = steps.some((step) => step.provisional);
  const next = steps[forward.steps.findIndex(({ handsIn }) => handsIn)];
  const { finish } = forward;
  return {
    steps,
    finished,
    decisionDate:
      finish === null
        ? null
        : steps.reduce<LocalDate>(
            (latest, { date }) => (date !== null && date > latest ? date : latest),
            input.startDate,
          ),
    earliestFinish: finish,
    latestDecision: backward.latestDecision,
    submissionDeadline: next?.submissionDeadline ?? null,
    latestSubmission: next?.latestSubmission ?? null,
    slackDays: finish === null || input.deadline === null ? null : diffDays(finish, input.deadline),
    status: statusOf(input, stages, forward, finished, steps),
    provisional,
    constitutionYear: constitutionYear(input, finish),
  };
}

/** R6: LATE when a day has passed but the deadline still holds; CANNOT_MAKE_IT on adopted calendars alone. */
function statusOf(
  input: PlanningInput,
  stages: readonly PlanningStage[],
  forward: ForwardPlan,
  finished: boolean,
  steps: readonly StepPlan[],
): PlanStatus {
  const { deadline, marginDays } = input;
  const late = forward.powerOfAttorneyOverdue || steps.some((step) => step.late);
  if (deadline === null) return late ? 'LATE' : 'ON_TRACK';
  const { finish } = forward;
  if (finished) return finish !== null && finish <= deadline ? 'ON_TRACK' : 'LATE';
  if (finish === null || finish > deadline) {
    const conceivable = conceivableFinish(input, stages);
    return conceivable !== null && conceivable <= deadline ? 'AT_RISK' : 'CANNOT_MAKE_IT';
  }
  if (late) return 'LATE';
  return diffDays(finish, deadline) < marginDays ? 'AT_RISK' : 'ON_TRACK';
}

/** R6: per chain, the earliest deadline among the bodies the case document goes to first. */
function submissionDeadlines(forward: ForwardPlan): Map<number, LocalDate> {
  const byChain = new Map<number, LocalDate>();
  for (const { chain, handsIn, slot } of forward.steps) {
    const deadline = handsIn ? slot?.meeting?.submissionDeadline : undefined;
    if (chain === null || deadline === undefined) continue;
    const known = byChain.get(chain);
    byChain.set(chain, known === undefined ? deadline : minDate(known, deadline));
  }
  return byChain;
}

function stepPlan(
  input: PlanningInput,
  { step, chain, slot, overdue }: ForwardStep,
  deadlines: ReadonlyMap<number, LocalDate>,
  backward: BackwardPlan,
): StepPlan {
  const done = isDone(step);
  const political = step.kind === 'POLITICAL';
  const latest = backward.steps.get(step.id);
  const sits = step.state === 'SUBMITTED' ? step.submittedMeetingDate : null;
  const submits = political && !done && sits === null && chain !== null;
  return {
    stepId: step.id,
    date: slot?.date ?? null,
    meetingId:
      slot?.meeting?.id ??
      (political && sits !== null && slot?.date === sits ? meetingIdOn(input, step.bodyId, sits) : null),
    submissionDeadline: submits ? (deadlines.get(chain) ?? null) : null,
    latestDate: latest?.date ?? null,
    latestMeetingId: latest?.meeting?.id ?? null,
    latestSubmission: submits ? (latest?.submission ?? null) : null,
    provisional: political && !done && (slot === null || (slot.date !== sits && slot.meeting?.provisional !== false)),
    late: !done && (overdue || Boolean(step.plannedDate && step.plannedDate < input.today)),
    mustMove: sits !== null && slot?.date !== sits,
  };
}

function meetingIdOn(input: PlanningInput, bodyId: string | null, date: LocalDate): string | null {
  const meetings = (bodyId === null ? undefined : input.bodies.get(bodyId))?.calendar.meetings ?? [];
  const meeting = meetings[indexOnOrAfter(meetings, date)];
  return meeting?.date === date ? meeting.id : null;
}

/** Municipal elections come every fourth year: 2015, 2019, 2023, 2027; the new council is constituted in October. */
function constitutionYear(input: PlanningInput, finish: LocalDate | null): number | null {
  const last = finish ?? input.deadline;
  if (last === null) return null;
  for (let year = yearOf(last); year >= yearOf(input.startDate); year -= 1) {
    if (year % 4 !== 3) continue;
    const known = constitutionIn(input, year);
    const crosses = known
      ? input.startDate < known && last >= known
      : input.startDate <= `${year}-10-31` && last >= `${year}-10-01`;
    if (crosses) return year;
  }
  return null;
}

/** The earliest constituent meeting in the calendars of the route's bodies, where one is known. */
function constitutionIn(input: PlanningInput, year: number): LocalDate | undefined {
  return [...new Set(input.steps.map((step) => step.bodyId))]
    .flatMap((id) => (id === null ? [] : (input.bodies.get(id)?.calendar.constitutions ?? [])))
    .filter((date) => yearOf(date) === year)
    .sort()[0];
}
