import { Button, Card, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { EndDelegationDocument, EndRoleDocument, type RoleShownFragment } from '../generated/documents';
import { useLanguage } from '../language/language';
import { Fold } from '../page/fold';
import { Refusal } from '../page/refusal';
import { useVerb } from '../request/use-verb';
import { DelegateRoleForm } from './delegate-role';
import { useMe } from './me';
import { isRegionalRole } from './people-keeping';
import type { ListedPerson } from './people.page';

/** One role that somebody holds: who stands in and when, and the ways to change that or to end it. */
export function RoleCard({
  role,
  people,
  keeps,
  ends = true,
  said,
}: {
  role: RoleShownFragment;
  people: readonly ListedPerson[];
  keeps: boolean;
  /** Whether the role can be ended from here. */
  ends?: boolean;
  said: (text: string) => void;
}) {
  const { t, date } = useLanguage();
  const me = useMe();
  const isMine = role.personId === me.personId;
  const delegates = role.active && (keeps || (isMine && !isRegionalRole(role.kind, role.organisationId)));
  return (
    <Card data-color="neutral">
      <Card.Block className="stack-tight" data-color="accent">
        <div className="row-between">
          <div>
            <Heading level={3} data-size="2xs">
              {t.roles[role.kind]}
            </Heading>
            <Paragraph data-size="sm" className="subtle">
              {role.deputyOrder > 0 ? t.people.deputy(role.deputyOrder) : t.people.holds}
              {' · '}
              {t.people.since(date(role.grantedAt.slice(0, 10)))}
            </Paragraph>
          </div>
          {ends && (keeps || isMine) && <EndRole role={role} said={said} />}
        </div>
        <Paragraph data-size="sm">{t.people.may[role.kind]}</Paragraph>
        <Delegations role={role} keeps={keeps} said={said} />
        {delegates && (
          <Fold offPaper title={t.people.delegate}>
            <DelegateRoleForm
              role={role}
              people={people}
              delegated={(name, from, to) => said(t.people.delegated(name, date(from), date(to)))}
            />
          </Fold>
        )}
      </Card.Block>
    </Card>
  );
}

/** Ends the role after a second press: it cannot be undone, only granted anew. */
function EndRole({ role, said }: { role: RoleShownFragment; said: (text: string) => void }) {
  const { t } = useLanguage();
  const verb = useVerb(EndRoleDocument);
  const [sure, setSure] = useState(false);
  const name = t.roles[role.kind];
  const end = async (): Promise<void> => {
    if (await verb.carryOut({ roleId: role.id })) said(t.people.ended(name));
  };
  if (!sure)
    return (
      <Button variant="tertiary" data-color="danger" data-size="sm" onClick={() => setSure(true)}>
        {t.people.end}
        <span className="unseen">: {name}</span>
      </Button>
    );
  return (
    <div className="stack-tight" role="group" aria-label={t.people.endSure(name)}>
      <Paragraph data-size="sm">{t.people.endSure(name)}</Paragraph>
      <Refusal verb={verb} />
      <div className="buttons">
        <Button data-color="danger" data-size="sm" loading={verb.busy} onClick={() => void end()} autoFocus>
          {t.people.endNow}
        </Button>
        <Button variant="tertiary" data-size="sm" onClick={() => setSure(false)}>
          {t.administration.cancel}
        </Button>
      </div>
    </div>
  );
}

/** Who stands in, now and later. */
function Delegations({ role, keeps, said }: { role: RoleShownFragment; keeps: boolean; said: (text: string) => void }) {
  const { t, date } = useLanguage();
  const me = useMe();
  const verb = useVerb(EndDelegationDocument);
  if (role.delegations.length === 0) return null;
  return (
    <>
      <ul className="plain stack-tight">
        {role.delegations.map(({ id, personId, personName, fromOn, toOn, inEffect }) => (
          <li key={id} className="row-between">
            <span>
              <strong>{personName}</strong>{' '}
              {inEffect ? t.people.standsIn(date(toOn)) : t.people.willStandIn(date(fromOn), date(toOn))}
            </span>
            {(keeps || role.personId === me.personId || personId === me.personId) && (
              <Button
                variant="secondary"
                data-size="sm"
                loading={verb.busy}
                onClick={() =>
                  void verb.carryOut({ delegationId: id }).then((ended) => ended && said(t.people.delegationEnded))
                }
              >
                {t.people.endDelegation}
                <span className="unseen">: {personName}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Refusal verb={verb} />
    </>
  );
}
