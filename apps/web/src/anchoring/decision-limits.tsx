import { readDecimal } from '../clock/decimal';
import { readDate } from '../clock/read-date';
import type { DecisionLimitsInput } from '../generated/documents';
import type { Catalogue } from '../language/catalogue';
import { useLanguage } from '../language/language';
import { DateField, dateOrNull, moneyOrNull, TextField, type Form } from '../page/fields';

/** The limits within which a deciding step approves: any of them, or none (R3). */
export const NO_LIMITS = { total: '', perYear: '', perInhabitantPerYear: '', latestEnd: '' };

type LimitTexts = typeof NO_LIMITS;

export function limitsOf(values: LimitTexts): DecisionLimitsInput | null {
  const limits = {
    total: moneyOrNull(values.total),
    perYear: moneyOrNull(values.perYear),
    perInhabitantPerYear: moneyOrNull(values.perInhabitantPerYear),
    latestEnd: dateOrNull(values.latestEnd),
  };
  return Object.values(limits).some((limit) => limit !== null) ? limits : null;
}

export function limitFaults(
  values: LimitTexts,
  t: Catalogue['page'],
): Partial<Record<keyof LimitTexts, string | undefined>> {
  const money = (text: string): string | undefined =>
    text.trim() && readDecimal(text) === null ? t.notANumber : undefined;
  return {
    total: money(values.total),
    perYear: money(values.perYear),
    perInhabitantPerYear: money(values.perInhabitantPerYear),
    latestEnd: values.latestEnd.trim() && !readDate(values.latestEnd) ? t.notADate : undefined,
  };
}

export function LimitFields({ form }: { form: Form<LimitTexts> }) {
  const { t } = useLanguage();
  return (
    <fieldset className="choice">
      <legend>{t.decision.limits}</legend>
      <p className="subtle">{t.decision.limitsHelp}</p>
      <div className="beside">
        <TextField bound={form.field('total')} label={t.decision.limitTotal} suffix="kr" inputMode="decimal" optional />
        <TextField
          bound={form.field('perYear')}
          label={t.decision.limitPerYear}
          suffix="kr"
          inputMode="decimal"
          optional
        />
        <TextField
          bound={form.field('perInhabitantPerYear')}
          label={t.decision.limitPerInhabitant}
          suffix="kr"
          inputMode="decimal"
          optional
        />
        <DateField bound={form.field('latestEnd')} label={t.decision.limitLatestEnd} optional />
      </div>
    </fieldset>
  );
}
