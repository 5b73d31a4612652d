import { Button, Select } from '@digdir/designsystemet-react';
import type { FormEvent } from 'react';
import { GrantRoleDocument, type RoleKind } from '../generated/documents';
import { useLanguage } from '../language/language';
import { RadioField, SelectField, useFields } from '../page/fields';
import { Refusal } from '../page/refusal';
import { useVerb } from '../request/use-verb';

const DEPUTIES = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** Grants a role: to hold it, or as deputy in an order (R12). */
export function GrantRoleForm({
  personId,
  organisationId,
  kinds,
  granted,
}: {
  personId: string;
  organisationId: string | null;
  kinds: readonly RoleKind[];
  granted: (kind: RoleKind) => void;
}) {
  const { t } = useLanguage();
  const verb = useVerb(GrantRoleDocument);
  const form = useFields({ kind: '', as: 'holder', deputyOrder: '1' }, verb.refused);
  const { kind, as, deputyOrder } = form.values;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!form.sound({ kind: kind ? undefined : t.people.chooseRole })) return;
    const made = await verb.carryOut({
      personId,
      organisationId,
      kind: kind as RoleKind,
      deputyOrder: as === 'deputy' ? Number(deputyOrder) : 0,
    });
    if (made) granted(kind as RoleKind);
  };
  return (
    <form className="form" onSubmit={(event) => void submit(event)} noValidate aria-label={t.people.grant}>
      <SelectField
        bound={form.field('kind')}
        label={t.people.role}
        description={kind ? t.people.may[kind as RoleKind] : t.people.roleHelp}
      >
        <Select.Option value="">{t.page.notChosen}</Select.Option>
        {kinds.map((one) => (
          <Select.Option key={one} value={one}>
            {t.roles[one]}
          </Select.Option>
        ))}
      </SelectField>
      <RadioField
        bound={form.field('as')}
        legend={t.people.as}
        options={[
          { value: 'holder', label: t.people.asHolder },
          { value: 'deputy', label: t.people.asDeputy, description: t.people.asDeputyHelp },
        ]}
      />
      {as === 'deputy' && (
        <SelectField bound={form.field('deputyOrder')} label={t.people.order}>
          {DEPUTIES.map((one) => (
            <Select.Option key={one} value={String(one)}>
              {t.people.deputy(one)}
            </Select.Option>
          ))}
        </SelectField>
      )}
      <Refusal verb={verb} />
      <div className="buttons">
        <Button type="submit" loading={verb.busy}>
          {t.people.grantNow}
        </Button>
      </div>
    </form>
  );
}
