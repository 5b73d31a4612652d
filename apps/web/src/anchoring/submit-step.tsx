import { Button, Paragraph, Select } from '@digdir/designsystemet-react';
import type { FormEvent } from 'react';
import { SubmitAnchoringStepDocument, type StepShownFragment } from '../generated/documents';
import { useLanguage } from '../language/language';
import { SelectField, useFields, useReading } from '../page/fields';
import { Refusal } from '../page/refusal';
import { OnBehalf, useBehalf } from '../participation/acting';
import { useVerb } from '../request/use-verb';

/** Says which meeting the text has been handed in to. */
export function SubmitStep({ step, done }: { step: StepShownFragment; done: (meetingOn: string) => void }) {
  const { t, date } = useLanguage();
  const verb = useVerb(SubmitAnchoringStepDocument);
  const planned =
    step.meetingChoices.find(({ meetingId }) => meetingId === step.plannedMeetingId) ??
    step.meetingChoices.find(({ deadlinePassed }) => !deadlinePassed);
  const form = useFields({ meetingId: step.meetingId ?? planned?.meetingId ?? '' }, verb.refused);
  const behalf = useBehalf(verb.refused);
  const { textFault } = useReading();
  const chosen = step.meetingChoices.find(({ meetingId }) => meetingId === form.values.meetingId);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const { meetingId } = form.values;
    if (!form.sound({ meetingId: textFault(meetingId) }) || !behalf.sound()) return;
    const answer = await verb.carryOut({
      stepId: step.id,
      meetingId,
      onBehalf: behalf.given(),
    });
    if (answer) done(chosen?.date ?? '');
  };
  if (step.meetingChoices.length === 0)
    return <Paragraph>{t.submit.noMeetings(step.bodyName ?? step.title)}</Paragraph>;
  return (
    <form
      className="form"
      onSubmit={(event) => void submit(event)}
      noValidate
      aria-label={`${t.submit.submit}: ${step.title}`}
    >
      <SelectField
        bound={form.field('meetingId')}
        label={t.submit.meeting(step.bodyName ?? step.title)}
        description={chosen && t.submit.papersBy(date(chosen.submissionDeadline))}
      >
        {step.meetingChoices.map((meeting) => (
          <Select.Option key={meeting.meetingId} value={meeting.meetingId}>
            {[
              date(meeting.date),
              meeting.deadlinePassed ? t.submit.deadlinePassed : null,
              meeting.inTime ? null : t.submit.tooLate,
            ]
              .filter(Boolean)
              .join(' – ')}
          </Select.Option>
        ))}
      </SelectField>
      <OnBehalf behalf={behalf} />
      <Refusal verb={verb} />
      <div className="buttons">
        <Button type="submit" loading={verb.busy}>
          {t.submit.submit}
        </Button>
      </div>
    </form>
  );
}
