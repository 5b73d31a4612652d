import { addDays, maxDate, type LocalDate } from '@samanker/clock';
import { knownMeeting, type FindMeeting, type MeetingSlot } from './meeting-search.rules';
import { planForward, planStep, powerOfAttorney } from './planning-forward.rules';
import { planningStages, type PlanningInput, type PlanningStage, type PlanningStep } from './planning-stages.rules';

/** One municipality as the forecast sees it. */
export interface ForecastRoute {
  readonly participationId: string;
  /** What is still to be planned; null when the municipality is anchored already. */
  readonly input: PlanningInput | null;
  /** The day it was anchored; null while it is not. */
  readonly anchoredOn: LocalDate | null;
  /** Its part of the whole expected value, from 0 to 1. */
  readonly share: number;
}

/** How often things slip. Assumptions, stated beside every figure that rests on them; never learned in silence. */
export interface PostponementRates {
  /** Part of treatments in a meeting that end in a later meeting of the same body. */
  readonly political: number;
  /** Part of administrative decisions that take twice their working days. */
  readonly administrative: number;
}

/** R7: assumed until a region states its own: one treatment in eight is postponed, one administrative decision in four late. */
export const ASSUMED_RATES: PostponementRates = { political: 0.125, administrative: 0.25 };

/** One step of a curve: from this day on so many municipalities, and so much of the value, are anchored. */
export interface CurvePoint {
  readonly on: LocalDate;
  readonly anchored: number;
  readonly share: number;
}

/** When one municipality is anchored: in half, four fifths and nineteen twentieths of all imagined courses. */
export interface Percentiles {
  readonly p50: LocalDate | null;
  readonly p80: LocalDate | null;
  readonly p95: LocalDate | null;
}

/** R7: the day each route ends when everything goes as planned; null when some meeting is not known. */
export function plannedFinishes(routes: readonly ForecastRoute[]): Map<string, LocalDate | null> {
  return finishes(routes, (input, stages) => planForward(input, stages).finish);
}

/** R7: the same with one lost meeting for each: the next treatment of every route is put off to the body's next meeting. */
export function finishesWithOneLostMeeting(routes: readonly ForecastRoute[]): Map<string, LocalDate | null> {
  return finishes(routes, (input) => {
    const next = input.steps.find(isAwaitedInMeeting);
    return finisher(input)((step) => (step.id === next?.id ? 1 : 0));
  });
}

/** R7: municipalities and value anchored as a function of the date; `without` leaves the slowest out of the sum. */
export function curveOf(
  routes: readonly ForecastRoute[],
  finishOf: ReadonlyMap<string, LocalDate | null>,
  without = 0,
): CurvePoint[] {
  const reached = routes
    .map((route) => ({ on: finishOf.get(route.participationId) ?? null, share: route.share }))
    .sort((a, b) => (a.on ?? NEVER).localeCompare(b.on ?? NEVER))
    .slice(0, Math.max(0, routes.length - without));
  const points: CurvePoint[] = [];
  let [anchored, share] = [0, 0];
  for (const { on, share: part } of reached) {
    if (on === null) break;
    anchored += 1;
    share += part;
    if (points.at(-1)?.on === on) points.pop();
    points.push({ on, anchored, share });
  }
  return points;
}

/**
 * R7: imagines the course of every route `runs` times, with treatments postponed and administrative decisions late at the
 * stated rates, over the bodies' real calendars. The same seed gives the same dates.
 */
export function simulate(
  routes: readonly ForecastRoute[],
  rates: PostponementRates,
  { seed, runs }: { readonly seed: number; readonly runs: number },
): Map<string, Percentiles> {
  return new Map(
    routes.map((route, place) => [
      route.participationId,
      percentilesOf(route, rates, { seed: seed + place * 7919, runs }),
    ]),
  );
}

/** R7: the same for one route. */
export function percentilesOf(
  { input, anchoredOn }: ForecastRoute,
  rates: PostponementRates,
  { seed, runs }: { readonly seed: number; readonly runs: number },
): Percentiles {
  if (input === null) return { p50: anchoredOn, p80: anchoredOn, p95: anchoredOn };
  const chance = mulberry32(seed);
  const finish = finisher(input);
  const ends: string[] = [];
  for (let run = 0; run < runs; run++) ends.push(imagined(input, rates, chance, finish) ?? NEVER);
  ends.sort();
  const at = (part: number): LocalDate | null => {
    const end = ends[Math.min(runs - 1, Math.ceil(runs * part) - 1)] as string;
    return end === NEVER ? null : end;
  };
  return { p50: at(0.5), p80: at(0.8), p95: at(0.95) };
}

/** R7: as many runs as the time allows for so many steps: from 100 for the largest cases to 1000. */
export function runsFor(steps: number): number {
  return Math.max(FEWEST_RUNS, Math.min(MOST_RUNS, Math.floor(STEPS_TO_IMAGINE / Math.max(1, steps))));
}

const FEWEST_RUNS = 100;
const MOST_RUNS = 1000;
/** 400 routes of ten steps are imagined 200 times: less than two seconds. */
const STEPS_TO_IMAGINE = 800_000;

