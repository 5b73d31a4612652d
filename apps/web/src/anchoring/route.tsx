import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { FileLink } from '../attachment/file-link';
import type { DecisionShownFragment, ParticipationQuery, StepShownFragment } from '../generated/documents';
import { useLanguage } from '../language/language';
import { Fold } from '../page/fold';
import { Facts } from '../page/facts';
import { Modelled } from '../page/marks';
import { useActing } from '../participation/acting';
import { AddDetails } from './add-details';
import { DecideStep } from './decide-step';
import { Hints } from './guidance';
import { nextStep } from './next-step';
import { StepMark } from './step-look';
import { SubmitStep } from './submit-step';
import { whoIsAsked } from './who-is-asked';

/** The whole route: every step, where it stands, its dates and everything that was decided in it. */
export function Route({
  steps,
  hints,
  openedOn,
  modelledCalendar,
  done,
}: {
  steps: readonly StepShownFragment[];
  hints: NonNullable<ParticipationQuery['participationRoute']>['hints'];
  openedOn: string;
  modelledCalendar: boolean;
  done: (text: string) => void;
}) {
  const { t } = useLanguage();
  const next = nextStep(steps);
  if (steps.length === 0) return <Paragraph>{t.participation.noRoute}</Paragraph>;
  return (
    <ol className="plain route">
      {steps.map((step) => (
        <li key={step.id} aria-current={step.id === next?.id ? 'step' : undefined}>
          <Step
            step={step}
            openedOn={openedOn}
            isNext={step.id === next?.id}
            modelledCalendar={modelledCalendar}
            done={done}
          />
          {step.id !== next?.id && <Hints hints={hints.filter(({ stepId }) => stepId !== null)} stepId={step.id} />}
        </li>
      ))}
    </ol>
  );
}

function Step({
  step,
  openedOn,
  isNext,
  modelledCalendar,
  done,
}: {
  step: StepShownFragment;
  openedOn: string;
  isNext: boolean;
  modelledCalendar: boolean;
  done: (text: string) => void;
}) {
  const { t, date } = useLanguage();
  const acts = useActing() !== 'NOBODY';
  const counts = step.decisions.findLast(({ supersededAt }) => supersededAt === null);
  const undecided = step.state !== 'DECIDED' && step.state !== 'NOT_REQUIRED';
  const recorded = (outcome: keyof typeof t.outcomes): void =>
    done(t.decision.recorded(step.title, t.outcomes[outcome]));
  return (
    <>
      <div className="row-between">
        <Heading level={3} data-size="2xs">
          {t.participation.stepNumber(step.position)} {step.title}
        </Heading>
        <StepMark step={{ state: step.state, outcome: counts?.outcome }} />
      </div>
      <Paragraph data-size="sm" className="subtle">
        {[
          t.stepWeights[step.weight],
          step.bodyName && step.bodyName !== step.title ? step.bodyName : t.stepKinds[step.kind],
          t.roles[step.role],
          undecided && whoIsAsked(t, step),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Paragraph>
      <Facts
        rows={[
          [
            t.participation.meeting,
            step.state === 'SUBMITTED' && step.meetingOn && (
              <>
                {date(step.meetingOn)} <Modelled when={modelledCalendar} />
              </>
            ),
          ],
          [
            t.participation.planned,
            undecided && step.plannedOn && (
              <>
                {date(step.plannedOn)} <Modelled when={modelledCalendar && step.kind === 'POLITICAL'} />
              </>
            ),
          ],
          [
            t.participation.papers,
            undecided && step.state !== 'SUBMITTED' && step.submissionDeadline && date(step.submissionDeadline),
          ],
          [t.participation.latest, undecided && step.latestOn && date(step.latestOn)],
        ]}
      />
      {step.decisions.map((decision) => (
        <DecisionShown key={decision.id} decision={decision} />
      ))}
      {acts && !isNext && undecided && step.canBeDecided && (
        <Fold offPaper title={t.decision.record}>
          <DecideStep key={step.decisions.length} step={step} openedOn={openedOn} done={recorded} />
        </Fold>
      )}
      {acts && !isNext && undecided && step.kind === 'POLITICAL' && step.meetingChoices.length > 0 && (
        <Fold offPaper title={step.state === 'SUBMITTED' ? t.submit.otherMeeting : t.submit.submit}>
          <SubmitStep
            key={step.meetingId}
            step={step}
            done={(day) => done(t.submit.submitted(step.title, date(day)))}
          />
        </Fold>
      )}
      {acts && counts && (
        <Fold offPaper title={t.decision.amend}>
          <div className="stack">
            <AddDetails step={step} decision={counts} done={done} />
            {step.state === 'DECIDED' && (
              <Fold title={t.decision.supersedeTitle}>
                <Paragraph>{t.decision.supersedeHelp}</Paragraph>
                <DecideStep key={counts.id} step={step} openedOn={openedOn} supersedes={counts.id} done={recorded} />
              </Fold>
            )}
          </div>
        </Fold>
      )}
    </>
  );
}

/** One decision; one that has been superseded stays to be seen and is marked as such. */
function DecisionShown({ decision }: { decision: DecisionShownFragment }) {
  const { t, date, instant, number } = useLanguage();
  const votes =
    decision.votesFor !== null || decision.votesAgainst !== null
      ? t.decision.votes(number(decision.votesFor ?? 0), number(decision.votesAgainst ?? 0))
      : null;
  return (
    <div className={decision.supersededAt ? 'decision superseded' : 'decision'}>
      <Paragraph>
        <strong>{t.outcomes[decision.outcome]}</strong> {date(decision.decidedOn)}
        {decision.supersededAt && ` – ${t.decision.supersededAt(instant(decision.supersededAt))}`}
      </Paragraph>
      {decision.text && <Paragraph className="text">{decision.text}</Paragraph>}
      <Facts
        rows={[
          [t.decision.bodyCase, decision.bodyCase],
          [t.decision.archiveCase, [decision.archiveCase, decision.archiveDocument].filter(Boolean).join(', ')],
          [t.decision.votesTitle, votes],
          [t.decision.delegationBasis, decision.delegationBasis],
          [t.decision.budgetCoverage, decision.budgetCoverage && t.budgetCoverages[decision.budgetCoverage]],
          [t.decision.exemptBasis, decision.exemptBasis],
          [t.decision.resourcesCommitted, decision.resourcesCommitted],
          [t.decision.minutesLink, decision.minutesLink && <MinutesLink href={decision.minutesLink} />],
          [t.attachment.minutes, decision.attachment && <FileLink file={decision.attachment} />],
          [t.behalf.mark, decision.onBehalfBecause],
          [t.decision.recordedAt, instant(decision.recordedAt)],
        ]}
      />
    </div>
  );
}

/** The API takes links that begin with https only; anything else is shown as text. */
function MinutesLink({ href }: { href: string }) {
  const { t } = useLanguage();
  return href.startsWith('https://') ? (
    <a href={href} rel="noopener noreferrer">
      {t.decision.openMinutes}
    </a>
  ) : (
    <>{href}</>
  );
}
