import { Paragraph } from '@digdir/designsystemet-react';
import { ChangeLanguageDocument, type Language } from '../generated/documents';
import { useMe } from '../identity/me';
import { Refusal } from '../page/refusal';
import { useVerb } from '../request/use-verb';
import { LanguageButtons } from './choose-language';
import { useLanguage } from './language';
import type { WrittenIn } from './written-in';

/** The language of the pages and of the mails to the person: changed at once, and kept. */
export function OwnLanguage() {
  const { t, speak } = useLanguage();
  const { personId } = useMe();
  const verb = useVerb(ChangeLanguageDocument);
  const choose = (wanted: WrittenIn): void => {
    speak(wanted);
    void verb.carryOut({ personId, language: wanted.toUpperCase() as Language });
  };
  return (
    <>
      <LanguageButtons choose={choose} />
      <Paragraph data-size="sm" className="subtle">
        {t.around.languageAlsoMails}
      </Paragraph>
      <Refusal verb={verb} />
    </>
  );
}
