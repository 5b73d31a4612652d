import { cellName } from '@samanker/attachment';
import type { LocalDate } from '@samanker/clock';
import { dateIn, latestDayOf } from './sheet-date.rules';
import { bodyOf, SheetBody, SheetColumn } from './sheet-columns.rules';
import type { MunicipalityFinder, MunicipalityMatch } from './sheet-municipalities.rules';
import { plain, textOf, type SheetCell } from './sheet-text.rules';
import { readCaseNumber, readStatement, type KnownWordings, type SheetStatement } from './sheet-wordings.rules';
import type { GivenSheet, ReadColumn, ReadHeader } from './running-sheet.rules';
import type { SheetFault } from './sheet-faults';

/** What is read beside the sheet itself. */
export interface ReadingContext {
  readonly today: LocalDate;
  readonly finder: MunicipalityFinder;
  readonly known: KnownWordings;
  /** Organisation by the text that stands in the sheet, as the person says it. */
  readonly said: ReadonlyMap<string, string>;
  /** Rows of the sheet, from 0, that the person leaves out. */
  readonly leftOut: ReadonlySet<number>;
}

/** Something that one row says, and where. */
export interface ReadRow {
  readonly row: number;
  /** Where the municipality stands. */
  readonly cell: string;
  readonly text: string;
  readonly kind: 'MUNICIPALITY' | 'LEFT_OUT' | 'HEADING';
  readonly match: MunicipalityMatch;
  readonly statements: readonly (SheetStatement & { readonly cell: string })[];
  readonly choices: readonly (SheetStatement & { readonly cell: string; readonly partNumber: number | null })[];
  readonly quantities: readonly { readonly cell: string; readonly column: number; readonly quantity: string }[];
  readonly contact: { readonly cell: string; readonly text: string; readonly phone: string | null } | null;
  readonly saysBy: { readonly cell: string; readonly text: string; readonly on: LocalDate | null } | null;
  readonly comments: readonly { readonly cell: string; readonly text: string }[];
  readonly faults: readonly SheetFault[];
}

/** A row of sums, not of a municipality. */
const SUM = /^(?:sum|totalt?|i alt|til ?saman|til ?sammen|snitt|gjennomsnitt)(?: |$)/;

/** Reads the rows below the headings; empty ones are left away, headings between them and sums are told. */
export function readRows(sheet: GivenSheet, header: ReadHeader, context: ReadingContext): ReadRow[] {
  const first = (header.row ?? -1) + 1;
  const places = Object.fromEntries(
    Object.values(SheetColumn).map((meaning) => [meaning, header.columns.filter((one) => one.meaning === meaning)]),
  ) as Record<SheetColumn, ReadColumn[]>;
  return sheet.rows.slice(first).flatMap((cells, index) => {
    if (header.columns.every(({ column }) => textOf(cells[column]) === '')) return [];
    return [new RowReader(sheet, first + index, cells, places, context).read()];
  });
}

class RowReader {
  private readonly faults: SheetFault[] = [];

  constructor(
    private readonly sheet: GivenSheet,
    private readonly row: number,
    private readonly cells: readonly SheetCell[],
    private readonly places: Readonly<Record<SheetColumn, readonly ReadColumn[]>>,
    private readonly context: ReadingContext,
  ) {}

