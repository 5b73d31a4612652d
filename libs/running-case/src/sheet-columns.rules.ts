import { plain } from './sheet-text.rules';

/** What a column of the spreadsheet is about. */
export const SheetColumn = {
  MUNICIPALITY: 'MUNICIPALITY',
  MUNICIPALITY_NUMBER: 'MUNICIPALITY_NUMBER',
  CONTACT_NAME: 'CONTACT_NAME',
  CONTACT_EMAIL: 'CONTACT_EMAIL',
  CONTACT_PHONE: 'CONTACT_PHONE',
  STATUS: 'STATUS',
  BODY: 'BODY',
  DECIDED_ON: 'DECIDED_ON',
  CASE_NUMBER: 'CASE_NUMBER',
  CHOICE: 'CHOICE',
  QUANTITY: 'QUANTITY',
  SAYS_BY: 'SAYS_BY',
  COMMENT: 'COMMENT',
  IGNORED: 'IGNORED',
} as const;
export type SheetColumn = (typeof SheetColumn)[keyof typeof SheetColumn];

/** Who decided, as a spreadsheet names it. */
export const SheetBody = {
  ADMINISTRATION: 'ADMINISTRATION',
  COMMITTEE: 'COMMITTEE',
  EXECUTIVE_COMMITTEE: 'EXECUTIVE_COMMITTEE',
  COUNCIL: 'COUNCIL',
} as const;
export type SheetBody = (typeof SheetBody)[keyof typeof SheetBody];

/** Words for bodies in Bokmål, Nynorsk and English, and as coordinators shorten them; the first that fits counts. */
const BODIES: readonly [SheetBody, RegExp][] = [
  ['EXECUTIVE_COMMITTEE', /^(?:formannskap\w*|formannskapsm\w*|fsk|fs|executive committee)$/],
  ['COUNCIL', /^(?:kommunestyre\w*|bystyre\w*|herr?adsstyre\w*|k styret?|kst|ks|bst|(?:municipal |city )?council)$/],
  [
    'COMMITTEE',
    /^(?:\w*utval(?:g|get)?|komite(?:en)?|komité(?:en)?|hovedutvalg\w*|levekår\w*|hok|(?:standing )?committee)$/,
  ],
  [
    'ADMINISTRATION',
    /^(?:rådmann(?:en)?|kommunedirektør(?:en)?|administra(?:sjon\w*|tivt?|tion)|adm|delegert\w*|enhetsleder|einingsleiar|chief executive)$/,
  ],
];

