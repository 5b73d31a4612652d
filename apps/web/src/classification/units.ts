import type { UseQueryResult } from '@tanstack/react-query';
import { UnitsDocument, type UnitsQuery } from '../generated/documents';
import { useLanguage } from '../language/language';
import type { WrittenIn } from '../language/written-in';
import { useAsk } from '../request/use-ask';

type Unit = UnitsQuery['units'][number];

const NAME: Record<WrittenIn, 'nameNb' | 'nameNn' | 'nameEn'> = { nb: 'nameNb', nn: 'nameNn', en: 'nameEn' };

/** The units, and the name of each in the language that is spoken. */
export function useUnits(): {
  answer: UseQueryResult<UnitsQuery>;
  list: readonly Unit[];
  nameOf: (code: string) => string;
} {
  const { language } = useLanguage();
  const answer = useAsk(UnitsDocument, {});
  const list = answer.data?.units ?? [];
  const nameOf = (code: string): string => list.find((unit) => unit.code === code)?.[NAME[language]] ?? code;
  return { answer, list, nameOf };
}
