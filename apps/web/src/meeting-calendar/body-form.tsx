import { Button, Select } from '@digdir/designsystemet-react';
import type { FormEvent } from 'react';
import { SaveDecisionBodyDocument, type BodyLineFragment, type DecisionBodyKind } from '../generated/documents';
import { useLanguage } from '../language/language';
import { SelectField, TextField, useFields, useReading } from '../page/fields';
import { Refusal } from '../page/refusal';
import { useVerb } from '../request/use-verb';

/** A body of an organisation: a new one, or how a known one is changed. */
export function BodyForm({
  organisationId,
  body,
  onSaved,
}: {
  organisationId: string;
  body: BodyLineFragment | null;
  onSaved: (name: string) => void;
}) {
  const { t } = useLanguage();
  const verb = useVerb(SaveDecisionBodyDocument);
  const { textFault, wholeFault } = useReading();
  const form = useFields(
    {
      name: body?.name ?? '',
      kind: body?.kind ?? 'COMMITTEE',
      submissionDays: String(body?.submissionDays ?? 14),
      handoverDays: String(body?.handoverDays ?? 7),
    },
    verb.refused,
  );
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const { values } = form;
    const sound = form.sound({
      name: textFault(values.name),
      submissionDays: wholeFault(values.submissionDays, true),
      handoverDays: wholeFault(values.handoverDays, true),
    });
    if (!sound) return;
    const saved = await verb.carryOut({
      organisationId,
      id: body?.id ?? null,
      name: values.name,
      kind: values.kind as DecisionBodyKind,
      submissionDays: Number(values.submissionDays),
      handoverDays: Number(values.handoverDays),
      calendarOrigin: body?.calendarOrigin ?? 'REAL',
    });
    if (!saved) return;
    if (!body) form.fill({ name: '' });
    onSaved(saved.name);
  };
  return (
    <form className="form" onSubmit={(event) => void submit(event)} noValidate>
      <TextField bound={form.field('name')} label={t.calendars.bodyName} />
      <SelectField bound={form.field('kind')} label={t.calendars.bodyKind}>
        {Object.entries(t.bodyKinds).map(([kind, name]) => (
          <Select.Option key={kind} value={kind}>
            {name}
          </Select.Option>
        ))}
      </SelectField>
      <div className="beside">
        <TextField
          bound={form.field('submissionDays')}
          label={t.calendars.submissionDays}
          description={t.calendars.submissionDaysHelp}
          inputMode="numeric"
        />
        <TextField
          bound={form.field('handoverDays')}
          label={t.calendars.handoverDays}
          description={t.calendars.handoverDaysHelp}
          inputMode="numeric"
        />
      </div>
      <Refusal verb={verb} />
      <div className="buttons">
        <Button type="submit" variant="secondary" loading={verb.busy}>
          {body ? t.page.save : t.calendars.addBodyNow}
        </Button>
      </div>
    </form>
  );
}
