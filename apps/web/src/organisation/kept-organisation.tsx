import { Field, Label, Select } from '@digdir/designsystemet-react';
import { useSearchParams } from 'react-router';
import { MembersDocument } from '../generated/documents';
import { useMe } from '../identity/me';
import { useLanguage } from '../language/language';
import { useAsk } from '../request/use-ask';

/** The organisation whose settings are shown: one's own; the secretariat chooses among all of the region. */
export interface Kept {
  readonly organisationId: string | null;
  readonly choose: (organisationId: string) => void;
  readonly mayChoose: boolean;
}

/** Which organisation is looked after here; it stands in the address, so that a link leads to the same. */
export function useKeptOrganisation(): Kept {
  const me = useMe();
  const [parameters, setParameters] = useSearchParams();
  const mayChoose = me.roles.some(({ kind }) => kind === 'SECRETARIAT');
  return {
    organisationId: (mayChoose ? parameters.get('organisation') : null) ?? me.organisationId,
    mayChoose,
    choose: (organisationId) =>
      setParameters((before) => {
        before.set('organisation', organisationId);
        return before;
      }),
  };
}

/** The choice, for those who have one. */
export function KeptOrganisation({ kept }: { kept: Kept }) {
  const { t } = useLanguage();
  const members = useAsk(MembersDocument, {}, { enabled: kept.mayChoose });
  if (!kept.mayChoose) return null;
  return (
    <Field>
      <Label>{t.calendars.organisation}</Label>
      <Select
        width="auto"
        value={kept.organisationId ?? ''}
        onChange={(event) => event.target.value && kept.choose(event.target.value)}
      >
        <Select.Option value="">{t.page.notChosen}</Select.Option>
        {members.data?.organisations.map(({ id, name }) => (
          <Select.Option key={id} value={id}>
            {name}
          </Select.Option>
        ))}
      </Select>
    </Field>
  );
}
