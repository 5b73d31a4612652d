import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { formatDate, formatDecimal, formatInstant, formatLongDate, formatMoney, formatShare } from '../clock/format';
import type { Catalogue } from './catalogue';
import { nb } from './nb';
import type { WrittenIn } from './written-in';

const OTHERS: Record<Exclude<WrittenIn, 'nb'>, () => Promise<Catalogue>> = {
  nn: async () => (await import('./nn')).nn,
  en: async () => (await import('./en')).en,
};

/** The texts and the ways of writing figures of the language that is spoken now. */
export interface Spoken {
  readonly language: WrittenIn;
  readonly t: Catalogue;
  readonly date: (date: string) => string;
  readonly longDate: (date: string) => string;
  readonly instant: (instant: string) => string;
  readonly number: (value: string | number) => string;
  readonly money: (amount: string) => string;
  readonly share: (share: number) => string;
  /** Changes the language of the whole page. */
  readonly speak: (language: WrittenIn) => void;
}

const Language = createContext<Spoken | null>(null);

/** Speaks Bokmål until somebody is known; then the language of that person. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [spoken, setSpoken] = useState<{ language: WrittenIn; t: Catalogue }>({ language: 'nb', t: nb });
  const speak = useCallback((language: WrittenIn) => {
    if (language === 'nb') setSpoken({ language, t: nb });
    else void OTHERS[language]().then((t) => setSpoken({ language, t }));
  }, []);
  useEffect(() => {
    document.documentElement.lang = spoken.language;
  }, [spoken.language]);
  const value = useMemo<Spoken>(
    () => ({
      ...spoken,
      date: formatDate,
      instant: formatInstant,
      longDate: (date) => formatLongDate(date, spoken.language),
      number: (figure) => formatDecimal(String(figure), spoken.language),
      money: (amount) => formatMoney(amount, spoken.language),
      share: formatShare,
      speak,
    }),
    [spoken, speak],
  );
  return <Language value={value}>{children}</Language>;
}

/** The language of the page. */
export function useLanguage(): Spoken {
  const spoken = useContext(Language);
  if (!spoken) throw new Error('There is no LanguageProvider above this component.');
  return spoken;
}
