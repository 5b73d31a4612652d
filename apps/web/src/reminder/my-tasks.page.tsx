import { Alert, Card, Heading, Paragraph } from '@digdir/designsystemet-react';
import { Link } from 'react-router';
import { daysBetween } from '../clock/format';
import {
  ComingStepsDocument,
  MyTasksDocument,
  ProcurementCasesDocument,
  WhatComesNextDocument,
  type MyTasksQuery,
} from '../generated/documents';
import { useMe } from '../identity/me';
import { useLanguage } from '../language/language';
import { State } from '../page/marks';
import { Page } from '../page/page';
import { Waiting } from '../page/waiting';
import { useAsk } from '../request/use-ask';
import { RunningCases } from './running-cases';

type Task = MyTasksQuery['myTasks'][number];

/** What is asked of the person, soonest first; each leads to where it is done. */
export default function MyTasksPage() {
  const { t } = useLanguage();
  const tasks = useAsk(MyTasksDocument, {});
  return (
    <Page title={t.tasks.title} intro={t.tasks.intro}>
      <OffersWaiting />
      <Waiting on={tasks}>
        {({ myTasks }) =>
          myTasks.length === 0 ? (
            <NothingToDo />
          ) : (
            <>
              <ol className="plain stack">
                {myTasks.map((task) => (
                  <TaskCard key={task.id} task={task} />
                ))}
              </ol>
              <RunningCases hosted />
            </>
          )
        }
      </Waiting>
    </Page>
  );
}

/** Volumes have a sheet of their own, questions stand with the case; everything else is answered on the page of the participation. */
function placeOf({ kind, caseId, participationId }: Task): string {
  const path = `/cases/${caseId}/participations/${participationId}`;
  if (kind === 'QUESTION') return `/cases/${caseId}/questions`;
  return kind === 'VOLUMES' ? `${path}/volumes` : path;
}

function TaskCard({ task }: { task: Task }) {
  const { t, date } = useLanguage();
  const { today } = useMe();
  const days = daysBetween(today, task.dueOn);
  return (
    <li>
      <Card data-color={task.overdue ? 'danger' : 'neutral'} className="task">
        <Card.Block>
          <div className="row-between">
            <State
              sign={task.overdue ? 'warning' : 'waiting'}
              colour={task.overdue ? 'danger' : days <= 7 ? 'warning' : 'info'}
            >
              {t.tasks.due(date(task.dueOn), days)}
            </State>
            <span className="subtle">{t.tasks.askedOf(t.roles[task.role])}</span>
          </div>
          <Heading level={2} data-size="xs">
            <Link to={placeOf(task)}>{task.asked}</Link>
          </Heading>
          {task.lastThatFits && task.meetingOn && (
            <Paragraph>
              <strong>{t.work.lastMeeting(date(task.meetingOn), date(task.dueOn))}</strong>
            </Paragraph>
          )}
          <Paragraph>{task.why}</Paragraph>
          <Paragraph data-size="sm" className="subtle">
            {task.caseTitle} · {task.organisationName}
            {task.participantCount > 1 && ` · ${t.tasks.anchoredOf(task.anchoredCount, task.participantCount)}`}
          </Paragraph>
        </Card.Block>
      </Card>
    </li>
  );
}

/** Nothing is asked: says so, and when the next thing comes. */
function NothingToDo() {
  const { t, date } = useLanguage();
  const coming = useAsk(ComingStepsDocument, {});
  return (
    <>
      <Alert data-color="success">
        <Heading level={2} data-size="2xs">
          {t.work.nothing}
        </Heading>
        <Paragraph>{t.work.mailComes}</Paragraph>
      </Alert>
      <Waiting on={coming}>
        {({ comingSteps }) =>
          comingSteps.length === 0 ? null : (
            <section aria-labelledby="next">
              <Heading level={2} data-size="xs" id="next" className="section-title">
                {t.tasks.next}
              </Heading>
              <ol className="plain stack">
                {comingSteps.map((step) => (
                  <li key={step.id}>
                    <Card data-color="neutral" className="task">
                      <Card.Block>
                        <div className="row-between">
                          <State sign="waiting" colour="neutral">
                            {t.work.planned(date(step.plannedOn))}
                          </State>
                          <span className="subtle">{t.tasks.askedOf(t.roles[step.role])}</span>
                        </div>
                        <Heading level={3} data-size="2xs">
                          <Link to={`/cases/${step.caseId}/participations/${step.participationId}`}>{step.title}</Link>
                        </Heading>
                        <Paragraph data-size="sm" className="subtle">
                          {step.caseTitle}
                          {step.provisional && ` · ${t.board.provisional}`}
                        </Paragraph>
                      </Card.Block>
                    </Card>
                  </li>
                ))}
              </ol>
            </section>
          )
        }
      </Waiting>
      <RunningCases />
    </>
  );
}

/** A coordinator decides whether the next level is written to: that waits for a person as well. */
function OffersWaiting() {
  const { roles } = useMe();
  const cases = useAsk(ProcurementCasesDocument, {});
  if (!roles.some(({ kind }) => kind === 'COORDINATOR' || kind === 'SECRETARIAT')) return null;
  const running = cases.data?.procurementCases.filter(({ stage }) => stage === 'INVITED') ?? [];
  return running.map(({ id, title }) => <OffersOf key={id} caseId={id} title={title} />);
}

function OffersOf({ caseId, title }: { caseId: string; title: string }) {
  const { t } = useLanguage();
  const offers = useAsk(WhatComesNextDocument, { caseId }).data?.escalationOffers.filter(
    ({ state }) => state === 'OFFERED',
  );
  if (!offers?.length) return null;
  return (
    <Card data-color="neutral" className="task">
      <Card.Block>
        <Heading level={2} data-size="xs">
          <Link to={`/cases/${caseId}/mails`}>{t.tasks.offers(offers.length)}</Link>
        </Heading>
        <Paragraph data-size="sm" className="subtle">
          {title}
        </Paragraph>
      </Card.Block>
    </Card>
  );
}
