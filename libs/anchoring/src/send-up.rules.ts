import type { DecisionBodyKind } from '@samanker/meeting-calendar';
import { isDone, routeStages, type RouteStep } from './route.rules';
import type { StepWeight } from './step-outcome.rules';

interface Body {
  readonly id: string;
  readonly kind: DecisionBodyKind;
}

/** Who stands above whom; advisory councils and regional groups are no instance for a minority. */
const RANK: Readonly<Record<DecisionBodyKind, number>> = {
  ELDERLY_COUNCIL: 0,
  DISABILITY_COUNCIL: 0,
  YOUTH_COUNCIL: 0,
  COMMITTEE: 1,
  EXECUTIVE_COMMITTEE: 2,
  COUNCIL: 3,
  REGIONAL_GROUP: -1,
  ADVISORY_GROUP: -1,
};

const WEIGHTS: readonly StepWeight[] = ['ADVISORY', 'RECOMMENDING', 'DECIDING'];

/** R2: the bodies of the organisation that a minority can take a step to, the highest first. */
export function bodiesAbove<B extends Body>(bodies: readonly B[], own: Body | undefined): B[] {
  if (!own) return [];
  return bodies
    .filter(({ kind }) => RANK[kind] > Math.max(RANK[own.kind], 0))
    .sort((a, b) => RANK[b.kind] - RANK[a.kind]);
}

/** What sending a step up does to its route. */
export type SentUp =
  | { readonly kind: 'ALREADY_THERE'; readonly stepId: string; readonly weight: StepWeight }
  | { readonly kind: 'INSERT'; readonly position: number; readonly parallelGroup: number };

/**
 * R2: a minority takes it to a higher body, which is added right after the step's stage. Where that body comes later in
 * the route anyway, nothing is added; it then weighs at least as much as the step that was sent up.
 */
export function sentUp(step: RouteStep, steps: readonly RouteStep[], bodyId: string): SentUp {
  const stages = routeStages(steps);
  const own = stages.findIndex((stage) => stage.some(({ id }) => id === step.id));
  const later = stages.slice(own + 1).flat();
  const there = later.find((other) => other.bodyId === bodyId && !isDone(other));
  if (there) return { kind: 'ALREADY_THERE', stepId: there.id, weight: heavier(there.weight, step.weight) };
  const position = Math.max(...stages[own]!.map((other) => other.position)) + 1;
  const parallelGroup = Math.max(...steps.map((other) => other.parallelGroup ?? 0)) + 1;
  return { kind: 'INSERT', position, parallelGroup };
}

function heavier(one: StepWeight, other: StepWeight): StepWeight {
  return WEIGHTS.indexOf(one) >= WEIGHTS.indexOf(other) ? one : other;
}
