import { rolesInWords, type Language, type Texts } from '@samanker/request';
import { menderOf, menderOrganisation } from './gap-mender.rules';
import type { ReportContent } from './report-content';
import type { LeftFact } from './report-facts';
import { gapSentence } from './report-gap.rules';

/** Which content of a report it is. */
export interface ReportEdition {
  readonly content: ReportContent;
  readonly sha256: string;
  /** Number of the frozen version; null: the data of this moment. */
  readonly number: number | null;
}

/** A cell of a table of the report: a text, or a decimal. */
export type ReportCell = string | { readonly number: string; readonly modelled?: boolean };

/** One table of the report, the same in every kind of document. */
export interface ReportTable {
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly ReportCell[])[];
}

const WORDS = {
  title: { nb: 'Samlet behovsrapport', nn: 'Samla behovsrapport', en: 'Merged-demand report' },
  summary: { nb: 'Om rapporten', nn: 'Om rapporten', en: 'About the report' },
  what: { nb: 'Opplysning', nn: 'Opplysning', en: 'Fact' },
  value: { nb: 'Verdi', nn: 'Verdi', en: 'Value' },
  case: { nb: 'Fellesanskaffelse', nn: 'Fellesanskaffing', en: 'Joint procurement' },
  host: { nb: 'Vert', nn: 'Vert', en: 'Host' },
  version: { nb: 'Versjon', nn: 'Versjon', en: 'Version' },
  live: {
    nb: 'Ikke låst: tallene slik de er nå',
    nn: 'Ikkje låst: tala slik dei er no',
    en: 'Not frozen: the figures of now',
  },
  minimum: { nb: 'Minst, kr uten mva.', nn: 'Minst, kr utan mva.', en: 'Least, NOK ex VAT' },
  expected: { nb: 'Forventet, kr uten mva.', nn: 'Forventa, kr utan mva.', en: 'Expected, NOK ex VAT' },
  maximum: { nb: 'Høyst, kr uten mva.', nn: 'Høgst, kr utan mva.', en: 'Largest, NOK ex VAT' },
  participants: { nb: 'Deltakere', nn: 'Deltakarar', en: 'Participants' },
  municipality: { nb: 'Kommune', nn: 'Kommune', en: 'Municipality' },
  organisationNumber: { nb: 'Org.nr.', nn: 'Org.nr.', en: 'Org. no.' },
  part: { nb: 'Del', nn: 'Del', en: 'Part' },
  anchored: { nb: 'Forankret', nn: 'Forankra', en: 'Anchored' },
  attorney: { nb: 'Fullmakt', nn: 'Fullmakt', en: 'Power of attorney' },
  yes: { nb: 'Ja', nn: 'Ja', en: 'Yes' },
  no: { nb: 'Nei', nn: 'Nei', en: 'No' },
  modelled: { nb: 'modellert', nn: 'modellert', en: 'modelled' },
  onBehalf: {
    nb: 'ført på vegne av kommunen',
    nn: 'ført på vegner av kommunen',
    en: 'registered on the municipality’s behalf',
  },
  left: {
    nb: 'meldt ut {on}, vedtak {reference}',
    nn: 'meld ut {on}, vedtak {reference}',
    en: 'left on {on}, decision {reference}',
  },
  values: { nb: 'Verdier per del', nn: 'Verdiar per del', en: 'Values per part' },
  firm: { nb: 'Deltar', nn: 'Deltek', en: 'Takes part' },
  option: { nb: 'Med opsjon', nn: 'Med opsjon', en: 'With an option' },
  out: { nb: 'Deltar ikke', nn: 'Deltek ikkje', en: 'Does not take part' },
  unanswered: { nb: 'Ikke svart', nn: 'Ikkje svart', en: 'Not answered' },
  totals: { nb: 'Samlede mengder', nn: 'Samla mengder', en: 'Total quantities' },
  lines: { nb: 'Mengder per kommune', nn: 'Mengder per kommune', en: 'Quantities per municipality' },
  item: { nb: 'Vare eller tjeneste', nn: 'Vare eller teneste', en: 'Good or service' },
  unit: { nb: 'Enhet', nn: 'Eining', en: 'Unit' },
  year: { nb: 'År', nn: 'År', en: 'Year' },
  commitment: { nb: 'Binding', nn: 'Binding', en: 'Commitment' },
  quantity: { nb: 'Forventet mengde', nn: 'Forventa mengd', en: 'Expected quantity' },
  largest: { nb: 'Største mengde', nn: 'Største mengd', en: 'Largest quantity' },
  origin: { nb: 'Opphav', nn: 'Opphav', en: 'Origin' },
  COMMITTED: { nb: 'Bindende', nn: 'Bindande', en: 'Binding' },
  OPTION: { nb: 'Opsjon', nn: 'Opsjon', en: 'Option' },
  NOT_ANCHORED: { nb: 'Ikke forankret', nn: 'Ikkje forankra', en: 'Not anchored' },
  NEED: { nb: 'fra behov', nn: 'frå behov', en: 'from a need' },
  DECLARED: { nb: 'meldt inn', nn: 'meldt inn', en: 'declared' },
  MODELLED: { nb: 'modellert', nn: 'modellert', en: 'modelled' },
  missing: { nb: 'Dette mangler', nn: 'Dette manglar', en: 'What is missing' },
  nothing: { nb: 'Ingenting mangler.', nn: 'Ingenting manglar.', en: 'Nothing is missing.' },
  mender: { nb: 'Kan ordnes av', nn: 'Kan ordnast av', en: 'Can be mended by' },
  region: { nb: 'Regionen', nn: 'Regionen', en: 'The region' },
  wholeCase: { nb: 'Hele saken', nn: 'Heile saka', en: 'The whole case' },
} satisfies Record<string, Texts>;

