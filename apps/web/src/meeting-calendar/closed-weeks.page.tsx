import { Button, Checkbox, Field, Heading, Label, Paragraph, Select, Textfield } from '@digdir/designsystemet-react';
import { useState, type FormEvent } from 'react';
import { ChooseWhose, useWhose } from '../administration/whose';
import { MONTHS } from '../clock/format';
import { ClosedWeeksDocument, SaveClosedWeeksDocument } from '../generated/documents';
import { useMe } from '../identity/me';
import { useLanguage } from '../language/language';
import { DateField, dateOrNull, TextField, useFields, useReading } from '../page/fields';
import { Page } from '../page/page';
import { Done, Refusal } from '../page/refusal';
import { Waiting } from '../page/waiting';
import { useAsk } from '../request/use-ask';
import { useVerb } from '../request/use-verb';
import { holdsHere, isSecretariat } from '../administration/parts';
import { yearsAround } from './calendars.page';
import { closedIn, joined, toggled, weeksOf, type Period } from './closed-periods';

/** When an organisation is closed: the weeks of a year to tick, and the periods that come of it. */
export default function ClosedWeeksPage() {
  const { t } = useLanguage();
  const whose = useWhose();
  const { organisationId } = whose;
  const found = useAsk(
    ClosedWeeksDocument,
    { organisationId: organisationId ?? '' },
    { enabled: organisationId !== null },
  );
  return (
    <Page
      title={t.closedWeeks.title}
      intro={t.closedWeeks.intro}
      crumbs={[{ to: '/administration', title: t.administration.title }]}
    >
      <ChooseWhose whose={whose} />
      {organisationId === null ? (
        <Paragraph>{t.calendars.choose}</Paragraph>
      ) : (
        <Waiting on={found}>
          {({ closedWeeks }) => <Editor key={organisationId} organisationId={organisationId} kept={closedWeeks} />}
        </Waiting>
      )}
    </Page>
  );
}

function Editor({ organisationId, kept }: { organisationId: string; kept: readonly Period[] }) {
  const { t, language } = useLanguage();
  const me = useMe();
  const mayKeep = isSecretariat(me) || holdsHere(me, ['COORDINATOR', 'RECORDER']);
  const verb = useVerb(SaveClosedWeeksDocument);
  const before = kept.map(({ fromDate, toDate, reason }) => ({ fromDate, toDate, reason }));
  const [periods, setPeriods] = useState<readonly Period[]>(before);
  const [year, setYear] = useState(Number(me.today.slice(0, 4)));
  const changed = written(periods) !== written(before);
  const weeks = weeksOf(year);
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    await verb.carryOut({ organisationId, periods: periods.map((period) => ({ ...period })) });
  };
  const shown = periods
    .map((period, at) => ({ period, at }))
    .filter(({ period }) => period.toDate >= `${year}-01-01` && period.fromDate <= `${year}-12-31`);
  return (
    <div className="stack">
      <Field>
        <Label>{t.calendars.year}</Label>
        <Select width="auto" value={String(year)} onChange={(event) => setYear(Number(event.target.value))}>
          {yearsAround(me.today).map((one) => (
            <Select.Option key={one} value={one}>
              {one}
            </Select.Option>
          ))}
        </Select>
      </Field>
      {!mayKeep && <Paragraph className="subtle">{t.calendars.readOnly}</Paragraph>}
      <div className="months">
        {MONTHS[language === 'en' ? 'en' : 'nb'].map((name, month) => (
          <fieldset key={name} className="month">
            <legend>{name}</legend>
            {weeks
              .filter((week) => week.month === month + 1)
              .map((week) => {
                const closed = closedIn(periods, week);
                return (
                  <Checkbox
                    key={week.week}
                    data-size="sm"
                    label={t.closedWeeks.week(week.week)}
                    description={`${shortSpan(week.from, week.to)}${closed === 'SOME' ? `, ${t.closedWeeks.partly}` : ''}`}
                    checked={closed === 'ALL'}
                    disabled={!mayKeep}
                    onChange={() => setPeriods((now) => toggled(now, week))}
                  />
                );
              })}
          </fieldset>
        ))}
      </div>
      <form className="stack" onSubmit={(event) => void save(event)}>
        <Heading level={2} data-size="xs">
          {t.closedWeeks.periods(year)}
        </Heading>
        {shown.length === 0 && <Paragraph>{t.closedWeeks.none(year)}</Paragraph>}
        <ul className="plain stack-tight">
          {shown.map(({ period, at }) => (
            <li key={period.fromDate}>
              <PeriodRow
                period={period}
                mayKeep={mayKeep}
                onReason={(reason) =>
                  setPeriods((now) => now.map((one, place) => (place === at ? { ...one, reason } : one)))
                }
                onRemove={() => setPeriods((now) => now.filter((_, place) => place !== at))}
              />
            </li>
          ))}
        </ul>
        <Refusal verb={verb} />
        <Done text={!changed && verb.answer && !verb.refused ? t.closedWeeks.saved : null} />
        {mayKeep && (
          <div className="buttons">
            <Button type="submit" loading={verb.busy} disabled={!changed}>
              {t.closedWeeks.save}
            </Button>
            {changed && (
              <Button variant="tertiary" type="button" onClick={() => setPeriods(before)}>
                {t.closedWeeks.undo}
              </Button>
            )}
            {changed && <span role="status">{t.closedWeeks.unsaved}</span>}
          </div>
        )}
      </form>
      {mayKeep && <AddPeriod onAdd={(period) => setPeriods((now) => joined([...now, period]))} />}
    </div>
  );
}

