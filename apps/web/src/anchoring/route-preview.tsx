import { Alert, Heading, Paragraph, Table } from '@digdir/designsystemet-react';
import { PreviewRouteDocument, type RouteStepInput } from '../generated/documents';
import { useMe } from '../identity/me';
import { useLanguage } from '../language/language';
import { Facts } from '../page/facts';
import { DateField, dateOrNull, useFields } from '../page/fields';
import { State } from '../page/marks';
import { Waiting } from '../page/waiting';
import { useAsk } from '../request/use-ask';
import { isWhole, inputsOf, type StepDraft } from './route-steps';
import { StatusMark } from './step-look';

/** The dates that the steps would get, from a day on and against a deadline. Nothing is stored. */
export function RoutePreview({ organisationId, steps }: { organisationId: string; steps: readonly StepDraft[] }) {
  const { t, date } = useLanguage();
  const me = useMe();
  const form = useFields({ startOn: date(me.today), deadline: '' });
  const startOn = dateOrNull(form.values.startOn);
  const deadline = dateOrNull(form.values.deadline);
  return (
    <section className="stack" aria-labelledby="route-preview">
      <Heading level={2} data-size="xs" id="route-preview">
        {t.routeTemplates.preview}
      </Heading>
      <Paragraph>{t.routeTemplates.previewHelp}</Paragraph>
      <div className="beside">
        <DateField bound={form.field('startOn')} label={t.routeTemplates.startOn} />
        <DateField bound={form.field('deadline')} label={t.routeTemplates.deadline} optional />
      </div>
      {steps.length === 0 || !steps.every(isWhole) || !startOn ? (
        <Paragraph className="subtle">{t.routeTemplates.notYet}</Paragraph>
      ) : (
        <Dates
          organisationId={organisationId}
          // Names do not move dates: writing them asks nothing anew.
          wanted={inputsOf(steps).map((step) => ({ ...step, title: '–' }))}
          titles={steps.map(({ title }) => title)}
          startOn={startOn}
          deadline={deadline}
        />
      )}
    </section>
  );
}

function Dates({
  organisationId,
  wanted,
  titles,
  startOn,
  deadline,
}: {
  organisationId: string;
  wanted: RouteStepInput[];
  titles: readonly string[];
  startOn: string;
  deadline: string | null;
}) {
  const { t, date } = useLanguage();
  const found = useAsk(PreviewRouteDocument, { organisationId, steps: wanted, startOn, deadline }, { keepLast: true });
  const shown = (on: string | null | undefined): string => (on ? date(on) : '–');
  return (
    <Waiting on={found}>
      {({ previewRoute: plan }) =>
        plan.__typename !== 'RoutePreview' ? (
          <Alert data-color="warning">{'message' in plan ? plan.message : null}</Alert>
        ) : (
          <div className="stack" role="status">
            <div className="scroll" tabIndex={0} role="region" aria-label={t.routeTemplates.dates}>
              <Table zebra data-size="sm">
                <caption className="unseen">{t.routeTemplates.dates}</caption>
                <Table.Head>
                  <Table.Row>
                    {[
                      t.routeTemplates.stepTitle,
                      t.routeTemplates.submission,
                      t.routeTemplates.earliest,
                      ...(deadline ? [t.routeTemplates.latestSubmission, t.routeTemplates.latest] : []),
                    ].map((head) => (
                      <Table.HeaderCell key={head} scope="col">
                        {head}
                      </Table.HeaderCell>
                    ))}
                  </Table.Row>
                </Table.Head>
                <Table.Body>
                  {plan.steps.map((step, at) => (
                    <Table.Row key={step.position}>
                      <Table.HeaderCell scope="row">
                        {titles[at]?.trim() || step.bodyName || t.routeTemplates.step(step.position)}
                      </Table.HeaderCell>
                      <Table.Cell className="whole">{shown(step.submissionDeadline)}</Table.Cell>
                      <Table.Cell>
                        {step.earliestOn ? date(step.earliestOn) : t.routeTemplates.noMeeting}{' '}
                        {step.provisional && step.earliestOn && (
                          <State sign="waiting" colour="warning">
                            {t.calendars.provisional}
                          </State>
                        )}
                      </Table.Cell>
                      {deadline && <Table.Cell className="whole">{shown(step.latestSubmission)}</Table.Cell>}
                      {deadline && <Table.Cell className="whole">{shown(step.latestOn)}</Table.Cell>}
                    </Table.Row>
                  ))}
                </Table.Body>
              </Table>
            </div>
            <Facts
              rows={[
                [t.routeTemplates.decision, shown(plan.decisionOn)],
                [t.routeTemplates.finish, shown(plan.finishOn)],
                [t.routeTemplates.slack, plan.slackDays !== null && t.routeTemplates.slackOf(plan.slackDays)],
                [t.routeTemplates.status, deadline && <StatusMark status={plan.status} />],
              ]}
            />
            {plan.constitutionYear !== null && (
              <Alert data-color="info" data-size="sm">
                {t.routeTemplates.constitution(plan.constitutionYear)}
              </Alert>
            )}
          </div>
        )
      }
    </Waiting>
  );
}
