import { useLanguage } from '../language/language';
import { SignOf, State } from '../page/marks';
import { nextStep, whyLate, type Row, type Step } from './board-rows';
import { heldWithout, saidSlack, standingOf } from './standing';
import { StatusMark, StepMark } from './step-look';

/** Planned finish, slack, status; why it is late; when something is due next. */
export function Plan({ row, today }: { row: Row; today: string }) {
  const { t, date } = useLanguage();
  const standing = standingOf(row, today);
  // Until the outcome is known, nothing else is due of them.
  const held = heldWithout(row.steps, today);
  return (
    <div className="cell">
      {row.leaving && <span>{t.leaving.leftBy(row.leaving.decisionReference, date(row.leaving.decidedOn))}</span>}
      {standing && <StatusMark status={standing} />}
      {row.plannedFinishOn && (
        <span>
          {t.board.finish(date(row.plannedFinishOn))}
          {row.slackDays !== null && ` (${saidSlack(row.slackDays, standing, t)})`}
        </span>
      )}
      <WhyLate row={row} today={today} />
      {row.dueOn && row.dueOn !== held?.meetingOn && (
        <span className={row.overdue ? 'late' : undefined}>
          {row.overdue ? t.board.overdueSince(date(row.dueOn)) : t.board.due(date(row.dueOn))}
        </span>
      )}
      {row.provisional && <span className="subtle">{t.board.provisional}</span>}
      {row.crossesElection && <span className="subtle">{t.board.crossesElection}</span>}
    </div>
  );
}

/** In one or two sentences why a municipality is late or cannot make it (R6), or what a meeting has left unsaid. */
export function WhyLate({ row, today }: { row: Row; today: string }) {
  const { t, date } = useLanguage();
  const why = whyLate(row, today);
  const held = heldWithout(row.steps, today);
  if (!why && !held) return null;
  return (
    <span className="board-why" data-shortened>
      {held?.meetingOn && t.boardWhy.held(date(held.meetingOn))}
      {why && (
        <>
          {' '}
          {why.latestOn
            ? t.boardWhy.latest(why.step.title, date(why.latestOn))
            : t.boardWhy.nothingLeft(why.step.title)}{' '}
          {why.submissionMissedOn && t.boardWhy.missed(date(why.submissionMissedOn))}
        </>
      )}
    </span>
  );
}

/** Who must act next, or that there is nobody to ask (R12). */
export function Responsible({ row }: { row: Row }) {
  const { t } = useLanguage();
  const next = nextStep(row);
  return (
    <>
      {next && (
        <span className="board-line" data-shortened>
          {next.responsibleName} <span className="subtle">{t.roles[next.role]}</span>
        </span>
      )}
      {next?.deputyFor && (
        <span className="subtle board-line" data-shortened>
          {t.board.deputyFor(next.deputyFor)}
        </span>
      )}
      {row.nobodyToAsk && (
        <State sign="warning" colour="warning">
          {t.board.nobodyToAsk}
        </State>
      )}
    </>
  );
}

/** The day that stands under a step: when it was decided, its meeting, or the plan. */
export function stepDay(step: Step): { readonly on: string; readonly is: 'DECIDED' | 'MEETING' | 'PLANNED' } | null {
  if (step.state === 'DECIDED') return step.decidedOn ? { on: step.decidedOn, is: 'DECIDED' } : null;
  if (step.state === 'SUBMITTED') return step.meetingOn ? { on: step.meetingOn, is: 'MEETING' } : null;
  return step.state !== 'NOT_REQUIRED' && step.plannedOn ? { on: step.plannedOn, is: 'PLANNED' } : null;
}

export function StepCell({ step }: { step: Step }) {
  const { t, date } = useLanguage();
  const day = stepDay(step);
  // What is asked of them stands before the plan.
  const due = step.state === 'OPEN' ? step.dueOn : null;
  return (
    <div className="cell">
      <span className="step-title board-line" data-shortened>
        {step.title}
      </span>
      <StepMark step={step} />
      {day && !due && (
        <span>
          {day.is === 'DECIDED' && date(day.on)}
          {day.is === 'MEETING' && t.board.meeting(date(day.on))}
          {day.is === 'PLANNED' && t.board.planned(date(day.on))}
        </span>
      )}
      {due && <span className={step.overdue ? 'late' : undefined}>{t.board.due(date(due))}</span>}
    </div>
  );
}

export function YesOrNo({ yes }: { yes: boolean }) {
  const { t } = useLanguage();
  return (
    <span className={yes ? 'speaks-for' : 'subtle'}>
      {yes && <SignOf sign="done" />} {yes ? t.page.yes : t.page.no}
    </span>
  );
}
