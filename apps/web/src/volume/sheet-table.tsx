import { Input, Table } from '@digdir/designsystemet-react';
import { Fragment, useRef, type ClipboardEvent, type FocusEvent, type KeyboardEvent } from 'react';
import { sumOf } from '../clock/decimal';
import { useUnits } from '../classification/units';
import type { VolumeCellInput } from '../generated/documents';
import { useLanguage } from '../language/language';
import { Modelled } from '../page/marks';
import { cellKey, EMPTY, isReadable, rowSum, yearValue, type Cell, type Cells, type Kept } from './cells';
import { pastedRows, placePasted } from './paste';
import { placeAfter, sheetStep } from './sheet-keys';

interface Item {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly unitCode: string;
  readonly unitPrice: string | null;
}

interface Sheet {
  readonly parts: readonly {
    readonly id: string;
    readonly number: number;
    readonly title: string;
    readonly items: readonly Item[];
  }[];
  readonly years: readonly number[];
  readonly firstOption: number;
  readonly cells: Cells;
  readonly kept: ReadonlyMap<string, Kept>;
  readonly withMaximum: boolean;
  /** Null where the sheet is only shown. */
  readonly write: ((cells: readonly (readonly [string, Partial<Cell>])[]) => void) | null;
  /** Told how many pasted numbers had no place. */
  readonly pasted?: (left: number) => void;
  readonly refusedAt: VolumeCellInput | undefined;
  readonly refusal: string | undefined;
}

/** Items × years, with the sum of each row and the value of each year while one types. */
export function SheetTable(sheet: Sheet) {
  const { t, money, language } = useLanguage();
  const items = sheet.parts.flatMap((part) => part.items);
  const values = sheet.years.map((year) => yearValue(sheet.cells, sheet.kept, items, year, language));
  const priced = items.some(
    ({ id, unitPrice }) =>
      unitPrice !== null || sheet.years.some((year) => sheet.kept.get(cellKey(id, year))?.unitPrice),
  );
  return (
    <div className="scroll sheet" tabIndex={0} role="region" aria-label={t.volume.volumes}>
      <Table data-size="sm" border>
        <caption className="unseen">{t.volume.caption}</caption>
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell scope="col" className="stuck">
              {t.volume.item}
            </Table.HeaderCell>
            <Table.HeaderCell scope="col" className="not-narrow">
              {t.volume.unit}
            </Table.HeaderCell>
            {sheet.years.map((year) => (
              <Table.HeaderCell key={year} scope="col" className="figure">
                {year}
                {year >= sheet.firstOption && <span className="under">{t.volume.optionYear}</span>}
              </Table.HeaderCell>
            ))}
            <Table.HeaderCell scope="col" className="figure">
              {t.volume.sum}
            </Table.HeaderCell>
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {sheet.parts.map((part) => (
            <Fragment key={part.id}>
              <Table.Row className="part-row">
                <Table.HeaderCell scope="rowgroup" colSpan={sheet.years.length + 3}>
                  {t.board.partNumber(part.number)}: {part.title}
                </Table.HeaderCell>
              </Table.Row>
              {part.items.map((item) => (
                <ItemRows key={item.id} item={item} sheet={sheet} />
              ))}
            </Fragment>
          ))}
        </Table.Body>
        {priced && (
          <Table.Foot>
            <Table.Row>
              <Table.HeaderCell scope="row" className="stuck">
                {t.volume.value} <Modelled when={[...sheet.cells.values()].some(({ modelled }) => modelled)} />
                <span className="under on-narrow">{t.page.exVat}</span>
              </Table.HeaderCell>
              <Table.Cell className="not-narrow">{t.page.exVat}</Table.Cell>
              {values.map((value, at) => (
                <Table.Cell key={sheet.years[at]} className="figure whole">
                  {money(value)}
                </Table.Cell>
              ))}
              <Table.Cell className="figure whole">
                <strong>{money(sumOf(values))}</strong>
              </Table.Cell>
            </Table.Row>
          </Table.Foot>
        )}
      </Table>
    </div>
  );
}

