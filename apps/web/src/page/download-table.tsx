import { Button, Table } from '@digdir/designsystemet-react';
import { useLanguage } from '../language/language';
import { csvText, fileName, saveFile, type CsvCell } from './csv';
import { Fold } from './fold';

/** What stands in a column; figures are decimals as of the API, dates `2026-11-22`. */
export interface DownloadColumn {
  readonly title: string;
  readonly kind?: 'text' | 'figure' | 'date' | 'money';
}

interface Told {
  /** What the table shows: its name for everybody, and the name of the file. */
  readonly title: string;
  readonly columns: readonly DownloadColumn[];
  /** One row for each line, a cell for each column; the first cell names the row. */
  readonly rows: readonly (readonly CsvCell[])[];
}

/** Downloads the rows as CSV for Norwegian spreadsheets. */
export function DownloadCsv({ title, columns, rows }: Told) {
  const { t } = useLanguage();
  const written = (cell: CsvCell): CsvCell => (typeof cell === 'boolean' ? (cell ? t.page.yes : t.page.no) : cell);
  const download = (): void =>
    saveFile(
      fileName(title, 'csv'),
      csvText([columns.map((column) => column.title), ...rows.map((row) => row.map(written))]),
      'text/csv;charset=utf-8',
    );
  return (
    <Button variant="tertiary" data-size="sm" onClick={download} aria-label={`${t.documents.csv}: ${title}`}>
      {t.documents.csv}
    </Button>
  );
}

/**
 * The same figures as a chart or map shows, as a table and as CSV (U8). Folded away beside a picture; `shown` where the
 * table stands alone.
 */
export function DownloadTable({ shown = false, ...told }: Told & { readonly shown?: boolean }) {
  const { t } = useLanguage();
  return shown ? (
    <FiguresTable {...told} />
  ) : (
    <Fold title={t.documents.asTable(told.title)}>
      <FiguresTable {...told} />
    </Fold>
  );
}

function FiguresTable({ title, columns, rows }: Told) {
  const { t } = useLanguage();
  return (
    <div className="stack-tight">
      <div className="scroll" tabIndex={0} role="region" aria-label={title}>
        <Table zebra data-size="sm">
          <caption className="unseen">{title}</caption>
          <Table.Head>
            <Table.Row>
              {columns.map((column, at) => (
                <Table.HeaderCell key={at} scope="col" className={looks(column)}>
                  {column.title}
                </Table.HeaderCell>
              ))}
            </Table.Row>
          </Table.Head>
          <Table.Body>
            {rows.map((row, down) => (
              <Table.Row key={down}>
                {columns.map((column, at) =>
                  at === 0 ? (
                    <Table.HeaderCell key={at} scope="row" className={looks(column)}>
                      <Shown cell={row[at]} column={column} />
                    </Table.HeaderCell>
                  ) : (
                    <Table.Cell key={at} className={looks(column)}>
                      <Shown cell={row[at]} column={column} />
                    </Table.Cell>
                  ),
                )}
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </div>
      {rows.length === 0 && <p className="subtle">{t.documents.noRows}</p>}
      <div className="buttons">
        <DownloadCsv title={title} columns={columns} rows={rows} />
      </div>
    </div>
  );
}

function Shown({ cell, column }: { cell: CsvCell; column: DownloadColumn }) {
  const { t, number, date, money } = useLanguage();
  if (cell === null || cell === undefined || cell === '') return null;
  if (typeof cell === 'boolean') return cell ? t.page.yes : t.page.no;
  if (column.kind === 'figure') return number(cell);
  if (column.kind === 'money') return money(String(cell));
  return column.kind === 'date' ? date(String(cell)) : cell;
}

function looks({ kind }: DownloadColumn): string | undefined {
  return kind === 'figure' || kind === 'money' ? 'figure' : undefined;
}
