import { addDays, addWorkingDays, maxDate, minDate, type DateRange, type LocalDate } from '@samanker/clock';
import { planRoute, type PlanningInput, type RoutePlan, type StepPlan } from './planning.rules';
import { routeState } from './anchoring.rules';
import { stepsAwaitingText, type PlannedStep, type StepColumns } from './route-plan.rules';

/** What is awaited of an organisation for its route. */
export interface Awaited<Role extends string = string> {
  readonly kind: 'TEXT_IN' | 'DECISION_MADE' | 'ADMINISTRATIVE_DECISION' | 'VOLUMES' | 'POWER_OF_ATTORNEY';
  readonly subjectId: string;
  readonly occasion: string;
  readonly role: Role | 'COORDINATOR';
  readonly dueOn: LocalDate;
  readonly facts: Readonly<Record<string, string | null>>;
}

/** A step with what mails and tasks say about it. */
export interface AwaitedStep<Role extends string = string> extends PlannedStep {
  readonly title: string;
  readonly role: Role;
  readonly bodyName: string | null;
  readonly openedOn: LocalDate | null;
  readonly meetingId: string | null;
}

/** The participation that things are awaited of. */
export interface AwaitedOf {
  readonly id: string;
  readonly caseTitle: string;
  readonly deadline: LocalDate;
  readonly invitedOn: LocalDate | null;
  readonly powerOfAttorneyDays: number;
  readonly powerOfAttorneyOn: LocalDate | null;
  readonly volumesDeclared: boolean;
  readonly closed: DateRange[];
}

/** The volumes are wanted this long before the decisions, so that the case document can state them. */
const VOLUMES_DAYS_BEFORE_DEADLINE = 30;
const LEAST_WORKING_DAYS_FOR_VOLUMES = 10;

/** R10: everything that is awaited now, only where a person must act, each with the date that still works. */
export function awaitedOf<Role extends string>(
  subject: AwaitedOf,
  steps: readonly AwaitedStep<Role>[],
  input: PlanningInput,
  plan: RoutePlan,
  columns: readonly StepColumns[],
): Awaited<Role>[] {
  const awaited: Awaited<Role>[] = subject.volumesDeclared ? [] : [volumes(subject, input.today)];
  const state = routeState(steps);
  if (state.declined) return [];
  if (state.finished) return subject.powerOfAttorneyOn ? awaited : [...awaited, powerOfAttorney(subject, steps)];

  const plans = new Map(plan.steps.map((step) => [step.stepId, step]));
  const stored = new Map(columns.map((column) => [column.id, column]));
  const needText = stepsAwaitingText(steps);
  const chainsAsked = new Set<number | null>();
  for (const step of steps) {
    const planned = plans.get(step.id);
    if (!planned) continue;
    if (step.state === 'SUBMITTED' && step.submittedMeetingDate) {
      awaited.push(decisionMade(subject, step, input, step.submittedMeetingDate, step.meetingId));
    } else if (step.state === 'OPEN' && step.kind === 'ADMINISTRATIVE') {
      awaited.push(administrativeDecision(subject, step, input));
    } else if (step.state === 'OPEN' && needText.has(step.id)) {
      const chain = needText.get(step.id)!;
      const asked = chainsAsked.has(chain) ? null : textIn(subject, step, input, planned);
      if (asked) awaited.push(asked);
      chainsAsked.add(chain);
    } else if (step.state === 'OPEN') {
      const { plannedOn, plannedMeetingId } = stored.get(step.id)!;
      if (plannedOn && plannedMeetingId) awaited.push(decisionMade(subject, step, input, plannedOn, plannedMeetingId));
    }
  }
  return awaited;
}

function volumes({ id, caseTitle, deadline, invitedOn, closed }: AwaitedOf, today: LocalDate): Awaited<never> {
  const room = addWorkingDays(invitedOn ?? today, LEAST_WORKING_DAYS_FOR_VOLUMES, { ranges: closed });
  const dueOn = maxDate(addDays(deadline, -VOLUMES_DAYS_BEFORE_DEADLINE), minDate(room, deadline));
  return { kind: 'VOLUMES', subjectId: id, occasion: 'declare', role: 'COORDINATOR', dueOn, facts: { caseTitle } };
}

