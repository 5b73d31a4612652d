import { Button, Select } from '@digdir/designsystemet-react';
import type { FormEvent } from 'react';
import { Link, useSearchParams } from 'react-router';
import { LogPlacesDocument } from '../generated/documents';
import { useLanguage } from '../language/language';
import { DateField, SelectField, useFields, useReading } from '../page/fields';
import { readDate } from '../clock/read-date';
import { useAsk } from '../request/use-ask';
import { LOG_KINDS, type LogKind } from './log-kinds';

const NAMES = ['case', 'organisation', 'kind', 'from', 'until'] as const;

/** Which entries are wanted. What is chosen goes into the address, so that it can be sent to somebody else. */
export function LogFilters({ caseId }: { caseId: string | null }) {
  const { t, date } = useLanguage();
  const [asked, ask] = useSearchParams();
  const places = useAsk(LogPlacesDocument, {});
  const { dateFault } = useReading();
  const written = (name: string): string => {
    const day = readDate(asked.get(name) ?? '');
    return day === null ? (asked.get(name) ?? '') : date(day);
  };
  const { values, field, sound } = useFields({
    case: asked.get('case') ?? '',
    organisation: asked.get('organisation') ?? '',
    kind: asked.get('kind') ?? '',
    from: written('from'),
    until: written('until'),
  });
  const show = (event: FormEvent): void => {
    event.preventDefault();
    if (!sound({ from: dateFault(values.from, false), until: dateFault(values.until, false) })) return;
    const wanted = { ...values, from: readDate(values.from) ?? '', until: readDate(values.until) ?? '' };
    ask(Object.fromEntries(NAMES.filter((name) => wanted[name] !== '').map((name) => [name, wanted[name]])));
  };
  return (
    <form className="log-filters" onSubmit={show} aria-label={t.log.filters} noValidate>
      {caseId === null && (
        <SelectField bound={field('case')} label={t.log.case}>
          <Select.Option value="">{t.page.all}</Select.Option>
          {(places.data?.procurementCases ?? []).map(({ id, title }) => (
            <Select.Option key={id} value={id}>
              {title}
            </Select.Option>
          ))}
        </SelectField>
      )}
      <SelectField bound={field('organisation')} label={t.log.organisation}>
        <Select.Option value="">{t.page.all}</Select.Option>
        {(places.data?.organisations ?? []).map(({ id, name }) => (
          <Select.Option key={id} value={id}>
            {name}
          </Select.Option>
        ))}
      </SelectField>
      <SelectField bound={field('kind')} label={t.log.kind}>
        <Select.Option value="">{t.page.all}</Select.Option>
        {(Object.keys(LOG_KINDS) as LogKind[]).map((kind) => (
          <Select.Option key={kind} value={kind}>
            {t.logKinds[kind]}
          </Select.Option>
        ))}
      </SelectField>
      <DateField bound={field('from')} label={t.log.from} />
      <DateField bound={field('until')} label={t.log.until} />
      <div className="buttons">
        <Button type="submit" variant="secondary">
          {t.log.show}
        </Button>
        {asked.size > 0 && (
          <Button asChild variant="tertiary">
            <Link to="?">{t.log.reset}</Link>
          </Button>
        )}
      </div>
    </form>
  );
}
