import { Button, Checkbox, Field, Label, Select, Textfield } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { useLanguage } from '../language/language';
import type { StepDraft } from './route-steps';

/** Who does a step of an organisation's route. */
const ROLES = ['COORDINATOR', 'RECORDER', 'UNIT_LEADER', 'DIRECTOR', 'CHIEF_EXECUTIVE', 'PROCUREMENT_OFFICER'] as const;

/** One step of a template: who decides, with what weight, who looks after it, and its place. */
export function RouteStepFields({
  step,
  at,
  last,
  bodies,
  error,
  onChange,
  onMove,
  onRemove,
}: {
  step: StepDraft;
  at: number;
  last: boolean;
  bodies: readonly { readonly id: string; readonly name: string }[];
  error: string | undefined;
  onChange: (change: Partial<StepDraft>) => void;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
}) {
  const { t } = useLanguage();
  const name = step.title.trim() || t.routeTemplates.step(at + 1);
  const choose = <Key extends keyof StepDraft>(key: Key, value: string): void =>
    onChange({ [key]: value } as unknown as Partial<StepDraft>);
  const chooseBody = (bodyId: string): void => {
    const body = bodies.find(({ id }) => id === bodyId);
    // The name of the body is the usual name of the step.
    const own = bodies.some(({ name: known }) => known === step.title);
    onChange({ bodyId, ...(body && (own || step.title.trim() === '') ? { title: body.name } : {}) });
  };
  return (
    <fieldset className="route-step">
      <legend>{t.routeTemplates.step(at + 1)}</legend>
      <div className="beside">
        <Choice label={t.routeTemplates.who} value={step.kind} onChoose={(kind) => choose('kind', kind)}>
          {Object.entries(t.routeTemplates.kinds).map(([kind, words]) => (
            <Select.Option key={kind} value={kind}>
              {words}
            </Select.Option>
          ))}
        </Choice>
        {step.kind === 'POLITICAL' ? (
          <Choice label={t.routeTemplates.body} value={step.bodyId} onChoose={chooseBody}>
            <Select.Option value="">{t.page.notChosen}</Select.Option>
            {bodies.map(({ id, name: words }) => (
              <Select.Option key={id} value={id}>
                {words}
              </Select.Option>
            ))}
          </Choice>
        ) : (
          <Textfield
            label={t.routeTemplates.workingDays}
            value={step.workingDays}
            inputMode="numeric"
            onChange={(event) => choose('workingDays', event.target.value)}
          />
        )}
      </div>
      <Textfield
        label={t.routeTemplates.stepTitle}
        value={step.title}
        error={error}
        onChange={(event) => choose('title', event.target.value)}
      />
      <div className="beside">
        <Choice label={t.routeTemplates.weight} value={step.weight} onChoose={(weight) => choose('weight', weight)}>
          {Object.entries(t.stepWeights).map(([weight, words]) => (
            <Select.Option key={weight} value={weight}>
              {words}
            </Select.Option>
          ))}
        </Choice>
        <Choice label={t.routeTemplates.role} value={step.role} onChoose={(role) => choose('role', role)}>
          {ROLES.map((role) => (
            <Select.Option key={role} value={role}>
              {t.roles[role]}
            </Select.Option>
          ))}
        </Choice>
      </div>
      {at > 0 && (
        <Checkbox
          label={t.routeTemplates.together}
          checked={step.together}
          onChange={(event) => onChange({ together: event.target.checked })}
        />
      )}
      <div className="buttons">
        <Button
          type="button"
          variant="tertiary"
          data-size="sm"
          disabled={at === 0}
          aria-label={t.routeTemplates.upOf(name)}
          onClick={() => onMove(-1)}
        >
          {t.routeTemplates.up}
        </Button>
        <Button
          type="button"
          variant="tertiary"
          data-size="sm"
          disabled={last}
          aria-label={t.routeTemplates.downOf(name)}
          onClick={() => onMove(1)}
        >
          {t.routeTemplates.down}
        </Button>
        <Button
          type="button"
          variant="tertiary"
          data-size="sm"
          data-color="danger"
          aria-label={t.routeTemplates.removeOf(name)}
          onClick={onRemove}
        >
          {t.routeTemplates.remove}
        </Button>
      </div>
    </fieldset>
  );
}

function Choice({
  label,
  value,
  onChoose,
  children,
}: {
  label: string;
  value: string;
  onChoose: (value: string) => void;
  children: ReactNode;
}) {
  return (
    <Field>
      <Label>{label}</Label>
      <Select value={value} onChange={(event) => onChoose(event.target.value)}>
        {children}
      </Select>
    </Field>
  );
}
