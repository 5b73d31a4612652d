import { addDays, addWorkingDays, maxDate, nextWorkingDay, previousWorkingDay, type LocalDate } from '@samanker/clock';
import type { DecisionBodyKind } from '@samanker/meeting-calendar';
import { whatIf } from './forecast.rules';
import { knownMeeting, type FindMeeting } from './meeting-search.rules';
import { planForward, planForwardWith, type ForwardPlan } from './planning-forward.rules';
import { planningStages, type PlanningBody, type PlanningInput, type PlanningStep } from './planning-stages.rules';
import { isDone } from './route.rules';
import type { PlanStatus } from './planning.rules';

/** R7b: the lawful ways on when a body has postponed the case, or the route is too late. */
export const WayOutKind = {
  NEXT_ORDINARY_MEETING: 'NEXT_ORDINARY_MEETING',
  EXTRAORDINARY_MEETING: 'EXTRAORDINARY_MEETING',
  REMOTE_MEETING: 'REMOTE_MEETING',
  URGENT_MATTER: 'URGENT_MATTER',
  DELEGATED_DECISION: 'DELEGATED_DECISION',
  OPTION_INSTEAD_OF_FIRM: 'OPTION_INSTEAD_OF_FIRM',
  MOVE_THE_DEADLINE: 'MOVE_THE_DEADLINE',
} as const;
export type WayOutKind = (typeof WayOutKind)[keyof typeof WayOutKind];

/** Why ways out are shown. */
export const WayOutReason = { POSTPONED: 'POSTPONED', LATE: 'LATE', CANNOT_MAKE_IT: 'CANNOT_MAKE_IT' } as const;
export type WayOutReason = (typeof WayOutReason)[keyof typeof WayOutReason];

/** What a way out rests on, in a period; a row of the file that comes with the product. */
export interface LegalBasisRow {
  readonly way: WayOutKind;
  readonly act: string;
  readonly section: string;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
  readonly source: string;
  /** Has somebody read the section, or an authority that quotes it? */
  readonly verified: boolean;
}

/** A step with the kind of its body. */
export interface StepOfBody extends PlanningStep {
  readonly bodyKind: DecisionBodyKind | null;
}

/** What the ways out are worked out from. */
export interface WaysOutQuestion {
  readonly input: Omit<PlanningInput, 'steps' | 'deadline'> & {
    readonly steps: readonly StepOfBody[];
    readonly deadline: LocalDate;
  };
  readonly status: PlanStatus | null;
  /** The executive committee's calendar, also where it has no step of its own; null when it is not known. */
  readonly executiveCommittee: PlanningBody | null;
  /** The case is not frozen: an organisation can still choose an option. */
  readonly choicesOpen: boolean;
  /** The planned finishes of every participation of the case. */
  readonly finishOf: ReadonlyMap<string, LocalDate | null>;
}

/** One way out with what it comes to. */
export interface WayOutFound {
  readonly kind: WayOutKind;
  /** The step that is treated otherwise; null when the route stays as it is. */
  readonly stepId: string | null;
  /** The day of the treatment or the choice at the earliest, or the deadline that is needed. */
  readonly on: LocalDate | null;
  /** The last day of it that still works; null when there is none, or it does not matter. */
  readonly latestOn: LocalDate | null;
  readonly finishOn: LocalDate | null;
  readonly inTime: boolean;
  /** It rests on a calendar that nobody has adopted. */
  readonly provisional: boolean;
  /** Participations that are in time only by the moved deadline. */
  readonly won: readonly string[];
}

/** The answer: why, about which step, and the ways. */
export interface WaysOutFound {
  readonly because: WayOutReason | null;
  readonly step: StepOfBody | null;
  readonly ways: readonly WayOutFound[];
}

/** Calendar days of notice for a meeting outside the calendar. The Act asks for reasonable notice; a week is common (B33). */
export const NOTICE_DAYS = 7;
/** Working days for a delegated decision to be prepared. An assumption, stated beside the date. */
export const DELEGATED_WORKING_DAYS = 5;

