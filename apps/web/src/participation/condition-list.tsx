import { Button, Paragraph } from '@digdir/designsystemet-react';
import { SettleConditionDocument, type ConditionState, type ParticipationShownFragment } from '../generated/documents';
import { offersTo, useMe } from '../identity/me';
import { useLanguage } from '../language/language';
import { State, type Sign } from '../page/marks';
import { Refusal } from '../page/refusal';
import { useVerb } from '../request/use-verb';

const LOOKS: Record<ConditionState, { sign: Sign; colour: 'warning' | 'success' | 'danger' }> = {
  OPEN: { sign: 'waiting', colour: 'warning' },
  MET: { sign: 'done', colour: 'success' },
  NOT_ACCEPTED: { sign: 'stop', colour: 'danger' },
};

/** The conditions of the decisions; the host says whether each is met. */
export function ConditionList({
  participation,
  hostOrganisationId,
}: {
  participation: ParticipationShownFragment;
  hostOrganisationId: string;
}) {
  const { t, instant } = useLanguage();
  const host = offersTo(useMe()).coordinatesFor(hostOrganisationId);
  const verb = useVerb(SettleConditionDocument);
  return (
    <>
      <ul className="plain stack-tight">
        {participation.conditions.map(({ id, text, kind, state, settledAt }) => (
          <li key={id} className="condition">
            <div className="row-between">
              <span className="subtle">{t.conditionKinds[kind]}</span>
              <State {...LOOKS[state]}>{t.conditionStates[state]}</State>
            </div>
            <Paragraph className="text">{text}</Paragraph>
            {settledAt && <Paragraph className="subtle">{instant(settledAt)}</Paragraph>}
            {host && state === 'OPEN' && (
              <div className="buttons">
                <Button
                  variant="secondary"
                  data-size="sm"
                  aria-label={`${t.conditionStates.MET}: ${text}`}
                  onClick={() => void verb.carryOut({ conditionId: id, state: 'MET' })}
                  disabled={verb.busy}
                >
                  {t.conditionStates.MET}
                </Button>
                <Button
                  variant="tertiary"
                  data-size="sm"
                  data-color="danger"
                  aria-label={`${t.conditionStates.NOT_ACCEPTED}: ${text}`}
                  onClick={() => void verb.carryOut({ conditionId: id, state: 'NOT_ACCEPTED' })}
                  disabled={verb.busy}
                >
                  {t.conditionStates.NOT_ACCEPTED}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      <Refusal verb={verb} />
    </>
  );
}
