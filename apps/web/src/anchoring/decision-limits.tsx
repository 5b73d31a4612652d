import { Checkbox, ValidationMessage } from '@digdir/designsystemet-react';
import { readAmount, readDecimal } from '../clock/decimal';
import { readDate } from '../clock/read-date';
import type { DecisionLimitsInput } from '../generated/documents';
import type { Catalogue } from '../language/catalogue';
import { useLanguage } from '../language/language';
import { DateField, dateOrNull, moneyOrNull, TextField, type Form } from '../page/fields';
import { useCaseOfStep } from './case-of-step';

/** The limits within which a deciding step approves: any of them, or none (R3). Parts are ids with spaces between. */
export const NO_LIMITS = {
  total: '',
  perYear: '',
  perInhabitantPerYear: '',
  latestEnd: '',
  shareOfCost: '',
  partIds: '',
  hostOrganisationId: '',
};

type LimitTexts = typeof NO_LIMITS;

const idsOf = (text: string): string[] => text.split(' ').filter(Boolean);

export function limitsOf(values: LimitTexts): DecisionLimitsInput | null {
  const partIds = idsOf(values.partIds);
  const limits = {
    total: moneyOrNull(values.total),
    perYear: moneyOrNull(values.perYear),
    perInhabitantPerYear: moneyOrNull(values.perInhabitantPerYear),
    latestEnd: dateOrNull(values.latestEnd),
    shareOfCost: readDecimal(values.shareOfCost),
    partIds: partIds.length > 0 ? partIds : null,
    hostOrganisationId: values.hostOrganisationId || null,
  };
  return Object.values(limits).some((limit) => limit !== null) ? limits : null;
}

export function limitFaults(
  values: LimitTexts,
  t: Catalogue['page'],
): Partial<Record<keyof LimitTexts, string | undefined>> {
  const fault = (text: string, read: (text: string) => string | null): string | undefined =>
    text.trim() && read(text) === null ? t.notANumber : undefined;
  return {
    total: fault(values.total, readAmount),
    perYear: fault(values.perYear, readAmount),
    perInhabitantPerYear: fault(values.perInhabitantPerYear, readAmount),
    shareOfCost: fault(values.shareOfCost, readDecimal),
    latestEnd: values.latestEnd.trim() && !readDate(values.latestEnd) ? t.notADate : undefined,
  };
}

export function LimitFields({ form }: { form: Form<LimitTexts> }) {
  const { t } = useLanguage();
  const { hostName, hostOrganisationId } = useCaseOfStep();
  return (
    <>
      <p className="subtle">{t.decision.limitsHelp}</p>
      <div className="beside">
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
        <TextField bound={form.field('total')} label={t.decision.limitTotal} suffix="kr" inputMode="decimal" optional />
        <TextField
          bound={form.field('shareOfCost')}
          label={t.decide.limitShareOfCost}
          suffix="%"
          inputMode="decimal"
          optional
        />
        <DateField bound={form.field('latestEnd')} label={t.decision.limitLatestEnd} optional />
      </div>
      <LimitParts form={form} />
      <Checkbox
        label={t.decide.limitHost(hostName)}
        description={t.decide.limitHostHelp}
        checked={form.values.hostOrganisationId !== ''}
        onChange={(event) => form.set('hostOrganisationId', event.target.checked ? hostOrganisationId : '')}
      />
    </>
  );
}

/** Some of the parts only; none marked means all of them. */
function LimitParts({ form }: { form: Form<LimitTexts> }) {
  const { t } = useLanguage();
  const { parts } = useCaseOfStep();
  const { error, value, onText } = form.field('partIds');
  const chosen = new Set(idsOf(value));
  const mark = (id: string, on: boolean): void => {
    const wanted = parts.filter((part) => (part.id === id ? on : chosen.has(part.id)));
    onText(wanted.map((part) => part.id).join(' '));
  };
  if (parts.length < 2) return null;
  return (
    <fieldset className="choice" data-field="partIds">
      <legend>{t.decide.limitParts}</legend>
      <p className="subtle">{t.decide.limitPartsHelp}</p>
      <div className="choice-list">
        {parts.map(({ id, number, title }) => (
          <Checkbox
            key={id}
            label={`${t.board.partNumber(number)}: ${title}`}
            checked={chosen.has(id)}
            onChange={(event) => mark(id, event.target.checked)}
            aria-invalid={error ? true : undefined}
          />
        ))}
      </div>
      {error && <ValidationMessage>{error}</ValidationMessage>}
    </fieldset>
  );
}
