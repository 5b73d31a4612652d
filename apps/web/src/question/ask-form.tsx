import { Button } from '@digdir/designsystemet-react';
import type { FormEvent } from 'react';
import { AskQuestionDocument } from '../generated/documents';
import { useLanguage } from '../language/language';
import { LongField, SelectField, useFields, useReading } from '../page/fields';
import { Refusal } from '../page/refusal';
import { useVerb } from '../request/use-verb';

/** Whom one can ask: the host, by one's own participation, or as host the municipalities. */
export interface Askable {
  readonly participationId: string;
  readonly name: string;
}

/** A question to the other side; where there are several, one is chosen first. */
export function AskForm({ whom, said }: { whom: readonly Askable[]; said: (text: string) => void }) {
  const { t } = useLanguage();
  const verb = useVerb(AskQuestionDocument);
  const form = useFields(
    { participationId: whom.length === 1 ? whom[0]!.participationId : '', text: '' },
    verb.refused,
  );
  const { textFault } = useReading();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const { participationId, text } = form.values;
    if (!form.sound({ participationId: textFault(participationId), text: textFault(text) })) return;
    if (!(await verb.carryOut({ participationId, text }))) return;
    form.fill({ text: '' });
    said(t.questions.asked);
  };
  return (
    <form className="form" onSubmit={(event) => void submit(event)} noValidate aria-label={t.questions.ask}>
      {whom.length > 1 && (
        <SelectField bound={form.field('participationId')} label={t.questions.whom}>
          <option value="">{t.questions.choose}</option>
          {whom.map(({ participationId, name }) => (
            <option key={participationId} value={participationId}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
      <LongField
        bound={form.field('text')}
        label={whom.length === 1 ? t.questions.textTo(whom[0]!.name) : t.questions.text}
        description={t.questions.noNames}
      />
      <Refusal verb={verb} />
      <div className="buttons">
        <Button type="submit" variant="secondary" loading={verb.busy}>
          {t.questions.ask}
        </Button>
      </div>
    </form>
  );
}