const POSTPONING: ReadonlySet<string> = new Set(['DEFERRED', 'RETURNED', 'WITHDRAWN_FROM_AGENDA']);

/** R7b: none while the route goes as it should. */
export function waysOut(question: WaysOutQuestion): WaysOutFound {
  const { input, status } = question;
  const open = input.steps.filter((step) => !isDone(step));
  const postponed = open.find(({ outcome }) => outcome !== null && POSTPONING.has(outcome));
  const because = postponed ? 'POSTPONED' : status === 'LATE' || status === 'CANNOT_MAKE_IT' ? status : null;
  const step = postponed ?? open.find(({ kind }) => kind === 'POLITICAL') ?? null;
  if (because === null) return { because, step: null, ways: [] };
  const ways = step?.kind === 'POLITICAL' ? [...meetings(question, step), ...otherHands(question)] : [];
  return { because, step, ways: [...ways, ...withoutMeeting(question, step)] };
}

/** The rows that a way rests on on a day. */
export function basesOf(kind: WayOutKind, on: LocalDate, rows: readonly LegalBasisRow[]): LegalBasisRow[] {
  return rows.filter(
    ({ way, validFrom, validTo }) => way === kind && validFrom <= on && (validTo === null || on <= validTo),
  );
}

function meetings(question: WaysOutQuestion, step: StepOfBody): WayOutFound[] {
  const { input } = question;
  const ordinary = ordinaryPlan(input, step);
  const slot = ordinary.steps.find((one) => one.step.id === step.id)?.slot ?? null;
  const next = wayOf(question, 'NEXT_ORDINARY_MEETING', step, ordinary);
  const called = calledMeeting(question, step);
  // A meeting outside the calendar is a way out only where it comes before the one that is in it.
  const sooner = called.on !== null && (slot === null || called.on < slot.date);
  return [
    { ...next, provisional: slot?.meeting?.provisional ?? false },
    ...(sooner ? [called, { ...called, kind: WayOutKind.REMOTE_MEETING }] : []),
  ];
}

/** As planned; a text whose meeting is past without an outcome goes to the body's next one. */
function ordinaryPlan(input: PlanningInput, step: PlanningStep): ForwardPlan {
  const held =
    step.state === 'SUBMITTED' && step.submittedMeetingDate !== null && step.submittedMeetingDate < input.today;
  return held ? planWithStep(input, step, knownMeeting) : planForward(input, planningStages(input.steps));
}

/** A meeting outside the calendar: the earliest with notice, the latest that still works. */
function calledMeeting(question: WaysOutQuestion, step: StepOfBody): WayOutFound {
  const { input } = question;
  const earliest = nextWorkingDay(addDays(input.today, NOTICE_DAYS), input.closed);
  const plan = (day: LocalDate): ForwardPlan => planWithStep(input, step, onDay(day, input));
  const way = wayOf(question, 'EXTRAORDINARY_MEETING', step, plan(earliest));
  let latestOn: LocalDate | null = null;
  for (let day = previousWorkingDay(input.deadline, input.closed); way.on !== null && day >= way.on;) {
    if (isInTime(plan(day).finish, input.deadline)) {
      latestOn = day;
      break;
    }
    day = previousWorkingDay(addDays(day, -1), input.closed);
  }
  return { ...way, latestOn };
}

