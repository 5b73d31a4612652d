import type { DecisionBodyKind } from '@samanker/meeting-calendar';
import type { RoleKind } from '@samanker/request';
import type { StepKind, StepWeight } from './step-outcome.rules';

/** A step that a new route begins with. */
export interface NewStep {
  readonly position: number;
  readonly parallelGroup: number;
  readonly kind: StepKind;
  readonly weight: StepWeight;
  readonly title: string;
  readonly role: RoleKind;
  readonly bodyId: string | null;
  readonly workingDays: number | null;
}

/** The organisation that a route is made for. */
export interface RouteMaker {
  readonly bodies: readonly { readonly id: string; readonly name: string; readonly kind: DecisionBodyKind }[];
}

const WORKING_DAYS = 10;
/** The title of the chief executive changed with the Local Government Act of 2018, in force from the 2019 councils. */
const NEW_TITLE_FROM = '2020-01-01';

/**
 * R1: where a municipality has no template: the chief executive within ten working days, then the executive committee
 * recommends and the council decides, as far as these bodies are known. The last of them decides.
 */
export function defaultRoute({ bodies }: RouteMaker, today: string): NewStep[] {
  const chain = (['EXECUTIVE_COMMITTEE', 'COUNCIL'] as const).flatMap(
    (kind) => bodies.find((body) => body.kind === kind) ?? [],
  );
  const weightAt = (index: number): StepWeight => (index === chain.length ? 'DECIDING' : 'RECOMMENDING');
  const chiefExecutive: NewStep = {
    position: 1,
    parallelGroup: 1,
    kind: 'ADMINISTRATIVE',
    weight: weightAt(0),
    title: today < NEW_TITLE_FROM ? 'Rådmannen' : 'Kommunedirektøren',
    role: 'CHIEF_EXECUTIVE',
    bodyId: null,
    workingDays: WORKING_DAYS,
  };
  const political = chain.map(({ id, name }, index): NewStep => ({
    position: index + 2,
    parallelGroup: index + 2,
    kind: 'POLITICAL',
    weight: weightAt(index + 1),
    title: name,
    role: 'COORDINATOR',
    bodyId: id,
    workingDays: null,
  }));
  return [chiefExecutive, ...political];
}
