import { Button, Paragraph, Select } from '@digdir/designsystemet-react';
import type { FormEvent } from 'react';
import {
  SaveTheySayDateDocument,
  type NotesQuery,
  type NoteVisibility,
  type RoleKind,
  type TheySaySource,
} from '../generated/documents';
import { useMe } from '../identity/me';
import { useLanguage } from '../language/language';
import { DateField, dateOrNull, RadioField, SelectField, useFields, useReading } from '../page/fields';
import { Fold } from '../page/fold';
import { Refusal } from '../page/refusal';
import { useVerb } from '../request/use-verb';

type Said = NotesQuery['theySayDates'][number];

const SOURCES: readonly TheySaySource[] = ['PHONE', 'EMAIL', 'MEETING', 'OTHER'];
const TITLES: readonly RoleKind[] = [
  'COORDINATOR',
  'RECORDER',
  'CONTRIBUTOR',
  'UNIT_LEADER',
  'DIRECTOR',
  'CHIEF_EXECUTIVE',
  'PROCUREMENT_OFFICER',
];

/** By whom, how and when it was said: «Kommunalsjef, på telefon 14.11.2016». */
export function useSaidHow(): (said: Pick<Said, 'source' | 'saidBy' | 'heardOn'>) => string {
  const { t, date } = useLanguage();
  return ({ source, saidBy, heardOn }) =>
    [saidBy && t.roles[saidBy], `${t.theySaySources[source]} ${date(heardOn)}`].filter(Boolean).join(', ');
}

/** When the municipality says that it will have decided, now and before, and the form for what it says today. */
export function TheySay({
  about,
  dates,
  writes,
  said,
}: {
  about: { readonly participationId: string; readonly name: string };
  dates: readonly Said[];
  writes: boolean;
  said: (text: string) => void;
}) {
  const { t, date } = useLanguage();
  const how = useSaidHow();
  const now = dates.filter(({ on, replacedAt }) => on && !replacedAt);
  const before = dates.filter(({ on, replacedAt }) => on && replacedAt);
  return (
    <>
      {now.length === 0 && <Paragraph className="subtle">{t.theySay.none}</Paragraph>}
      {now.map((one) => (
        <p key={one.id}>
          <strong>{date(one.on!)}</strong>{' '}
          <span className="subtle">
            {how(one)} · {t.noteVisibilities[one.visibility]}
          </span>
        </p>
      ))}
      {before.length > 0 && (
        <Fold title={t.theySay.before}>
          <ul className="plain stack-tight">
            {before.map((one) => (
              <li key={one.id}>
                {date(one.on!)} <span className="subtle">{how(one)}</span>
              </li>
            ))}
          </ul>
        </Fold>
      )}
      {writes && (
        <Fold offPaper title={t.theySay.add}>
          <SayForm about={about} said={said} standing={now.length > 0} />
        </Fold>
      )}
    </>
  );
}

function SayForm({
  about,
  said,
  standing,
}: {
  about: { readonly participationId: string; readonly name: string };
  said: (text: string) => void;
  standing: boolean;
}) {
  const { t, date } = useLanguage();
  const { today } = useMe();
  const verb = useVerb(SaveTheySayDateDocument);
  const form = useFields(
    { on: '', source: 'PHONE' as string, saidBy: '', heardOn: date(today), visibility: 'CASE' as string },
    verb.refused,
  );
  const { dateFault } = useReading();
  const save = async (on: string | null): Promise<void> => {
    const { source, saidBy, heardOn, visibility } = form.values;
    const done = await verb.carryOut({
      participationId: about.participationId,
      on,
      source: source as TheySaySource,
      saidBy: (saidBy || null) as RoleKind | null,
      heardOn: dateOrNull(heardOn),
      visibility: visibility as NoteVisibility,
    });
    if (!done) return;
    form.fill({ on: '' });
    said(on ? t.theySay.saved(date(on)) : t.theySay.taken);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const { on, heardOn } = form.values;
    if (form.sound({ on: dateFault(on, true), heardOn: dateFault(heardOn, true) })) void save(dateOrNull(on));
  };
  return (
    <form className="form" onSubmit={submit} noValidate>
      <DateField bound={form.field('on')} label={t.theySay.on} />
      <div className="beside">
        <SelectField bound={form.field('source')} label={t.theySay.source}>
          {SOURCES.map((source) => (
            <Select.Option key={source} value={source}>
              {t.theySaySources[source]}
            </Select.Option>
          ))}
        </SelectField>
        <SelectField bound={form.field('saidBy')} label={t.theySay.saidBy} optional>
          <Select.Option value="">{t.page.notChosen}</Select.Option>
          {TITLES.map((title) => (
            <Select.Option key={title} value={title}>
              {t.roles[title]}
            </Select.Option>
          ))}
        </SelectField>
      </div>
      <DateField bound={form.field('heardOn')} label={t.theySay.heardOn} />
      <RadioField
        bound={form.field('visibility')}
        legend={t.notes.whoReads}
        options={(['CASE', 'OWN'] as const).map((value) => ({
          value,
          label: t.noteVisibilities[value],
          description: value === 'CASE' ? t.notes.sharedWith(about.name) : t.notes.privateTo,
        }))}
      />
      <Paragraph className="subtle">{t.theySay.help}</Paragraph>
      <Refusal verb={verb} />
      <div className="buttons">
        <Button type="submit" data-size="sm" loading={verb.busy}>
          {t.theySay.save}
        </Button>
        {standing && (
          <Button type="button" data-size="sm" variant="tertiary" onClick={() => void save(null)}>
            {t.theySay.takeBack}
          </Button>
        )}
      </div>
    </form>
  );
}
