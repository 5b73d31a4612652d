import { Button } from '@digdir/designsystemet-react';
import { useEffect, useRef, type FormEvent } from 'react';
import { SaveOfficialAddressDocument } from '../generated/documents';
import { useLanguage } from '../language/language';
import { TextField, useFields } from '../page/fields';
import { Refusal } from '../page/refusal';
import { useVerb } from '../request/use-verb';

/** Changes where the post room of one organisation is written to; empty for nowhere. */
export function OfficialAddressForm({
  organisation,
  saved,
  leave,
}: {
  organisation: { readonly id: string; readonly name: string; readonly officialAddress: string | null };
  saved: () => void;
  leave: () => void;
}) {
  const { t } = useLanguage();
  const verb = useVerb(SaveOfficialAddressDocument);
  const form = useFields({ address: organisation.officialAddress ?? '' }, verb.refused);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (await verb.carryOut({ organisationId: organisation.id, address: form.values.address })) saved();
  };
  const box = useRef<HTMLFormElement>(null);
  useEffect(() => box.current?.querySelector('input')?.focus(), []);
  const name = t.organisations.addressOf(organisation.name);
  return (
    <form ref={box} className="form" onSubmit={(event) => void submit(event)} noValidate aria-label={name}>
      <TextField bound={form.field('address')} label={name} description={t.organisations.addressHelp} optional />
      <Refusal verb={verb} />
      <div className="buttons">
        <Button type="submit" data-size="sm" loading={verb.busy}>
          {t.page.save}
        </Button>
        <Button variant="tertiary" data-size="sm" onClick={leave}>
          {t.administration.cancel}
        </Button>
      </div>
    </form>
  );
}