/** Periods as one text, whatever their order: what is compared to see whether there is something to save. */
function written(periods: readonly Period[]): string {
  return periods
    .map(({ fromDate, toDate, reason }) => [fromDate, toDate, reason].join(' '))
    .sort()
    .join('\n');
}

function shortSpan(from: string, to: string): string {
  const short = (date: string): string => `${date.slice(8, 10)}.${date.slice(5, 7)}.`;
  return `${short(from)}–${short(to)}`;
}

function PeriodRow({
  period,
  mayKeep,
  onReason,
  onRemove,
}: {
  period: Period;
  mayKeep: boolean;
  onReason: (reason: string) => void;
  onRemove: () => void;
}) {
  const { t, date } = useLanguage();
  const span = `${date(period.fromDate)}–${date(period.toDate)}`;
  return (
    <div className="filters">
      <Paragraph className="period">{span}</Paragraph>
      <Textfield
        label={<span className="unseen">{t.closedWeeks.reasonOf(span)}</span>}
        placeholder={t.closedWeeks.reason}
        value={period.reason}
        maxLength={200}
        readOnly={!mayKeep}
        onChange={(event) => onReason(event.target.value)}
      />
      {mayKeep && (
        <Button
          type="button"
          variant="tertiary"
          data-color="danger"
          data-size="sm"
          aria-label={t.closedWeeks.removeOf(span)}
          onClick={onRemove}
        >
          {t.closedWeeks.remove}
        </Button>
      )}
    </div>
  );
}

/** A period that is no whole week. */
function AddPeriod({ onAdd }: { onAdd: (period: Period) => void }) {
  const { t } = useLanguage();
  const { dateFault } = useReading();
  const form = useFields({ fromDate: '', toDate: '', reason: '' });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const { fromDate, toDate, reason } = form.values;
    const [from, to] = [dateOrNull(fromDate), dateOrNull(toDate)];
    const backwards = from && to && to < from ? t.closedWeeks.backwards : undefined;
    if (!form.sound({ fromDate: dateFault(fromDate, true), toDate: dateFault(toDate, true) ?? backwards })) return;
    onAdd({ fromDate: from!, toDate: to!, reason });
    form.fill({ fromDate: '', toDate: '', reason: '' });
  };
  return (
    <form className="form section" onSubmit={submit} noValidate>
      <Heading level={2} data-size="xs">
        {t.closedWeeks.other}
      </Heading>
      <div className="beside">
        <DateField bound={form.field('fromDate')} label={t.closedWeeks.from} />
        <DateField bound={form.field('toDate')} label={t.closedWeeks.to} />
      </div>
      <TextField bound={form.field('reason')} label={t.closedWeeks.reason} optional />
      <div className="buttons">
        <Button type="submit" variant="secondary">
          {t.closedWeeks.add}
        </Button>
      </div>
    </form>
  );
}
