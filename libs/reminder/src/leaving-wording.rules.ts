import { formatDate, type Language, type LocalDate } from '@samanker/clock';
import { paragraph, PHRASES, salutation, type Recipient, type Wording } from './sentences.rules';

/** That a municipality has left, and what it means for the one who leads the case. */
export interface ToldLeaving {
  readonly caseTitle: string;
  readonly host: string;
  readonly municipality: string;
  readonly decidedOn: LocalDate;
  readonly decisionReference: string;
  /** How many are still in the case. */
  readonly staying: number;
  /** Who bears more of the common costs than its decision allows, by name. */
  readonly passed: readonly string[];
  /** The latest frozen report; null when none is frozen. */
  readonly frozenReport: number | null;
}

interface Texts {
  readonly thing: string;
  readonly action: (who: string) => string;
  readonly left: (told: ToldLeaving, on: string) => string;
  readonly staying: (count: number) => string;
  readonly passed: (names: string) => string;
  readonly nobody: string;
  readonly report: (version: number) => string;
  readonly link: string;
}

const TEXTS: Record<Language, Texts> = {
  nb: {
    thing: 'har meldt seg ut',
    action: (who) => `Se hva som endrer seg når ${who} går ut`,
    left: ({ caseTitle, municipality, decisionReference }, on) =>
      `${caseTitle}: ${municipality} er meldt ut ved vedtak ${decisionReference} av ${on}.`,
    staying: (count) => `Kommuner som fortsatt er med: ${count}.`,
    passed: (names) => `Disse må behandle saken på nytt, fordi andelen av kostnadene er blitt for stor: ${names}.`,
    nobody: 'Ingen andre må behandle saken på nytt.',
    report: (version) => `Versjon ${version} av behovsrapporten stemmer ikke lenger. Lås en ny versjon.`,
    link: 'Åpne tavlen',
  },
  nn: {
    thing: 'har meldt seg ut',
    action: (who) => `Sjå kva som endrar seg når ${who} går ut`,
    left: ({ caseTitle, municipality, decisionReference }, on) =>
      `${caseTitle}: ${municipality} er meld ut ved vedtak ${decisionReference} av ${on}.`,
    staying: (count) => `Kommunar som framleis er med: ${count}.`,
    passed: (names) => `Desse må handsame saka på nytt, fordi delen av kostnadene er blitt for stor: ${names}.`,
    nobody: 'Ingen andre må handsame saka på nytt.',
    report: (version) => `Versjon ${version} av behovsrapporten stemmer ikkje lenger. Lås ein ny versjon.`,
    link: 'Opne tavla',
  },
  en: {
    thing: 'has left',
    action: (who) => `See what changes when ${who} leaves`,
    left: ({ caseTitle, municipality, decisionReference }, on) =>
      `${caseTitle}: ${municipality} has left by decision ${decisionReference} of ${on}.`,
    staying: (count) => `Municipalities still in the case: ${count}.`,
    passed: (names) => `These must anchor again, because their share of the costs has become too large: ${names}.`,
    nobody: 'Nobody else must anchor the case again.',
    report: (version) => `Version ${version} of the report no longer matches. Freeze a new version.`,
    link: 'Open the board',
  },
};

/** Tells the host's coordinator that a municipality has left, and what it changes (R5b, R10, R13). */
export function leavingMail(asked: {
  language: Language;
  recipient: Recipient;
  told: ToldLeaving;
  url: string;
}): Wording {
  const { language, told } = asked;
  const texts = TEXTS[language];
  const on = formatDate(told.decidedOn);
  const items = [
    texts.left(told, on),
    texts.staying(told.staying),
    told.passed.length === 0 ? texts.nobody : texts.passed(told.passed.join(', ')),
    ...(told.frozenReport === null ? [] : [texts.report(told.frozenReport)]),
  ];
  return {
    language,
    subject: { municipality: told.municipality, thing: texts.thing, date: on },
    action: texts.action(told.municipality),
    link: { label: texts.link, url: asked.url },
    sections: [
      paragraph(salutation(asked.recipient, told.host, PHRASES[language])),
      { kind: 'list', items: items.map((title) => ({ title })) },
    ],
  };
}
