import { Alert, Paragraph } from '@digdir/designsystemet-react';
import { useEffect, useRef } from 'react';
import { useLanguage } from '../language/language';
import type { Refused } from '../request/use-verb';
import { Failed } from './failed';
import { reveal } from './reveal';

/** The dotted path of a refusal below `input`: `decidedOn`, `fields.quantity`, `conditions.0.text`. */
function placeOf({ path }: Refused): string {
  return (path[0] === 'input' ? path.slice(1) : path).join('.');
}

/** The message for one field, or for anything below it. */
export function faultAt(refused: Refused | null, field: string): string | undefined {
  if (!refused) return undefined;
  const place = placeOf(refused);
  return place === field || place.startsWith(`${field}.`) ? refused.message : undefined;
}

/**
 * Says above the button what was refused. When the refusal names a field of the form, the focus goes to that field, and
 * the message stands beside it as well.
 */
export function Refusal({ verb }: { verb: { refused: Refused | null; failed: Error | null } }) {
  const { refused, failed } = verb;
  const { t } = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!refused) return;
    const form = box.current?.closest('form') ?? document;
    // The field has been marked by the same rendering.
    const field = form.querySelector<HTMLElement>('[aria-invalid="true"]');
    reveal(field ?? box.current);
  }, [refused]);
  if (failed) return <Failed error={failed} />;
  if (!refused) return null;
  return (
    <Alert data-color="danger" role="alert" ref={box} tabIndex={-1}>
      <Paragraph>
        <strong>{t.page.notSaved}</strong> {refused.message}
      </Paragraph>
    </Alert>
  );
}

/** Says that something was done, aloud as well. */
export function Done({ text }: { text: string | null }) {
  return (
    <div role="status" className={text ? 'done' : 'unseen'}>
      {text && <Alert data-color="success">{text}</Alert>}
    </div>
  );
}
