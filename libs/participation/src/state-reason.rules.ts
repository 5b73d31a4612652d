import { formatDate, formatDecimal } from '@samanker/clock';
import type { Language, Texts } from '@samanker/request';

/** The sentences that say why a participation is in its state, or what it still lacks. */
export const STATE_REASONS = {
  ROUTE_REJECTED: {
    nb: 'Kommunen har vedtatt å ikke delta.',
    nn: 'Kommunen har vedteke å ikkje delta.',
    en: 'The municipality has decided not to take part.',
  },
  ALL_PARTS_OUT: {
    nb: 'Kommunen deltar ikke i noen av delene.',
    nn: 'Kommunen deltek ikkje i nokon av delane.',
    en: 'The municipality takes part in none of the parts.',
  },
  LIMIT_TOTAL: {
    nb: 'Samlet verdi kan bli {value} kr, og vedtaket setter grensen ved {limit} kr.',
    nn: 'Samla verdi kan bli {value} kr, og vedtaket set grensa ved {limit} kr.',
    en: 'The total value can reach NOK {value}, and the decision sets the limit at NOK {limit}.',
  },
  LIMIT_PER_YEAR: {
    nb: 'Verdien i {year} kan bli {value} kr, og vedtaket setter grensen ved {limit} kr per år.',
    nn: 'Verdien i {year} kan bli {value} kr, og vedtaket set grensa ved {limit} kr per år.',
    en: 'The value in {year} can reach NOK {value}, and the decision sets the limit at NOK {limit} per year.',
  },
  LIMIT_PER_INHABITANT: {
    nb: 'Kostnaden i {year} kan bli {value} kr per innbygger, og vedtaket setter grensen ved {limit} kr.',
    nn: 'Kostnaden i {year} kan bli {value} kr per innbyggjar, og vedtaket set grensa ved {limit} kr.',
    en: 'The cost in {year} can reach NOK {value} per inhabitant, and the decision sets the limit at NOK {limit}.',
  },
  LIMIT_PARTS: {
    nb: 'Kommunen har valgt del {parts}, som vedtaket ikke omfatter.',
    nn: 'Kommunen har valt del {parts}, som vedtaket ikkje omfattar.',
    en: 'The municipality has chosen part {parts}, which the decision does not cover.',
  },
  LIMIT_SHARE_OF_COST: {
    nb: 'Kommunen kan måtte bære {value} % av de samlede kostnadene, og vedtaket setter grensen ved {limit} %.',
    nn: 'Kommunen kan måtte bere {value} % av dei samla kostnadene, og vedtaket set grensa ved {limit} %.',
    en: 'The municipality can come to bear {value} % of the common costs, and the decision sets the limit at {limit} %.',
  },
  LIMIT_LATEST_END: {
    nb: 'Avtalen kan vare til {value}, og vedtaket gjelder til {limit}.',
    nn: 'Avtalen kan vare til {value}, og vedtaket gjeld til {limit}.',
    en: 'The contract can last until {value}, and the decision holds until {limit}.',
  },
  LIMIT_HOST: {
    nb: 'Vedtaket gjelder en annen vert enn den saken har nå.',
    nn: 'Vedtaket gjeld ein annan vert enn den saka har no.',
    en: 'The decision names another host than the case has now.',
  },
  CONDITION_NOT_ACCEPTED: {
    nb: 'Verten har ikke godtatt et vilkår i vedtaket.',
    nn: 'Verten har ikkje godteke eit vilkår i vedtaket.',
    en: 'The host has not accepted a condition of the decision.',
  },
  LEGALITY_REVIEW_DEMANDED: {
    nb: 'Det er krevd lovlighetskontroll av vedtaket.',
    nn: 'Det er kravd lovlegkontroll av vedtaket.',
    en: 'A legality review of the decision has been demanded.',
  },
  LEGALITY_REVIEW_PERIOD: {
    nb: 'Saken venter på fristen for lovlighetskontroll, {until}.',
    nn: 'Saka ventar på fristen for lovlegkontroll, {until}.',
    en: 'The case waits for the time limit for a legality review, {until}.',
  },
  ROUTE_NOT_FINISHED: {
    nb: 'Saksgangen er ikke ferdig.',
    nn: 'Saksgangen er ikkje ferdig.',
    en: 'The anchoring route is not finished.',
  },
  CONDITION_OPEN: {
    nb: 'Vilkår som må være avklart før kunngjøring: {count}.',
    nn: 'Vilkår som må vere avklara før kunngjering: {count}.',
    en: 'Conditions to be settled before the notice: {count}.',
  },
  CHOICE_MISSING: {
    nb: 'Kommunen har ikke valgt for alle delene.',
    nn: 'Kommunen har ikkje valt for alle delane.',
    en: 'The municipality has not chosen for every part.',
  },
  LOCAL_LEADER_MISSING: {
    nb: 'Lokal leder er ikke navngitt.',
    nn: 'Lokal leiar er ikkje namngitt.',
    en: 'No local leader is named.',
  },
  LOCAL_GAIN_UNCONFIRMED: {
    nb: 'Lokal leder har ikke bekreftet den lokale gevinsten.',
    nn: 'Lokal leiar har ikkje stadfesta den lokale gevinsten.',
    en: 'The local leader has not confirmed the local gain.',
  },
  POWER_OF_ATTORNEY_MISSING: {
    nb: 'Fullmakten mangler.',
    nn: 'Fullmakta manglar.',
    en: 'The power of attorney is missing.',
  },
  POWER_OF_ATTORNEY_OTHER_HOST: {
    nb: 'Fullmakten gjelder en annen vert.',
    nn: 'Fullmakta gjeld ein annan vert.',
    en: 'The power of attorney names another host.',
  },
  POWER_OF_ATTORNEY_TOO_SMALL: {
    nb: 'Volumene er større enn fullmaktens egen øvre grense.',
    nn: 'Voluma er større enn den eigne øvre grensa i fullmakta.',
    en: 'The volumes exceed the power of attorney’s own maximum.',
  },
} as const satisfies Record<string, Texts>;

