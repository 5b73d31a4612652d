import { Chip, Heading, Paragraph, Search, Switch } from '@digdir/designsystemet-react';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import {
  RegionOverviewDocument,
  WaitingInRegionDocument,
  type CaseStage,
  type RegionOverviewQuery,
  type WaitingInRegionQuery,
} from '../generated/documents';
import { useLanguage } from '../language/language';
import { DownloadTable } from '../page/download-table';
import { Page } from '../page/page';
import { SortTable, type SortColumn } from '../page/sort-table';
import { Waiting } from '../page/waiting';
import { StageMark } from '../procurement-case/stage';
import { useAsk } from '../request/use-ask';
import { laneOf, laneRows } from './case-lanes';
import { PeriodChart } from './period-chart';
import { RegionMap } from './region-map';
import './overview.css';

type Region = RegionOverviewQuery['regionOverview'];
type Case = Region['cases'][number];

const STAGES: readonly CaseStage[] = ['PREPARING', 'INVITED', 'PARTICIPANTS_FROZEN', 'PAUSED', 'CANCELLED'];

/** The region's cases together, its members over all of them, and what waits to become a case. */
export default function RegionPage() {
  const region = useAsk(RegionOverviewDocument, {});
  const waiting = useAsk(WaitingInRegionDocument, {});
  const { t } = useLanguage();
  return (
    <Waiting on={region}>
      {({ regionOverview }) => (
        <Page wide title={regionOverview.regionName} intro={t.region.intro}>
          <Totals region={regionOverview} proposals={waiting.data?.mergeProposals.length} />
          <Cases region={regionOverview} />
          <TimeLine region={regionOverview} />
          <RegionMap region={regionOverview} />
          <Waiting on={waiting}>{(data) => <WaitingToBecomeCases data={data} needs={regionOverview.needs} />}</Waiting>
        </Page>
      )}
    </Waiting>
  );
}

