import { Button, Field, Label, Paragraph, ValidationMessage } from '@digdir/designsystemet-react';
import { useEffect, useId, useRef, useState, type ChangeEvent } from 'react';
import { useLanguage } from '../language/language';
import type { Bound } from '../page/fields';
import { FileRefused, sendFile, type Sending, type SentFile } from './send-file';

const LARGEST = 25 * 1024 * 1024;

/** What the field holds while a file is on its way: not yet an id. */
export const UNDER_WAY = 'under-way';

/**
 * A file, sent as soon as it is chosen; the field then holds its id. What is taken is said before, how far it has come
 * while it is sent, and what was wrong at the field itself.
 */
export function FileField({ bound, label, subjectId }: { bound: Bound; label: string; subjectId: string }) {
  const { t, number } = useLanguage();
  const id = useId();
  const [fault, setFault] = useState<string | null>(null);
  const [percent, setPercent] = useState<number | null>(null);
  const [file, setFile] = useState<SentFile | null>(null);
  const sending = useRef<Sending | null>(null);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => () => sending.current?.stop(), []);
  // What is kept of a form names no file that nobody sees.
  const unseen = bound.value !== '' && file === null && percent === null;
  useEffect(() => {
    if (unseen) bound.onText('');
  });

  const choose = async (event: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const chosen = event.target.files?.[0];
    if (!chosen) return;
    sending.current?.stop();
    setFile(null);
    bound.onText('');
    const wrong = chosen.size > LARGEST ? t.attachment.tooLarge : isPdf(chosen) ? null : t.attachment.notPdf;
    setFault(wrong);
    if (wrong) return;
    setPercent(0);
    bound.onText(UNDER_WAY);
    const now = sendFile(chosen, subjectId, setPercent);
    sending.current = now;
    try {
      const taken = await now.sent;
      setFile(taken);
      bound.onText(taken.id);
    } catch (failed) {
      // Another file was chosen meanwhile, or the page was left.
      if (sending.current !== now) return;
      bound.onText('');
      setFault(failed instanceof FileRefused ? failed.message : t.attachment.failed);
    }
    setPercent(null);
  };

  const remove = (): void => {
    sending.current?.stop();
    sending.current = null;
    setFile(null);
    setFault(null);
    setPercent(null);
    bound.onText('');
    if (input.current) input.current.value = '';
    input.current?.focus();
  };

  const error = fault ?? bound.error;
  return (
    <Field>
      <Label htmlFor={id}>
        {label} <span className="optional">{t.page.optional}</span>
      </Label>
      <Field.Description id={`${id}-help`}>{t.attachment.help}</Field.Description>
      <input
        ref={input}
        id={id}
        className="file"
        type="file"
        name={bound.name}
        accept="application/pdf,.pdf"
        aria-describedby={`${id}-help ${id}-state`}
        aria-invalid={error ? true : undefined}
        onChange={(event) => void choose(event)}
      />
      {percent !== null && <progress max={100} value={percent} aria-label={t.attachment.sending} />}
      <div id={`${id}-state`} role="status">
        {percent !== null && <Paragraph data-size="sm">{t.attachment.sending}</Paragraph>}
        {file && (
          <Paragraph data-size="sm">{t.attachment.sent(file.name, number((file.bytes / 1e6).toFixed(1)))}</Paragraph>
        )}
      </div>
      {error && <ValidationMessage>{error}</ValidationMessage>}
      {(file !== null || percent !== null) && (
        <Button type="button" variant="tertiary" data-size="sm" onClick={remove}>
          {file ? t.attachment.remove : t.attachment.stop}
        </Button>
      )}
    </Field>
  );
}

function isPdf({ type, name }: File): boolean {
  return type === 'application/pdf' || (type === '' && /\.pdf$/i.test(name));
}
