import { Button, Chip, Field, Input, Label, ValidationMessage } from '@digdir/designsystemet-react';
import { useEffect, useId, useState } from 'react';
import { CpvCodesDocument } from '../generated/documents';
import { useLanguage } from '../language/language';
import { NotCome } from '../page/waiting';
import { useAsk } from '../request/use-ask';

export interface ChosenCpv {
  readonly code: string;
  readonly name: string;
}

const PAUSE_MS = 250;

/** Finds CPV codes by words or digits; what is chosen stands above, the main code first. */
export function CpvSearch({
  chosen,
  choose,
  error,
}: {
  chosen: readonly ChosenCpv[];
  choose: (codes: readonly ChosenCpv[]) => void;
  error: string | undefined;
}) {
  const { t, language } = useLanguage();
  const id = useId();
  const [text, setText] = useState('');
  const [search, setSearch] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSearch(text.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const found = useAsk(CpvCodesDocument, { search }, { enabled: search.length >= 2, keepLast: true });
  const codes = search.length >= 2 ? (found.data?.cpvCodes ?? []) : [];
  return (
    <div className="stack-tight">
      <Field>
        <Label>{t.need.cpv}</Label>
        <Field.Description>{t.need.cpvHelp}</Field.Description>
        <Input
          name="cpvCodes"
          value={text}
          onChange={(event) => setText(event.target.value)}
          // Enter searches; it does not send the form.
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
          autoComplete="off"
          aria-invalid={error ? true : undefined}
          aria-describedby={`${id}-found`}
        />
        {error && <ValidationMessage>{error}</ValidationMessage>}
      </Field>
      {chosen.length > 0 && (
        <ul className="plain chips" aria-label={t.need.cpvChosen}>
          {chosen.map(({ code, name }) => (
            <li key={code}>
              <Chip.Removable
                aria-label={t.need.cpvRemove(`${code} ${name}`.trim())}
                onClick={() => choose(chosen.filter((one) => one.code !== code))}
              >
                {code} {name}
              </Chip.Removable>
            </li>
          ))}
        </ul>
      )}
      <p role="status" id={`${id}-found`} className="subtle">
        {search.length >= 2 && found.data ? t.need.cpvFound(codes.length) : ''}
      </p>
      <NotCome on={found} />
      {codes.length > 0 && (
        <ul className="plain found">
          {codes.map(({ code, nameNb, nameEn }) => {
            const name = language === 'en' ? nameEn : nameNb;
            const taken = chosen.some((one) => one.code === code);
            return (
              <li key={code}>
                <Button
                  variant="tertiary"
                  data-size="sm"
                  disabled={taken}
                  onClick={() => {
                    choose([...chosen, { code, name }]);
                    setText('');
                  }}
                >
                  <span className="code">{code}</span> {name}
                </Button>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
