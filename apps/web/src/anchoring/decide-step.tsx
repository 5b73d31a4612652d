import { Button, Checkbox, Details, Select } from '@digdir/designsystemet-react';
import { useState, type FormEvent } from 'react';
import {
  DecideAnchoringStepDocument,
  MeetingsHeldDocument,
  SupersedeDecisionDocument,
  type DecisionContent,
  type StepOutcome,
} from './decision-content';
import type { StepShownFragment } from '../generated/documents';
import { useMe } from '../identity/me';
import { useLanguage } from '../language/language';
import { DateField, dateOrNull, RadioField, SelectField, useFields, useReading } from '../page/fields';
import { forgetKept, isKept, useKept } from '../page/kept';
import { Refusal } from '../page/refusal';
import { OnBehalf, useBehalf } from '../participation/acting';
import { useAsk } from '../request/use-ask';
import { useVerb } from '../request/use-verb';
import { Conditions, conditionsOf, NO_CONDITION, type ConditionText } from './decision-conditions';
import { detailFaults, DetailFields, detailsOf, NO_DETAILS } from './decision-details';
import { LimitFields, limitFaults, limitsOf, NO_LIMITS } from './decision-limits';

const APPROVALS: ReadonlySet<string> = new Set(['APPROVED', 'APPROVED_WITH_CONDITIONS']);

/**
 * Records what a step came to: outcome, date and meeting at once, the rest in a fold-out (R3). With `supersedes` it puts a
 * new decision in the place of another one; both stay.
 */
