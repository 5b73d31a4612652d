import { Button, Select } from '@digdir/designsystemet-react';
import type { FormEvent } from 'react';
import { AddMeetingDocument, type MeetingKind } from '../generated/documents';
import { useLanguage } from '../language/language';
import { DateField, dateOrNull, SelectField, TextField, textOrNull, useFields, useReading } from '../page/fields';
import { Refusal } from '../page/refusal';
import { useVerb } from '../request/use-verb';

const CLOCK = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/;

/** One more meeting of a body. */
export function MeetingForm({ bodyId, onAdded }: { bodyId: string; onAdded: (date: string) => void }) {
  const { t } = useLanguage();
  const verb = useVerb(AddMeetingDocument);
  const { dateFault } = useReading();
  const form = useFields({ date: '', startsAt: '', kind: 'ORDINARY', submissionDeadline: '' }, verb.refused);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const { values } = form;
    const clock = CLOCK.exec(values.startsAt.trim());
    const sound = form.sound({
      date: dateFault(values.date, true),
      startsAt: textOrNull(values.startsAt) && !clock ? t.calendars.notATime : undefined,
      submissionDeadline: dateFault(values.submissionDeadline, false),
    });
    if (!sound) return;
    const added = await verb.carryOut({
      bodyId,
      date: dateOrNull(values.date) ?? '',
      startsAt: clock ? `${clock[1]!.padStart(2, '0')}:${clock[2]}` : null,
      kind: values.kind as MeetingKind,
      submissionDeadline: dateOrNull(values.submissionDeadline),
    });
    if (!added) return;
    form.fill({ date: '', submissionDeadline: '' });
    onAdded(added.date);
  };
  return (
    <form className="form" onSubmit={(event) => void submit(event)} noValidate>
      <div className="beside">
        <DateField bound={form.field('date')} label={t.calendars.date} />
        <TextField
          bound={form.field('startsAt')}
          label={t.calendars.start}
          description={t.calendars.startHelp}
          optional
        />
      </div>
      <div className="beside">
        <SelectField bound={form.field('kind')} label={t.calendars.kind}>
          {Object.entries(t.meetingKinds).map(([kind, name]) => (
            <Select.Option key={kind} value={kind}>
              {name}
            </Select.Option>
          ))}
        </SelectField>
        <DateField
          bound={form.field('submissionDeadline')}
          label={t.calendars.ownDeadline}
          description={t.calendars.ownDeadlineHelp}
          optional
        />
      </div>
      <Refusal verb={verb} />
      <div className="buttons">
        <Button type="submit" variant="secondary" loading={verb.busy}>
          {t.calendars.addNow}
        </Button>
      </div>
    </form>
  );
}
