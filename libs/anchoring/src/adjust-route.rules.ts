import { isDone, type RouteStep } from './route.rules';
import type { StepKind, StepState, StepWeight } from './step-outcome.rules';

/** A step as the municipality wants it; without an id it is new. The order of the list is the order of the route. */
export interface WantedStep {
  readonly id: string | null;
  readonly parallelGroup: number;
  readonly kind: StepKind;
  readonly weight: StepWeight;
  readonly bodyId: string | null;
  readonly notRequired: boolean;
}

/** What is wrong with the wanted route: about one step of the list, or (null) about the whole. */
export interface RouteFault {
  readonly index: number | null;
  readonly field: 'id' | 'kind' | 'weight' | 'bodyId' | 'notRequired' | null;
  readonly fault: 'UNKNOWN_REFERENCE' | 'DUPLICATE' | 'NOT_ALLOWED_HERE';
}

/** What has to be written. `states` are those of the wanted steps, in their order; settledStates opens them afterwards. */
export interface RouteChange {
  readonly states: StepState[];
  /** Steps whose place in a meeting is lost, because another body or person decides now. */
  readonly leavesMeeting: string[];
  readonly removed: string[];
}

/**
 * R1: a municipality adjusts its own running route. What is decided stays as it is, in its place; an undecided step may be
 * changed, moved, found unnecessary or left out; one with a postponing decision stays to be seen. Somebody must decide.
 */
export function adjustedRoute(current: readonly RouteStep[], wanted: readonly WantedStep[]): RouteChange | RouteFault {
  const known = new Map(current.map((step) => [step.id, step]));
  const seen = new Set<string>();
  for (const [index, { id }] of wanted.entries()) {
    if (id === null) continue;
    if (!known.has(id)) return { index, field: 'id', fault: 'UNKNOWN_REFERENCE' };
    if (seen.has(id)) return { index, field: 'id', fault: 'DUPLICATE' };
    seen.add(id);
  }
  const removed = current.filter(({ id }) => !seen.has(id));
  const whole: RouteFault = { index: null, field: null, fault: 'NOT_ALLOWED_HERE' };
  if (removed.some(({ state, outcome }) => state === 'DECIDED' || outcome !== null)) return whole;
  if (!wanted.some(({ weight, notRequired }) => weight === 'DECIDING' && !notRequired)) return whole;
  const fault = faultOfDecided(known, wanted);
  if (fault) return fault;
  return {
    states: wanted.map((step) => stateOf(step, known.get(step.id ?? ''))),
    leavesMeeting: wanted.flatMap((step) => (movesAway(step, known.get(step.id ?? '')) ? [step.id!] : [])),
    removed: removed.map(({ id }) => id),
  };
}

function faultOfDecided(known: ReadonlyMap<string, RouteStep>, wanted: readonly WantedStep[]): RouteFault | null {
  for (const [index, step] of wanted.entries()) {
    const now = known.get(step.id ?? '');
    if (now?.state !== 'DECIDED') continue;
    const changed = (['kind', 'weight', 'bodyId'] as const).find((field) => step[field] !== now[field]);
    if (changed) return { index, field: changed, fault: 'NOT_ALLOWED_HERE' };
    if (step.notRequired) return { index, field: 'notRequired', fault: 'NOT_ALLOWED_HERE' };
    const undone = wanted.findIndex((other) => {
      const before = known.get(other.id ?? '');
      return other.parallelGroup < step.parallelGroup && !other.notRequired && !(before && isDone(before));
    });
    if (undone >= 0) return { index: undone, field: 'id', fault: 'NOT_ALLOWED_HERE' };
  }
  return null;
}

function movesAway(step: WantedStep, now: RouteStep | undefined): boolean {
  return now?.state === 'SUBMITTED' && (step.notRequired || step.kind !== now.kind || step.bodyId !== now.bodyId);
}

function stateOf(step: WantedStep, now: RouteStep | undefined): StepState {
  if (step.notRequired) return 'NOT_REQUIRED';
  if (!now || now.state === 'NOT_REQUIRED' || movesAway(step, now)) return 'WAITING';
  return now.state;
}
