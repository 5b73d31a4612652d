import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useWhose, type Whose } from '../administration/whose';
import { PeopleDocument } from '../generated/documents';
import { useLanguage } from '../language/language';
import { Facts } from '../page/facts';
import { Fold } from '../page/fold';
import NotFoundPage from '../page/not-found.page';
import { Page } from '../page/page';
import { Done } from '../page/refusal';
import { Waiting } from '../page/waiting';
import { useAsk } from '../request/use-ask';
import { ChangePersonForm } from './change-person';
import { GrantRoleForm } from './grant-role';
import { useMe } from './me';
import { coordinatorsOf, keepsPeople, rolesToGrant } from './people-keeping';
import type { ListedPerson } from './people.page';
import { RoleCard } from './role-card';

/** One person of an organisation, or of the region: what is registered, the roles, and who stands in. */
export default function PersonPage() {
  const { personId = '' } = useParams();
  const whose = useWhose({ withRegion: true });
  const people = useAsk(PeopleDocument, { organisationId: whose.organisationId });
  return (
    <Waiting on={people}>
      {(data) => {
        const person = data.people.find(({ id }) => id === personId);
        return person ? <Person person={person} people={data.people} whose={whose} /> : <NotFoundPage />;
      }}
    </Waiting>
  );
}

function Person({ person, people, whose }: { person: ListedPerson; people: readonly ListedPerson[]; whose: Whose }) {
  const { t } = useLanguage();
  const me = useMe();
  const [done, setDone] = useState<string | null>(null);
  const keeps = keepsPeople(me, whose.organisationId, people);
  const isMe = me.personId === person.id;
  const kinds = isMe ? [] : rolesToGrant(me, whose.organisationId, keeps);
  const coordinators = coordinatorsOf(people);
  const back = `/administration/people${whose.chooses ? `?organisation=${whose.organisationId ?? 'region'}` : ''}`;
  return (
    <Page
      title={person.name}
      intro={whose.name}
      crumbs={[
        { to: '/administration', title: t.administration.title },
        { to: back, title: t.people.title },
      ]}
    >
      <Done text={done} />
      <Facts
        rows={[
          [t.people.email, person.email],
          [t.people.phone, person.phone],
          [t.people.language, t.languages[person.language]],
        ]}
      />
      {(keeps || isMe) && (
        <Fold offPaper title={t.people.change}>
          <ChangePersonForm person={person} keeps={keeps} changed={() => setDone(t.people.changed)} />
        </Fold>
      )}
      <section className="section" aria-labelledby="roles">
        <Heading level={2} data-size="sm" id="roles">
          {t.people.roles}
        </Heading>
        {person.roles.length === 0 && <Paragraph>{t.people.noRoleYet(person.name)}</Paragraph>}
        <ul className="plain stack">
          {person.roles.map((role) => (
            <li key={role.id}>
              <RoleCard role={role} people={people} keeps={keeps} said={setDone} />
            </li>
          ))}
        </ul>
        {kinds.length > 0 && (
          <Fold offPaper title={t.people.grant} open={person.roles.length === 0}>
            <GrantRoleForm
              personId={person.id}
              organisationId={whose.organisationId}
              kinds={kinds}
              granted={(kind) => setDone(t.people.granted(person.name, t.roles[kind]))}
            />
          </Fold>
        )}
        {isMe && keeps && <Paragraph className="subtle">{t.people.notOneself}</Paragraph>}
        {!keeps && !isMe && coordinators.length > 0 && (
          <Paragraph className="subtle">{t.people.keptBy(coordinators.join(', '))}</Paragraph>
        )}
      </section>
    </Page>
  );
}
