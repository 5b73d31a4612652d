import { Button } from '@digdir/designsystemet-react';
import type { ConditionKind, DecisionConditionInput } from '../generated/documents';
import { useLanguage } from '../language/language';
import { LongField, RadioField } from '../page/fields';
import { faultAt } from '../page/refusal';
import type { Refused } from '../request/use-verb';

export interface ConditionText {
  readonly text: string;
  readonly kind: ConditionKind;
}

export const NO_CONDITION: ConditionText = { text: '', kind: 'BEFORE_NOTICE' };

/** Empty conditions are left out; the API says when none is left. */
export function conditionsOf(conditions: readonly ConditionText[]): DecisionConditionInput[] {
  return conditions.filter(({ text }) => text.trim()).map(({ text, kind }) => ({ text, kind }));
}

/** The conditions of an approval, one or more. */
export function Conditions({
  conditions,
  change,
  refused,
}: {
  conditions: readonly ConditionText[];
  change: (conditions: readonly ConditionText[]) => void;
  refused: Refused | null;
}) {
  const { t } = useLanguage();
  const put = (at: number, more: Partial<ConditionText>): void =>
    change(conditions.map((one, index) => (index === at ? { ...one, ...more } : one)));
  const whole = refused?.path.join('.') === 'input.conditions' ? refused.message : undefined;
  return (
    <div className="stack-tight nested">
      {conditions.map((condition, at) => (
        <div key={at} className="stack-tight">
          <LongField
            bound={{
              name: `condition-${at}`,
              value: condition.text,
              onText: (text) => put(at, { text }),
              error: (at === 0 ? whole : undefined) ?? faultAt(refused, `conditions.${at}`),
            }}
            label={t.decision.condition(at + 1)}
            rows={2}
          />
          <RadioField
            inline
            bound={{
              name: `kind-${at}`,
              value: condition.kind,
              onText: (kind) => put(at, { kind: kind as ConditionKind }),
              error: undefined,
            }}
            legend={t.decision.conditionWhen}
            options={[
              { value: 'BEFORE_NOTICE', label: t.conditionKinds.BEFORE_NOTICE },
              { value: 'FOLLOW_UP', label: t.conditionKinds.FOLLOW_UP },
            ]}
          />
        </div>
      ))}
      <div className="buttons">
        <Button variant="tertiary" data-size="sm" onClick={() => change([...conditions, NO_CONDITION])}>
          {t.decision.addCondition}
        </Button>
        {conditions.length > 1 && (
          <Button variant="tertiary" data-size="sm" onClick={() => change(conditions.slice(0, -1))}>
            {t.decision.removeCondition}
          </Button>
        )}
      </div>
    </div>
  );
}