function ItemRows({ item, sheet }: { item: Item; sheet: Sheet }) {
  const { t, number, language } = useLanguage();
  const units = useUnits();
  return (
    <>
      <Table.Row>
        <Table.HeaderCell scope="row" className="stuck">
          {item.name}
          <span className="under on-narrow">{units.nameOf(item.unitCode)}</span>
        </Table.HeaderCell>
        <Table.Cell className="not-narrow">{units.nameOf(item.unitCode)}</Table.Cell>
        {sheet.years.map((year) => (
          <Table.Cell key={year} className="figure">
            <CellField item={item} year={year} kind="expected" sheet={sheet} />
          </Table.Cell>
        ))}
        <Table.Cell className="figure" data-sum={item.id}>
          <strong>{number(rowSum(sheet.cells, item.id, sheet.years, language))}</strong>
        </Table.Cell>
      </Table.Row>
      {sheet.withMaximum && (
        <Table.Row className="maximum-row">
          <Table.HeaderCell scope="row" className="stuck">
            {t.volume.maximumOf(item.name)}
          </Table.HeaderCell>
          <Table.Cell className="not-narrow">{units.nameOf(item.unitCode)}</Table.Cell>
          {sheet.years.map((year) => (
            <Table.Cell key={year} className="figure">
              <CellField item={item} year={year} kind="maximum" sheet={sheet} />
            </Table.Cell>
          ))}
          <Table.Cell />
        </Table.Row>
      )}
    </>
  );
}

type Kind = 'expected' | 'maximum';

function CellField({ item, year, kind, sheet }: { item: Item; year: number; kind: Kind; sheet: Sheet }) {
  const { t, language } = useLanguage();
  const key = cellKey(item.id, year);
  const cell = sheet.cells.get(key) ?? EMPTY;
  const text = cell[kind];
  const { write } = sheet;
  const say = (said: string): void =>
    write?.([[key, { [kind]: said, modelled: kind === 'expected' ? false : cell.modelled }]]);
  const keys = useKeys(text, say);
  if (!write)
    return (
      <>
        {text} <Modelled when={cell.modelled && text !== ''} />
      </>
    );
  const refused = sheet.refusedAt?.itemId === item.id && sheet.refusedAt.year === year;
  const what = kind === 'expected' ? item.name : t.volume.maximumOf(item.name);
  return (
    <>
      <Input
        className="cell-field"
        inputMode="decimal"
        autoComplete="off"
        name={`${kind} ${key}`}
        data-row={`${kind} ${item.id}`}
        data-year={year}
        value={text}
        aria-label={[what, year, cell.modelled ? t.page.modelled : ''].filter(Boolean).join(', ')}
        aria-invalid={refused || !isReadable(text, language) ? true : undefined}
        title={refused ? sheet.refusal : undefined}
        onChange={(event) => say(event.target.value)}
        {...keys}
        onPaste={(event) => paste(event, item.id, year, kind, sheet)}
      />
      <Modelled when={cell.modelled && text !== ''} />
    </>
  );
}

/** The keys of a spreadsheet: from cell to cell, F2 into the text, Escape takes back what was typed since. */
function useKeys(text: string, restore: (text: string) => void) {
  const before = useRef(text);
  const editing = useRef(false);
  const focused = (event: FocusEvent<HTMLInputElement>): void => {
    before.current = text;
    editing.current = false;
    event.target.select();
  };
  const pressed = (event: KeyboardEvent<HTMLInputElement>): void => {
    const field = event.currentTarget;
    const step = sheetStep(event, {
      start: field.selectionStart ?? 0,
      end: field.selectionEnd ?? 0,
      length: field.value.length,
      editing: editing.current,
    });
    if (step === null) return;
    event.preventDefault();
    if (step === 'EDIT') {
      editing.current = true;
      field.setSelectionRange(field.value.length, field.value.length);
    } else if (step === 'TAKE_BACK') {
      editing.current = false;
      if (text !== before.current) restore(before.current);
      // The text is marked when it stands there again; marking would take the focus back from where one has gone meanwhile.
      requestAnimationFrame(() => document.activeElement === field && field.select());
    } else goOn(field, step);
  };
  return { onFocus: focused, onKeyDown: pressed };
}

function goOn(from: HTMLInputElement, { rows, columns }: { rows: number; columns: number }): void {
  const fields = [...document.querySelectorAll<HTMLInputElement>('.sheet input[data-year]')];
  const names = [...new Set(fields.map(({ dataset }) => dataset.row))];
  const row = names[placeAfter(names.indexOf(from.dataset.row), rows, names.length)];
  const years = fields.filter(({ dataset }) => dataset.row === row);
  const column = years.findIndex(({ dataset }) => dataset.year === from.dataset.year);
  years[placeAfter(column, columns, years.length)]?.focus();
}

/** A block copied from a spreadsheet fills the cells from here on, to the right and down. */
function paste(event: ClipboardEvent<HTMLInputElement>, itemId: string, year: number, kind: Kind, sheet: Sheet): void {
  const rows = pastedRows(event.clipboardData.getData('text/plain'));
  if (rows.length === 1 && rows[0]?.length === 1) return;
  event.preventDefault();
  const items = sheet.parts.flatMap((part) => part.items);
  const { cells, left } = placePasted(rows, { items, years: sheet.years, from: { itemId, year } });
  sheet.write?.(cells.map((cell) => [cellKey(cell.itemId, cell.year), { [kind]: cell.text, modelled: false }]));
  sheet.pasted?.(left);
}