type Word = keyof typeof WORDS;

/** R22: the tables of a report, for CSV, Excel and PDF: what stands in one stands in all. */
export function reportTables({ content, sha256, number }: ReportEdition, language: Language): ReportTable[] {
  const say = (word: Word): string => textIn(WORDS[word], language);
  const figure = (text: string, modelled = false): ReportCell => ({ number: text, modelled });
  const names = new Map(content.participants.map((one) => [one.organisationId, one.name]));
  const parts = new Map(content.parts.map((part) => [part.partId, `${part.number}. ${part.title}`]));
  const items = new Map(content.items.map((item) => [item.itemId, item]));
  const choiceOf = (choice: string | null | undefined): string =>
    say(choice === 'FIRM' ? 'firm' : choice === 'OPTION' ? 'option' : choice === 'OUT' ? 'out' : 'unanswered');
  const spans = ['minimum', 'expected', 'maximum'] as const;
  const about = (itemId: string): string[] => {
    const item = items.get(itemId);
    return [parts.get(item?.partId ?? '') ?? '', item?.name ?? '', item?.unitCode ?? ''];
  };
  const modelled = content.figuresOrigin === 'MODELLED';
  return [
    {
      title: say('summary'),
      heads: [say('what'), say('value')],
      rows: [
        [say('case'), content.title],
        [say('host'), `${content.host.name} ${content.host.organisationNumber ?? ''}`.trim()],
        [say('version'), number === null ? say('live') : String(number)],
        ['SHA-256', sha256],
        ...(modelled ? [[say('origin'), say('modelled')]] : []),
        ...spans.map((span) => [say(span), figure(content.values[span], modelled)]),
      ],
    },
    {
      title: say('participants'),
      heads: [
        say('municipality'),
        say('organisationNumber'),
        ...content.parts.map((part) => `${say('part')} ${part.number}`),
        say('anchored'),
        say('attorney'),
        ...spans.map(say),
      ],
      rows: content.participants.map((one) => [
        [
          one.name,
          one.answerOrigin === 'MODELLED' && `(${say('modelled')})`,
          one.registeredOnBehalf && `(${say('onBehalf')})`,
          one.left && `(${leftAs(say('left'), one.left)})`,
        ]
          .filter(Boolean)
          .join(' '),
        one.organisationNumber ?? '',
        ...content.parts.map(({ partId }) => choiceOf(one.choices.find((choice) => choice.partId === partId)?.choice)),
        one.anchored ? (one.routeFinishedOn ? shownDate(one.routeFinishedOn) : say('yes')) : say('no'),
        say(one.powerOfAttorney ? 'yes' : 'no'),
        ...spans.map((span) => figure(one.values[span], modelled)),
      ]),
    },
    {
      title: say('values'),
      heads: [say('part'), ...(['firm', 'option', 'out', 'unanswered'] as const).map(say), ...spans.map(say)],
      rows: content.parts.map((part) => [
        `${part.number}. ${part.title}`,
        ...[part.firm, part.option, part.out, part.unanswered].map((count) => figure(String(count))),
        ...spans.map((span) => figure(part.values[span], modelled)),
      ]),
    },
    {
      title: say('totals'),
      heads: (
        ['part', 'item', 'unit', 'year', 'commitment', 'quantity', 'largest', 'expected', 'maximum'] as const
      ).map(say),
      rows: content.totals.map((total) => [
        ...about(total.itemId),
        String(total.year),
        say(total.commitment),
        ...[total.expected, total.maximum, total.expectedValue, total.maximumValue].map((one) => figure(one, modelled)),
      ]),
    },
    {
      title: say('lines'),
      heads: (
        [
          'municipality',
          'part',
          'item',
          'unit',
          'year',
          'commitment',
          'quantity',
          'largest',
          'expected',
          'origin',
        ] as const
      ).map(say),
      rows: content.lines.map((line) => [
        names.get(line.organisationId) ?? '',
        ...about(line.itemId),
        String(line.year),
        say(line.commitment),
        figure(line.expected, line.origin === 'MODELLED'),
        figure(line.maximum, line.origin === 'MODELLED'),
        line.expectedValue === null ? '' : figure(line.expectedValue, line.origin === 'MODELLED'),
        say(line.origin),
      ]),
    },
    {
      title: say('missing'),
      heads: [say('municipality'), say('missing'), say('mender')],
      rows:
        content.missing.length > 0
          ? content.missing.map((gap) => {
              const mender = menderOf(gap.gap);
              const organisation = menderOrganisation(mender, gap.organisationId, content.host.organisationId);
              const name = organisation && (names.get(organisation) ?? content.host.name);
              return [
                gap.organisationId ? (names.get(gap.organisationId) ?? '') : say('wholeCase'),
                gapSentence(gap, language),
                [name ?? say('region'), textIn(rolesInWords(mender.roles), language)].join(': '),
              ];
            })
          : [[say('wholeCase'), say('nothing'), '']],
    },
  ];
}

/** The title of the report as a document. */
export function reportTitle({ content, number }: ReportEdition, language: Language): string {
  const version = number === null ? '' : `, ${textIn(WORDS.version, language).toLowerCase()} ${number}`;
  return `${textIn(WORDS.title, language)}: ${content.title}${version}`;
}

/** Who left, in words: the reference is people's own text, and nothing in it is read as a pattern. */
function leftAs(text: string, { decidedOn, decisionReference }: LeftFact): string {
  return text.replace(/\{(on|reference)\}/g, (_, what: string) =>
    what === 'on' ? shownDate(decidedOn) : decisionReference,
  );
}

/** `22.11.2026` from `2026-11-22`. */
function shownDate(date: string): string {
  return date.split('-').reverse().join('.');
}

function textIn(texts: Texts, language: Language): string {
  return language === 'NN' ? texts.nn : language === 'EN' ? texts.en : texts.nb;
}
