import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { PeopleDocument, type RoleShownFragment } from '../generated/documents';
import { useLanguage } from '../language/language';
import { Page } from '../page/page';
import { Done } from '../page/refusal';
import { Waiting } from '../page/waiting';
import { useAsk } from '../request/use-ask';
import { useMe } from './me';
import { RoleCard } from './role-card';

/** For who is going away: the own roles in the organisation acted for, and who stands in. */
export default function MyDeputiesPage() {
  const { t } = useLanguage();
  const me = useMe();
  const people = useAsk(PeopleDocument, { organisationId: me.organisationId });
  const [done, setDone] = useState<string | null>(null);
  return (
    <Page
      title={t.people.awayTitle}
      intro={t.people.awayIntro}
      crumbs={[{ to: '/my-session', title: t.session.title }]}
    >
      <Done text={done} />
      <Waiting on={people}>
        {(data) => {
          const own = data.people.find(({ id }) => id === me.personId)?.roles ?? [];
          const others = data.people.flatMap(({ roles, name }) =>
            roles
              .filter(({ delegations }) => delegations.some(({ personId }) => personId === me.personId))
              .map((role) => ({ role, name })),
          );
          return (
            <>
              <Heading level={2} data-size="sm" className="unseen">
                {t.people.roles}
              </Heading>
              {own.length === 0 && <Paragraph>{t.people.awayNothing}</Paragraph>}
              <ul className="plain stack">
                {own.map((role) => (
                  <li key={role.id}>
                    <RoleCard role={role} people={data.people} keeps={false} ends={false} said={setDone} />
                  </li>
                ))}
              </ul>
              {others.length > 0 && <StandsInFor others={others} />}
            </>
          );
        }}
      </Waiting>
    </Page>
  );
}

/** The other way round: the roles of colleagues that are left to the person who asks. */
function StandsInFor({ others }: { others: readonly { role: RoleShownFragment; name: string }[] }) {
  const { t, date } = useLanguage();
  const me = useMe();
  return (
    <section className="section" aria-labelledby="for-others">
      <Heading level={2} data-size="sm" id="for-others">
        {t.people.forOthers}
      </Heading>
      <ul className="plain stack-tight">
        {others.flatMap(({ role, name }) =>
          role.delegations
            .filter(({ personId }) => personId === me.personId)
            .map(({ id, fromOn, toOn }) => (
              <li key={id}>
                <strong>{name}</strong>: {t.roles[role.kind]}, {t.people.period(date(fromOn), date(toOn))}
              </li>
            )),
        )}
      </ul>
    </section>
  );
}
