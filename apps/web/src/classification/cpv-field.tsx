import { Button } from '@digdir/designsystemet-react';
import { useEffect, useState } from 'react';
import { CpvCodesDocument } from '../generated/documents';
import { useLanguage } from '../language/language';
import { TextField, type Bound } from '../page/fields';
import { useAsk } from '../request/use-ask';

const PAUSE_MS = 250;
const LONG_ENOUGH = 2;
const WHOLE_CODE = /^\d{8}$/;

/** One CPV code: the digits, or words to find them by. What the code is called stands below the field. */
export function CpvField({ bound, label }: { bound: Bound; label: string }) {
  const { t, language } = useLanguage();
  const text = bound.value.trim();
  const [search, setSearch] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSearch(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const found = useAsk(CpvCodesDocument, { search }, { enabled: search.length >= LONG_ENOUGH, keepLast: true });
  const codes = text.length >= LONG_ENOUGH && search.length >= LONG_ENOUGH ? (found.data?.cpvCodes ?? []) : [];
  const exact = WHOLE_CODE.test(text) ? codes.find(({ code }) => code === text) : undefined;
  const nameOf = ({ nameNb, nameEn }: (typeof codes)[number]): string => (language === 'en' ? nameEn : nameNb);
  return (
    <div className="stack-tight">
      <TextField bound={bound} label={label} description={t.running.cpvHelp} />
      <p role="status" className={exact || (search === text && found.data) ? 'subtle' : 'unseen'}>
        {exact
          ? nameOf(exact)
          : text.length >= LONG_ENOUGH && search === text && found.data && t.need.cpvFound(codes.length)}
      </p>
      {!exact && codes.length > 0 && (
        <ul className="plain found">
          {codes.map((one) => (
            <li key={one.code}>
              <Button type="button" variant="tertiary" data-size="sm" onClick={() => bound.onText(one.code)}>
                <span className="code">{one.code}</span> {nameOf(one)}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
