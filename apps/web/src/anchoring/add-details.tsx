import { Button, Heading } from '@digdir/designsystemet-react';
import type { FormEvent } from 'react';
import {
  RecordDecisionDetailsDocument,
  type DecisionShownFragment,
  type StepShownFragment,
} from '../generated/documents';
import { useLanguage } from '../language/language';
import { useFields } from '../page/fields';
import { Refusal } from '../page/refusal';
import { OnBehalf, useBehalf } from '../participation/acting';
import { useVerb } from '../request/use-verb';
import { detailFaults, DetailFields, detailsOf, NO_DETAILS } from './decision-details';

/** What was not known when the decision was recorded: archive references, minutes, votes. Never asked for, always possible. */
export function AddDetails({
  step,
  decision,
  done,
}: {
  step: StepShownFragment;
  decision: DecisionShownFragment;
  done: (text: string) => void;
}) {
  const { t } = useLanguage();
  const verb = useVerb(RecordDecisionDetailsDocument);
  const form = useFields(NO_DETAILS, verb.refused, 'details.');
  const behalf = useBehalf(verb.refused);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!behalf.sound() || !form.sound(detailFaults(form.values, t))) return;
    const details = detailsOf(form.values);
    if (!details) return;
    const answer = await verb.carryOut({
      decisionId: decision.id,
      details,
      onBehalf: behalf.given(),
    });
    if (answer) done(t.decision.detailsAdded(step.title));
  };
  return (
    <form
      className="form"
      onSubmit={(event) => void submit(event)}
      noValidate
      aria-label={`${t.decision.addDetails}: ${step.title}`}
    >
      <Heading level={4} data-size="2xs">
        {t.decision.addDetails}
      </Heading>
      <DetailFields form={form} step={step} known={decision} />
      <OnBehalf behalf={behalf} />
      <Refusal verb={verb} />
      <div className="buttons">
        <Button type="submit" variant="secondary" loading={verb.busy}>
          {t.page.save}
        </Button>
      </div>
    </form>
  );
}
