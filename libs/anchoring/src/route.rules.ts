import type { LocalDate } from '@samanker/clock';
import type { StepKind, StepOutcome, StepState, StepWeight } from './step-outcome.rules';

/** A step of a route as the rules see it. */
export interface RouteStep {
  id: string;
  position: number;
  /** Steps with the same number are open together; null stands alone. */
  parallelGroup: number | null;
  kind: StepKind;
  weight: StepWeight;
  /** The body of a political step. */
  bodyId: string | null;
  state: StepState;
  /** The latest outcome recorded, also one that left the step open. */
  outcome: StepOutcome | null;
  /** The day of that outcome. */
  decidedOn: LocalDate | null;
  /** Date of the meeting a submitted step sits in. */
  submittedMeetingDate: LocalDate | null;
}

/** Whether nothing more is awaited from the step. */
export function isDone(step: Pick<RouteStep, 'state'>): boolean {
  return step.state === 'DECIDED' || step.state === 'NOT_REQUIRED';
}

/** R1: the steps in their order; steps of one parallel group form one stage, which stands where its first step stands. */
export function routeStages<S extends RouteStep>(steps: readonly S[]): S[][] {
  const stages: S[][] = [];
  const byGroup = new Map<number, S[]>();
  for (const step of [...steps].sort((a, b) => a.position - b.position)) {
    const group = step.parallelGroup === null ? undefined : byGroup.get(step.parallelGroup);
    if (group) {
      group.push(step);
      continue;
    }
    const stage = [step];
    stages.push(stage);
    if (step.parallelGroup !== null) byGroup.set(step.parallelGroup, stage);
  }
  return stages;
}

/** The required steps of the stages before a step's own. */
export function predecessorsOf<S extends RouteStep>(stepId: string, steps: readonly S[]): S[] {
  return stagesOnOneSide(stepId, steps, 'before');
}

/** The required steps of the stages after a step's own. */
export function successorsOf<S extends RouteStep>(stepId: string, steps: readonly S[]): S[] {
  return stagesOnOneSide(stepId, steps, 'after');
}

function stagesOnOneSide<S extends RouteStep>(stepId: string, steps: readonly S[], side: 'before' | 'after'): S[] {
  const stages = routeStages(steps);
  const own = stages.findIndex((stage) => stage.some((step) => step.id === stepId));
  if (own < 0) return [];
  const chosen = side === 'before' ? stages.slice(0, own) : stages.slice(own + 1);
  return chosen.flat().filter((step) => step.state !== 'NOT_REQUIRED');
}

/** Whether a stage interrupts the chain of bodies: the case document is written anew after purely administrative work. */
export function endsChain(stage: readonly Pick<RouteStep, 'kind'>[]): boolean {
  return stage.every((step) => step.kind === 'ADMINISTRATIVE');
}

/** R6: the earlier steps that carry the same case document as the given one. */
export function chainBefore<S extends RouteStep>(stepId: string, steps: readonly S[]): S[] {
  const required = routeStages(steps.filter((step) => step.state !== 'NOT_REQUIRED' || step.id === stepId));
  const own = required.findIndex((stage) => stage.some((step) => step.id === stepId));
  const chain: S[] = [];
  for (let index = own - 1; index >= 0; index -= 1) {
    const stage = required[index];
    if (!stage || endsChain(stage)) break;
    chain.unshift(...stage);
  }
  return chain;
}
