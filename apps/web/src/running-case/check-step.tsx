import { Alert, Button, Heading, Paragraph, Table } from '@digdir/designsystemet-react';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import type { RunningCaseColumnMeaning, RunningCaseMeaning } from '../generated/documents';
import { useLanguage } from '../language/language';
import { Fold } from '../page/fold';
import { Refusal } from '../page/refusal';
import { reveal } from '../page/reveal';
import { Answer } from './answer';
import { ColumnTable } from './column-table';
import type { Given, Told } from './import-running-case.page';
import { RowTable } from './row-table';

const LEAVE_OUT = 'LEAVE_OUT';

/** Second step: what cannot be read is answered or left out; the rest is shown as it will be. */
export function CheckStep({
  told,
  given,
  organisations,
  verb,
  onCheck,
  onBack,
  onOnward,
}: {
  told: Told;
  given: Given;
  organisations: readonly { id: string; name: string }[];
  verb: Parameters<typeof Refusal>[0]['verb'] & { busy: boolean };
  onCheck: (given: Given) => void;
  /** Takes along what is answered already. */
  onBack: (given: Given) => void;
  onOnward: () => void;
}) {
  const { t } = useLanguage();
  const heading = useRef<HTMLHeadingElement>(null);
  const [who, setWho] = useState<Readonly<Record<number, string>>>({});
  const [meant, setMeant] = useState<Readonly<Record<string, string>>>({});
  const [columns, setColumns] = useState<Readonly<Record<number, string>>>({});
  const [left, setLeft] = useState<readonly number[]>([]);
  useEffect(() => reveal(heading.current), []);

  const unknown = told.rows.filter((row) => row.organisationId === null && !row.leftOut);
  const asked = new Set([...unknown.map(({ rowNumber }) => rowNumber)]);
  const wordings = new Set(told.unknownWordings.map(({ cell }) => cell));
  const others = told.faults.filter(({ cell }) => !asked.has(rowOf(cell)) && !wordings.has(cell));
  const asks = unknown.length > 0 || told.unknownWordings.length > 0;
  const mended = Object.keys(who).length + Object.keys(meant).length + Object.keys(columns).length + left.length > 0;

  const answered = (): Given => {
    const rows = unknown.filter(({ rowNumber }) => who[rowNumber]);
    return {
      ...given,
      municipalities: [
        ...(given.municipalities ?? []),
        ...rows.flatMap(({ text, rowNumber }) =>
          who[rowNumber] === LEAVE_OUT ? [] : [{ text, organisationId: who[rowNumber]! }],
        ),
      ],
      leaveOutRows: [
        ...(given.leaveOutRows ?? []),
        ...left,
        ...rows.flatMap(({ rowNumber }) => (who[rowNumber] === LEAVE_OUT ? [rowNumber] : [])),
      ],
      wordings: [
        ...(given.wordings ?? []),
        ...Object.entries(meant).map(([wording, meaning]) => ({ wording, meaning: meaning as RunningCaseMeaning })),
      ],
      columns: [
        ...(given.columns ?? []).filter(({ column }) => columns[column] === undefined),
        ...Object.entries(columns).map(([column, meaning]) => ({
          column: Number(column),
          meaning: meaning as RunningCaseColumnMeaning,
        })),
      ],
    };
  };
  const check = (event: FormEvent): void => {
    event.preventDefault();
    onCheck(answered());
  };

  return (
    <form className="stack" onSubmit={check} noValidate>
      <Heading level={2} data-size="sm" ref={heading} tabIndex={-1} className="page-title">
        {told.faultCount === 0 ? t.running.found(told.rowCount) : t.running.toMend(told.faultCount)}
      </Heading>
      {told.faultCount === 0 ? (
        <Alert data-color="success">
          <Paragraph>{t.running.ready}</Paragraph>
        </Alert>
      ) : (
        asks && <Paragraph>{t.running.mendIntro}</Paragraph>
      )}
      {asks && (
        <div className="answers">
          {unknown.map(({ rowNumber, text, suggestions }) => (
            <Answer
              key={rowNumber}
              label={t.running.whichOne(text || '–', rowNumber)}
              value={who[rowNumber] ?? ''}
              onChoose={(value) => setWho((before) => ({ ...before, [rowNumber]: value }))}
              first={[
                ...suggestions.map(({ organisationId, name }) => [organisationId, name] as const),
                [LEAVE_OUT, t.running.leaveOut],
              ]}
              rest={organisations.map(({ id, name }) => [id, name] as const)}
            />
          ))}
          {told.unknownWordings.map(({ wording, count }) => (
            <Answer
              key={wording}
              label={t.running.whatMeans(wording, count)}
              value={meant[wording] ?? ''}
              onChoose={(value) => setMeant((before) => ({ ...before, [wording]: value }))}
              first={Object.entries(t.running.wordings)}
            />
          ))}
        </div>
      )}
      {others.length > 0 && (
        <section className="stack-tight">
          <Heading level={3} data-size="2xs">
            {t.running.others}
          </Heading>
          <Paragraph>{t.running.othersHelp}</Paragraph>
          <div className="scroll" tabIndex={0} role="region" aria-label={t.running.others}>
            <Table zebra data-size="sm">
              <Table.Head>
                <Table.Row>
                  <Table.HeaderCell scope="col">{t.running.cell}</Table.HeaderCell>
                  <Table.HeaderCell scope="col">{t.running.what}</Table.HeaderCell>
                  <Table.HeaderCell scope="col">{t.running.act}</Table.HeaderCell>
                </Table.Row>
              </Table.Head>
              <Table.Body>
                {others.map(({ cell, message }, at) => {
                  const row = rowOf(cell);
                  return (
                    <Table.Row key={at}>
                      <Table.HeaderCell scope="row">{cell || '–'}</Table.HeaderCell>
                      <Table.Cell>{message}</Table.Cell>
                      <Table.Cell>
                        {row > 0 && !left.includes(row) && (
                          <Button
                            type="button"
                            variant="tertiary"
                            data-size="sm"
                            onClick={() => setLeft((before) => [...before, row])}
                          >
                            {t.running.leaveOutRow(row)}
                          </Button>
                        )}
                        {left.includes(row) && t.running.leftOut}
                      </Table.Cell>
                    </Table.Row>
                  );
                })}
              </Table.Body>
            </Table>
          </div>
        </section>
      )}
      <RowTable rows={told.rows} />
      <Fold
        title={t.running.columns}
        open={told.columns.some(({ meaning, heading: name }) => meaning === null && name)}
      >
        <ColumnTable
          columns={told.columns}
          chosen={columns}
          onChoose={(column, meaning) => setColumns((before) => ({ ...before, [column]: meaning }))}
        />
      </Fold>
      <Refusal verb={verb} />
      <div className="buttons">
        {told.faultCount === 0 && !mended ? (
          <Button type="button" onClick={onOnward}>
            {t.running.onward}
          </Button>
        ) : (
          <Button type="submit" loading={verb.busy} disabled={!mended}>
            {t.running.checkAgain}
          </Button>
        )}
        <Button type="button" variant="tertiary" onClick={() => onBack(answered())}>
          {t.running.back}
        </Button>
      </div>
    </form>
  );
}

/** The row of a cell, as spreadsheets count: 7 of Ark1!B7. */
function rowOf(cell: string): number {
  return Number(/(\d+)$/.exec(cell)?.[1] ?? 0);
}
