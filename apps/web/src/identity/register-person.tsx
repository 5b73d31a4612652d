import { Button, Heading } from '@digdir/designsystemet-react';
import type { FormEvent } from 'react';
import { RegisterPersonDocument } from '../generated/documents';
import { useLanguage } from '../language/language';
import { textOrNull, useFields, useReading } from '../page/fields';
import { Refusal } from '../page/refusal';
import { useVerb } from '../request/use-verb';
import { PersonFields, type PersonValues } from './person-fields';

const EMPTY: PersonValues = { name: '', email: '', phone: '', language: '' };

/** Registers somebody with their work address; the role comes next, on the page of the person. */
export function RegisterPersonForm({
  organisationId,
  leave,
  registered,
}: {
  organisationId: string | null;
  leave: () => void;
  registered: (name: string) => void;
}) {
  const { t } = useLanguage();
  const verb = useVerb(RegisterPersonDocument);
  const form = useFields(EMPTY, verb.refused);
  const { textFault } = useReading();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const { name, email, phone, language } = form.values;
    if (!form.sound({ name: textFault(name), email: textFault(email) })) return;
    const made = await verb.carryOut({
      organisationId,
      name,
      email,
      phone: textOrNull(phone),
      language: language || null,
    });
    if (made) registered(name.trim());
  };
  return (
    <form className="form" onSubmit={(event) => void submit(event)} noValidate aria-label={t.people.register}>
      <Heading level={2} data-size="xs">
        {t.people.register}
      </Heading>
      <PersonFields form={form} follows={organisationId !== null} />
      <Refusal verb={verb} />
      <div className="buttons">
        <Button type="submit" loading={verb.busy}>
          {t.people.registerNow}
        </Button>
        <Button variant="tertiary" onClick={leave}>
          {t.administration.cancel}
        </Button>
      </div>
    </form>
  );
}