export type ReasonCode = keyof typeof STATE_REASONS;

/** One reason: a code and the figures of its sentence. Stored as it is, put into words when it is read. */
export interface Reason {
  readonly code: ReasonCode;
  readonly params?: Readonly<Record<string, string>>;
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const NUMBER = /^-?\d+(\.\d+)?$/;
const MOST_STORED = 500;

/** The sentence of a reason in a language of the interface. */
export function sentenceOf({ code, params = {} }: Reason, language: Language): string {
  const form = language === 'NN' ? 'nn' : language === 'EN' ? 'en' : 'nb';
  const written = (name: string): string => {
    const value = params[name] ?? '';
    if (DATE.test(value)) return formatDate(value);
    return name === 'year' || !NUMBER.test(value) ? value : formatDecimal(value, form);
  };
  return STATE_REASONS[code][form].replace(/\{(\w+)\}/g, (_, name: string) => written(name));
}

/** Reasons as they are kept in the row: the weightiest first, as many as the column holds. */
export function reasonsToStore(reasons: readonly Reason[]): string {
  for (let count = reasons.length; count > 0; count--) {
    const text = JSON.stringify(reasons.slice(0, count));
    if (text.length <= MOST_STORED) return text;
  }
  return '';
}

/** Reasons from the row; what is not ours to read (an older form, a hand-written text) is none. */
export function storedReasons(text: string): Reason[] {
  try {
    const parsed: unknown = text === '' ? [] : JSON.parse(text);
    return Array.isArray(parsed)
      ? parsed.filter((reason: Partial<Reason>): reason is Reason => (reason.code ?? '') in STATE_REASONS)
      : [];
  } catch {
    return [];
  }
}
