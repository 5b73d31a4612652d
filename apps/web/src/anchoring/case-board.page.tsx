import { Alert, Button, Paragraph } from '@digdir/designsystemet-react';
import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { CaseBoardDocument, RemindableNowDocument, type CaseBoardQuery } from '../generated/documents';
import { offersTo, useMe } from '../identity/me';
import { useLanguage } from '../language/language';
import { Modelled } from '../page/marks';
import NotFoundPage from '../page/not-found.page';
import { Page } from '../page/page';
import { Done } from '../page/refusal';
import { Terms } from '../page/term';
import { Waiting } from '../page/waiting';
import { CasePlaces } from '../procurement-case/case-places';
import { LeadCase } from '../procurement-case/lead-case';
import { StageMark } from '../procurement-case/stage';
import { RemindNow } from '../reminder/remind-now';
import { useAsk } from '../request/use-ask';
import { BoardCsv } from './board-csv';
import { BoardCounts, BoardFilters, hasModelled } from './board-filters';
import { BoardPanel } from './board-panel';
import { countsOf, isFilter, isSort, shownRows, type Board, type Row, type View } from './board-rows';
import { BoardTable } from './board-table';
import { useChanged, useLiveBoard } from './live-board';
import './case-board.css';

/** How many names an announcement says. */
const NAMED = 3;
const idOf = ({ participationId }: Row): string => participationId;

/** The board: municipalities × steps, soonest first. The view stands in the address, so that it can be sent. */
export default function CaseBoardPage() {
  const { caseId = '' } = useParams();
  const answer = useAsk(CaseBoardDocument, { caseId });
  useLiveBoard(caseId);
  return (
    <Waiting on={answer}>
      {(data) => (data.caseBoard ? <Shown data={data} board={data.caseBoard} /> : <NotFoundPage />)}
    </Waiting>
  );
}

/** The view as the address says it, and how to change it. */
function useView(): [View, (more: Partial<View>) => void] {
  const [search, setSearch] = useSearchParams();
  const filter = search.get('filter');
  const sort = search.get('sort');
  const view: View = {
    filter: isFilter(filter) ? filter : 'ALL',
    choice: search.get('part') ?? '',
    text: search.get('q') ?? '',
    sort: isSort(sort) ? sort : 'DUE',
  };
  const change = (more: Partial<View>): void => {
    const { filter: one, choice, text, sort: by } = { ...view, ...more };
    const said = { filter: one === 'ALL' ? '' : one, part: choice, q: text, sort: by === 'DUE' ? '' : by };
    setSearch(Object.fromEntries(Object.entries(said).filter(([, value]) => value)), { replace: true });
  };
  return [view, change];
}

function Shown({ data, board }: { data: CaseBoardQuery; board: Board }) {
  const { t, date } = useLanguage();
  const me = useMe();
  const offers = offersTo(me);
  const [view, change] = useView();
  // A link may name the municipality to begin with.
  const [search] = useSearchParams();
  const [opened, setOpened] = useState<string | null>(search.get('open'));
  const { filter, choice, sort } = view;
  // Typing stays quick, however many municipalities there are.
  const text = useDeferredValue(view.text);
  const rows = useMemo(
    () => shownRows(board.rows, { filter, choice, text, sort }, board.today),
    [board.rows, board.today, filter, choice, text, sort],
  );
  const changed = useChanged(board.rows);
  const [reminding, setReminding] = useState<readonly string[] | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const counts = useMemo(() => countsOf(board.rows, board.today), [board.rows, board.today]);
  const open = useCallback((participationId: string) => setOpened(participationId), []);
  const hostId = data.procurementCase?.hostOrganisationId ?? '';
  const parts = data.procurementCase?.parts ?? [];
  const inPanel = board.rows.find(({ participationId }) => participationId === opened);
  const reminds = offers.coordinatesFor(hostId) || me.roles.some(({ kind }) => kind === 'SECRETARIAT');
  const reach = useAsk(RemindableNowDocument, { caseId: board.caseId }, { enabled: reminds }).data?.remindableNow;
  const remindable = new Set(reach?.participationIds);
  // Those of the rows in sight that the preview has a mail for.
  const toRemind = rows.map(idOf).filter((id) => remindable.has(id));
  const running = board.stage === 'PREPARING' || board.stage === 'INVITED';
  return (
    <Page
      wide
      compact
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
          <Button asChild variant="secondary" data-size="sm">
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
      {board.rows.length === 0 ? (
        <Paragraph>{t.board.nobodyInvited}</Paragraph>
      ) : (
        <>
          <BoardCounts view={view} change={change} counts={counts} />
          <div className="board-tools">
            <BoardFilters view={view} change={change} counts={counts} parts={parts} />
            <p role="status" className="subtle">
              {t.board.shown(rows.length, board.rows.length)}
            </p>
            <div className="buttons no-print">
              {reminds && reach && rows.length > 0 && (
                <RemindThese
                  count={toRemind.length}
                  open={() => setReminding(toRemind.length > 0 ? toRemind : rows.map(idOf))}
                />
              )}
              <BoardCsv title={board.title} rows={rows} parts={parts} today={board.today} />
            </div>
          </div>
          <Done text={done} />
          <p role="status" className={changed.length > 0 ? 'subtle' : 'unseen'}>
            {changed.length > 0 &&
              t.boardView.changedNow(changed.slice(0, NAMED).join(', '), Math.max(0, changed.length - NAMED))}
          </p>
          {rows.length === 0 ? (
            <Paragraph>{t.board.noneLikeThis}</Paragraph>
          ) : (
            <BoardTable rows={rows} parts={parts} caseId={board.caseId} today={board.today} open={open} />
          )}
          <div>
            {hasModelled(board.rows) && (
              <Paragraph className="subtle">
                <Modelled /> {t.board.modelledNote}
              </Paragraph>
            )}
            <Terms of={['anchored', 'route', 'slack', 'cannot', 'attorney']} />
          </div>
        </>
      )}
      {reminds && <LeadCase caseId={board.caseId} stage={board.stage} deadline={board.decisionDeadline} />}
      {inPanel && (
        <BoardPanel
          row={inPanel}
          caseId={board.caseId}
          hostId={hostId}
          caseTitle={board.title}
          open={running}
          remind={reminds ? () => setReminding([inPanel.participationId]) : null}
          remindable={remindable.has(inPanel.participationId)}
          close={() => setOpened(null)}
        />
      )}
      {reminding && (
        <RemindNow caseId={board.caseId} participationIds={reminding} close={() => setReminding(null)} sent={setDone} />
      )}
    </Page>
  );
}

/** The one thing that is done to many at once; where there is nothing to remind of, that is said, and why. */
function RemindThese({ count, open }: { count: number; open: () => void }) {
  const { t } = useLanguage();
  if (count > 0)
    return (
      <Button data-size="sm" onClick={open}>
        {t.remindNow.open(count)}
      </Button>
    );
  return (
    <>
      <span className="subtle">{t.remindNow.none}</span>
      <Button variant="tertiary" data-size="sm" onClick={open}>
        {t.remindNow.why}
      </Button>
    </>
  );
}
