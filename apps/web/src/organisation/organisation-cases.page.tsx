import { Field, Heading, Label, Paragraph, Select } from '@digdir/designsystemet-react';
import { Link, useNavigate, useParams } from 'react-router';
import { sumOf } from '../clock/decimal';
import { OrganisationCasesDocument, type OrganisationCasesQuery } from '../generated/documents';
import { useLanguage } from '../language/language';
import { DownloadTable } from '../page/download-table';
import NotFoundPage from '../page/not-found.page';
import { Page } from '../page/page';
import { Waiting } from '../page/waiting';
import { useAsk } from '../request/use-ask';
import { laneOf, laneRows, termOf } from './case-lanes';
import { comingNext } from './coming';
import { OrganisationCaseTable } from './organisation-case-table';
import { overlaps, overlapsWithin, type Overlap, type Period } from './overlaps';
import { PeriodChart, type Lane } from './period-chart';
import './overview.css';

type Own = NonNullable<OrganisationCasesQuery['organisationCases']>;
type Need = OrganisationCasesQuery['needs'][number];

const MOST_COMING = 8;
const MOST_OVERLAPS = 12;

/** Everything that one organisation has going at once: what comes next, its cases, and how needs and cases meet in time. */
export default function OrganisationCasesPage() {
  const { organisationId = '' } = useParams();
  const answer = useAsk(OrganisationCasesDocument, { organisationId }, { keepLast: true });
  return (
    <Waiting on={answer}>
      {(data) => (data.organisationCases ? <Shown own={data.organisationCases} data={data} /> : <NotFoundPage />)}
    </Waiting>
  );
}

function Shown({ own, data }: { own: Own; data: OrganisationCasesQuery }) {
  const { t } = useLanguage();
  const go = useNavigate();
  const needs = data.needs.filter(({ state }) => state !== 'WITHDRAWN' && state !== 'SOLVED_IN_HOUSE');
  const running = own.cases.filter(({ stage }) => stage !== 'CANCELLED');
  return (
    <Page
      wide
      title={t.ownCases.titleOf(own.organisationName)}
      crumbs={[{ to: '/region', title: t.region.title }]}
      intro={t.ownCases.intro}
      actions={
        <Field>
          <Label>{t.ownCases.choose}</Label>
          <Select
            width="auto"
            value={own.organisationId}
            onChange={(event) => void go(`/organisations/${event.target.value}/cases`, { replace: true })}
          >
            {data.organisations.map(({ id, name }) => (
              <Select.Option key={id} value={id}>
                {name}
              </Select.Option>
            ))}
          </Select>
        </Field>
      }
    >
      <Totals own={own} needs={needs} />
      <Coming own={own} needs={needs} />
      <section className="section" aria-labelledby="own-cases">
        <Heading level={2} data-size="sm" id="own-cases">
          {t.cases.title}
        </Heading>
        {own.cases.length === 0 ? <Paragraph>{t.ownCases.none}</Paragraph> : <OrganisationCaseTable own={own} />}
      </section>
      {(running.length > 0 || needs.length > 0) && <InTime own={own} cases={running} needs={needs} />}
    </Page>
  );
}

