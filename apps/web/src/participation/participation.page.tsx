import { Alert, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useState, type ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { AdjustRoute } from '../anchoring/adjust-route';
import { CaseOfStepContext } from '../anchoring/case-of-step';
import { hasLimits, LimitsShown } from '../anchoring/limits-shown';
import { NextStep } from '../anchoring/next-step';
import { Route as RouteShown } from '../anchoring/route';
import { saidSlack, standingOf } from '../anchoring/standing';
import { StatusMark } from '../anchoring/step-look';
import { WaysOut } from '../anchoring/ways-out';
import { WhatComesThen } from '../anchoring/what-comes-then';
import { BodiesDocument, ParticipationDocument, type ParticipationQuery } from '../generated/documents';
import { offersTo, useMe } from '../identity/me';
import { useLanguage } from '../language/language';
import { Fold } from '../page/fold';
import { Facts } from '../page/facts';
import { Modelled } from '../page/marks';
import NotFoundPage from '../page/not-found.page';
import { Page } from '../page/page';
import { Done } from '../page/refusal';
import { Waiting } from '../page/waiting';
import { QuestionsOf } from '../question/questions-of';
import { useAsk } from '../request/use-ask';
import { ActingAs, ActsOnBehalf, type ActsAs } from './acting';
import { Attorney } from './attorney';
import { ChooseParts } from './choose-parts';
import { ConditionList } from './condition-list';
import { LeaveCase } from './leave-case';
import { Left } from './left';
import { LegalityReview } from './legality-review';
import { ParticipationStateMark } from './participation-state';

type Participation = NonNullable<ParticipationQuery['participation']>;
type Route = NonNullable<ParticipationQuery['participationRoute']>;
type Case = NonNullable<ParticipationQuery['procurementCase']>;

/** Where the links of the mails lead: what is asked of the municipality now, and its whole way through the case. Opening it changes nothing. */
export default function ParticipationPage() {
  const { caseId = '', participationId = '' } = useParams();
  const answer = useAsk(ParticipationDocument, { id: participationId, caseId });
  return (
    <Waiting on={answer}>
      {(data) =>
        data.participation && data.procurementCase && data.participation.caseId === data.procurementCase.id ? (
          <Shown
            key={participationId}
            participation={data.participation}
            of={data.procurementCase}
            steps={data.participationRoute?.steps ?? []}
            hints={data.participationRoute?.hints ?? []}
            basis={data.decisionBasis}
          />
        ) : (
          <NotFoundPage />
        )
      }
    </Waiting>
  );
}

function Shown({
  participation,
  of,
  steps,
  hints,
  basis,
}: {
  participation: Participation;
  of: Case;
  steps: Route['steps'];
  hints: Route['hints'];
  basis: ParticipationQuery['decisionBasis'];
}) {
  const { t, date } = useLanguage();
  const me = useMe();
  const offers = offersTo(me);
  const [done, setDone] = useState<string | null>(null);
  const standing = standingOf({ status: participation.planningStatus, steps }, me.today);
  const bodies = useAsk(BodiesDocument, { organisationId: participation.organisationId });
  const open = of.stage === 'INVITED' || of.stage === 'PREPARING';
  const { leaving } = participation;
  const leads = offers.coordinatesFor(of.hostOrganisationId);
  const mayAct: ActsAs = offers.decidesFor(participation.organisationId) ? 'ITSELF' : leads ? 'HOST' : 'NOBODY';
  const acts: ActsAs = open ? mayAct : 'NOBODY';
  const modelledCalendar =
    bodies.data?.decisionBodies.some(({ calendarOrigin }) => calendarOrigin === 'MODELLED') ?? false;
  // Only what an elected body decided can be demanded to be reviewed.
  const decided = steps.some(
    ({ kind, decisions }) => kind === 'POLITICAL' && decisions.some(({ supersededAt }) => supersededAt === null),
  );
  // What is being changed begins anew when the route has become another one.
  const routeNow = steps.map(({ id, state }) => id + state).join();
  // Everything is decided and only the power of attorney is lacking: then it is what is asked for.
  const attorneyNow =
    acts === 'ITSELF' && !participation.powerOfAttorney && participation.routeFinishedOn !== null && !leaving;
  const attorney = (title: string) => (
    <Section title={title} id="attorney">
      <Attorney participation={participation} openedOn={of.openedOn} hostName={of.hostName} done={setDone} />
    </Section>
  );
  return (
    <ActingAs as={acts} participationId={participation.id}>
      <CaseOfStepContext value={of}>
        <Page
          title={participation.organisationName}
          terms={['route', 'statement', 'recommendation', 'decision', 'limits', 'condition', 'attorney']}
          crumbs={[
            { to: '/cases', title: t.cases.title },
            { to: `/cases/${of.id}`, title: of.title },
          ]}
          intro={
            <>
              <ParticipationStateMark state={participation.state} /> {participation.stateReason}{' '}
              <Modelled when={participation.answerOrigin === 'MODELLED'} />
            </>
          }
        >
          <Done text={done} />
          {done && (
            <WhatComesThen
              participation={participation}
              steps={steps}
              volumesDeclared={basis?.volumesDeclared ?? false}
            />
          )}
          <Facts
            rows={[
              [t.cases.case, of.title],
              [t.cases.deadline, date(of.decisionDeadline)],
              [
                t.participation.plannedFinish,
                participation.plannedFinishOn && (
                  <>
                    {date(participation.plannedFinishOn)}
                    {participation.slackDays !== null && ` (${saidSlack(participation.slackDays, standing, t)})`}{' '}
                    {standing && <StatusMark status={standing} />} <Modelled when={modelledCalendar} />
                  </>
                ),
              ],
              [
                t.participation.latestSubmission,
                participation.latestSubmissionOn && date(participation.latestSubmissionOn),
              ],
              [t.participation.host, of.hostName],
            ]}
          />
          {participation.provisional && <Paragraph className="subtle">{t.participation.provisionalNote}</Paragraph>}
          {modelledCalendar && (
            <Paragraph className="subtle">
              <Modelled /> {t.participation.modelledCalendar}
            </Paragraph>
          )}
          {leaving && <Left leaving={leaving} inviteTo={open && leads ? `/cases/${of.id}/invite` : null} />}
          {attorneyNow && attorney(t.participation.nextAttorney)}
          <NextStep
            participation={participation}
            steps={steps}
            hints={hints}
            basis={basis}
            bodyKinds={new Map(bodies.data?.decisionBodies.map(({ id, kind }) => [id, kind]))}
            openedOn={of.openedOn}
            done={setDone}
          />
          <WaysOut participationId={participation.id} slackDays={participation.slackDays} steps={steps} />
          {participation.stateReasons.length > 1 && (
            <Section title={t.participation.missing}>
              <ul>
                {participation.stateReasons.map(({ code, sentence }) => (
                  <li key={code + sentence}>{sentence}</li>
                ))}
              </ul>
            </Section>
          )}
          <Section title={t.participation.choices} id="choices">
            <ChooseParts participation={participation} of={of} done={setDone} />
          </Section>
          <Section title={t.participation.route} id="route">
            <ActingAs as={leaving ? 'NOBODY' : acts} participationId={participation.id}>
              <RouteShown
                steps={steps}
                hints={hints}
                openedOn={of.openedOn}
                modelledCalendar={modelledCalendar}
                done={setDone}
              />
            </ActingAs>
            {acts !== 'NOBODY' && !leaving && participation.state !== 'WITHDRAWN' && bodies.data && (
              <Fold key={routeNow} offPaper title={t.adjust.title}>
                <AdjustRoute
                  participationId={participation.id}
                  steps={steps}
                  bodies={bodies.data.decisionBodies}
                  done={setDone}
                />
              </Fold>
            )}
          </Section>
          <Section title={t.volume.volumes} id="volumes">
            <Paragraph>
              <Link to={`/cases/${of.id}/participations/${participation.id}/volumes`}>{t.participation.toVolumes}</Link>
            </Paragraph>
          </Section>
          {!attorneyNow && attorney(t.attorney.title)}
          {(participation.legalityReviewDemandedOn || (acts !== 'NOBODY' && decided)) && (
            <Section title={t.legality.title} id="legality">
              <LegalityReview participation={participation} done={setDone} />
            </Section>
          )}
          {participation.conditions.length > 0 && (
            <Section title={t.participation.conditions} id="conditions">
              <ConditionList participation={participation} hostOrganisationId={of.hostOrganisationId} />
            </Section>
          )}
          {hasLimits(participation) && (
            <Section title={t.decision.limits} id="limits">
              <Paragraph className="subtle">{t.decide.limitsInForce}</Paragraph>
              <LimitsShown of={participation} />
            </Section>
          )}
          <Section title={t.questions.title} id="questions">
            <QuestionsOf participation={participation} of={of} said={setDone} />
          </Section>
          {participation.actsOnBehalf.length > 0 && (
            <Section title={t.behalf.title} id="on-behalf">
              <ActsOnBehalf acts={participation.actsOnBehalf} organisationId={participation.organisationId} />
            </Section>
          )}
          {acts !== 'NOBODY' && !leaving && participation.state !== 'DECLINED' && (
            <LeaveCase
              participationId={participation.id}
              organisationName={participation.organisationName}
              caseTitle={of.title}
              done={setDone}
            />
          )}
          {of.stage === 'PARTICIPANTS_FROZEN' && mayAct !== 'NOBODY' && !leaving && (
            <Paragraph className="subtle">{t.leaving.frozen}</Paragraph>
          )}
          {acts === 'NOBODY' && (
            <Alert data-color="info">{open ? t.participation.onlyLook : t.participation.closed}</Alert>
          )}
        </Page>
      </CaseOfStepContext>
    </ActingAs>
  );
}

/** One titled part of the page. */
function Section({ title, id, children }: { title: string; id?: string; children: ReactNode }) {
  return (
    <section className="section" id={id}>
      <Heading level={2} data-size="sm">
        {title}
      </Heading>
      {children}
    </section>
  );
}
