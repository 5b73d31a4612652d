import { Button, Checkbox, Heading, ValidationMessage } from '@digdir/designsystemet-react';
import { useState, type FormEvent } from 'react';
import { CreateMachineClientDocument, type MachineScope } from '../generated/documents';
import { useLanguage } from '../language/language';
import { DateField, dateOrNull, TextField, useFields, useReading } from '../page/fields';
import { faultAt, Refusal } from '../page/refusal';
import { useVerb } from '../request/use-verb';
import type { ToldSecret } from './secret-once';

const SCOPES: readonly MachineScope[] = ['READ', 'NEEDS', 'VOLUMES', 'CALENDARS'];

/** Gives a program access: to what, and for how long. */
export function CreateProgramForm({
  organisationId,
  made,
  leave,
}: {
  organisationId: string;
  made: (secret: ToldSecret) => void;
  leave: () => void;
}) {
  const { t } = useLanguage();
  const verb = useVerb(CreateMachineClientDocument);
  const form = useFields({ name: '', expiresOn: '' }, verb.refused);
  const [scopes, setScopes] = useState<ReadonlySet<MachineScope>>(new Set(['READ']));
  const [noScope, setNoScope] = useState(false);
  const { dateFault, textFault } = useReading();
  const toggle = (scope: MachineScope): void => {
    setNoScope(false);
    setScopes((before) => new Set(before.has(scope) ? [...before].filter((one) => one !== scope) : [...before, scope]));
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const { name, expiresOn } = form.values;
    setNoScope(scopes.size === 0);
    if (!form.sound({ name: textFault(name), expiresOn: dateFault(expiresOn, true) }) || scopes.size === 0) return;
    const issued = await verb.carryOut({
      organisationId,
      name,
      scopes: SCOPES.filter((scope) => scopes.has(scope)),
      expiresOn: dateOrNull(expiresOn) ?? '',
    });
    if (issued && 'client' in issued)
      made({ name: issued.client.name, clientId: issued.client.clientId, clientSecret: issued.clientSecret ?? '' });
  };
  const fault = noScope ? t.programs.chooseScope : faultAt(verb.refused, 'scopes');
  return (
    <form className="form" onSubmit={(event) => void submit(event)} noValidate aria-label={t.programs.create}>
      <Heading level={2} data-size="xs">
        {t.programs.create}
      </Heading>
      <TextField bound={form.field('name')} label={t.programs.name} description={t.programs.nameHelp} />
      <fieldset className="choice">
        <legend>{t.programs.scopes}</legend>
        <div className="choice-list">
          {SCOPES.map((scope) => (
            <Checkbox
              key={scope}
              value={scope}
              label={t.programs.scope[scope]}
              checked={scopes.has(scope)}
              onChange={() => toggle(scope)}
              aria-invalid={fault ? true : undefined}
            />
          ))}
        </div>
        {fault && <ValidationMessage>{fault}</ValidationMessage>}
      </fieldset>
      <DateField bound={form.field('expiresOn')} label={t.programs.expiresOn} description={t.programs.expiresHelp} />
      <Refusal verb={verb} />
      <div className="buttons">
        <Button type="submit" loading={verb.busy}>
          {t.programs.createNow}
        </Button>
        <Button variant="tertiary" onClick={leave}>
          {t.administration.cancel}
        </Button>
      </div>
    </form>
  );
}
