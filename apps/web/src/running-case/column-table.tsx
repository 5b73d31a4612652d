import { Select, Table } from '@digdir/designsystemet-react';
import { useLanguage } from '../language/language';
import type { Told } from './import-running-case.page';

/** The columns as they were read; what is wrong is said anew. */
export function ColumnTable({
  columns,
  chosen,
  onChoose,
}: {
  columns: Told['columns'];
  chosen: Readonly<Record<number, string>>;
  onChoose: (column: number, meaning: string) => void;
}) {
  const { t } = useLanguage();
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={t.running.columns}>
      <Table zebra data-size="sm">
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell scope="col">{t.running.column}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{t.running.heading}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{t.running.sample}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{t.running.readAs}</Table.HeaderCell>
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {columns.map(({ column, letters, heading, sample, meaning, body, year }) => (
            <Table.Row key={column}>
              <Table.HeaderCell scope="row">{letters}</Table.HeaderCell>
              <Table.Cell>{heading || '–'}</Table.Cell>
              <Table.Cell>{sample || '–'}</Table.Cell>
              <Table.Cell>
                <Select
                  data-size="sm"
                  aria-label={t.running.readAsOf(letters)}
                  value={chosen[column] ?? meaning ?? ''}
                  onChange={(event) => onChoose(column, event.target.value)}
                >
                  <Select.Option value="" disabled>
                    {t.running.notSaid}
                  </Select.Option>
                  {Object.entries(t.running.meanings).map(([code, name]) => (
                    <Select.Option key={code} value={code}>
                      {name}
                      {code === meaning && body ? ` (${t.running.ofBody[body]})` : ''}
                      {code === meaning && year ? ` (${year})` : ''}
                    </Select.Option>
                  ))}
                </Select>
              </Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  );
}
