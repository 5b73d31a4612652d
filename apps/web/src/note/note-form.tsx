import { Button } from '@digdir/designsystemet-react';
import type { FormEvent } from 'react';
import type { NoteVisibility } from '../generated/documents';
import { useLanguage } from '../language/language';
import { LongField, RadioField, useFields, useReading } from '../page/fields';
import { Refusal } from '../page/refusal';
import type { Refused } from '../request/use-verb';

interface Wanted {
  readonly text: string;
  readonly visibility: NoteVisibility;
}

/** A note as it is written or changed: the text, and who reads it. `keep` answers whether it was saved. */
export function NoteForm({
  before = { text: '', visibility: 'OWN' },
  about,
  verb,
  save,
  leave,
}: {
  before?: Wanted;
  /** The municipality that it is about. */
  about: string;
  verb: { busy: boolean; refused: Refused | null; failed: Error | null };
  save: (note: Wanted) => Promise<boolean>;
  leave?: () => void;
}) {
  const { t } = useLanguage();
  const form = useFields({ text: before.text, visibility: before.visibility as string }, verb.refused);
  const { textFault } = useReading();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const { text, visibility } = form.values;
    if (!form.sound({ text: textFault(text) })) return;
    // The next note begins private again: whoever shared one has not shared the next.
    if (await save({ text, visibility: visibility as NoteVisibility }))
      form.fill(before.text ? { text, visibility } : { text: '', visibility: before.visibility });
  };
  return (
    <form className="form" onSubmit={(event) => void submit(event)} noValidate>
      <LongField bound={form.field('text')} label={t.notes.text} description={t.notes.textHelp} />
      <RadioField
        bound={form.field('visibility')}
        legend={t.notes.whoReads}
        options={(['OWN', 'CASE'] as const).map((value) => ({
          value,
          label: t.noteVisibilities[value],
          description: value === 'CASE' ? t.notes.sharedWith(about) : t.notes.privateTo,
        }))}
      />
      <Refusal verb={verb} />
      <div className="buttons">
        <Button type="submit" data-size="sm" loading={verb.busy}>
          {t.notes.save}
        </Button>
        {leave && (
          <Button type="button" data-size="sm" variant="tertiary" onClick={leave}>
            {t.notes.leave}
          </Button>
        )}
      </div>
    </form>
  );
}
