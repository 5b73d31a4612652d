import { formatDate, formatDecimal, type Language as Written } from '@samanker/clock';
import { UNITS } from '@samanker/classification';
import { ThresholdClass } from '@samanker/procurement-law';
import type { Language, Texts } from '@samanker/request';
import type { ReportDifference, ReportDifferenceKind, SpanEnd } from './report-differences.rules';

/** What is said of a difference; `{before}`, `{after}`, `{change}` stand written out. */
const SENTENCES: Readonly<Record<ReportDifferenceKind, Texts>> = {
  CASE_RENAMED: {
    nb: 'Saken heter nå «{after}». Før het den «{before}».',
    nn: 'Saka heiter no «{after}». Før heitte ho «{before}».',
    en: 'The case is now called “{after}”. Before, it was “{before}”.',
  },
  HOST_CHANGED: {
    nb: 'Vert er nå {after}, før {before}.',
    nn: 'Vert er no {after}, før {before}.',
    en: 'The host is now {after}, before {before}.',
  },
  PARTICIPANT_CAME: { nb: '{name} er kommet til.', nn: '{name} er komen til.', en: '{name} has come in.' },
  PARTICIPANT_WENT: { nb: '{name} er gått ut.', nn: '{name} er gått ut.', en: '{name} has gone out.' },
  CHOICE_CHANGED: {
    nb: '{name}, del {part}: {after}. Før: {before}.',
    nn: '{name}, del {part}: {after}. Før: {before}.',
    en: '{name}, part {part}: {after}. Before: {before}.',
  },
  ANCHORED: { nb: '{name} er forankret.', nn: '{name} er forankra.', en: '{name} is anchored.' },
  NO_LONGER_ANCHORED: {
    nb: '{name} er ikke lenger forankret.',
    nn: '{name} er ikkje lenger forankra.',
    en: '{name} is no longer anchored.',
  },
  POWER_OF_ATTORNEY_CAME: {
    nb: '{name} har gitt fullmakt.',
    nn: '{name} har gitt fullmakt.',
    en: '{name} has given a power of attorney.',
  },
  POWER_OF_ATTORNEY_WENT: {
    nb: '{name} har ikke lenger en fullmakt som gjelder.',
    nn: '{name} har ikkje lenger ei fullmakt som gjeld.',
    en: '{name} no longer has a power of attorney in force.',
  },
  OWN_MAXIMUM_CHANGED: {
    nb: 'Høyeste beløp i fullmakten til {name}: {after}. Før: {before}.',
    nn: 'Høgste beløp i fullmakta til {name}: {after}. Før: {before}.',
    en: 'The largest amount in the power of attorney of {name}: {after}. Before: {before}.',
  },
  ITEM_CAME: {
    nb: '{item} er ny i del {part}.',
    nn: '{item} er ny i del {part}.',
    en: '{item} is new in part {part}.',
  },
  ITEM_WENT: {
    nb: '{item} er tatt ut av del {part}.',
    nn: '{item} er teken ut av del {part}.',
    en: '{item} is taken out of part {part}.',
  },
  PRICE_CHANGED: {
    nb: 'Prisen på {item}: {after} per {unit}. Før: {before}.',
    nn: 'Prisen på {item}: {after} per {unit}. Før: {before}.',
    en: 'The price of {item}: {after} per {unit}. Before: {before}.',
  },
  QUANTITY_CHANGED: {
    nb: '{item} i {year}: {after} {unit}, {change}. Før: {before}.',
    nn: '{item} i {year}: {after} {unit}, {change}. Før: {before}.',
    en: '{item} in {year}: {after} {unit}, {change}. Before: {before}.',
  },
  MAXIMUM_QUANTITY_CHANGED: {
    nb: 'Største mengde av {item}: {after} {unit}, {change}. Før: {before}.',
    nn: 'Største mengd av {item}: {after} {unit}, {change}. Før: {before}.',
    en: 'Largest quantity of {item}: {after} {unit}, {change}. Before: {before}.',
  },
  MUNICIPALITY_QUANTITY_CHANGED: {
    nb: '{name} regner med {after} {unit} av {item}, {change}. Før: {before}.',
    nn: '{name} reknar med {after} {unit} av {item}, {change}. Før: {before}.',
    en: '{name} expects {after} {unit} of {item}, {change}. Before: {before}.',
  },
  VALUE_CHANGED: {
    nb: '{span} verdi{ofPart}: {after}, {change}. Før: {before}.',
    nn: '{span} verdi{ofPart}: {after}, {change}. Før: {before}.',
    en: '{span} value{ofPart}: {after}, {change}. Before: {before}.',
  },
  DECISION_DEADLINE_CHANGED: {
    nb: 'Vedtaksfristen er nå {after}, før {before}.',
    nn: 'Vedtaksfristen er no {after}, før {before}.',
    en: 'The decision deadline is now {after}, before {before}.',
  },
  THRESHOLD_CLASS_CHANGED: {
    nb: 'Verdien følger nå andre regler: {after}. Før: {before}.',
    nn: 'Verdien følgjer no andre reglar: {after}. Før: {before}.',
    en: 'The value now follows other rules: {after}. Before: {before}.',
  },
  GAPS_CAME: { nb: 'Nye mangler: {after}.', nn: 'Nye manglar: {after}.', en: 'New gaps: {after}.' },
  GAPS_CLOSED: {
    nb: 'Mangler som er rettet opp: {before}.',
    nn: 'Manglar som er retta opp: {before}.',
    en: 'Gaps that are closed: {before}.',
  },
  DETAILS_CHANGED: {
    nb: 'Bare opplysninger uten virkning for deltakere, mengder og verdi er endret.',
    nn: 'Berre opplysningar utan verknad for deltakarar, mengder og verdi er endra.',
    en: 'Only details without effect on participants, quantities and value have changed.',
  },
};

