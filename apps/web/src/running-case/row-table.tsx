import { Button, Heading, Table, Tag } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useLanguage, type Spoken } from '../language/language';
import type { Told } from './import-running-case.page';

type Row = Told['rows'][number];
type Effect = Row['effects'][number];

const FIRST = 50;

/** The rows as they will be: what is new stands plainly, what is known already says so. */
export function RowTable({ rows }: { rows: readonly Row[] }) {
  const spoken = useLanguage();
  const { t } = spoken;
  const [all, setAll] = useState(false);
  const shown = all ? rows : rows.slice(0, FIRST);
  if (rows.length === 0) return null;
  return (
    <section className="stack-tight">
      <Heading level={3} data-size="2xs">
        {t.running.rows}
      </Heading>
      <div className="scroll" tabIndex={0} role="region" aria-label={t.running.rows}>
        <Table zebra data-size="sm">
          <Table.Head>
            <Table.Row>
              <Table.HeaderCell scope="col">{t.running.row}</Table.HeaderCell>
              <Table.HeaderCell scope="col">{t.running.municipality}</Table.HeaderCell>
              <Table.HeaderCell scope="col">{t.running.becomes}</Table.HeaderCell>
            </Table.Row>
          </Table.Head>
          <Table.Body>
            {shown.map((row) => (
              <Table.Row key={row.rowNumber}>
                <Table.Cell>{row.rowNumber}</Table.Cell>
                <Table.HeaderCell scope="row">{row.organisationName ?? row.text}</Table.HeaderCell>
                <Table.Cell>
                  {row.leftOut ? (
                    t.running.leftOut
                  ) : row.organisationId === null ? (
                    '–'
                  ) : (
                    <ul className="plain effects">
                      {row.effects.map((effect, at) => (
                        <li key={at}>
                          {effectText(effect, spoken)}
                          {effect.standing !== 'NEW' && effect.kind !== 'PARTICIPATION' && (
                            <Tag data-size="sm" data-color={effect.standing === 'KEPT' ? 'warning' : 'neutral'}>
                              {t.running.standing[effect.standing]}
                            </Tag>
                          )}
                        </li>
                      ))}
                    </ul>
                  )}
                </Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </div>
      {shown.length < rows.length && (
        <div className="buttons">
          <Button type="button" variant="tertiary" onClick={() => setAll(true)}>
            {t.running.showAll(rows.length)}
          </Button>
        </div>
      )}
    </section>
  );
}

function effectText(
  { kind, standing, title, outcome, choice, on, quantities, text, because }: Effect,
  { t, date }: Spoken,
): string {
  switch (kind) {
    case 'PARTICIPATION':
      return standing === 'NEW' ? t.running.joins : t.running.isIn;
    case 'BODY':
      return t.running.body(title ?? '');
    case 'DECISION':
      return t.running.decision(title ?? '', outcome ? t.outcomes[outcome].toLowerCase() : '', date(on ?? ''));
    case 'CHOICE':
      return choice ? t.choices[choice] : '';
    case 'VOLUMES':
      return t.running.quantities(quantities ?? 0);
    case 'THEY_SAY':
      return t.running.theySay(date(on ?? ''));
    default:
      return [t.running.note(text ?? ''), because ? t.running.because[because] : '']
        .filter(Boolean)
        .join('. ')
        .replace(/\.\. /, '. ');
  }
}