function Totals({ own, needs }: { own: Own; needs: readonly Need[] }) {
  const { t, number, money } = useLanguage();
  const shown: readonly (readonly [string, string])[] = [
    [t.region.cases, number(own.cases.filter(({ stage }) => stage !== 'CANCELLED').length)],
    [t.ownCases.awaited, number(own.cases.filter(({ dueOn }) => dueOn).length)],
    [t.boardFilters.OVERDUE, number(own.cases.filter(({ overdue }) => overdue).length)],
    [t.participationStates.ANCHORED, number(own.cases.filter(({ state }) => state === 'ANCHORED').length)],
    [t.region.needsOutside, number(needs.filter(({ state }) => state === 'DECLARED').length)],
    [t.ownCases.value, money(sumOf(own.cases.map(({ expectedValue }) => expectedValue)))],
  ];
  return (
    <dl className="totals" aria-label={t.board.totals}>
      {shown.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What comes next, over all cases and needs. */
function Coming({ own, needs }: { own: Own; needs: readonly Need[] }) {
  const { t, date } = useLanguage();
  const coming = comingNext(
    [
      ...own.cases.flatMap((one) => {
        const to = one.participationId
          ? `/cases/${one.caseId}/participations/${one.participationId}`
          : `/cases/${one.caseId}`;
        const about = one.title;
        return [
          {
            on: one.dueOn,
            awaited: true,
            says: one.awaited ? t.ownCases.dueFor(t.expectationKinds[one.awaited]) : '',
            about,
            to,
          },
          {
            on: one.stepState === 'SUBMITTED' ? one.stepOn : null,
            says: t.ownCases.meetingIn(one.stepTitle ?? ''),
            about,
            to,
          },
          {
            on: one.stage === 'CANCELLED' ? null : one.decisionDeadline,
            says: t.cases.deadline,
            about,
            to: `/cases/${one.caseId}`,
          },
        ];
      }),
      ...needs.map((need) => ({
        on: need.contractEndsOn,
        says: t.need.contractEndsOn,
        about: need.title,
        to: `/needs/${need.id}`,
      })),
    ],
    own.today,
    MOST_COMING,
  );
  return (
    <section className="section" aria-labelledby="coming">
      <Heading level={2} data-size="sm" id="coming">
        {t.ownCases.coming}
      </Heading>
      {coming.length === 0 && <Paragraph>{t.ownCases.nothingComing}</Paragraph>}
      <ul className="plain overview-list coming">
        {coming.map((one) => (
          <li key={one.on + one.says + one.to}>
            <time dateTime={one.on} className={one.on < own.today ? 'late' : undefined}>
              {date(one.on)}
            </time>
            <span>
              {one.says}
              {one.on < own.today && ` (${t.boardFilters.OVERDUE.toLowerCase()})`}
              <span className="under">
                <Link to={one.to}>{one.about}</Link>
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Cases and needs on one line of time, and where they meet. */
function InTime({ own, cases, needs }: { own: Own; cases: Own['cases']; needs: readonly Need[] }) {
  const { t, date } = useLanguage();
  const lanes: Lane[] = [
    ...cases.map((one) => laneOf(one, `/cases/${one.caseId}`, one.dueOn)),
    ...needs.map((need): Lane => ({
      id: need.id,
      title: need.title,
      to: `/needs/${need.id}`,
      bars: [{ kind: 'need', from: need.wantedFrom, to: need.wantedTo }],
      points: need.contractEndsOn ? [{ kind: 'ends', on: need.contractEndsOn }] : [],
    })),
  ];
  const wanted = (need: Need): Period => ({ id: need.id, title: need.title, from: need.wantedFrom, to: need.wantedTo });
  const outside = needs.filter(({ caseId }) => caseId === null).map(wanted);
  const decided = cases.map((one): Period => ({
    id: one.caseId,
    title: one.title,
    from: one.openedOn,
    to: one.decisionDeadline,
  }));
  const groups: readonly (readonly [string, readonly Overlap[]])[] = [
    [t.ownCases.needsAndCases, overlaps(outside, cases.map(termOf))],
    [t.ownCases.needsTogether, overlapsWithin(outside)],
    [t.ownCases.casesTogether, overlapsWithin(decided).filter(({ shared }) => shared)],
  ];
  const title = t.ownCases.timeOf(own.organisationName);
  return (
    <section className="section" aria-labelledby="in-time">
      <Heading level={2} data-size="sm" id="in-time">
        {t.ownCases.inTime}
      </Heading>
      <PeriodChart title={title} lanes={lanes} today={own.today} />
      <DownloadTable
        title={title}
        columns={[
          { title: t.ownCases.caseOrNeed },
          { title: t.region.what },
          { title: t.region.from, kind: 'date' },
          { title: t.region.to, kind: 'date' },
        ]}
        rows={laneRows(lanes, (kind) => t.periods[kind as keyof typeof t.periods])}
      />
      {groups.map(
        ([name, found]) =>
          found.length > 0 && (
            <div key={name} className="stack-tight">
              <Heading level={3} data-size="2xs">
                {name}
              </Heading>
              <ul className="overview-list">
                {found.slice(0, MOST_OVERLAPS).map(({ first, second, shared, apart }) => (
                  <li key={first.id + second.id}>
                    {t.ownCases.meets(first.title, second.title)}{' '}
                    {shared ? t.ownCases.share(date(shared.from), date(shared.to)) : t.ownCases.apart(apart)}
                  </li>
                ))}
              </ul>
              {found.length > MOST_OVERLAPS && <Paragraph>{t.ownCases.more(found.length - MOST_OVERLAPS)}</Paragraph>}
            </div>
          ),
      )}
    </section>
  );
}
