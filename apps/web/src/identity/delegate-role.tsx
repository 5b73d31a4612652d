import { Button, Paragraph, Select } from '@digdir/designsystemet-react';
import type { FormEvent } from 'react';
import { DelegateRoleDocument, type RoleShownFragment } from '../generated/documents';
import { useLanguage } from '../language/language';
import { DateField, dateOrNull, SelectField, useFields, useReading } from '../page/fields';
import { Refusal } from '../page/refusal';
import { useVerb } from '../request/use-verb';
import { useMe } from './me';
import type { ListedPerson } from './people.page';

/** Leaves the role to a deputy from one day to another (R12). */
export function DelegateRoleForm({
  role,
  people,
  delegated,
}: {
  role: RoleShownFragment;
  people: readonly ListedPerson[];
  delegated: (name: string, fromOn: string, toOn: string) => void;
}) {
  const { t, date } = useLanguage();
  const me = useMe();
  const verb = useVerb(DelegateRoleDocument);
  const form = useFields({ personId: '', fromOn: date(me.today), toOn: '' }, verb.refused);
  const { dateFault } = useReading();
  const colleagues = people.filter(({ id }) => id !== role.personId && id !== me.personId);
  if (colleagues.length === 0) return <Paragraph>{t.people.nobodyElse}</Paragraph>;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const { personId, fromOn, toOn } = form.values;
    const sound = form.sound({
      personId: personId ? undefined : t.people.choosePerson,
      fromOn: dateFault(fromOn, true),
      toOn: dateFault(toOn, true),
    });
    if (!sound) return;
    const made = await verb.carryOut({
      roleId: role.id,
      personId,
      fromOn: dateOrNull(fromOn) ?? '',
      toOn: dateOrNull(toOn) ?? '',
    });
    if (!made || !('personName' in made)) return;
    form.fill({ personId: '', toOn: '' });
    delegated(made.personName, made.fromOn, made.toOn);
  };
  const name = `${t.people.delegate}: ${t.roles[role.kind]}`;
  return (
    <form className="form" onSubmit={(event) => void submit(event)} noValidate aria-label={name}>
      <Paragraph>{t.people.delegateHelp}</Paragraph>
      <SelectField bound={form.field('personId')} label={t.people.who}>
        <Select.Option value="">{t.page.notChosen}</Select.Option>
        {colleagues.map((person) => (
          <Select.Option key={person.id} value={person.id}>
            {person.name}
          </Select.Option>
        ))}
      </SelectField>
      <div className="beside">
        <DateField bound={form.field('fromOn')} label={t.people.from} />
        <DateField bound={form.field('toOn')} label={t.people.to} />
      </div>
      <Refusal verb={verb} />
      <div className="buttons">
        <Button type="submit" loading={verb.busy}>
          {t.people.delegateNow}
        </Button>
      </div>
    </form>
  );
}
