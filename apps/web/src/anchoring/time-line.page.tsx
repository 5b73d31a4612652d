import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { useMemo, type ReactNode } from 'react';
import { useParams } from 'react-router';
import { ForecastDocument, TimeLineDocument, type ForecastQuery, type TimeLineQuery } from '../generated/documents';
import { useLanguage } from '../language/language';
import { DownloadTable } from '../page/download-table';
import NotFoundPage from '../page/not-found.page';
import { Page } from '../page/page';
import { Waiting } from '../page/waiting';
import { CasePlaces } from '../procurement-case/case-places';
import { useAsk } from '../request/use-ask';
import { ForecastCurve } from './forecast-curve';
import { dayOf, Gantt, isShown } from './gantt';
import { GanttLegend } from './gantt-signs';
import { standingOf } from './standing';
import { WhatIf } from './what-if';
import './time-line.css';

type Board = NonNullable<TimeLineQuery['caseBoard']>;
type Forecast = NonNullable<ForecastQuery['caseForecast']>;

/** Routes against the meeting calendars, the S-curve, and what another deadline would do (R7). */
export default function TimeLinePage() {
  const { caseId = '' } = useParams();
  const answer = useAsk(TimeLineDocument, { caseId });
  const forecast = useAsk(ForecastDocument, { caseId, otherDeadline: null });
  return (
    <Waiting on={answer}>
      {(data) =>
        data.caseBoard && data.procurementCase ? (
          <Shown board={data.caseBoard} data={data}>
            <Waiting on={forecast}>
              {({ caseForecast }) => caseForecast && <Expected caseId={caseId} forecast={caseForecast} />}
            </Waiting>
          </Shown>
        ) : (
          <NotFoundPage />
        )
      }
    </Waiting>
  );
}

function Shown({ board, data, children }: { board: Board; data: TimeLineQuery; children: ReactNode }) {
  const { t, date } = useLanguage();
  const meetings = useMemo(() => {
    const days = new Map<string, Set<string>>();
    for (const { participationId, meetings: found } of data.routeMeetings)
      days.set(participationId, new Set([...(days.get(participationId) ?? []), ...found]));
    return new Map([...days].map(([id, found]) => [id, [...found]]));
  }, [data.routeMeetings]);
  const cell = (on: string | null | undefined): string => (on ? date(on) : '');
  const name = `${t.timeLine.gantt}, ${board.title}`;
  return (
    <Page
      wide
      title={t.timeLine.title}
      terms={['onTrack', 'atRisk', 'late', 'cannot', 'provisional']}
      crumbs={[
        { to: '/cases', title: t.cases.title },
        { to: `/cases/${board.caseId}`, title: board.title },
      ]}
      intro={`${t.timeLine.intro} ${t.cases.deadline}: ${date(board.decisionDeadline)}`}
    >
      <CasePlaces caseId={board.caseId} />
      <section className="section">
        <Heading level={2} data-size="sm">
          {t.timeLine.gantt}
        </Heading>
        {board.rows.length === 0 ? (
          <Paragraph>{t.board.nobodyInvited}</Paragraph>
        ) : (
          <>
            <Paragraph className="subtle">{t.timeLine.ganttHelp}</Paragraph>
            <GanttLegend />
            <Gantt board={board} meetings={meetings} from={data.procurementCase?.openedOn ?? board.today} />
            <DownloadTable
              title={name}
              columns={[
                t.timeLine.municipality,
                t.timeLine.status,
                t.timeLine.step,
                t.timeLine.state,
                t.timeLine.submission,
                t.timeLine.date,
              ].map((title) => ({ title }))}
              rows={board.rows.flatMap((row) => {
                const standing = standingOf(row, board.today);
                const status = standing ? t.planningStatuses[standing] : '';
                return [
                  ...row.steps
                    .filter(isShown)
                    .map((step) => [
                      row.organisationName,
                      status,
                      step.title,
                      t.stepStates[step.state],
                      cell(step.submissionDeadline),
                      cell(dayOf(step)),
                    ]),
                  [row.organisationName, status, t.timeLine.finish, '', '', cell(row.plannedFinishOn)],
                ];
              })}
            />
          </>
        )}
      </section>
      {children}
    </Page>
  );
}

/** The curves, the other deadline, and each municipality's own days. */
function Expected({ caseId, forecast }: { caseId: string; forecast: Forecast }) {
  const { t, date, number, share } = useLanguage();
  const curves = [
    [t.timeLine.asPlanned, forecast.planned],
    [t.timeLine.oneLost, forecast.oneLostMeeting],
    [t.timeLine.without, forecast.withoutSlowestThree],
  ] as const;
  const cell = (on: string | null | undefined): string => (on ? date(on) : t.timeLine.unknown);
  // Not rounded to whole per cents: one in eight is 12,5 %.
  const percent = (rate: number): string => `${number(Math.round(rate * 1000) / 10)}\u00a0%`;
  const assumed = t.timeLine.assumed(
    number(forecast.runs),
    percent(forecast.politicalPostponementRate),
    percent(forecast.administrativeDelayRate),
  );
  return (
    <>
      <section className="section" id="curve">
        <Heading level={2} data-size="sm">
          {t.timeLine.curve}
        </Heading>
        {forecast.planned.length === 0 ? (
          <Paragraph>{t.timeLine.noCurve}</Paragraph>
        ) : (
          <>
            <div className="curves">
              <ForecastCurve
                forecast={forecast}
                title={t.timeLine.curveCount}
                of={({ anchored }) => anchored}
                highest={forecast.municipalities.length}
                says={(value) => number(value)}
              />
              <ForecastCurve
                forecast={forecast}
                title={t.timeLine.curveShare}
                of={({ firmShare }) => firmShare}
                highest={1}
                says={share}
              />
            </div>
            {forecast.gone > 0 && <Paragraph className="subtle">{t.timeLine.gone(forecast.gone)}</Paragraph>}
            <DownloadTable
              title={t.timeLine.curve}
              columns={[
                t.timeLine.status,
                t.timeLine.date,
                t.timeLine.anchored,
                t.timeLine.firm,
                t.timeLine.option,
              ].map((title) => ({ title }))}
              rows={curves.flatMap(([name, points]) =>
                points.map((point) => [
                  name,
                  date(point.on),
                  String(point.anchored),
                  share(point.firmShare),
                  share(point.optionShare),
                ]),
              )}
            />
          </>
        )}
      </section>
      <section className="section" id="what-if">
        <Heading level={2} data-size="sm">
          {t.timeLine.whatIf}
        </Heading>
        <WhatIf caseId={caseId} forecast={forecast} />
      </section>
      <section className="section" id="percentiles">
        <Heading level={2} data-size="sm">
          {t.timeLine.percentiles}
        </Heading>
        <Paragraph>{assumed}</Paragraph>
        <DownloadTable
          title={t.timeLine.percentiles}
          columns={[
            t.timeLine.municipality,
            t.timeLine.anchoredOn,
            t.timeLine.asPlanned,
            t.timeLine.oneLost,
            t.timeLine.p50,
            t.timeLine.p80,
            t.timeLine.p95,
          ].map((title) => ({ title }))}
          rows={forecast.municipalities.map((one) => [
            one.organisationName,
            one.anchoredOn ? date(one.anchoredOn) : '',
            cell(one.plannedFinishOn),
            cell(one.oneLostMeetingFinishOn),
            cell(one.p50),
            cell(one.p80),
            cell(one.p95),
          ])}
        />
      </section>
    </>
  );
}
