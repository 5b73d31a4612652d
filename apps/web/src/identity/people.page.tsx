import { Button, Paragraph, Table } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { ChooseWhose, useWhose, type Whose } from '../administration/whose';
import { PeopleDocument, type PeopleQuery } from '../generated/documents';
import { useLanguage } from '../language/language';
import { Page } from '../page/page';
import { Done } from '../page/refusal';
import { Waiting } from '../page/waiting';
import { useAsk } from '../request/use-ask';
import { useMe } from './me';
import { coordinatorsOf, keepsPeople } from './people-keeping';
import { RegisterPersonForm } from './register-person';
import { RoleName } from './role-name';

export type ListedPerson = PeopleQuery['people'][number];

/** The people of the organisation, or of the region, with their roles; new ones are registered here. */
export default function PeoplePage() {
  const { t } = useLanguage();
  const whose = useWhose({ withRegion: true });
  const people = useAsk(PeopleDocument, { organisationId: whose.organisationId });
  return (
    <Page
      title={t.people.title}
      intro={t.people.intro(whose.name)}
      crumbs={[{ to: '/administration', title: t.administration.title }]}
    >
      <ChooseWhose whose={whose} withRegion />
      <Waiting on={people}>
        {(data) => <People key={whose.organisationId} whose={whose} people={data.people} />}
      </Waiting>
    </Page>
  );
}

function People({ whose, people }: { whose: Whose; people: readonly ListedPerson[] }) {
  const { t } = useLanguage();
  const me = useMe();
  const [writing, setWriting] = useState(false);
  const [done, setDone] = useState<string | null>(null);
  const keeps = keepsPeople(me, whose.organisationId, people);
  const coordinators = coordinatorsOf(people);
  return (
    <>
      {!keeps && coordinators.length > 0 && <Paragraph>{t.people.keptBy(coordinators.join(', '))}</Paragraph>}
      <Done text={done} />
      {keeps &&
        (writing ? (
          <RegisterPersonForm
            organisationId={whose.organisationId}
            leave={() => setWriting(false)}
            registered={(name) => {
              setWriting(false);
              setDone(t.people.registered(name));
            }}
          />
        ) : (
          <div>
            <Button onClick={() => setWriting(true)}>{t.people.register}</Button>
          </div>
        ))}
      {people.length === 0 ? (
        <Paragraph>{keeps ? t.people.none : t.people.noneSeen}</Paragraph>
      ) : (
        <PeopleTable whose={whose} people={people} />
      )}
    </>
  );
}

function PeopleTable({ whose, people }: { whose: Whose; people: readonly ListedPerson[] }) {
  const { t } = useLanguage();
  const search = whose.chooses ? `?organisation=${whose.organisationId ?? 'region'}` : '';
  const reachable = people.some(({ email }) => email);
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={t.people.title}>
      <Table zebra>
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell scope="col">{t.people.name}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{t.people.roles}</Table.HeaderCell>
            {reachable && <Table.HeaderCell scope="col">{t.people.email}</Table.HeaderCell>}
            {reachable && <Table.HeaderCell scope="col">{t.people.phone}</Table.HeaderCell>}
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {people.map((person) => (
            <Table.Row key={person.id}>
              <Table.HeaderCell scope="row">
                <Link to={`/administration/people/${person.id}${search}`}>{person.name}</Link>
              </Table.HeaderCell>
              <Table.Cell>
                {person.roles.length === 0 ? (
                  <span className="subtle">{t.people.noRole}</span>
                ) : (
                  <ul className="plain">
                    {person.roles.map((role) => (
                      <li key={role.id}>
                        <RoleName role={role} />
                      </li>
                    ))}
                  </ul>
                )}
              </Table.Cell>
              {reachable && <Table.Cell className="address">{person.email}</Table.Cell>}
              {reachable && <Table.Cell className="whole">{person.phone}</Table.Cell>}
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  );
}
