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
    nb: 'Møtet står allerede et annet sted: {limit}.',
    nn: 'Møtet står alt ein annan stad: {limit}.',
    en: 'The meeting stands elsewhere already: {limit}.',
  },
  NOT_A_DATE: {
    nb: 'Datoen finnes ikke. Skriv den som 22.11.2026.',
    nn: 'Datoen finst ikkje. Skriv han som 22.11.2026.',
    en: 'This date does not exist. Write it as 22.11.2026.',
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
  NO_YEAR: {
    nb: '«{limit}» mangler år. Velg året planen gjelder.',
    nn: '«{limit}» manglar år. Vel året planen gjeld.',
    en: '“{limit}” has no year. Choose the year of the plan.',
  },
  NO_SUCH_DAY: {
    nb: '«{limit}» er ingen dato. Kontroller dag og måned.',
    nn: '«{limit}» er ingen dato. Kontroller dag og månad.',
    en: '“{limit}” is no date. Check day and month.',
  },
  WRONG_WEEKDAY: {
    nb: '«{limit}» er en annen ukedag. Kontroller datoen og året.',
    nn: '«{limit}» er ein annan vekedag. Kontroller datoen og året.',
    en: '“{limit}” is another weekday. Check the date and the year.',
  },
  NOT_A_CALENDAR: {
    nb: 'Dette er ingen kalenderfil (iCalendar, .ics).',
    nn: 'Dette er inga kalenderfil (iCalendar, .ics).',
    en: 'This is no calendar file (iCalendar, .ics).',
  },
  UNKNOWN_TIME_ZONE: {
    nb: 'Tidssonen «{limit}» er ukjent.',
    nn: 'Tidssona «{limit}» er ukjend.',
    en: 'The time zone “{limit}” is unknown.',
  },
  UNREADABLE_SERIES: {
    nb: 'Møteserien kan ikke leses. Legg inn datoene hver for seg.',
    nn: 'Møteserien kan ikkje lesast. Legg inn datoane kvar for seg.',
    en: 'The series cannot be read. Enter its dates one by one.',
  },
  NOT_A_WORKBOOK: {
    nb: 'Dette er ingen Excel-fil (.xlsx). Lagre planen som .xlsx og prøv igjen.',
    nn: 'Dette er inga Excel-fil (.xlsx). Lagre planen som .xlsx og prøv igjen.',
    en: 'This is no Excel file (.xlsx). Save the plan as .xlsx and try again.',
  },
  HAS_MACROS: {
    nb: 'Filen har makroer. Lagre den som .xlsx og prøv igjen.',
    nn: 'Fila har makroar. Lagre henne som .xlsx og prøv igjen.',
    en: 'The file has macros. Save it as .xlsx and try again.',
  },
  TOO_LARGE: {
    nb: 'Arket er for stort. Ta med bare møteplanen.',
    nn: 'Arket er for stort. Ta med berre møteplanen.',
    en: 'The sheet is too large. Keep only the plan of meetings.',
  },
  NO_ROWS: {
    nb: 'Vi fant ingen møter. Kontroller at hver dato har et organ.',
    nn: 'Vi fann ingen møte. Kontroller at kvar dato har eit organ.',
    en: 'We found no meetings. Check that every date has a body.',
  },
  TOO_MANY: {
    nb: 'Filen har flere enn {limit} møter.',
    nn: 'Fila har fleire enn {limit} møte.',
    en: 'The file has more than {limit} meetings.',
  },
} as const;
export type ImportFaultCode = keyof typeof IMPORT_FAULTS;
