import { formatDate } from '@samanker/clock';
import type { Language, Texts } from '@samanker/request';
import type { OverlapReason } from './overlap.rules';

/** Names that the sentences need, in the reader's language. */
export interface Names {
  cpv(code: string): string;
  unit(code: string): string;
}

const LEVELS: Readonly<Record<'division' | 'group' | 'class' | 'category', Texts>> = {
  division: { nb: 'hovedgruppe', nn: 'hovudgruppe', en: 'division' },
  group: { nb: 'gruppe', nn: 'gruppe', en: 'group' },
  class: { nb: 'klasse', nn: 'klasse', en: 'class' },
  category: { nb: 'kategori', nn: 'kategori', en: 'category' },
};

/** The reason as a sentence that a person can check against the two needs (R16). */
export function reasonSentence(reason: OverlapReason, language: Language, names: Names): string {
  const say = (texts: Texts): string => (language === 'NN' ? texts.nn : language === 'EN' ? texts.en : texts.nb);
  switch (reason.kind) {
    case 'CPV':
      return cpvSentence(reason, say, names);
    case 'TITLE':
      return titleSentence(reason, say);
    case 'UNIT':
      return unitSentence(reason, say, names);
    case 'PERIOD':
      return periodSentence(reason, say);
  }
}

type Say = (texts: Texts) => string;
type Of<Kind extends OverlapReason['kind']> = Extract<OverlapReason, { kind: Kind }>;

function cpvSentence({ codeA, codeB, digits }: Of<'CPV'>, say: Say, names: Names): string {
  const [a, b] = [`${codeA} «${names.cpv(codeA)}»`, `${codeB} «${names.cpv(codeB)}»`];
  if (codeA === codeB)
    return say({
      nb: `Begge har CPV-koden ${a}.`,
      nn: `Begge har CPV-koden ${a}.`,
      en: `Both have the CPV code ${a}.`,
    });
  if (digits < 2) {
    return say({
      nb: `CPV-kodene hører til hver sin hovedgruppe: ${a} og ${b}.`,
      nn: `CPV-kodane høyrer til kvar si hovudgruppe: ${a} og ${b}.`,
      en: `The CPV codes belong to different divisions: ${a} and ${b}.`,
    });
  }
  const level = say(LEVELS[digits === 2 ? 'division' : digits === 3 ? 'group' : digits === 4 ? 'class' : 'category']);
  const code = codeA.slice(0, digits);
  return say({
    nb: `CPV-kodene er i samme ${level} (${code}): ${a} og ${b}.`,
    nn: `CPV-kodane er i same ${level} (${code}): ${a} og ${b}.`,
    en: `The CPV codes are in the same ${level} (${code}): ${a} and ${b}.`,
  });
}

function titleSentence({ words }: Of<'TITLE'>, say: Say): string {
  const same = words.filter(([a, b]) => a === b).map(([a]) => `«${a}»`);
  const alike = words.filter(([a, b]) => a !== b).map(([a, b]) => `«${a}» / «${b}»`);
  const parts = [
    same.length > 0 &&
      say({
        nb: `Titlene har felles ord: ${same.join(', ')}.`,
        nn: `Titlane har felles ord: ${same.join(', ')}.`,
        en: `The titles share words: ${same.join(', ')}.`,
      }),
    alike.length > 0 &&
      say({
        nb: `Titlene har ord som ligner: ${alike.join(', ')}.`,
        nn: `Titlane har ord som liknar: ${alike.join(', ')}.`,
        en: `The titles have similar words: ${alike.join(', ')}.`,
      }),
  ].filter(Boolean);
  if (parts.length > 0) return parts.join(' ');
  return say({
    nb: 'Titlene har ingen felles ord.',
    nn: 'Titlane har ingen felles ord.',
    en: 'The titles share no words.',
  });
}

function unitSentence({ speaksFor, unitA, unitB }: Of<'UNIT'>, say: Say, names: Names): string {
  const [a, b] = [names.unit(unitA), names.unit(unitB)];
  if (unitA === unitB)
    return say({
      nb: `Begge er oppgitt i ${a}.`,
      nn: `Begge er oppgitt i ${a}.`,
      en: `Both are given in the unit ${a}.`,
    });
  return speaksFor
    ? say({
        nb: `Mengdene er oppgitt i ${a} og ${b}, som kan regnes om.`,
        nn: `Mengdene er oppgitt i ${a} og ${b}, som kan reknast om.`,
        en: `The quantities are given in ${a} and ${b}, which can be converted.`,
      })
    : say({
        nb: `Mengdene er oppgitt i ${a} og ${b} og kan ikke legges sammen.`,
        nn: `Mengdene er oppgitt i ${a} og ${b} og kan ikkje leggjast saman.`,
        en: `The quantities are given in ${a} and ${b} and cannot be added.`,
      });
}

function periodSentence({ speaksFor, from, to }: Of<'PERIOD'>, say: Say): string {
  const [first, second] = [formatDate(from), formatDate(to)];
  return speaksFor
    ? say({
        nb: `Periodene møtes fra ${first} til ${second}.`,
        nn: `Periodane møtest frå ${first} til ${second}.`,
        en: `The periods meet from ${first} to ${second}.`,
      })
    : say({
        nb: `Periodene møtes ikke: den ene slutter ${first}, den andre begynner ${second}.`,
        nn: `Periodane møtest ikkje: den eine sluttar ${first}, den andre byrjar ${second}.`,
        en: `The periods do not meet: one ends on ${first}, the other begins on ${second}.`,
      });
}
