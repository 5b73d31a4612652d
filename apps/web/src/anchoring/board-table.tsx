import { Button, Table } from '@digdir/designsystemet-react';
import { memo, useRef, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useLanguage } from '../language/language';
import { Modelled } from '../page/marks';
import { ChoiceMark, ParticipationStateMark } from '../participation/participation-state';
import { Plan, StepCell, YesOrNo } from './board-cells';
import { BoardRemarks } from './board-remarks';
import type { Row } from './board-rows';
import { useRowsInSight } from './rows-in-sight';

export type Part = { readonly id: string; readonly number: number; readonly title: string };

interface Shown {
  readonly parts: readonly Part[];
  readonly caseId: string;
  readonly today: string;
  readonly open: (participationId: string) => void;
}

/** Municipalities × steps. Routes differ, so that each cell says which step it is. Of many rows only those in sight exist. */
export function BoardTable({ rows, ...shown }: Shown & { rows: readonly Row[] }) {
  const { t } = useLanguage();
  const scroller = useRef<HTMLDivElement>(null);
  const longest = Math.max(0, ...rows.map(({ steps }) => steps.length));
  const sight = useRowsInSight(rows, scroller);
  const columns = 5 + longest + shown.parts.length;
  return (
    <div className="scroll board" tabIndex={0} role="region" aria-label={t.board.title} ref={scroller}>
      <Table data-size="sm" aria-rowcount={rows.length + 1}>
        <caption className="unseen">{t.board.caption}</caption>
        <Table.Head>
          <Table.Row aria-rowindex={1}>
            <Table.HeaderCell scope="col" className="stuck">
              {t.board.municipality}
            </Table.HeaderCell>
            <Table.HeaderCell scope="col">{t.board.plan}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{t.panel.contact}</Table.HeaderCell>
            {Array.from({ length: longest }, (_, at) => (
              <Table.HeaderCell key={at} scope="col">
                {t.board.step(at + 1)}
              </Table.HeaderCell>
            ))}
            {shown.parts.map(({ id, number, title }) => (
              <Table.HeaderCell key={id} scope="col">
                {t.board.partNumber(number)}
                <span className="under board-line" data-shortened>
                  {title}
                </span>
              </Table.HeaderCell>
            ))}
            <Table.HeaderCell scope="col">{t.volume.volumes}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{t.attorney.title}</Table.HeaderCell>
          </Table.Row>
        </Table.Head>
        <Table.Body onKeyDown={sight.along} onFocus={sight.focused}>
          {sight.pieces.map((piece) =>
            'gap' in piece ? (
              <tr key={`gap-${piece.before}`} aria-hidden="true" className="board-gap">
                <td colSpan={columns} style={{ blockSize: piece.gap }} />
              </tr>
            ) : (
              <MeasuredRow
                key={rows[piece.index]!.participationId}
                row={rows[piece.index]!}
                index={piece.index}
                measure={sight.measure}
                longest={longest}
                {...shown}
              />
            ),
          )}
        </Table.Body>
      </Table>
    </div>
  );
}

/** One municipality. Rendered again only when something of it has changed. */
const MeasuredRow = memo(function MeasuredRow({
  row,
  index,
  measure,
  longest,
  parts,
  caseId,
  today,
  open,
}: Shown & { row: Row; index: number; longest: number; measure: (row: HTMLTableRowElement | null) => void }) {
  const { t } = useLanguage();
  const cells: ReactNode[] = Array.from({ length: longest }, (_, at) => (
    <Table.Cell key={`step-${at}`}>{row.steps[at] && <StepCell step={row.steps[at]} />}</Table.Cell>
  ));
  return (
    <Table.Row ref={measure} data-index={index} aria-rowindex={index + 2}>
      <Table.HeaderCell scope="row" className="stuck">
        <Link data-along="name" to={`/cases/${caseId}/participations/${row.participationId}`}>
          {row.organisationName}
        </Link>
        <span className="under board-state">
          <ParticipationStateMark state={row.state} /> <Modelled when={row.answerOrigin === 'MODELLED'} />
        </span>
        <Button
          variant="tertiary"
          data-size="sm"
          className="board-open"
          data-along="open"
          aria-label={t.panel.openFor(row.organisationName)}
          onClick={() => open(row.participationId)}
        >
          {t.panel.open}
        </Button>
      </Table.HeaderCell>
      <Table.Cell className="board-plan">
        <Plan row={row} today={today} />
      </Table.Cell>
      <Table.Cell className="board-remarks">
        <BoardRemarks row={row} />
      </Table.Cell>
      {cells}
      {parts.map(({ id, number }) => (
        <Table.Cell key={id}>
          <ChoiceMark choice={row.choices.find((one) => one.number === number)?.choice ?? null} />
        </Table.Cell>
      ))}
      <Table.Cell>
        <YesOrNo yes={row.volumesDeclared} />
      </Table.Cell>
      <Table.Cell>
        <YesOrNo yes={row.powerOfAttorneyRecorded} />
      </Table.Cell>
    </Table.Row>
  );
});
