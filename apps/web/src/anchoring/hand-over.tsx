import { Button, Paragraph, Select } from '@digdir/designsystemet-react';
import type { FormEvent } from 'react';
import { HandOverStepDocument, PeopleDocument, type RoleKind, type StepShownFragment } from '../generated/documents';
import { useMe } from '../identity/me';
import { useLanguage } from '../language/language';
import { SelectField, useFields } from '../page/fields';
import { Fold } from '../page/fold';
import { Refusal } from '../page/refusal';
import { Waiting } from '../page/waiting';
import { useAsk } from '../request/use-ask';
import { useVerb } from '../request/use-verb';
import { whoIsAsked } from './who-is-asked';

/** The roles that can answer for the organisation (R28). */
const DECIDING: readonly RoleKind[] = [
  'COORDINATOR',
  'RECORDER',
  'UNIT_LEADER',
  'DIRECTOR',
  'CHIEF_EXECUTIVE',
  'PROCUREMENT_OFFICER',
];

/** "Not me, ask NN" (R12): who is asked about the step, and a way to ask a colleague instead. For the organisation itself. */
export function HandOver({ step, done }: { step: StepShownFragment; done: (text: string) => void }) {
  const { t } = useLanguage();
  const { organisationId } = useMe();
  return (
    <>
      <Paragraph data-size="sm" className="subtle">
        {whoIsAsked(t, step)}
      </Paragraph>
      {organisationId && (
        <Fold offPaper title={t.handOver.title}>
          <HandOverForm step={step} organisationId={organisationId} done={done} />
        </Fold>
      )}
    </>
  );
}

function HandOverForm({
  step,
  organisationId,
  done,
}: {
  step: StepShownFragment;
  organisationId: string;
  done: (text: string) => void;
}) {
  const { t } = useLanguage();
  const me = useMe();
  const people = useAsk(PeopleDocument, { organisationId });
  const verb = useVerb(HandOverStepDocument);
  const form = useFields({ personId: '' }, verb.refused);
  const handOver = async (personId: string | null, name: string | null): Promise<void> => {
    if (await verb.carryOut({ stepId: step.id, personId }))
      done(name ? t.handOver.handedOver(name) : t.handOver.handedBack(t.roles[step.role]));
  };
  return (
    <Waiting on={people}>
      {(data) => {
        const colleagues = data.people.filter(
          ({ id, roles }) =>
            id !== me.personId &&
            id !== step.askedPersonId &&
            roles.some(({ kind, active }) => active && DECIDING.includes(kind)),
        );
        const submit = (event: FormEvent): void => {
          event.preventDefault();
          const { personId } = form.values;
          const chosen = colleagues.find(({ id }) => id === personId);
          if (form.sound({ personId: chosen ? undefined : t.people.choosePerson }) && chosen)
            void handOver(chosen.id, chosen.name);
        };
        return (
          <form className="form" onSubmit={submit} noValidate aria-label={t.handOver.title}>
            {colleagues.length === 0 ? (
              <Paragraph>{t.handOver.nobody}</Paragraph>
            ) : (
              <SelectField bound={form.field('personId')} label={t.handOver.who} description={t.handOver.help}>
                <Select.Option value="">{t.page.notChosen}</Select.Option>
                {colleagues.map(({ id, name, roles }) => (
                  <Select.Option key={id} value={id}>
                    {name} –{' '}
                    {roles
                      .filter(({ kind }) => DECIDING.includes(kind))
                      .map(({ kind }) => t.roles[kind])
                      .join(', ')}
                  </Select.Option>
                ))}
              </SelectField>
            )}
            <Refusal verb={verb} />
            <div className="buttons">
              {colleagues.length > 0 && (
                <Button type="submit" loading={verb.busy}>
                  {t.handOver.handOver}
                </Button>
              )}
              {step.askedPersonId && (
                <Button variant="secondary" disabled={verb.busy} onClick={() => void handOver(null, null)}>
                  {t.handOver.handBack(t.roles[step.role])}
                </Button>
              )}
            </div>
          </form>
        );
      }}
    </Waiting>
  );
}
