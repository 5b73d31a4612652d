import { sentenceOf, STATE_REASONS, type ReasonCode } from '@samanker/participation';
import type { Language, Texts } from '@samanker/request';
import type { ReportContent, ReportGapKind } from './report-content';

/** The sentences for what a report lacks beyond the reasons of a participation's state. */
const GAPS: Readonly<Record<Exclude<ReportGapKind, ReasonCode>, Texts>> = {
  NO_ANSWER: {
    nb: 'Kommunen har ikke svart for denne delen.',
    nn: 'Kommunen har ikkje svart for denne delen.',
    en: 'The municipality has not answered for this part.',
  },
  NO_VOLUMES: {
    nb: 'Kommunen har ikke meldt inn volum.',
    nn: 'Kommunen har ikkje meldt inn volum.',
    en: 'The municipality has not declared its volumes.',
  },
  MODELLED_FIGURES: {
    nb: 'Tallene er modellert; ingen har oppgitt dem.',
    nn: 'Tala er modellerte; ingen har oppgitt dei.',
    en: 'The figures are modelled; nobody has stated them.',
  },
  MODELLED_ANSWER: {
    nb: 'Svaret er modellert; det virkelige er ikke kjent.',
    nn: 'Svaret er modellert; det verkelege er ikkje kjent.',
    en: 'The answer is modelled; the real one is not known.',
  },
  NO_ORGANISATION_NUMBER: {
    nb: 'Organisasjonsnummeret mangler.',
    nn: 'Organisasjonsnummeret manglar.',
    en: 'The organisation number is missing.',
  },
  NO_PRICE: {
    nb: 'Varen eller tjenesten har ingen pris, og verdien regnes som null.',
    nn: 'Vara eller tenesta har ingen pris, og verdien blir rekna som null.',
    en: 'The item has no price, and its value is counted as nothing.',
  },
  THRESHOLD_NOT_VERIFIED: {
    nb: 'En terskelverdi som avgjør, er ikke kontrollert mot kilden.',
    nn: 'Ein terskelverdi som avgjer, er ikkje kontrollert mot kjelda.',
    en: 'A threshold that decides has not been checked against its source.',
  },
  VOLUMES_CARRIED_FORWARD: {
    nb: 'Volum i opsjonsår er videreført fra siste innmeldte år.',
    nn: 'Volum i opsjonsår er førte vidare frå siste innmelde år.',
    en: 'Volumes of extension years are carried forward from the last declared year.',
  },
};

/** The sentences of a gap in the three languages, figures not filled in. */
export function gapTexts(gap: ReportGapKind): Texts {
  return gap in GAPS ? GAPS[gap as keyof typeof GAPS] : STATE_REASONS[gap as ReasonCode];
}

/** The sentence of one gap in the language of whoever reads it. */
export function gapSentence(
  { gap, figures }: Pick<ReportContent['missing'][number], 'gap' | 'figures'>,
  language: Language,
): string {
  if (!(gap in GAPS)) return sentenceOf({ code: gap as ReasonCode, params: figures }, language);
  const texts = GAPS[gap as keyof typeof GAPS];
  return language === 'NN' ? texts.nn : language === 'EN' ? texts.en : texts.nb;
}
