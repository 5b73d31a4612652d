import { Card, Details, Heading, Paragraph } from '@digdir/designsystemet-react';
import { Link } from 'react-router';
import type { ParticipationShownFragment, StepShownFragment } from '../generated/documents';
import { useLanguage } from '../language/language';
import { useActing } from '../participation/acting';
import { DecideStep } from './decide-step';
import { SubmitStep } from './submit-step';

/** The step that must be acted on first: what can be decided now, else what waits for its text. */
export function nextStep(steps: readonly StepShownFragment[]): StepShownFragment | undefined {
  return (
    steps.find(({ canBeDecided }) => canBeDecided) ??
    steps.find(({ state }) => state === 'OPEN' || state === 'SUBMITTED')
  );
}

/** What is asked of the municipality now, with the form open: two clicks from the mail's link. */
export function NextStep({
  participation,
  steps,
  openedOn,
  done,
}: {
  participation: ParticipationShownFragment;
  steps: readonly StepShownFragment[];
  openedOn: string;
  done: (text: string) => void;
}) {
  const { t, date } = useLanguage();
  const acts = useActing();
  const step = nextStep(steps);
  if (acts === 'NOBODY' || participation.state === 'WITHDRAWN') return null;
  if (!step) {
    const missing = participation.powerOfAttorney === null && participation.routeFinishedOn !== null;
    return missing ? (
      <Card data-color="accent" className="next">
        <Card.Block>
          <Heading level={2} data-size="xs">
            {t.participation.nextAttorney}
          </Heading>
          <Paragraph>
            <a href="#attorney">{t.attorney.record}</a>
          </Paragraph>
        </Card.Block>
      </Card>
    ) : null;
  }
  const handsIn = step.kind === 'POLITICAL' && step.state === 'OPEN';
  const decide = (
    <DecideStep
      key={`${step.id}-${step.decisions.length}`}
      step={step}
      openedOn={openedOn}
      done={(outcome) => done(t.decision.recorded(step.title, t.outcomes[outcome]))}
    />
  );
  const submit = (
    <SubmitStep
      key={`${step.id}-${step.meetingId}`}
      step={step}
      done={(day) => done(t.submit.submitted(step.title, date(day)))}
    />
  );
  return (
    <Card data-color="accent" className="next">
      <Card.Block>
        <Heading level={2} data-size="xs">
          {t.participation.next(step.title)}
        </Heading>
        <NextDates step={step} />
        {handsIn ? submit : decide}
      </Card.Block>
      {(handsIn ? step.canBeDecided : step.kind === 'POLITICAL') && (
        <Card.Block>
          <Details>
            <Details.Summary>{handsIn ? t.decision.alreadyHeld : t.submit.otherMeeting}</Details.Summary>
            <Details.Content>{handsIn ? decide : submit}</Details.Content>
          </Details>
        </Card.Block>
      )}
      <Card.Block>
        <Paragraph data-size="sm">
          <Link to={`/cases/${participation.caseId}/participations/${participation.id}/volumes`}>
            {t.participation.toVolumes}
          </Link>
        </Paragraph>
      </Card.Block>
    </Card>
  );
}

/** By when, said as a person would say it. */
function NextDates({ step }: { step: StepShownFragment }) {
  const { t, date, longDate } = useLanguage();
  if (step.state === 'SUBMITTED' && step.meetingOn)
    return <Paragraph>{t.participation.submittedTo(step.bodyName ?? step.title, longDate(step.meetingOn))}</Paragraph>;
  if (step.kind === 'POLITICAL' && step.submissionDeadline && step.plannedOn)
    return <Paragraph>{t.participation.papersBy(date(step.submissionDeadline), date(step.plannedOn))}</Paragraph>;
  return step.plannedOn ? <Paragraph>{t.participation.decideBy(date(step.plannedOn))}</Paragraph> : null;
}