function powerOfAttorney(
  { id, caseTitle, invitedOn, powerOfAttorneyDays, closed }: AwaitedOf,
  steps: readonly AwaitedStep[],
): Awaited<never> {
  const finishedOn = finishedOnOf(steps)!;
  // A decision older than the invitation came in with a spreadsheet: nobody could be late before anybody was asked.
  const askedOn = maxDate(finishedOn, invitedOn ?? finishedOn);
  const dueOn = addWorkingDays(askedOn, powerOfAttorneyDays, { ranges: closed });
  return {
    kind: 'POWER_OF_ATTORNEY',
    subjectId: id,
    occasion: `route/${finishedOn}`,
    role: 'COORDINATOR',
    dueOn,
    facts: { caseTitle },
  };
}

/** The day of the last decision of a finished route. */
export function finishedOnOf(steps: readonly Pick<PlannedStep, 'state' | 'decidedOn'>[]): LocalDate | null {
  const days = steps.filter(({ state }) => state === 'DECIDED').map(({ decidedOn }) => decidedOn);
  return days.reduce((last, day) => (day && (!last || day > last) ? day : last), null);
}

function administrativeDecision<Role extends string>(
  { caseTitle }: AwaitedOf,
  step: AwaitedStep<Role>,
  { today, closed }: PlanningInput,
): Awaited<Role> {
  const openedOn = step.openedOn ?? today;
  return {
    kind: 'ADMINISTRATIVE_DECISION',
    subjectId: step.id,
    occasion: `decide/${openedOn}`,
    role: step.role,
    dueOn: addWorkingDays(openedOn, step.workingDays ?? 0, closed),
    facts: { caseTitle, stepTitle: step.title },
  };
}

/** R10: the text for the last meeting that fits; where none fits any more, for the next there is. */
function textIn<Role extends string>(
  { caseTitle }: AwaitedOf,
  step: AwaitedStep<Role>,
  input: PlanningInput,
  planned: StepPlan,
): Awaited<Role> | null {
  const fits = planned.latestSubmission !== null && planned.latestSubmission >= input.today;
  const dueOn = fits ? planned.latestSubmission : planned.submissionDeadline;
  if (!dueOn) return null;
  const meetingOn = fits ? planned.latestDate : planned.date;
  const meetingId = fits ? planned.latestMeetingId : planned.meetingId;
  // "Miss Thursday, and the council decides on 8 April instead of 25 February."
  const handedIn = maxDate(dueOn, input.today);
  const decisionOn = adoptedDecisionOn(input, handedIn);
  const nextDecisionOn = adoptedDecisionOn(input, addDays(handedIn, 1));
  return {
    kind: 'TEXT_IN',
    subjectId: step.id,
    occasion: meetingId ?? meetingOn ?? dueOn,
    role: step.role,
    dueOn,
    facts: {
      caseTitle,
      stepTitle: step.title,
      bodyName: step.bodyName,
      meetingOn,
      nextMeetingOn: meetingAfter(step, input, meetingOn),
      decisionOn,
      nextDecisionOn,
    },
  };
}

/** When the last body decides if the text is in on a day; nothing that rests on a calendar which nobody has adopted. */
function adoptedDecisionOn(input: PlanningInput, today: LocalDate): LocalDate | null {
  const { decisionDate, provisional } = planRoute({ ...input, today });
  return provisional ? null : decisionDate;
}

function decisionMade<Role extends string>(
  { caseTitle }: AwaitedOf,
  step: AwaitedStep<Role>,
  input: PlanningInput,
  meetingOn: LocalDate,
  meetingId: string | null,
): Awaited<Role> {
  return {
    kind: 'DECISION_MADE',
    subjectId: step.id,
    occasion: meetingId ?? meetingOn,
    role: step.role,
    dueOn: meetingOn,
    facts: {
      caseTitle,
      stepTitle: step.title,
      bodyName: step.bodyName,
      meetingOn,
      nextMeetingOn: meetingAfter(step, input, meetingOn),
    },
  };
}

function meetingAfter(
  { bodyId }: AwaitedStep,
  { bodies }: PlanningInput,
  meetingOn: LocalDate | null,
): LocalDate | null {
  const meetings = (bodyId ? bodies.get(bodyId)?.calendar.meetings : undefined) ?? [];
  return meetings.find(({ date, provisional }) => meetingOn !== null && date > meetingOn && !provisional)?.date ?? null;
}
