import { Table } from '@digdir/designsystemet-react';
import { useLanguage } from '../language/language';
import { CsvDownload } from './csv-download';
import { Fold } from './fold';
import './data-table.css';

/** What a chart shows, as a table and as a file (U8). The first cell of a row names it. */
export function DataTable({
  name,
  head,
  rows,
}: {
  name: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
}) {
  const { t } = useLanguage();
  return (
    <div className="data-table">
      <Fold title={`${t.timeLine.asTable}: ${name}`}>
        <div className="scroll" tabIndex={0} role="region" aria-label={name}>
          <Table data-size="sm">
            <caption className="unseen">{name}</caption>
            <Table.Head>
              <Table.Row>
                {head.map((title) => (
                  <Table.HeaderCell key={title} scope="col">
                    {title}
                  </Table.HeaderCell>
                ))}
              </Table.Row>
            </Table.Head>
            <Table.Body>
              {rows.map(([first, ...rest], at) => (
                <Table.Row key={at}>
                  <Table.HeaderCell scope="row">{first}</Table.HeaderCell>
                  {rest.map((value, place) => (
                    <Table.Cell key={place}>{value}</Table.Cell>
                  ))}
                </Table.Row>
              ))}
            </Table.Body>
          </Table>
        </div>
      </Fold>
      <CsvDownload name={name} head={head} rows={rows} />
    </div>
  );
}
