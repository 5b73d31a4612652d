import { Button } from '@digdir/designsystemet-react';
import { useEffect } from 'react';
import { useLanguage } from './language';
import type { WrittenIn } from './written-in';

const KEPT = 'samanker.language';
const NAMES: Record<WrittenIn, string> = { nb: 'Bokmål', nn: 'Nynorsk', en: 'English' };
const LANGUAGES = Object.keys(NAMES) as WrittenIn[];

/** Chooses a language before anybody is known; this browser remembers it. Afterwards the person's own language holds. */
export function ChooseLanguage() {
  const { speak } = useLanguage();
  useEffect(() => {
    const kept = window.localStorage.getItem(KEPT);
    const known = LANGUAGES.find((one) => one === kept);
    if (known) speak(known);
  }, [speak]);
  const choose = (wanted: WrittenIn): void => {
    window.localStorage.setItem(KEPT, wanted);
    speak(wanted);
  };
  return <LanguageButtons choose={choose} />;
}

/** The three languages by their own names; the one that is spoken is marked. */
export function LanguageButtons({ choose }: { choose: (wanted: WrittenIn) => void }) {
  const { t, language } = useLanguage();
  return (
    <div role="group" aria-label={t.session.language} className="languages">
      {LANGUAGES.map((one) => (
        <Button
          key={one}
          lang={one}
          variant="tertiary"
          data-size="sm"
          aria-pressed={one === language}
          onClick={() => choose(one)}
        >
          {NAMES[one]}
        </Button>
      ))}
    </div>
  );
}