/** Who may decide instead of the body: the executive committee where the council decides, or the chief executive. */
function otherHands(question: WaysOutQuestion): WayOutFound[] {
  const { input, executiveCommittee } = question;
  const deciding = input.steps.find(
    ({ weight, kind, ...step }) => weight === 'DECIDING' && kind === 'POLITICAL' && !isDone(step),
  );
  if (!deciding) return [];
  const ways: WayOutFound[] = [];
  if (deciding.bodyKind === 'COUNCIL' && executiveCommittee) {
    const find: FindMeeting = () =>
      knownMeeting(executiveCommittee, {
        notBefore: maxDate(treatedBefore(input, deciding), addDays(input.today, 1)),
        handIn: null,
      });
    const plan = planWithStep(input, deciding, find);
    const way = wayOf(question, 'URGENT_MATTER', deciding, plan);
    const slot = plan.steps.find((one) => one.step.id === deciding.id)?.slot;
    if (way.on !== null) ways.push({ ...way, provisional: slot?.meeting?.provisional ?? false });
  }
  // A body that advised against it, or a minority that took it further, made it a matter of principle (§ 13-1).
  const principle = input.steps.some(({ outcome }) => outcome === 'NOT_RECOMMENDED' || outcome === 'SENT_UP');
  if (!principle) {
    const day = addWorkingDays(input.today, DELEGATED_WORKING_DAYS, input.closed);
    const steps = input.steps.map((step) =>
      step.kind === 'POLITICAL' && !isDone(step) && step.id !== deciding.id
        ? { ...step, state: 'NOT_REQUIRED' as const }
        : step,
    );
    ways.push(
      wayOf(question, 'DELEGATED_DECISION', deciding, planWithStep({ ...input, steps }, deciding, onDay(day, input))),
    );
  }
  return ways;
}

/** Ways that leave the bodies their time. */
function withoutMeeting({ input, choicesOpen, finishOf }: WaysOutQuestion, step: StepOfBody | null): WayOutFound[] {
  const { today, deadline } = input;
  const none = { stepId: null, latestOn: null, provisional: false, won: [] };
  const ways: WayOutFound[] = [];
  if (choicesOpen)
    ways.push({ ...none, kind: 'OPTION_INSTEAD_OF_FIRM', on: today, latestOn: deadline, finishOn: null, inTime: true });
  const { finish, steps } = step ? ordinaryPlan(input, step) : planForward(input, planningStages(input.steps));
  if (finish !== null && finish > deadline) {
    const provisional = steps.some(({ slot }) => slot?.meeting?.provisional ?? false);
    const { won } = whatIf(finishOf, deadline, finish);
    ways.push({ ...none, kind: 'MOVE_THE_DEADLINE', on: finish, finishOn: finish, inTime: true, provisional, won });
  }
  return ways;
}

/** The day from which on the step can be treated: those before it are done by then. */
function treatedBefore(input: PlanningInput, step: PlanningStep): LocalDate {
  const before = planForward(input, planningStages(input.steps)).steps.filter(
    (one) => one.step.position < step.position && one.slot !== null,
  );
  return before.reduce((latest, { slot }) => maxDate(latest, slot!.date), input.startDate);
}

function onDay(day: LocalDate, input: PlanningInput): FindMeeting {
  return (_, wish) => ({ date: nextWorkingDay(maxDate(day, wish.notBefore), input.closed), meeting: null });
}

/** The route when one step is treated on another occasion than the calendar's; a text that is in a meeting leaves it. */
function planWithStep(input: PlanningInput, step: PlanningStep, find: FindMeeting): ForwardPlan {
  const steps = input.steps.map((one) =>
    one.id === step.id
      ? { ...one, state: 'OPEN' as const, document: 'WITH_BODY' as const, submittedMeetingDate: null }
      : one,
  );
  return planForwardWith(input, planningStages(steps), ({ id }) => (id === step.id ? find : knownMeeting));
}

function wayOf({ input }: WaysOutQuestion, kind: WayOutKind, step: PlanningStep, plan: ForwardPlan): WayOutFound {
  return {
    kind,
    stepId: step.id,
    on: plan.steps.find((one) => one.step.id === step.id)?.slot?.date ?? null,
    latestOn: null,
    finishOn: plan.finish,
    inTime: isInTime(plan.finish, input.deadline),
    provisional: false,
    won: [],
  };
}

function isInTime(finish: LocalDate | null, deadline: LocalDate): boolean {
  return finish !== null && finish <= deadline;
}
