import { Card, Heading, Paragraph } from '@digdir/designsystemet-react';
import type {
  DecisionBodyKind,
  ParticipationQuery,
  ParticipationShownFragment,
  StepShownFragment,
} from '../generated/documents';
import { useMe } from '../identity/me';
import { useLanguage } from '../language/language';
import { Fold } from '../page/fold';
import { useActing } from '../participation/acting';
import { DecideStep } from './decide-step';
import { Guidance, Hints } from './guidance';
import { HandOver } from './hand-over';
import { SubmitStep } from './submit-step';
import { WhatIsDecided, type Basis } from './what-is-decided';

/** The step that must be acted on first: what can be decided now, else what waits for its text. */
export function nextStep(steps: readonly StepShownFragment[]): StepShownFragment | undefined {
  return (
    steps.find(({ canBeDecided }) => canBeDecided) ??
    steps.find(({ state }) => state === 'OPEN' || state === 'SUBMITTED')
  );
}

/** The step to which the case goes when this one is done. */
function stepAfter(steps: readonly StepShownFragment[], { parallelGroup }: StepShownFragment) {
  return steps.find(
    (one) => one.parallelGroup > parallelGroup && one.state !== 'DECIDED' && one.state !== 'NOT_REQUIRED',
  );
}

/** What is asked of the municipality now, with the form open: two clicks from the mail's link. */
export function NextStep({
  participation,
  steps,
  hints,
  basis,
  bodyKinds,
  openedOn,
  done,
}: {
  participation: ParticipationShownFragment;
  steps: readonly StepShownFragment[];
  hints: NonNullable<ParticipationQuery['participationRoute']>['hints'];
  basis: Basis | null;
  /** By id of the body. */
  bodyKinds: ReadonlyMap<string, DecisionBodyKind>;
  openedOn: string;
  done: (text: string) => void;
}) {
  const { t, date } = useLanguage();
  const acts = useActing();
  const { today } = useMe();
  const step = nextStep(steps);
  if (acts === 'NOBODY' || participation.state === 'WITHDRAWN') return null;
  if (!step) return null;
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
  const ask = asked(step, today);
  // The host looks first and acts only when it has been asked in writing (R29).
  const open = acts === 'ITSELF';
  return (
    <Card data-color="accent" className="next">
      <Card.Block>
        <Heading level={2} data-size="xs">
          {open && ask !== 'WAIT' ? t.participation.next(step.title) : t.participation.comesNext(step.title)}
        </Heading>
        <NextDates step={step} waits={ask === 'WAIT'} />
        <div className="decide-beside">
          {basis && <WhatIsDecided participation={participation} steps={steps} basis={basis} />}
          <Guidance step={step} next={stepAfter(steps, step)} bodyKind={bodyKinds.get(step.bodyId ?? '')} />
        </div>
        <Hints hints={hints} stepId={step.id} />
        {open && ask === 'HAND_IN' && submit}
        {open && ask === 'DECIDE' && decide}
        {(!open || ask !== 'DECIDE') && step.canBeDecided && (
          <Fold offPaper title={open ? t.decision.alreadyHeld : t.decision.recordOnBehalf}>
            {decide}
          </Fold>
        )}
        {(!open || ask !== 'HAND_IN') && step.kind === 'POLITICAL' && (
          <Fold offPaper title={step.state === 'SUBMITTED' ? t.submit.otherMeeting : t.submit.submit}>
            {submit}
          </Fold>
        )}
        {open && <HandOver key={`${step.id}-${step.askedPersonId}`} step={step} done={done} />}
      </Card.Block>
    </Card>
  );
}

/** What a step asks for today: its text, its outcome, or nothing until the meeting has been held. */
function asked(step: StepShownFragment, today: string): 'HAND_IN' | 'DECIDE' | 'WAIT' {
  if (step.kind === 'POLITICAL' && step.state === 'OPEN') return 'HAND_IN';
  if (step.state === 'SUBMITTED' && step.meetingOn && step.meetingOn > today) return 'WAIT';
  return step.canBeDecided ? 'DECIDE' : 'WAIT';
}

/** By when, said as a person would say it. */
function NextDates({ step, waits }: { step: StepShownFragment; waits: boolean }) {
  const { t, date, longDate } = useLanguage();
  if (step.state === 'SUBMITTED' && step.meetingOn)
    return (
      <Paragraph>
        {t.participation.submittedTo(step.bodyName ?? step.title, longDate(step.meetingOn))}
        {waits && ` ${t.participation.askedAfterMeeting}`}
      </Paragraph>
    );
  if (step.kind === 'POLITICAL' && step.submissionDeadline && step.plannedOn)
    return <Paragraph>{t.participation.papersBy(date(step.submissionDeadline), date(step.plannedOn))}</Paragraph>;
  return step.plannedOn ? <Paragraph>{t.participation.decideBy(date(step.plannedOn))}</Paragraph> : null;
}