/** The body that a word or a whole short text names; null when it names none. */
export function bodyOf(text: string): SheetBody | null {
  const words = plain(text);
  return BODIES.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

/** What a heading was taken for. */
export interface ReadHeading {
  readonly column: SheetColumn;
  /** For STATUS and DECIDED_ON: the body that the heading names. */
  readonly body: SheetBody | null;
  /** For QUANTITY: the year that the heading names. */
  readonly year: number | null;
}

const HEADINGS: readonly [SheetColumn, RegExp][] = [
  ['MUNICIPALITY_NUMBER', /^(?:kommune ?n(?:umme)?r|knr|k nr|komm ?nr|municipality (?:number|no|code))$/],
  [
    'MUNICIPALITY',
    /^(?:kommunen?|kommunar|kommuner|kommunenamn|kommunenavn|deltaker|deltakar|municipality|participant)$/,
  ],
  ['CONTACT_EMAIL', /^(?:(?:kontakt\w* )?(?:e ?post|epost|mail|e ?mail)(?:adresse|adr| address)?)$/],
  ['CONTACT_PHONE', /^(?:(?:kontakt\w* )?(?:tlf|telefon|mobil|phone|mob)(?: ?(?:nr|nummer|no|number))?)$/],
  [
    'CONTACT_NAME',
    /^(?:kontakt(?:person|namn|navn)?(?: namn| navn| i kommunen)?|contact(?: person| name)?|saksbehandler|sakshandsamar|ansvarle?ig)$/,
  ],
  [
    'SAYS_BY',
    /^(?:(?:sier|seier|lover|lovar|venta|ventet|forventet|planlagt|planned|expected|they say)(?: (?:de|dei|dato|ferdig|vedtatt|vedtak|behandling|handsaming|når|by|date|decision))*|lovet|når)$/,
  ],
  [
    'DECIDED_ON',
    /^(?:(?:vedtaks?|møte|mote|behandlet|handsama|decision|meeting)? ?(?:dato|date)(?: (?:for )?(?:vedtak(?:et)?|møtet?|behandling|handsaming|decision))?|behandlet(?: dato)?|dato vedtatt|vedtatt(?: den| dato)?|decided(?: on)?)$/,
  ],
  [
    'CASE_NUMBER',
    /^(?:saks? ?n(?:umme)?r|sak|arkiv(?:sak|ref(?:eranse)?)?(?: ?nr)?|ps|vedtak(?:s|ssak|s ?nr)|case (?:number|no)|archive (?:case|reference))$/,
  ],
  [
    'CHOICE',
    /^(?:deltakelse|deltaking|deltar|deltek|deltaker|med(?: eller ikke)?|opsjon|fast(?: eller)? opsjon|fast opsjon|valg|val|påmeldt|participation|firm(?: or)? option|choice)$/,
  ],
  ['BODY', /^(?:(?:politisk )?organ|utvalg|behandles i|handsamast i|hvem vedtar|kven vedtek|(?:decision )?body)$/],
  [
    'STATUS',
    /^(?:status|svar|vedtak|vedtatt(?: ja nei)?|behandling|handsaming|resultat|utfall|tilbakemelding|decision|answer|outcome|forankring|anchoring)$/,
  ],
  ['COMMENT', /^(?:kommentar(?:er|ar)?|merknad(?:er|ar)?|notat(?:er|ar)?|anna|annet|info|comments?|notes?|remarks?)$/],
  ['IGNORED', /^(?:nr|løpenr|lopenr|lnr|#|fylke|county|region|innbyggere|innbyggjarar|folketal|folketall|population)$/],
];

const QUANTITY = /(?:^| )(?:antall|tal|tal på|mengd?e?|volum|stk|number of|quantity|count)(?: |$)/;

/** What a heading is taken for; null when its words are not known, and the person has to say it. */
export function readHeading(heading: string, itemNames: readonly string[] = []): ReadHeading | null {
  const words = plain(heading);
  if (!words) return null;
  const year = Number(/(?:^| )(20\d\d)(?: |$)/.exec(words)?.[1] ?? 0) || null;
  const withoutYear = words.replace(/(?:^| )20\d\d(?= |$)/, '').trim();
  if (itemNames.some((name) => plain(name) === withoutYear)) return { column: 'QUANTITY', body: null, year };
  const body = bodyOf(words);
  // A column that bears the name of a body says what it decided; alone among them, "utvalg" is the heading of names.
  if (body && words !== 'utvalg') return { column: 'STATUS', body, year: null };
  const column = HEADINGS.find(([, pattern]) => pattern.test(words))?.[0];
  if (column) return { column, body: null, year: null };
  const named = ofBody(words);
  if (named) return named;
  return QUANTITY.test(withoutYear) ? { column: 'QUANTITY', body: null, year } : null;
}

/** "Vedtak kommunestyret", "Formannskap dato", "Dato bystyret". */
function ofBody(words: string): ReadHeading | null {
  const parts = words.split(' ');
  for (const at of [0, parts.length - 1]) {
    const body = bodyOf(parts[at]!);
    const rest = parts.filter((_, index) => index !== at && parts[index] !== 'i').join(' ');
    const column = HEADINGS.find(([, pattern]) => pattern.test(rest))?.[0];
    if (body && (column === 'STATUS' || column === 'DECIDED_ON' || column === 'CASE_NUMBER'))
      return { column, body, year: null };
  }
  return null;
}

/** The name of an item as a heading of quantities says it: without year, brackets and the words for counting. */
export function itemNameOf(heading: string): string {
  return heading
    .replace(/\(.*?\)/g, ' ')
    .replace(/(?<!\d)20\d\d(?!\d)/g, ' ')
    .replace(/^\s*(?:antall|tal på|tal|mengde|mengd|volum|number of|quantity of|quantity)(?=\s)/i, ' ')
    .replace(/[\s,;:–-]+$/u, '')
    .replace(/\s+/g, ' ')
    .trim();
}