const CHOICES: Readonly<Record<string, Texts>> = {
  FIRM: { nb: 'deltar', nn: 'deltek', en: 'firm' },
  OPTION: { nb: 'med opsjon', nn: 'med opsjon', en: 'with an option' },
  OUT: { nb: 'deltar ikke', nn: 'deltek ikkje', en: 'out' },
  NONE: { nb: 'ikke svart', nn: 'ikkje svart', en: 'not answered' },
};
const SPANS: Readonly<Record<SpanEnd, Texts>> = {
  minimum: { nb: 'Minste', nn: 'Minste', en: 'Least' },
  expected: { nb: 'Ventet', nn: 'Venta', en: 'Expected' },
  maximum: { nb: 'Høyeste', nn: 'Høgste', en: 'Largest' },
};
const OF_PART: Texts = { nb: ' av del {part}', nn: ' av del {part}', en: ' of part {part}' };
const NOTHING: Texts = { nb: 'ikke oppgitt', nn: 'ikkje oppgitt', en: 'not stated' };
const UP: Texts = { nb: 'opp {by}', nn: 'opp {by}', en: 'up {by}' };
const DOWN: Texts = { nb: 'ned {by}', nn: 'ned {by}', en: 'down {by}' };
const CLASSES: Readonly<Record<ThresholdClass, Texts>> = {
  OUTSIDE_THE_ACT: {
    nb: 'under grensen for anskaffelsesloven',
    nn: 'under grensa for anskaffingslova',
    en: 'below the limit of the Procurement Act',
  },
  PART_I: ofRegulation('I'),
  PART_II: ofRegulation('II'),
  PART_III: ofRegulation('III'),
  PART_IV: ofRegulation('IV'),
  UNKNOWN: { nb: 'ukjent', nn: 'ukjent', en: 'unknown' },
};

const AMOUNTS: readonly ReportDifferenceKind[] = ['OWN_MAXIMUM_CHANGED', 'PRICE_CHANGED', 'VALUE_CHANGED'];

/** One difference as a sentence, with dates, quantities and amounts as people write them. */
export function differenceSentence(difference: ReportDifference, language: Language): string {
  const form = language.toLowerCase() as Written;
  const { kind, change, partNumber, span, unitCode } = difference;
  const amount = AMOUNTS.includes(kind);
  const written = (value: string | null): string => {
    if (kind === 'CHOICE_CHANGED') return CHOICES[value ?? 'NONE']?.[form] ?? '';
    if (value === null) return NOTHING[form];
    if (kind === 'THRESHOLD_CLASS_CHANGED') return CLASSES[value as ThresholdClass][form];
    if (kind === 'DECISION_DEADLINE_CHANGED') return formatDate(value);
    if (!DECIMAL.test(value)) return value;
    const figure = formatDecimal(amount ? value.replace(/\.00$/, '') : value, form);
    return amount ? (form === 'en' ? `NOK\u00a0${figure}` : `${figure}\u00a0kr`) : figure;
  };
  const parameters: Readonly<Record<string, string>> = {
    name: difference.organisationName ?? '',
    item: difference.itemName ?? '',
    unit: unitName(unitCode, form),
    year: String(difference.year ?? ''),
    part: String(partNumber ?? ''),
    span: span ? SPANS[span][form] : '',
    ofPart: partNumber === null ? '' : OF_PART[form].replace('{part}', String(partNumber)),
    before: written(difference.before),
    after: written(difference.after),
    change:
      change === null ? '' : (change.startsWith('-') ? DOWN : UP)[form].replace('{by}', written(unsigned(change))),
  };
  return SENTENCES[kind][form].replace(/\{(\w+)\}/g, (_, name: string) => parameters[name] ?? '');
}

/** What a kind of difference says, with names for what is filled in. */
export function differenceTexts(kind: ReportDifferenceKind): Texts {
  return SENTENCES[kind];
}

const DECIMAL = /^-?\d+(\.\d+)?$/;

function unsigned(decimal: string): string {
  return decimal.replace(/^-/, '');
}

function unitName(code: string | null, form: Written): string {
  const unit = UNITS.find((one) => one.code === code);
  return unit ? { nb: unit.nameNb, nn: unit.nameNn, en: unit.nameEn }[form] : (code ?? '').toLowerCase();
}

function ofRegulation(part: string): Texts {
  return {
    nb: `anskaffelsesforskriften del ${part}`,
    nn: `anskaffingsforskrifta del ${part}`,
    en: `Procurement Regulation part ${part}`,
  };
}
