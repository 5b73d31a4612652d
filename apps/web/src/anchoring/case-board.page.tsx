import { Alert, Button, Chip, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { CaseBoardDocument, type BoardFilter, type CaseBoardQuery } from '../generated/documents';
import { offersTo, useMe } from '../identity/me';
import { useLanguage } from '../language/language';
import { Modelled } from '../page/marks';
import NotFoundPage from '../page/not-found.page';
import { Page } from '../page/page';
import { Waiting } from '../page/waiting';
import { CasePlaces } from '../procurement-case/case-places';
import { StageMark } from '../procurement-case/stage';
import { useAsk } from '../request/use-ask';
import { BoardPanel } from './board-panel';
import { BoardTable } from './board-table';
import './case-board.css';

type Board = NonNullable<CaseBoardQuery['caseBoard']>;

const FILTERS: readonly BoardFilter[] = ['OVERDUE', 'DUE_IN_7_DAYS', 'NO_ANSWER', 'NOBODY_TO_ASK'];
const COUNTED: Record<BoardFilter, keyof Board['totals']> = {
  OVERDUE: 'overdue',
  DUE_IN_7_DAYS: 'dueIn7Days',
  NO_ANSWER: 'noAnswer',
  NOBODY_TO_ASK: 'nobodyToAsk',
};

/** The board: municipalities × steps, soonest first. The filter stands in the address, so that a view can be sent. */
export default function CaseBoardPage() {
  const { caseId = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const filter = FILTERS.find((one) => one === search.get('filter')) ?? null;
  const answer = useAsk(CaseBoardDocument, { caseId, filter }, { keepLast: true });
  const choose = (one: BoardFilter | null): void => setSearch(one ? { filter: one } : {}, { replace: true });
  return (
    <Waiting on={answer}>
      {(data) =>
        data.caseBoard ? <Shown data={data} board={data.caseBoard} filter={filter} choose={choose} /> : <NotFoundPage />
      }
    </Waiting>
  );
}

function Shown({
  data,
  board,
  filter,
  choose,
}: {
  data: CaseBoardQuery;
  board: Board;
  filter: BoardFilter | null;
  choose: (filter: BoardFilter | null) => void;
}) {
  const { t, date, number } = useLanguage();
  const offers = offersTo(useMe());
  const hostId = data.procurementCase?.hostOrganisationId ?? '';
  const [opened, setOpened] = useState<string | null>(null);
  const inPanel = board.rows.find(({ participationId }) => participationId === opened);
  const running = board.stage === 'PREPARING' || board.stage === 'INVITED';
  return (
    <Page
      wide
      title={board.title}
      crumbs={[{ to: '/cases', title: t.cases.title }]}
      intro={
        <>
          <StageMark stage={board.stage} /> {t.cases.host}: {board.hostName} · {t.cases.deadline}:{' '}
          {date(board.decisionDeadline)} <Modelled when={data.procurementCase?.figuresOrigin === 'MODELLED'} />
        </>
      }
      actions={
        running &&
        (offers.freezesFor(hostId) || offers.coordinatesFor(hostId)) && (
          <Button asChild variant="secondary">
            <Link to={`/cases/${board.caseId}/invite`}>{t.invite.title}</Link>
          </Button>
        )
      }
    >
      <CasePlaces caseId={board.caseId} />
      {data.procurementCase?.stageReason && (
        <Alert data-color="warning">
          <Paragraph className="text">{data.procurementCase.stageReason}</Paragraph>
        </Alert>
      )}
      <Totals totals={board.totals} />
      {board.rows.some(({ answerOrigin }) => answerOrigin === 'MODELLED') && (
        <Paragraph className="subtle">
          <Modelled /> {t.board.modelledNote}
        </Paragraph>
      )}
      <div className="filters" role="group" aria-label={t.board.filter}>
        <Chip.Radio name="board-filter" checked={filter === null} onChange={() => choose(null)}>
          {`${t.page.all} (${number(board.totals.municipalities)})`}
        </Chip.Radio>
        {FILTERS.map((one) => (
          <Chip.Radio key={one} name="board-filter" checked={filter === one} onChange={() => choose(one)}>
            {`${t.boardFilters[one]} (${number(board.totals[COUNTED[one]])})`}
          </Chip.Radio>
        ))}
      </div>
      <p role="status" className="subtle">
        {t.board.shown(board.rows.length, board.totals.municipalities)}
      </p>
      {board.rows.length === 0 ? (
        <Paragraph>{board.totals.municipalities === 0 ? t.board.nobodyInvited : t.board.noneLikeThis}</Paragraph>
      ) : (
        <BoardTable
          rows={board.rows}
          parts={data.procurementCase?.parts ?? []}
          caseId={board.caseId}
          open={setOpened}
        />
      )}
      {inPanel && <BoardPanel row={inPanel} caseId={board.caseId} hostId={hostId} close={() => setOpened(null)} />}
    </Page>
  );
}

/** How many there are of each kind. */
function Totals({ totals }: { totals: Board['totals'] }) {
  const { t, number } = useLanguage();
  const shown: readonly (readonly [string, number])[] = [
    [t.board.municipalities, totals.municipalities],
    [t.participationStates.ANCHORED, totals.anchored],
    [t.planningStatuses.ON_TRACK, totals.onTrack],
    [t.planningStatuses.AT_RISK, totals.atRisk],
    [t.planningStatuses.LATE, totals.late],
    [t.planningStatuses.CANNOT_MAKE_IT, totals.cannotMakeIt],
    [t.participationStates.REANCHOR_REQUIRED, totals.reanchorRequired],
    [t.board.declined, totals.declined],
    [t.choices.FIRM, totals.firm],
    [t.choices.OPTION, totals.option],
    [t.board.volumesDeclared, totals.volumesDeclared],
  ];
  return (
    <dl className="totals" aria-label={t.board.totals}>
      {shown.map(([label, count]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{number(count)}</dd>
        </div>
      ))}
    </dl>
  );
}
