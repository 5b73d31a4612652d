import { Alert, Button, Card, Heading, Paragraph, Search, Tag } from '@digdir/designsystemet-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useLocation } from 'react-router';
import type { RoleKind } from '../generated/documents';
import { ChooseLanguage } from '../language/choose-language';
import { useLanguage } from '../language/language';
import { Page } from '../page/page';
import { Waiting } from '../page/waiting';
import { CodeLogIn, ConnectLogIn } from './code-log-in';
import { demoPeople, logInAs, type DemoPerson } from './development';
import { failureOf, LogInFailed, ProviderLogIn } from './provider-log-in';
import { logInWays } from './session';

/** The ways in; stands on every address until somebody is logged in, and says why a log-in came to nothing. */
export function LogInPage() {
  const { t } = useLanguage();
  const { pathname, search } = useLocation();
  const ways = useQuery({ queryKey: ['log-in', 'ways'], queryFn: ({ signal }) => logInWays(signal) });
  const because = failureOf(pathname, search);
  return (
    <main id="content">
      <Page title={t.logIn.title} actions={<ChooseLanguage />}>
        <div className="stack-tight">
          {because && <LogInFailed because={because} />}
          {because === 'UNKNOWN_PERSON' && <ConnectLogIn />}
          <Waiting on={ways}>
            {({ provider, development }) => (
              <>
                {provider && <ProviderLogIn provider={provider} />}
                <CodeLogIn />
                {development ? <DemoLogIn /> : !provider && <NoLogIn empty={false} />}
              </>
            )}
          </Waiting>
        </div>
      </Page>
    </main>
  );
}

/** Chooses a seeded person without a password: for development and demos. */
function DemoLogIn() {
  const { t } = useLanguage();
  const people = useQuery({ queryKey: ['development', 'people'], queryFn: ({ signal }) => demoPeople(signal) });
  return (
    <section aria-labelledby="demo-log-in">
      <Heading level={2} data-size="sm" id="demo-log-in" className="section-title">
        {t.session.demoTitle}
      </Heading>
      <Waiting on={people}>
        {(found) => (found && found.length > 0 ? <ChoosePerson people={found} /> : <NoLogIn empty={found !== null} />)}
      </Waiting>
    </section>
  );
}

function NoLogIn({ empty }: { empty: boolean }) {
  const { t } = useLanguage();
  return (
    <Alert data-color="info">
      <Paragraph>{empty ? t.logIn.nobody : t.logIn.notHere}</Paragraph>
    </Alert>
  );
}

interface Group {
  readonly title: string;
  readonly people: DemoPerson[];
}

/** By region and organisation; the region's own people first. */
function grouped(people: readonly DemoPerson[]): { region: string; groups: Group[] }[] {
  const regions = new Map<string, Map<string, DemoPerson[]>>();
  for (const person of people) {
    const groups = regions.get(person.regionName) ?? new Map<string, DemoPerson[]>();
    regions.set(person.regionName, groups);
    const title = person.organisationName ?? '';
    groups.set(title, [...(groups.get(title) ?? []), person]);
  }
  return [...regions].map(([region, groups]) => ({
    region,
    groups: [...groups].map(([title, members]) => ({ title, people: members })),
  }));
}

function ChoosePerson({ people }: { people: readonly DemoPerson[] }) {
  const { t } = useLanguage();
  const [filter, setFilter] = useState('');
  const wanted = useDeferredValue(filter.trim().toLowerCase());
  const roleOf = (kind: string): string => t.roles[kind as RoleKind] ?? kind;
  const found = people.filter((person) =>
    [person.name, person.organisationName ?? person.regionName, ...person.roles.map(roleOf)].some((text) =>
      text.toLowerCase().includes(wanted),
    ),
  );
  return (
    <>
      <Alert data-color="warning">
        <Paragraph>{t.logIn.demoOnly}</Paragraph>
      </Alert>
      <Search className="narrow">
        <Search.Input
          aria-label={t.logIn.filter}
          placeholder={t.logIn.filter}
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
        <Search.Clear aria-label={t.page.clear} onClick={() => setFilter('')} />
      </Search>
      <p role="status" className="subtle">
        {t.logIn.found(found.length)}
      </p>
      {grouped(found).map(({ region, groups }) => (
        <section key={region} aria-label={region}>
          <Heading level={3} data-size="xs" className="section-title">
            {region}
          </Heading>
          <div className="cards">
            {groups.map((group) => (
              <Card key={group.title} data-color="neutral">
                <Card.Block>
                  <Heading level={4} data-size="2xs">
                    {group.title || t.logIn.theRegion(region)}
                  </Heading>
                  <ul className="plain people">
                    {group.people.map((person) => (
                      <LogInAs key={person.personId + person.organisationId} person={person} roleOf={roleOf} />
                    ))}
                  </ul>
                </Card.Block>
              </Card>
            ))}
          </div>
        </section>
      ))}
    </>
  );
}

function LogInAs({ person, roleOf }: { person: DemoPerson; roleOf: (kind: string) => string }) {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const choose = async (): Promise<void> => {
    setState('busy');
    const opened = await logInAs(person).catch(() => false);
    if (!opened) return setState('failed');
    await queries.resetQueries();
  };
  return (
    <li>
      <Button variant="tertiary" className="person" onClick={() => void choose()} loading={state === 'busy'}>
        <span className="person-name">{person.name}</span>
        <span className="person-roles">{person.roles.map(roleOf).join(', ')}</span>
        {person.language !== 'NB' && (
          <Tag data-size="sm" data-color="info">
            {t.languages[person.language]}
          </Tag>
        )}
      </Button>
      {state === 'failed' && <span role="alert">{t.logIn.failed}</span>}
    </li>
  );
}
