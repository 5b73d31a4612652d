import { Table } from '@digdir/designsystemet-react';
import { useState, type ReactNode } from 'react';
import type { CsvCell } from './csv';
import { DownloadCsv, type DownloadColumn } from './download-table';
import { sortRows, type Direction } from './sort-rows';

export interface SortColumn<Row> {
  readonly key: string;
  readonly title: string;
  readonly kind?: DownloadColumn['kind'];
  /** What the column is sorted by, and what stands in the file. */
  readonly value: (row: Row) => CsvCell;
  readonly cell?: (row: Row) => ReactNode;
  /** Left out of the page: its figures stand in another cell there. */
  readonly onlyInFile?: boolean;
}

/** A table that is sorted by a click on the head of a column, and is there as CSV in the order that is seen. */
export function SortTable<Row>({
  title,
  columns,
  rows,
  keyOf,
  first,
}: {
  title: string;
  columns: readonly SortColumn<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** The column that it is sorted by at first. */
  first?: string;
}) {
  const [sort, setSort] = useState<{ key: string; direction: Direction } | null>(
    first ? { key: first, direction: 'ascending' } : null,
  );
  const seen = columns.filter(({ onlyInFile }) => !onlyInFile);
  const by = columns.find(({ key }) => key === sort?.key);
  const shown = sort && by ? sortRows(rows, by.value, sort.direction) : rows;
  const choose = (key: string): void =>
    setSort({ key, direction: sort?.key === key && sort.direction === 'ascending' ? 'descending' : 'ascending' });
  const looks = ({ kind }: SortColumn<Row>): string | undefined =>
    kind === 'figure' || kind === 'money' ? 'figure' : undefined;
  return (
    <div className="stack-tight">
      <div className="scroll" tabIndex={0} role="region" aria-label={title}>
        <Table zebra data-size="sm">
          <caption className="unseen">{title}</caption>
          <Table.Head>
            <Table.Row>
              {seen.map((column) => (
                <Table.HeaderCell
                  key={column.key}
                  scope="col"
                  className={looks(column)}
                  sort={sort?.key === column.key ? sort.direction : 'none'}
                  onClick={() => choose(column.key)}
                >
                  {column.title}
                </Table.HeaderCell>
              ))}
            </Table.Row>
          </Table.Head>
          <Table.Body>
            {shown.map((row) => (
              <Table.Row key={keyOf(row)}>
                {seen.map((column, at) => {
                  const content = column.cell ? column.cell(row) : column.value(row);
                  return at === 0 ? (
                    <Table.HeaderCell key={column.key} scope="row">
                      {content}
                    </Table.HeaderCell>
                  ) : (
                    <Table.Cell key={column.key} className={looks(column)}>
                      {content}
                    </Table.Cell>
                  );
                })}
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </div>
      <div className="buttons">
        <DownloadCsv
          title={title}
          columns={columns}
          rows={shown.map((row) => columns.map(({ value }) => value(row)))}
        />
      </div>
    </div>
  );
}
