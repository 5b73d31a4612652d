import { Button } from '@digdir/designsystemet-react';
import type { FormEvent } from 'react';
import { ChangePersonDocument } from '../generated/documents';
import { useLanguage } from '../language/language';
import { useFields, useReading } from '../page/fields';
import { Refusal } from '../page/refusal';
import { useVerb } from '../request/use-verb';
import type { ListedPerson } from './people.page';
import { PersonFields, type PersonValues } from './person-fields';

/** Changes what is registered of a person; the address is kept by those who register people. */
export function ChangePersonForm({
  person,
  keeps,
  changed,
}: {
  person: ListedPerson;
  keeps: boolean;
  changed: () => void;
}) {
  const { t } = useLanguage();
  const verb = useVerb(ChangePersonDocument);
  const form = useFields<PersonValues>(
    { name: person.name, email: person.email ?? '', phone: person.phone ?? '', language: person.language },
    verb.refused,
  );
  const { textFault } = useReading();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const { name, email, phone, language } = form.values;
    if (!form.sound({ name: textFault(name), email: keeps ? textFault(email) : undefined })) return;
    const address = keeps && email.trim() !== person.email ? email : null;
    if (await verb.carryOut({ personId: person.id, name, email: address, phone, language: language || null }))
      changed();
  };
  return (
    <form className="form" onSubmit={(event) => void submit(event)} noValidate aria-label={t.people.change}>
      <PersonFields form={form} withEmail={keeps} />
      <Refusal verb={verb} />
      <div className="buttons">
        <Button type="submit" loading={verb.busy}>
          {t.page.save}
        </Button>
      </div>
    </form>
  );
}