export function DecideStep({
  step,
  openedOn,
  supersedes,
  done,
}: {
  step: StepShownFragment;
  openedOn: string;
  supersedes?: string;
  done: (outcome: StepOutcome) => void;
}) {
  const { t, date } = useLanguage();
  const { today, personId } = useMe();
  const decide = useVerb(DecideAnchoringStepDocument);
  const supersede = useVerb(SupersedeDecisionDocument);
  const verb = supersedes ? supersede : decide;
  const political = step.kind === 'POLITICAL';
  const sat = step.meetingOn && step.meetingOn <= today ? step.meetingOn : null;
  // What was written is found again by who wrote it, as long as nothing else has been decided meanwhile.
  const kept = ['decide', personId, step.id, step.decisions.length, supersedes ?? ''].join('-');
  const form = useFields(
    {
      outcome: '',
      decidedOn: date(sat ?? (political && step.plannedOn && step.plannedOn <= today ? step.plannedOn : today)),
      meetingId: (sat && step.meetingId) || '',
      deferredToMeetingId: '',
      sentUpToBodyId: '',
    },
    verb.refused,
    '',
    `${kept} form`,
  );
  const behalf = useBehalf(verb.refused);
  const details = useFields(NO_DETAILS, verb.refused, 'details.', `${kept} details`);
  const limits = useFields(NO_LIMITS, verb.refused, 'limits.', `${kept} limits`);
  const [conditions, setConditions] = useKept<readonly ConditionText[]>(`${kept} conditions`, [NO_CONDITION]);
  const [disqualified, setDisqualified] = useKept(`${kept} disqualified`, false);
  const [opened] = useState({ limits: isKept(`${kept} limits`), details: isKept(`${kept} details`) });
  const { dateFault } = useReading();
  const { values } = form;
  const approves = step.weight === 'DECIDING' && APPROVALS.has(values.outcome);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const sound = form.sound({
      outcome: values.outcome ? undefined : t.decision.chooseOutcome,
      decidedOn: dateFault(values.decidedOn, true),
    });
    if (!sound || !behalf.sound() || (approves && !limits.sound(limitFaults(limits.values, t.page)))) return;
    if (!details.sound(detailFaults(details.values, t))) return;
    const outcome = values.outcome as StepOutcome;
    const content: DecisionContent = {
      outcome,
      decidedOn: dateOrNull(values.decidedOn) ?? '',
      meetingId: political ? values.meetingId || null : null,
      deferredToMeetingId: outcome === 'DEFERRED' ? values.deferredToMeetingId || null : null,
      sentUpToBodyId: outcome === 'SENT_UP' ? values.sentUpToBodyId || null : null,
      deciderDisqualified: !political && disqualified ? true : null,
      onBehalf: behalf.given(),
      details: detailsOf(details.values),
      limits: approves ? limitsOf(limits.values) : null,
      conditions: outcome === 'APPROVED_WITH_CONDITIONS' ? conditionsOf(conditions) : null,
    };
    const answer = supersedes
      ? await supersede.carryOut({ decisionId: supersedes, ...content })
      : await decide.carryOut({ stepId: step.id, ...content });
    if (!answer) return;
    forgetKept(kept);
    done(outcome);
  };

  return (
    <form
      className="form"
      onSubmit={(event) => void submit(event)}
      noValidate
      aria-label={`${t.decision.record}: ${step.title}`}
    >
      <RadioField
        bound={form.field('outcome')}
        legend={political ? t.decision.whatDecided : t.decision.yourDecision}
        options={step.allowedOutcomes.map((outcome) => ({
          value: outcome,
          label: t.outcomes[outcome],
          description: t.outcomeHelp[outcome] || undefined,
        }))}
      />
      {values.outcome === 'APPROVED_WITH_CONDITIONS' && (
        <Conditions conditions={conditions} change={setConditions} refused={verb.refused} />
      )}
      {values.outcome === 'DEFERRED' && political && (
        <SelectField bound={form.field('deferredToMeetingId')} label={t.decision.deferredTo}>
          <Select.Option value="">{t.decision.noDateYet}</Select.Option>
          {step.meetingChoices.map((meeting) => (
            <Select.Option key={meeting.meetingId} value={meeting.meetingId}>
              {date(meeting.date)} {meeting.inTime ? '' : `– ${t.submit.tooLate}`}
            </Select.Option>
          ))}
        </SelectField>
      )}
      {values.outcome === 'SENT_UP' && (
        <SelectField bound={form.field('sentUpToBodyId')} label={t.decision.sentUpTo}>
          <Select.Option value="">{t.decision.highestBody}</Select.Option>
          {step.higherBodies.map((body) => (
            <Select.Option key={body.bodyId} value={body.bodyId}>
              {body.name}
            </Select.Option>
          ))}
        </SelectField>
      )}
      <div className="beside">
        {political && (
          <MeetingHeld
            step={step}
            openedOn={openedOn}
            value={values.meetingId}
            choose={(id, day) => form.fill({ meetingId: id, ...(day ? { decidedOn: date(day) } : {}) })}
          />
        )}
        <DateField bound={form.field('decidedOn')} label={t.decision.decidedOn} />
      </div>
      {approves && (
        <Details defaultOpen={opened.limits}>
          <Details.Summary>
            {t.decide.limitsTitle} {t.page.optional}
          </Details.Summary>
          <Details.Content>
            <div className="form">
              <LimitFields form={limits} />
            </div>
          </Details.Content>
        </Details>
      )}
      <OnBehalf behalf={behalf} />
      <Details defaultOpen={opened.details}>
        <Details.Summary>{t.decision.more}</Details.Summary>
        <Details.Content>
          <div className="form">
            <DetailFields form={details} step={step} />
            {!political && (
              <Checkbox
                label={t.decision.disqualified}
                checked={disqualified}
                onChange={(event) => setDisqualified(event.target.checked)}
              />
            )}
          </div>
        </Details.Content>
      </Details>
      <Refusal verb={verb} />
      <div className="buttons">
        <Button type="submit" loading={verb.busy}>
          {supersedes ? t.decision.supersede : t.decision.record}
        </Button>
      </div>
    </form>
  );
}

/** The meeting in which it was decided, among those that have been held. */
function MeetingHeld({
  step,
  openedOn,
  value,
  choose,
}: {
  step: StepShownFragment;
  openedOn: string;
  value: string;
  choose: (meetingId: string, date: string | null) => void;
}) {
  const { t, date } = useLanguage();
  const { today } = useMe();
  const held = useAsk(
    MeetingsHeldDocument,
    { bodyId: step.bodyId ?? '', from: openedOn, to: today },
    { enabled: step.bodyId !== null },
  );
  const meetings = (held.data?.meetings ?? []).filter(({ cancelledAt }) => !cancelledAt).toReversed();
  const bound = {
    name: 'meetingId',
    value,
    error: undefined,
    onText: (id: string) => choose(id, meetings.find((one) => one.id === id)?.date ?? null),
  };
  return (
    <SelectField bound={bound} label={t.decision.meeting(step.bodyName ?? step.title)}>
      <Select.Option value="">{t.decision.noMeeting}</Select.Option>
      {meetings.map((meeting) => (
        <Select.Option key={meeting.id} value={meeting.id}>
          {date(meeting.date)}
        </Select.Option>
      ))}
    </SelectField>
  );
}
