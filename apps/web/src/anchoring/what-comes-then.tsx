import { Paragraph } from '@digdir/designsystemet-react';
import { Link } from 'react-router';
import type { ParticipationShownFragment, StepShownFragment } from '../generated/documents';
import { useLanguage } from '../language/language';
import { nextStep } from './next-step';

/** After something was recorded: what happens next, and by when. */
export function WhatComesThen({
  participation,
  steps,
  volumesDeclared,
}: {
  participation: ParticipationShownFragment;
  steps: readonly StepShownFragment[];
  volumesDeclared: boolean;
}) {
  const { t, date } = useLanguage();
  if (participation.state === 'WITHDRAWN') return null;
  if (participation.state === 'DECLINED') return <Paragraph>{t.decide.then.declined}</Paragraph>;
  if (participation.state === 'ANCHORED')
    return (
      <Paragraph>
        {t.decide.then.anchored}{' '}
        {!volumesDeclared && (
          <Link to={`/cases/${participation.caseId}/participations/${participation.id}/volumes`}>
            {t.decide.then.volumes}
          </Link>
        )}
      </Paragraph>
    );
  const next = nextStep(steps);
  if (!next) return participation.powerOfAttorney ? null : <Paragraph>{t.decide.then.attorney}</Paragraph>;
  const on = next.meetingOn ?? next.plannedOn;
  return <Paragraph>{on ? t.decide.nextStepOn(next.title, date(on)) : t.decide.nextStep(next.title)}</Paragraph>;
}
