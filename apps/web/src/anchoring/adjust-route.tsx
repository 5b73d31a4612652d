import { Alert, Button, Checkbox, Paragraph } from '@digdir/designsystemet-react';
import { useState, type FormEvent } from 'react';
import { AdjustRouteDocument, type StepShownFragment } from '../generated/documents';
import { useLanguage } from '../language/language';
import { faultAt, Refusal } from '../page/refusal';
import { OnBehalf, useBehalf } from '../participation/acting';
import { useVerb } from '../request/use-verb';
import { RouteStepFields } from './route-step-fields';
import { inputsOf, moved, newStep, type StepDraft } from './route-steps';

/** A step of the running route while a person changes it. */
interface Draft extends StepDraft {
  /** Null for a step that is new. */
  readonly id: string | null;
  readonly decided: boolean;
  readonly notRequired: boolean;
}

const draftsOf = (steps: readonly StepShownFragment[]): Draft[] =>
  steps.map((step, at) => ({
    key: step.id,
    id: step.id,
    kind: step.kind,
    weight: step.weight,
    title: step.title,
    role: step.role,
    bodyId: step.bodyId ?? '',
    workingDays: String(step.workingDays ?? ''),
    together: at > 0 && steps[at - 1]!.parallelGroup === step.parallelGroup,
    decided: step.state === 'DECIDED',
    notRequired: step.state === 'NOT_REQUIRED',
  }));

/** The municipality's own running route as it should be (R1): steps added, moved, left out or found unnecessary. */
export function AdjustRoute({
  participationId,
  steps: now,
  bodies,
  done,
}: {
  participationId: string;
  steps: readonly StepShownFragment[];
  bodies: readonly { readonly id: string; readonly name: string }[];
  done: (text: string) => void;
}) {
  const { t } = useLanguage();
  const verb = useVerb(AdjustRouteDocument);
  const behalf = useBehalf(verb.refused);
  const [undecided, setUndecided] = useState(false);
  const [steps, setSteps] = useState<readonly Draft[]>(() => draftsOf(now));
  const change = (key: string, part: Partial<Draft>): void =>
    setSteps((before) => before.map((step) => (step.key === key ? { ...step, ...part } : step)));
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    // Said here in words of its own: the API refuses it as it refuses anything about the whole.
    const nobody = !steps.some(({ weight, notRequired }) => weight === 'DECIDING' && !notRequired);
    setUndecided(nobody);
    if (!behalf.sound() || nobody) return;
    const wanted = inputsOf(steps).map((step, at) => ({
      ...step,
      id: steps[at]!.id,
      notRequired: steps[at]!.notRequired,
    }));
    const answer = await verb.carryOut({ participationId, steps: wanted, onBehalf: behalf.given() });
    if (answer) done(t.adjust.saved);
  };
  return (
    <form className="form" onSubmit={(event) => void save(event)} noValidate aria-label={t.adjust.title}>
      <Paragraph>{t.adjust.help}</Paragraph>
      {steps.map((step, at) =>
        step.decided ? (
          <Paragraph key={step.key} className="subtle">
            {t.adjust.fixed(t.routeTemplates.step(at + 1), step.title)}
          </Paragraph>
        ) : (
          <div key={step.key} className="stack-tight">
            <RouteStepFields
              step={step}
              at={at}
              last={at === steps.length - 1}
              bodies={bodies}
              error={faultAt(verb.refused, `steps.${at}`)}
              onChange={(part) => change(step.key, part)}
              onMove={(by) => setSteps((before) => moved(before, at, by))}
              onRemove={() => setSteps((before) => before.filter(({ key }) => key !== step.key))}
            />
            <Checkbox
              label={t.adjust.notRequired(step.title.trim() || t.routeTemplates.step(at + 1))}
              checked={step.notRequired}
              onChange={(event) => change(step.key, { notRequired: event.target.checked })}
            />
          </div>
        ),
      )}
      <div className="buttons">
        <Button
          type="button"
          variant="secondary"
          onClick={() =>
            setSteps((before) => [...before, { ...newStep(), id: null, decided: false, notRequired: false }])
          }
        >
          {t.routeTemplates.addStep}
        </Button>
      </div>
      <OnBehalf behalf={behalf} />
      {undecided && (
        <Alert data-color="danger" role="alert">
          <Paragraph>{t.adjust.nobodyDecides}</Paragraph>
        </Alert>
      )}
      <Refusal verb={verb} />
      <div className="buttons">
        <Button type="submit" loading={verb.busy}>
          {t.adjust.save}
        </Button>
      </div>
    </form>
  );
}
