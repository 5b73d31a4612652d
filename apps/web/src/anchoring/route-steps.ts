import type { RoleKind, RouteStepInput, RouteTemplatesQuery, StepKind, StepWeight } from '../generated/documents';

/** A step of a template while a person writes. */
export interface StepDraft {
  /** The same while it is moved about. */
  readonly key: string;
  readonly kind: StepKind;
  readonly weight: StepWeight;
  readonly title: string;
  readonly role: RoleKind;
  readonly bodyId: string;
  readonly workingDays: string;
  /** Open together with the step before it. */
  readonly together: boolean;
}

type Template = RouteTemplatesQuery['routeTemplates'][number];

let made = 0;

/** A new step: a body decides, as most do. */
export function newStep(): StepDraft {
  made += 1;
  return {
    key: `new-${made}`,
    kind: 'POLITICAL',
    weight: 'RECOMMENDING',
    title: '',
    role: 'COORDINATOR',
    bodyId: '',
    workingDays: '10',
    together: false,
  };
}

/** The steps of a template as drafts. */
export function draftsOf(template: Template): StepDraft[] {
  return template.steps.map((step, at) => ({
    key: `${template.id}-${at}`,
    kind: step.kind,
    weight: step.weight,
    title: step.title,
    role: step.role,
    bodyId: step.bodyId ?? '',
    workingDays: String(step.workingDays ?? ''),
    together: at > 0 && template.steps[at - 1]!.parallelGroup === step.parallelGroup,
  }));
}

/** The steps as the API wants them. */
export function inputsOf(steps: readonly StepDraft[]): RouteStepInput[] {
  let group = 0;
  return steps.map(({ kind, weight, title, role, bodyId, workingDays, together }, at) => {
    if (!together || at === 0) group += 1;
    const political = kind === 'POLITICAL';
    return {
      kind,
      weight,
      title: title.trim(),
      role,
      parallelGroup: group,
      bodyId: political ? bodyId || null : null,
      workingDays: political ? null : Number(workingDays),
    };
  });
}

/** Can dates be found for it? */
export function isWhole({ kind, bodyId, workingDays }: StepDraft): boolean {
  return kind === 'POLITICAL' ? bodyId !== '' : /^\d{1,3}$/.test(workingDays.trim()) && Number(workingDays) <= 120;
}

/** The step moved by one place. */
export function moved<Step>(steps: readonly Step[], at: number, by: 1 | -1): Step[] {
  const to = at + by;
  if (to < 0 || to >= steps.length) return [...steps];
  const next = [...steps];
  [next[at], next[to]] = [next[to]!, next[at]!];
  return next;
}
