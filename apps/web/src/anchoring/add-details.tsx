import { Button, Heading } from '@digdir/designsystemet-react';
import type { FormEvent } from 'react';
import {
  RecordDecisionDetailsDocument,
  type DecisionShownFragment,
  type StepShownFragment,
} from '../generated/documents';
import { useLanguage } from '../language/language';
import { useFields, useReading } from '../page/fields';
import { Refusal } from '../page/refusal';
import { behalfOf, OnBehalf, useActing } from '../participation/acting';
import { useVerb } from '../request/use-verb';
import { DetailFields, detailsOf, NO_DETAILS } from './decision-details';

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
  const acts = useActing();
  const verb = useVerb(RecordDecisionDetailsDocument);
  const form = useFields(NO_DETAILS, verb.refused, 'details.');
  const behalf = useFields({ onBehalfBecause: '' }, verb.refused);
  const { textFault } = useReading();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const { onBehalfBecause } = behalf.values;
    if (acts === 'HOST' && !behalf.sound({ onBehalfBecause: textFault(onBehalfBecause) })) return;
    const details = detailsOf(form.values);
    if (!details) return;
    const answer = await verb.carryOut({
      decisionId: decision.id,
      details,
      onBehalfBecause: behalfOf(acts, onBehalfBecause),
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
      <DetailFields form={form} kind={step.kind} known={decision} />
      <OnBehalf bound={behalf.field('onBehalfBecause')} />
      <Refusal verb={verb} />
      <div className="buttons">
        <Button type="submit" variant="secondary" loading={verb.busy}>
          {t.page.save}
        </Button>
      </div>
    </form>
  );
}