/** R7: what another deadline would do: who is in time only then, and who no longer is. */
export function whatIf(
  finishOf: ReadonlyMap<string, LocalDate | null>,
  deadline: LocalDate,
  other: LocalDate,
): { readonly won: string[]; readonly lost: string[] } {
  const inTime = (on: LocalDate | null, by: LocalDate): boolean => on !== null && on <= by;
  const ids = [...finishOf];
  return {
    won: ids.filter(([, on]) => !inTime(on, deadline) && inTime(on, other)).map(([id]) => id),
    lost: ids.filter(([, on]) => inTime(on, deadline) && !inTime(on, other)).map(([id]) => id),
  };
}

/** Later than every date. */
const NEVER = '9999-12-31';

function finishes(
  routes: readonly ForecastRoute[],
  finish: (input: PlanningInput, stages: readonly PlanningStage[]) => LocalDate | null,
): Map<string, LocalDate | null> {
  return new Map(
    routes.map(({ participationId, input, anchoredOn }) => [
      participationId,
      input === null ? anchoredOn : finish(input, planningStages(input.steps)),
    ]),
  );
}

function isAwaitedInMeeting(step: PlanningStep): boolean {
  return step.kind === 'POLITICAL' && step.state !== 'DECIDED' && step.state !== 'NOT_REQUIRED';
}

/** What befalls a step in one imagined course: how often it is put off, or whether it takes twice its time. */
type Befalls = (step: PlanningStep) => number;

function imagined(
  { steps }: PlanningInput,
  rates: PostponementRates,
  chance: () => number,
  finish: (befalls: Befalls) => LocalDate | null,
): LocalDate | null {
  const befallen = new Map<string, number>();
  for (const { id, kind } of steps) {
    if (kind === 'ADMINISTRATIVE' && chance() < rates.administrative) befallen.set(id, 1);
  }
  for (const step of steps.filter(isAwaitedInMeeting)) {
    let times = 0;
    while (times < MOST_POSTPONEMENTS && chance() < rates.political) times += 1;
    if (times > 0) befallen.set(step.id, times);
  }
  return finish(({ id }) => befallen.get(id) ?? 0);
}

/**
 * Finds the finish of one route again and again: a step's day follows from the day it is ready and from what befalls it,
 * and the same few of both come back in most courses, so that each is worked out once.
 */
function finisher(input: PlanningInput): (befalls: Befalls) => LocalDate | null {
  const stages = planningStages(input.steps);
  const allDone = stages.every(({ steps }) => steps.every(({ state }) => state === 'DECIDED'));
  const days = new Map<string, LocalDate | null>();
  const once = (key: string, find: () => LocalDate | null): LocalDate | null => {
    const known = days.get(key);
    if (known !== undefined) return known;
    const found = find();
    days.set(key, found);
    return found;
  };
  return (befalls) => {
    let ready: LocalDate | null = input.startDate;
    for (const stage of stages) {
      let done: LocalDate | null = ready;
      for (const step of stage.steps) {
        if (ready === null || done === null) return null;
        const [from, times] = [ready, befalls(step)];
        const day = once(`${step.id}/${from}/${times}`, () => {
          const [slower, find] = befallen(step, times);
          return planStep(input, stage, slower, from, find, false).slot?.date ?? null;
        });
        done = day === null ? null : maxDate(done, day);
      }
      ready = done;
    }
    const last = ready;
    return last === null ? null : once(last, () => powerOfAttorney(input, last, allDone).finish);
  };
}

/** Postponed at most this often: a body that never decides would otherwise use up its calendar. */
const MOST_POSTPONEMENTS = 6;

/** A step that is put off so many times or, if a person decides it, late; and how its meeting is then looked for. */
function befallen(step: PlanningStep, times: number): [PlanningStep, FindMeeting] {
  if (times === 0) return [step, knownMeeting];
  if (step.kind === 'ADMINISTRATIVE')
    return [step.workingDays === null ? step : { ...step, workingDays: step.workingDays * 2 }, knownMeeting];
  const find = putOff(times, step.state === 'SUBMITTED' ? step.submittedMeetingDate : null);
  // The text stays with the body when a treatment is put off: its next meeting needs no new hand-in.
  return [
    step.state === 'SUBMITTED' ? { ...step, state: 'OPEN', document: 'WITH_BODY', submittedMeetingDate: null } : step,
    find,
  ];
}

/** Finds the meeting that comes so many meetings after the first that would do, or after the one that it sits in. */
function putOff(times: number, sitsOn: LocalDate | null): FindMeeting {
  return (body, wish) => {
    const first = sitsOn === null ? wish : { ...wish, notBefore: maxDate(wish.notBefore, sitsOn) };
    let slot: MeetingSlot | null = knownMeeting(body, first);
    for (let time = 0; time < times && slot !== null; time++)
      slot = knownMeeting(body, { notBefore: addDays(slot.date, 1), handIn: null });
    return slot;
  };
}

/** A small generator of equally spread numbers from 0 to 1 that gives the same ones for the same seed. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
