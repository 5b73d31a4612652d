import { Chip, Heading } from '@digdir/designsystemet-react';
import { useMemo } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { sumOf } from '../clock/decimal';
import { CaseMapDocument, type CaseMapQuery } from '../generated/documents';
import { useLanguage, type Spoken } from '../language/language';
import { MunicipalityMap, type MapPlace } from '../organisation/municipality-map';
import { DownloadTable } from '../page/download-table';
import { Facts } from '../page/facts';
import NotFoundPage from '../page/not-found.page';
import { Page } from '../page/page';
import { Waiting } from '../page/waiting';
import { CasePlaces } from '../procurement-case/case-places';
import { useAsk } from '../request/use-ask';
import { kindOf, kindsOf, notInvited, SHOWN, shareText, type MapRow } from './case-map-kinds';
import { saidSlack, standingOf } from './standing';

type Board = NonNullable<CaseMapQuery['caseBoard']>;
type Municipality = NonNullable<CaseMapQuery['volumeTotals']>['municipalities'][number];

/** The municipalities of a case on the map: how far they are, whether they make it, how much of the value is theirs. */
export default function CaseMapPage() {
  const { caseId = '' } = useParams();
  const answer = useAsk(CaseMapDocument, { caseId });
  return (
    <Waiting on={answer}>
      {({ caseBoard, volumeTotals }) =>
        caseBoard ? <Shown board={caseBoard} totals={volumeTotals?.municipalities ?? []} /> : <NotFoundPage />
      }
    </Waiting>
  );
}

/** The rows of the board, each with its part of the expected value. */
function rowsOf(board: Board, totals: readonly Municipality[]): MapRow[] {
  const values = new Map(
    totals.map((one) => [one.participationId, sumOf(one.values.map(({ expectedValue }) => expectedValue))]),
  );
  const declared = new Set(totals.filter(({ declaredAt }) => declaredAt).map(({ participationId }) => participationId));
  const whole = Number(sumOf([...values.values()]));
  return board.rows
    .map((row) => {
      const value = values.get(row.participationId) ?? '0';
      return {
        ...row,
        value: declared.has(row.participationId) || value !== '0' ? value : null,
        share: whole > 0 ? Number(value) / whole : 0,
        standing: standingOf(row, board.today),
      };
    })
    .sort((a, b) => a.organisationName.localeCompare(b.organisationName, 'nb'));
}

function Shown({ board, totals }: { board: Board; totals: readonly Municipality[] }) {
  const spoken = useLanguage();
  const { t, date } = spoken;
  const [search, setSearch] = useSearchParams();
  const shown = SHOWN.find((one) => one === search.get('show')) ?? 'state';
  const rows = useMemo(() => rowsOf(board, totals), [board, totals]);
  const places = rows.map((row): MapPlace => {
    const facts = factsOf(row, spoken);
    return {
      number: row.municipalityNumber ?? null,
      name: row.organisationName,
      kind: kindOf(shown, row),
      to: `/cases/${board.caseId}/participations/${row.participationId}`,
      says: `${row.organisationName}: ${facts.map(([label, value]) => `${label}: ${value}`).join('. ')}`,
      figure: shown === 'share' && row.value !== null ? shareText(row.share, spoken) : undefined,
      facts: <Facts rows={facts} />,
    };
  });
  const title = `${t.map.title}: ${t.mapShows[shown]}`;
  return (
    <Page
      wide
      title={t.map.title}
      terms={['anchored', 'slack', 'reanchor', 'legality']}
      crumbs={[
        { to: '/cases', title: t.cases.title },
        { to: `/cases/${board.caseId}`, title: board.title },
      ]}
      intro={`${t.map.intro} ${t.cases.deadline}: ${date(board.decisionDeadline)}`}
    >
      <CasePlaces caseId={board.caseId} />
      <div className="filters" role="group" aria-label={t.map.choose}>
        {SHOWN.map((one) => (
          <Chip.Radio
            key={one}
            name="map-shows"
            checked={one === shown}
            onChange={() => setSearch(one === 'state' ? {} : { show: one }, { replace: true })}
          >
            {t.mapShows[one]}
          </Chip.Radio>
        ))}
      </div>
      {rows.length === 0 ? (
        <p>{t.board.nobodyInvited}</p>
      ) : (
        <section className="stack" aria-labelledby="map-title">
          <Heading level={2} data-size="sm" id="map-title">
            {t.mapShows[shown]}
          </Heading>
          <MunicipalityMap title={title} kinds={kindsOf(shown, spoken)} places={places} absent={notInvited(spoken)} />
          <DownloadTable
            title={`${t.map.title}, ${board.title}`}
            columns={[
              { title: t.board.municipality },
              { title: t.map.number },
              { title: t.mapShows.state },
              { title: t.leaving.left },
              { title: t.mapShows.status },
              { title: t.map.slack, kind: 'figure' },
              { title: t.participation.plannedFinish, kind: 'date' },
              { title: t.map.value, kind: 'money' },
              { title: t.map.share, kind: 'figure' },
            ]}
            rows={rows.map((row) => [
              row.organisationName,
              row.municipalityNumber,
              t.participationStates[row.state],
              row.leaving ? t.leaving.leftBy(row.leaving.decisionReference, date(row.leaving.decidedOn)) : '',
              row.standing ? t.planningStatuses[row.standing] : '',
              row.slackDays,
              row.plannedFinishOn,
              row.value,
              row.value === null ? null : String(Math.round(row.share * 1000) / 10),
            ])}
          />
        </section>
      )}
    </Page>
  );
}

/** What holds for a municipality, in words. */
function factsOf(row: MapRow, spoken: Spoken): (readonly [string, string])[] {
  const { t, date, money } = spoken;
  const facts: [string, string | null | undefined][] = [
    [t.mapShows.state, t.participationStates[row.state]],
    [t.leaving.left, row.leaving && t.leaving.leftBy(row.leaving.decisionReference, date(row.leaving.decidedOn))],
    [t.mapShows.status, row.standing && t.planningStatuses[row.standing]],
    [t.participation.plannedFinish, row.plannedFinishOn && date(row.plannedFinishOn)],
    [t.map.room, row.slackDays === null ? null : saidSlack(row.slackDays, row.standing, t)],
    [t.map.value, row.value === null ? t.mapShares.none : `${money(row.value)} (${shareText(row.share, spoken)})`],
  ];
  return facts.flatMap(([label, value]) => (value ? [[label, value] as const] : []));
}
