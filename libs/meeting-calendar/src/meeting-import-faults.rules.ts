/** Everything that can be wrong in a calendar file. `{limit}` is filled in. */
export const IMPORT_FAULTS = {
  WRONG_HEADER: {
    nb: 'Kolonnen er ukjent. Kolonnene er: {limit}.',
    nn: 'Kolonna er ukjend. Kolonnane er: {limit}.',
    en: 'The column is unknown. The columns are: {limit}.',
  },
  MISSING_COLUMN: { nb: 'Kolonnen mangler.', nn: 'Kolonna manglar.', en: 'The column is missing.' },
  UNREADABLE: {
    nb: 'Linjen kan ikke leses som CSV. Kontroller anførselstegnene.',
    nn: 'Linja kan ikkje lesast som CSV. Kontroller hermeteikna.',
    en: 'The line cannot be read as CSV. Check the quotation marks.',
  },
  WRONG_NUMBER_OF_FIELDS: {
    nb: 'Linjen har feil antall felter.',
    nn: 'Linja har feil tal på felt.',
    en: 'The line has the wrong number of fields.',
  },
  REQUIRED: { nb: 'Fyll ut dette feltet.', nn: 'Fyll ut dette feltet.', en: 'Fill in this field.' },
  TOO_LONG: { nb: 'Bruk høyst {limit} tegn.', nn: 'Bruk høgst {limit} teikn.', en: 'Use at most {limit} characters.' },
  UNKNOWN_BODY: {
    nb: 'Kommunen har ikke noe organ med dette navnet.',
    nn: 'Kommunen har ikkje noko organ med dette namnet.',
    en: 'The municipality has no body of this name.',
  },
  DUPLICATE: {
    nb: 'Møtet står allerede på linje {limit}.',
    nn: 'Møtet står alt på linje {limit}.',
    en: 'The meeting is on line {limit} already.',
  },
  NOT_A_DATE: {
    nb: 'Datoen finnes ikke. Skriv den som ÅÅÅÅ-MM-DD.',
    nn: 'Datoen finst ikkje. Skriv han som ÅÅÅÅ-MM-DD.',
    en: 'This date does not exist. Write it as YYYY-MM-DD.',
  },
  DATE_TOO_LATE: {
    nb: 'Datoen er for langt fram i tid. Seneste dato er {limit}.',
    nn: 'Datoen er for langt fram i tid. Seinaste dato er {limit}.',
    en: 'The date is too far ahead. The latest date is {limit}.',
  },
  NOT_A_TIME: {
    nb: 'Skriv klokkeslettet som TT:MM.',
    nn: 'Skriv klokkeslettet som TT:MM.',
    en: 'Write the time as HH:MM.',
  },
  UNKNOWN_KIND: {
    nb: 'Møtetypen er ukjent. Den er en av: {limit}.',
    nn: 'Møtetypen er ukjend. Han er ein av: {limit}.',
    en: 'The kind of meeting is unknown. It is one of: {limit}.',
  },
  DEADLINE_AFTER_MEETING: {
    nb: 'Innleveringsfristen er etter møtet.',
    nn: 'Innleveringsfristen er etter møtet.',
    en: 'The submission deadline is after the meeting.',
  },
  NO_ROWS: { nb: 'Filen har ingen møter.', nn: 'Fila har ingen møte.', en: 'The file has no meetings.' },
  TOO_MANY: {
    nb: 'Filen har flere enn {limit} møter.',
    nn: 'Fila har fleire enn {limit} møte.',
    en: 'The file has more than {limit} meetings.',
  },
} as const;
export type ImportFaultCode = keyof typeof IMPORT_FAULTS;