  read(): ReadRow {
    const nameColumn = this.places.MUNICIPALITY[0]?.column;
    const numberColumn = this.places.MUNICIPALITY_NUMBER[0]?.column;
    const name = nameColumn === undefined ? '' : textOf(this.cells[nameColumn]);
    const number = numberColumn === undefined ? '' : textOf(this.cells[numberColumn]);
    const text = name || number;
    const cell = this.at(nameColumn ?? numberColumn ?? 0);
    const said = this.context.said.get(plain(text));
    const match: MunicipalityMatch = said ? { kind: 'FOUND', id: said } : this.context.finder.find(name, number);
    const nothing = {
      statements: [],
      choices: [],
      quantities: [],
      contact: null,
      saysBy: null,
      comments: [],
      faults: [],
    };
    const about = { row: this.row, cell, text, match };
    if (this.context.leftOut.has(this.row)) return { ...about, kind: 'LEFT_OUT', ...nothing };
    if (match.kind !== 'FOUND' && this.isNoMunicipality(text, match)) return { ...about, kind: 'HEADING', ...nothing };
    const statements = this.statements();
    const choices = this.choices();
    const quantities = this.quantities();
    return {
      ...about,
      kind: 'MUNICIPALITY',
      statements,
      choices,
      quantities,
      contact: this.contact(),
      saysBy: this.saysBy(),
      comments: this.places.COMMENT.flatMap((one) => this.said(one)),
      faults: this.faults,
    };
  }

  /** A heading between the rows says nothing but itself; a sum has no municipality. */
  private isNoMunicipality(text: string, match: MunicipalityMatch): boolean {
    if (SUM.test(plain(text))) return true;
    const filled = this.cells.filter((cell) => textOf(cell) !== '').length;
    return match.kind === 'ASK' && match.suggestions.length === 0 && (text === '' || filled === 1);
  }

  private statements(): ReadRow['statements'] {
    const columns = this.places.STATUS;
    const alone = columns.length === 0;
    const heads = alone ? this.places.DECIDED_ON.slice(0, 1) : columns;
    return heads.flatMap((head) => {
      const read = alone ? null : readStatement(this.cells[head.column], this.context.known);
      const dateAt = this.beside(head, this.places.DECIDED_ON, read?.body);
      const beside = dateAt ? dateIn(this.cells[dateAt.column], { serials: true }) : null;
      const numberAt = this.beside(head, this.places.CASE_NUMBER);
      const numbers = numberAt ? readCaseNumber(this.cells[numberAt.column]) : null;
      const bodyAt = this.beside(head, this.places.BODY);
      const bodyText = bodyAt ? textOf(this.cells[bodyAt.column]) : '';
      if (!read?.text && !beside?.date && !beside?.fault) return [];
      const ownDate = read?.date || read?.dateFault;
      if (beside?.fault && !ownDate) this.fault(dateAt!.column, beside.fault);
      // "behandles 24.11" beside "24.11.2016": the year stands there.
      if (read?.dateFault && !(read.dateFault === 'DATE_WITHOUT_YEAR' && beside?.date))
        this.fault(head.column, read.dateFault);
      if (read && read.meaning === null) this.fault(head.column, 'UNKNOWN_WORDING', read.wording);
      return [
        {
          text: read?.text ?? '',
          wording: read?.wording ?? '',
          meaning: read?.meaning ?? (read ? null : 'NOTHING_YET'),
          body: read?.body ?? bodyOf(bodyText) ?? head.body ?? dateAt?.body ?? null,
          date: read?.date ?? beside?.date ?? null,
          dateFault: null,
          bodyCase: numbers?.bodyCase ?? read?.bodyCase ?? null,
          archiveCase: numbers?.archiveCase ?? read?.archiveCase ?? null,
          cell: this.at(read?.text ? head.column : (dateAt ?? head).column),
        },
      ];
    });
  }

  /** The column that belongs to a status column: of the same body, else the nearest one that names none, else `lastFilled`. */
  private beside(
    head: ReadColumn,
    columns: readonly ReadColumn[],
    named: SheetBody | null = null,
  ): ReadColumn | undefined {
    const same = columns.find(({ body }) => body !== null && body === (head.body ?? named));
    if (same) return same;
    const statuses = this.places.STATUS.length > 0 ? this.places.STATUS : [head];
    const nearest = (one: ReadColumn): ReadColumn =>
      statuses.reduce((best, other) => (far(other, one) < far(best, one) ? other : best), statuses[0]!);
    const plainly = columns.find((one) => one.body === null && nearest(one) === head);
    return plainly ?? (statuses.length === 1 && !named ? this.lastFilled(head, columns) : undefined);
  }

