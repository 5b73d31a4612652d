import { UnitsDocument, type UnitsQuery } from '../generated/documents';
import { useLanguage } from '../language/language';
import type { WrittenIn } from '../language/written-in';
import { useAsk } from '../request/use-ask';

type Unit = UnitsQuery['units'][number];

const NAME: Record<WrittenIn, 'nameNb' | 'nameNn' | 'nameEn'> = { nb: 'nameNb', nn: 'nameNn', en: 'nameEn' };

/** The units, and the name of each in the language that is spoken. */
export function useUnits(): { list: readonly Unit[]; nameOf: (code: string) => string } {
  const { language } = useLanguage();
  const list = useAsk(UnitsDocument, {}).data?.units ?? [];
  const nameOf = (code: string): string => list.find((unit) => unit.code === code)?.[NAME[language]] ?? code;
  return { list, nameOf };
}