function Totals({ region, proposals }: { region: Region; proposals: number | undefined }) {
  const { t, number } = useLanguage();
  const running = region.cases.filter(({ stage }) => stage === 'PREPARING' || stage === 'INVITED');
  const sum = (of: (one: Case) => number): number => running.reduce((total, one) => total + of(one), 0);
  const shown: readonly (readonly [string, string | undefined])[] = [
    [t.region.running, number(running.length)],
    [
      t.region.anchoredAnswers,
      t.region.outOf(
        sum((one) => one.anchored),
        sum((one) => one.municipalities),
      ),
    ],
    [t.boardFilters.OVERDUE, number(sum((one) => one.overdue))],
    [t.planningStatuses.LATE, number(sum((one) => one.late))],
    [t.planningStatuses.CANNOT_MAKE_IT, number(sum((one) => one.cannotMakeIt))],
    [t.region.needsOutside, number(region.needs)],
    [t.region.proposalsWaiting, proposals === undefined ? undefined : number(proposals)],
  ];
  return (
    <dl className="totals" aria-label={t.board.totals}>
      {shown.map(
        ([label, value]) =>
          value !== undefined && (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

function Cases({ region }: { region: Region }) {
  const { t, date, money, number } = useLanguage();
  const [stage, setStage] = useState<CaseStage | null>(null);
  const [search, setSearch] = useState('');
  const [behind, setBehind] = useState(false);
  const words = search.trim().toLowerCase();
  const stages = STAGES.filter((one) => region.cases.some((of) => of.stage === one));
  const shown = region.cases.filter(
    (one) =>
      (stage === null || one.stage === stage) &&
      (!behind || one.overdue + one.late + one.cannotMakeIt > 0) &&
      `${one.title} ${one.hostName}`.toLowerCase().includes(words),
  );
  const count = (key: 'overdue' | 'late' | 'cannotMakeIt', title: string): SortColumn<Case> => ({
    key,
    title,
    kind: 'figure',
    value: (one) => one[key],
    cell: (one) => (one[key] > 0 ? <span className="late">{number(one[key])}</span> : number(0)),
  });
  const columns: readonly SortColumn<Case>[] = [
    {
      key: 'title',
      title: t.cases.case,
      value: (one) => one.title,
      cell: (one) => <Link to={`/cases/${one.caseId}`}>{one.title}</Link>,
    },
    { key: 'host', title: t.cases.host, value: (one) => one.hostName },
    {
      key: 'stage',
      title: t.cases.stage,
      value: (one) => t.stages[one.stage],
      cell: (one) => <StageMark stage={one.stage} />,
    },
    {
      key: 'deadline',
      title: t.cases.deadline,
      kind: 'date',
      value: (one) => one.decisionDeadline,
      cell: (one) => <span className="whole">{date(one.decisionDeadline)}</span>,
    },
    {
      key: 'anchored',
      title: t.participationStates.ANCHORED,
      kind: 'figure',
      value: (one) => one.anchored,
      cell: (one) => <span className="whole">{t.region.outOf(one.anchored, one.municipalities)}</span>,
    },
    count('overdue', t.boardFilters.OVERDUE),
    count('late', t.planningStatuses.LATE),
    count('cannotMakeIt', t.planningStatuses.CANNOT_MAKE_IT),
    {
      key: 'expectedValue',
      title: t.region.expectedValue,
      kind: 'money',
      value: (one) => one.expectedValue,
      cell: (one) => (
        <>
          <span className="whole">{money(one.expectedValue)}</span>
          <span className="under whole">{t.region.atLeast(money(one.minimumValue))}</span>
          <span className="under whole">{t.ownCases.atMost(money(one.maximumValue))}</span>
        </>
      ),
    },
    ...(['minimumValue', 'maximumValue'] as const).map((key): SortColumn<Case> => ({
      key,
      title: t.region[key],
      kind: 'money',
      value: (one) => one[key],
      onlyInFile: true,
    })),
  ];
  return (
    <section className="section" aria-labelledby="region-cases">
      <Heading level={2} data-size="sm" id="region-cases">
        {t.cases.title}
      </Heading>
      {region.cases.length === 0 ? (
        <Paragraph>{t.cases.none}</Paragraph>
      ) : (
        <>
          <div className="filters level">
            <Search className="narrow">
              <Search.Input
                aria-label={t.region.search}
                placeholder={t.region.search}
                value={search}
                onChange={(event) => setSearch(event.target.value)}
              />
              <Search.Clear aria-label={t.page.clear} onClick={() => setSearch('')} />
            </Search>
            <div className="filters" role="group" aria-label={t.cases.stage}>
              <Chip.Radio name="region-stage" checked={stage === null} onChange={() => setStage(null)}>
                {t.page.all}
              </Chip.Radio>
              {stages.map((one) => (
                <Chip.Radio key={one} name="region-stage" checked={stage === one} onChange={() => setStage(one)}>
                  {t.stages[one]}
                </Chip.Radio>
              ))}
            </div>
            <Switch
              label={t.region.onlyBehind}
              checked={behind}
              onChange={(event) => setBehind(event.target.checked)}
            />
          </div>
          <p role="status" className="subtle">
            {t.region.shown(shown.length, region.cases.length)}
          </p>
          {shown.length > 0 && (
            <SortTable
              title={`${t.cases.title}, ${region.regionName}`}
              columns={columns}
              rows={shown}
              keyOf={(one) => one.caseId}
              first="deadline"
            />
          )}
          <Paragraph data-size="sm" className="subtle">
            {t.region.valuesHelp}
          </Paragraph>
        </>
      )}
    </section>
  );
}

function TimeLine({ region }: { region: Region }) {
  const { t } = useLanguage();
  const lanes = useMemo(() => region.cases.map((one) => laneOf(one, `/cases/${one.caseId}/timeline`)), [region.cases]);
  if (lanes.length === 0) return null;
  const title = `${t.region.timeLine}, ${region.regionName}`;
  return (
    <section className="section" aria-labelledby="region-time-line">
      <Heading level={2} data-size="sm" id="region-time-line">
        {t.region.timeLine}
      </Heading>
      <PeriodChart title={title} lanes={lanes} today={region.today} />
      <DownloadTable
        title={title}
        columns={[
          { title: t.cases.case },
          { title: t.region.what },
          { title: t.region.from, kind: 'date' },
          { title: t.region.to, kind: 'date' },
        ]}
        rows={laneRows(lanes, (kind) => t.periods[kind as keyof typeof t.periods])}
      />
    </section>
  );
}

/** Needs that are in no case, and proposals that nobody has answered. */
function WaitingToBecomeCases({ data, needs }: { data: WaitingInRegionQuery; needs: number }) {
  const { t, date } = useLanguage();
  return (
    <section className="section two-columns">
      <div className="stack-tight">
        <Heading level={2} data-size="sm">
          {t.region.needsOutside}
        </Heading>
        {data.needs.length === 0 && <Paragraph>{t.region.noNeeds}</Paragraph>}
        <ul className="plain overview-list">
          {data.needs.map((one) => (
            <li key={one.id}>
              <Link to={`/needs/${one.id}`}>{one.title}</Link>
              <span className="under subtle">
                {one.organisationName}, {date(one.wantedFrom)}–{date(one.wantedTo)}
              </span>
            </li>
          ))}
        </ul>
        {needs > data.needs.length && <Link to="/needs">{t.region.allNeeds(needs)}</Link>}
      </div>
      <div className="stack-tight">
        <Heading level={2} data-size="sm">
          {t.region.proposalsWaiting}
        </Heading>
        {data.mergeProposals.length === 0 && <Paragraph>{t.region.noProposals}</Paragraph>}
        <ul className="plain overview-list">
          {data.mergeProposals.slice(0, 8).map((one) => (
            <li key={one.id}>
              <Link to={`/proposals/${one.id}`}>{one.needs[0]?.title}</Link>
              <span className="under subtle">
                {[...new Set(one.needs.map(({ organisationName }) => organisationName))].join(', ')}
              </span>
            </li>
          ))}
        </ul>
        {data.mergeProposals.length > 8 && (
          <Link to="/proposals">{t.region.allProposals(data.mergeProposals.length)}</Link>
        )}
      </div>
    </section>
  );
}