  /** "Status | Dato FSK | Dato KS": one status for all bodies stands for the highest of those that have something. */
  private lastFilled(head: ReadColumn, columns: readonly ReadColumn[]): ReadColumn | undefined {
    if (head.body !== null) return undefined;
    const rank = ({ body }: ReadColumn): number => Object.values(SheetBody).indexOf(body!);
    return columns
      .filter(({ column, body }) => body !== null && textOf(this.cells[column]) !== '')
      .sort((a, b) => rank(b) - rank(a))[0];
  }

  private choices(): ReadRow['choices'] {
    return this.places.CHOICE.flatMap((head) => {
      const read = readStatement(this.cells[head.column], this.context.known, { choice: true });
      if (read.text === '' || read.meaning === 'NOTHING_YET') return [];
      if (!['FIRM', 'OPTION', 'OUT'].includes(read.meaning ?? '')) {
        this.fault(head.column, 'UNKNOWN_WORDING', read.wording);
        return [];
      }
      return [{ ...read, cell: this.at(head.column), partNumber: head.partNumber }];
    });
  }

  private quantities(): ReadRow['quantities'] {
    return this.places.QUANTITY.flatMap(({ column }) => {
      const quantity = quantityIn(textOf(this.cells[column]), this.sheet.pointIsDecimal);
      if (quantity === null) return [];
      if (quantity === 'NOT_A_NUMBER') this.fault(column, 'NOT_A_NUMBER');
      return quantity === 'NOT_A_NUMBER' ? [] : [{ cell: this.at(column), column, quantity }];
    });
  }

  private contact(): ReadRow['contact'] {
    const columns = [...this.places.CONTACT_NAME, ...this.places.CONTACT_EMAIL, ...this.places.CONTACT_PHONE];
    const said = columns.flatMap((one) => this.said(one));
    if (said.length === 0) return null;
    const phone = this.places.CONTACT_PHONE.flatMap((one) => this.said(one))[0]?.text.slice(0, 40) ?? null;
    return { cell: said[0]!.cell, text: said.map((one) => one.text).join(', '), phone };
  }

  private saysBy(): ReadRow['saysBy'] {
    const said = this.places.SAYS_BY.flatMap((one) => this.said(one))[0];
    return said ? { ...said, on: latestDayOf(this.cells[this.places.SAYS_BY[0]!.column], this.context.today) } : null;
  }

  private said({ column }: ReadColumn): { cell: string; text: string }[] {
    const text = textOf(this.cells[column]);
    return /[\p{L}\p{N}]/u.test(text) ? [{ cell: this.at(column), text }] : [];
  }

  private at(column: number): string {
    return cellName(this.sheet.name, this.row, column);
  }

  private fault(column: number, fault: SheetFault['fault'], about = ''): void {
    this.faults.push({ cell: this.at(column), fault, about });
  }
}

function far(status: ReadColumn, other: ReadColumn): number {
  // What belongs to a status mostly stands to its right.
  return other.column > status.column ? other.column - status.column : (status.column - other.column) * 1.5;
}

/** A quantity as people write it: "1 234", "ca. 200", "200 stk", "12,5"; null where none is said. */
export function quantityIn(text: string, pointIsDecimal: boolean): string | 'NOT_A_NUMBER' | null {
  if (/^[\s?–—-]*$/u.test(text) || /^(?:na|n\/a|ukjent|ukjend|vet ikke|veit ikkje)$/i.test(text)) return null;
  const bare = text
    .replace(/^(?:ca\.?|om ?lag|rundt|~)\s*/i, '')
    .replace(/\s*(?:stk\.?|stykk|brukere|brukarar|enheter|einingar|pr\.? år|per år)$/i, '')
    .replace(/ /g, '');
  if (!pointIsDecimal && /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(bare)) return 'NOT_A_NUMBER';
  const number = bare.replace(',', '.');
  return /^\d{1,12}(?:\.\d{1,10})?$/.test(number) ? number : 'NOT_A_NUMBER';
}
