import { Alert, Heading, List } from '@digdir/designsystemet-react';
import type { DecisionBodyKind, ParticipationQuery, RoleKind, StepShownFragment } from '../generated/documents';
import { useLanguage } from '../language/language';
import type { Catalogue } from '../language/catalogue';

type Level = keyof Catalogue['decide']['levels'];

const OF_BODY: Partial<Record<DecisionBodyKind, Level>> = {
  COUNCIL: 'COUNCIL',
  EXECUTIVE_COMMITTEE: 'EXECUTIVE_COMMITTEE',
  COMMITTEE: 'COMMITTEE',
  ELDERLY_COUNCIL: 'ADVISORY_COUNCIL',
  DISABILITY_COUNCIL: 'ADVISORY_COUNCIL',
  YOUTH_COUNCIL: 'ADVISORY_COUNCIL',
};

const OF_ROLE: Partial<Record<RoleKind, Level>> = {
  UNIT_LEADER: 'UNIT_LEADER',
  DIRECTOR: 'DIRECTOR',
  CHIEF_EXECUTIVE: 'CHIEF_EXECUTIVE',
  PROCUREMENT_OFFICER: 'PROCUREMENT_OFFICER',
};

/** On which level a step is decided: that of its body, else that of the role. */
export function levelOf(
  step: Pick<StepShownFragment, 'kind' | 'role'>,
  bodyKind: DecisionBodyKind | undefined,
): Level | null {
  return (step.kind === 'POLITICAL' ? bodyKind && OF_BODY[bodyKind] : OF_ROLE[step.role]) ?? null;
}

/** What is decided on this level, what is not, what to look at, and what happens then. */
export function Guidance({
  step,
  next,
  bodyKind,
}: {
  step: StepShownFragment;
  next: StepShownFragment | undefined;
  bodyKind: DecisionBodyKind | undefined;
}) {
  const { t, date } = useLanguage();
  const level = levelOf(step, bodyKind);
  return (
    <div className="guidance">
      <Heading level={3} data-size="2xs">
        {t.decide.guidance}
      </Heading>
      <List.Unordered data-size="sm">
        <List.Item>{t.decide.weights[step.weight]}</List.Item>
        {level && <List.Item>{t.decide.levels[level]}</List.Item>}
        <List.Item>{t.decide.notDecided}</List.Item>
        <List.Item>
          {next
            ? next.plannedOn
              ? t.decide.nextStepOn(next.title, date(next.plannedOn))
              : t.decide.nextStep(next.title)
            : t.decide.nextAttorney}
        </List.Item>
      </List.Unordered>
    </div>
  );
}

/** R1: what to consider in this route. A hint never stands in the way. */
export function Hints({
  hints,
  stepId,
}: {
  hints: NonNullable<ParticipationQuery['participationRoute']>['hints'];
  /** Those of this step, and those of the whole route. */
  stepId: string;
}) {
  const { t } = useLanguage();
  const shown = hints.filter((hint) => hint.stepId === null || hint.stepId === stepId);
  if (shown.length === 0) return null;
  return (
    <Alert data-color="info">
      <Heading level={3} data-size="2xs">
        {t.decide.hints}
      </Heading>
      <List.Unordered data-size="sm">
        {shown.map(({ code, sentence }) => (
          <List.Item key={code + sentence}>{sentence}</List.Item>
        ))}
      </List.Unordered>
    </Alert>
  );
}
