import { Button, Details, Heading, Select } from '@digdir/designsystemet-react';
import { useState, type FormEvent } from 'react';
import { readDecimal } from '../clock/decimal';
import { CpvSearch, type ChosenCpv } from '../classification/cpv-search';
import { useUnits } from '../classification/units';
import type { NeedFieldsInput, NeedWholeFragment, RootCause, Sourcing } from '../generated/documents';
import { useLanguage } from '../language/language';
import {
  DateField,
  dateOrNull,
  LongField,
  moneyOrNull,
  SelectField,
  TextField,
  textOrNull,
  useFields,
  useReading,
  wholeOrNull,
} from '../page/fields';
import { faultAt, Refusal } from '../page/refusal';
import { NotCome } from '../page/waiting';
import type { Refused } from '../request/use-verb';

const EMPTY = {
  problem: '',
  title: '',
  effect: '',
  indicator: '',
  targetGroup: '',
  quantity: '',
  unitCode: 'STK',
  wantedFrom: '',
  wantedTo: '',
  currentSolution: '',
  currentYearlyCost: '',
  tried: '',
  contractEndsOn: '',
  optionMonths: '',
  yearlyValue: '',
  sourcing: '',
  rootCause: '',
  localValue: '',
  localLeader: '',
};

/** What a need says now, as a person would write it. */
function written(
  need: NeedWholeFragment,
  { date, number }: Pick<ReturnType<typeof useLanguage>, 'date' | 'number'>,
): typeof EMPTY {
  const figure = (text: string | null): string => (text === null ? '' : number(text));
  return {
    problem: need.problem,
    title: need.title,
    effect: need.effect ?? '',
    indicator: need.indicator ?? '',
    targetGroup: need.targetGroup ?? '',
    quantity: figure(need.quantity),
    unitCode: need.unitCode,
    wantedFrom: date(need.wantedFrom),
    wantedTo: date(need.wantedTo),
    currentSolution: need.currentSolution ?? '',
    currentYearlyCost: figure(need.currentYearlyCost),
    tried: need.tried ?? '',
    contractEndsOn: need.contractEndsOn ? date(need.contractEndsOn) : '',
    optionMonths: need.optionMonths > 0 ? String(need.optionMonths) : '',
    yearlyValue: figure(need.yearlyValue),
    sourcing: need.sourcing ?? '',
    rootCause: need.rootCause ?? '',
    localValue: need.localValue ?? '',
    localLeader: need.localLeader ?? '',
  };
}

