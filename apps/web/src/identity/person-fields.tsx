import { Select } from '@digdir/designsystemet-react';
import type { Language } from '../generated/documents';
import { useLanguage } from '../language/language';
import { SelectField, TextField, type Form } from '../page/fields';

/** What is written down of a person; no language: the one that the organisation writes. */
export type PersonValues = { name: string; email: string; phone: string; language: Language | '' };

/** The fields of a person; the address only for those who keep it. */
export function PersonFields({
  form,
  withEmail = true,
  follows = false,
}: {
  form: Form<PersonValues>;
  withEmail?: boolean;
  /** Whether there is an organisation whose language can be followed. */
  follows?: boolean;
}) {
  const { t } = useLanguage();
  return (
    <>
      <TextField bound={form.field('name')} label={t.people.name} />
      {withEmail && <TextField bound={form.field('email')} label={t.people.email} description={t.people.emailHelp} />}
      <TextField bound={form.field('phone')} label={t.people.phone} optional />
      <SelectField bound={form.field('language')} label={t.people.language} description={t.people.languageHelp}>
        {follows && <Select.Option value="">{t.around.languageFollows}</Select.Option>}
        {(['NB', 'NN', 'EN'] as const).map((code) => (
          <Select.Option key={code} value={code}>
            {t.languages[code]}
          </Select.Option>
        ))}
      </SelectField>
    </>
  );
}
