import { Field, Label, Select } from '@digdir/designsystemet-react';
import { useSearchParams } from 'react-router';
import { OrganisationsDocument } from '../generated/documents';
import { useMe } from '../identity/me';
import { useLanguage } from '../language/language';
import { Failed } from '../page/failed';
import { useAsk } from '../request/use-ask';
import { isSecretariat } from './parts';

/** Whose things the page shows. */
export interface Whose {
  /** Null for the region as such. */
  readonly organisationId: string | null;
  readonly name: string;
  /** Only who keeps several chooses. */
  readonly chooses: boolean;
}

const REGION = 'region';

/**
 * The organisation that a page of the administration is about: the own one, or the one in the address (`?organisation=`),
 * which the secretariat chooses. `withRegion`: the region as such can be chosen too.
 */
export function useWhose({ withRegion = false } = {}): Whose {
  const { t } = useLanguage();
  const me = useMe();
  const [search] = useSearchParams();
  const chooses = isSecretariat(me);
  const members = useAsk(OrganisationsDocument, {}, { enabled: chooses }).data?.organisations ?? [];
  const asked = search.get('organisation');
  if (!chooses) return { organisationId: me.organisationId, name: me.organisationName ?? t.page.theRegion, chooses };
  const chosen =
    asked === REGION && withRegion
      ? null
      : (members.find(({ id }) => id === (asked ?? me.organisationId)) ?? (withRegion ? null : members[0]) ?? null);
  return { organisationId: chosen?.id ?? null, name: chosen?.name ?? t.page.theRegion, chooses };
}

/** The list that the secretariat chooses from; nothing for those who keep one organisation alone. */
export function ChooseWhose({ whose, withRegion = false }: { whose: Whose; withRegion?: boolean }) {
  const { t } = useLanguage();
  const [, setSearch] = useSearchParams();
  const answer = useAsk(OrganisationsDocument, {}, { enabled: whose.chooses });
  const members = answer.data?.organisations ?? [];
  if (!whose.chooses) return null;
  if (answer.error) return <Failed error={answer.error} again={() => void answer.refetch()} />;
  return (
    <Field className="narrow">
      <Label>{t.administration.whose}</Label>
      <Select
        value={whose.organisationId ?? REGION}
        onChange={(event) => setSearch({ organisation: event.target.value }, { replace: true })}
      >
        {withRegion && <Select.Option value={REGION}>{t.administration.wholeRegion}</Select.Option>}
        {members.map(({ id, name }) => (
          <Select.Option key={id} value={id}>
            {name}
          </Select.Option>
        ))}
      </Select>
    </Field>
  );
}