/** A need as a person writes it: the problem first, then what and how much, the rest when it is known (R15). */
export function NeedForm({
  need,
  verb,
  first,
  second,
}: {
  /** What it says now; left out for a new one. */
  need?: NeedWholeFragment;
  verb: { readonly refused: Refused | null; readonly failed: Error | null; readonly busy: boolean };
  first: { readonly title: string; readonly send: (fields: NeedFieldsInput) => Promise<void> };
  second?: { readonly title: string; readonly send: (fields: NeedFieldsInput) => Promise<void> };
}) {
  const { t, language, ...writes } = useLanguage();
  const form = useFields(need ? written(need, writes) : EMPTY, verb.refused, 'fields.');
  const [cpv, setCpv] = useState<readonly ChosenCpv[]>(need ? need.cpvCodes.map((code) => ({ code, name: '' })) : []);
  const units = useUnits();
  const { amountFault, dateFault, decimalFault, textFault, wholeFault } = useReading();

  const send = async (way: typeof first): Promise<void> => {
    const { values } = form;
    const sound = form.sound({
      problem: textFault(values.problem),
      title: textFault(values.title),
      quantity: decimalFault(values.quantity, true),
      wantedFrom: dateFault(values.wantedFrom, true),
      wantedTo: dateFault(values.wantedTo, true),
      currentYearlyCost: amountFault(values.currentYearlyCost),
      contractEndsOn: dateFault(values.contractEndsOn, false),
      optionMonths: wholeFault(values.optionMonths, false),
      yearlyValue: amountFault(values.yearlyValue),
    });
    if (!sound) return;
    await way.send({
      problem: values.problem,
      title: values.title,
      effect: textOrNull(values.effect),
      indicator: textOrNull(values.indicator),
      targetGroup: textOrNull(values.targetGroup),
      quantity: readDecimal(values.quantity, language) ?? '',
      unitCode: values.unitCode,
      cpvCodes: cpv.map(({ code }) => code),
      wantedFrom: dateOrNull(values.wantedFrom) ?? '',
      wantedTo: dateOrNull(values.wantedTo) ?? '',
      currentSolution: textOrNull(values.currentSolution),
      currentYearlyCost: moneyOrNull(values.currentYearlyCost),
      tried: textOrNull(values.tried),
      contractEndsOn: dateOrNull(values.contractEndsOn),
      optionMonths: wholeOrNull(values.optionMonths),
      yearlyValue: moneyOrNull(values.yearlyValue),
      sourcing: (values.sourcing || null) as Sourcing | null,
      rootCause: (values.rootCause || null) as RootCause | null,
      localValue: textOrNull(values.localValue),
      localLeader: textOrNull(values.localLeader),
    });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void send(first);
  };

  return (
    <form className="form" onSubmit={submit} noValidate>
      <LongField bound={form.field('problem')} label={t.need.problem} description={t.need.problemHelp} rows={4} />
      <TextField bound={form.field('title')} label={t.need.title} description={t.need.titleHelp} />
      <LongField bound={form.field('effect')} label={t.need.effect} optional />
      <Heading level={2} data-size="xs">
        {t.need.howMuch}
      </Heading>
      <div className="beside">
        <TextField
          bound={form.field('quantity')}
          label={t.need.quantity}
          description={t.need.quantityHelp}
          inputMode="decimal"
        />
        <SelectField bound={form.field('unitCode')} label={t.need.unit}>
          {units.list.map(({ code }) => (
            <Select.Option key={code} value={code}>
              {units.nameOf(code)}
            </Select.Option>
          ))}
        </SelectField>
      </div>
      <NotCome on={units.answer} />
      <div className="beside">
        <DateField bound={form.field('wantedFrom')} label={t.need.wantedFrom} />
        <DateField bound={form.field('wantedTo')} label={t.need.wantedTo} />
      </div>
      <CpvSearch chosen={cpv} choose={setCpv} error={faultAt(verb.refused, 'fields.cpvCodes')} />
      <Details>
        <Details.Summary>{t.need.more}</Details.Summary>
        <Details.Content>
          <div className="form">
            <LongField bound={form.field('indicator')} label={t.need.indicator} optional rows={2} />
            <TextField
              bound={form.field('targetGroup')}
              label={t.need.targetGroup}
              description={t.need.targetGroupHelp}
              optional
            />
            <LongField bound={form.field('currentSolution')} label={t.need.currentSolution} optional rows={2} />
            <LongField bound={form.field('tried')} label={t.need.tried} optional rows={2} />
            <div className="beside">
              <TextField
                bound={form.field('currentYearlyCost')}
                label={t.need.currentYearlyCost}
                description={t.page.exVat}
                suffix="kr"
                inputMode="decimal"
                optional
              />
              <TextField
                bound={form.field('yearlyValue')}
                label={t.need.yearlyValue}
                description={t.page.exVat}
                suffix="kr"
                inputMode="decimal"
                optional
              />
            </div>
            <div className="beside">
              <DateField bound={form.field('contractEndsOn')} label={t.need.contractEndsOn} optional />
              <TextField bound={form.field('optionMonths')} label={t.need.optionMonths} inputMode="numeric" optional />
            </div>
            <div className="beside">
              <SelectField bound={form.field('sourcing')} label={t.need.sourcing} optional>
                <Select.Option value="">{t.page.notChosen}</Select.Option>
                {Object.entries(t.sourcings).map(([code, name]) => (
                  <Select.Option key={code} value={code}>
                    {name}
                  </Select.Option>
                ))}
              </SelectField>
              <SelectField bound={form.field('rootCause')} label={t.need.rootCause} optional>
                <Select.Option value="">{t.page.notChosen}</Select.Option>
                {Object.entries(t.rootCauses).map(([code, name]) => (
                  <Select.Option key={code} value={code}>
                    {name}
                  </Select.Option>
                ))}
              </SelectField>
            </div>
            <LongField bound={form.field('localValue')} label={t.need.localValue} optional rows={2} />
            <TextField
              bound={form.field('localLeader')}
              label={t.need.localLeader}
              description={t.need.localLeaderHelp}
              optional
            />
          </div>
        </Details.Content>
      </Details>
      <Refusal verb={verb} />
      <div className="buttons">
        <Button type="submit" loading={verb.busy}>
          {first.title}
        </Button>
        {second && (
          <Button variant="secondary" onClick={() => void send(second)} disabled={verb.busy}>
            {second.title}
          </Button>
        )}
      </div>
    </form>
  );
}
