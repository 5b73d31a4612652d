import { Button, Paragraph, Table } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { holdsHere, isSecretariat } from '../administration/parts';
import { OrganisationsDocument, type OrganisationsQuery } from '../generated/documents';
import { useMe } from '../identity/me';
import { useLanguage } from '../language/language';
import { Page } from '../page/page';
import { Done } from '../page/refusal';
import { Waiting } from '../page/waiting';
import { useAsk } from '../request/use-ask';
import { OfficialAddressForm } from './official-address';
import { RegionLogIn } from './region-log-in';

type Listed = OrganisationsQuery['organisations'][number];

/** The members of the region today, and where their post room is written to. */
export default function OrganisationsPage() {
  const { t } = useLanguage();
  const me = useMe();
  const found = useAsk(OrganisationsDocument, {});
  return (
    <Page
      title={t.organisations.title}
      intro={t.organisations.intro}
      crumbs={[{ to: '/administration', title: t.administration.title }]}
    >
      <Waiting on={found}>
        {({ organisations }) =>
          organisations.length === 0 ? (
            <Paragraph>{t.organisations.none}</Paragraph>
          ) : (
            <Organisations organisations={organisations} />
          )
        }
      </Waiting>
      {isSecretariat(me) && <RegionLogIn />}
    </Page>
  );
}

const buttonOf = (organisationId: string): string => `address-${organisationId}`;

function Organisations({ organisations }: { organisations: readonly Listed[] }) {
  const { t, number } = useLanguage();
  const me = useMe();
  const [writing, setWriting] = useState<string | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const keeps = ({ id }: Listed): boolean =>
    isSecretariat(me) || (id === me.organisationId && holdsHere(me, ['COORDINATOR', 'CHIEF_EXECUTIVE']));
  const written = organisations.find(({ id }) => id === writing);
  const write = (id: string): void => {
    setDone(null);
    setWriting(id);
  };
  const leave = ({ id }: Listed): void => {
    setWriting(null);
    // The focus goes back to where it came from.
    setTimeout(() => document.getElementById(buttonOf(id))?.focus());
  };
  return (
    <>
      <Done text={done} />
      {written && (
        <OfficialAddressForm
          key={written.id}
          organisation={written}
          saved={() => {
            leave(written);
            setDone(t.organisations.saved(written.name));
          }}
          leave={() => leave(written)}
        />
      )}
      <div className="scroll" tabIndex={0} role="region" aria-label={t.organisations.title}>
        <Table zebra>
          <Table.Head>
            <Table.Row>
              <Table.HeaderCell scope="col">{t.organisations.name}</Table.HeaderCell>
              <Table.HeaderCell scope="col">{t.organisations.number}</Table.HeaderCell>
              <Table.HeaderCell scope="col" className="figure">
                {t.organisations.population}
              </Table.HeaderCell>
              <Table.HeaderCell scope="col">{t.organisations.written}</Table.HeaderCell>
              <Table.HeaderCell scope="col">{t.organisations.officialAddress}</Table.HeaderCell>
            </Table.Row>
          </Table.Head>
          <Table.Body>
            {organisations.map((one) => (
              <Table.Row key={one.id}>
                <Table.HeaderCell scope="row">
                  {one.name} <span className="under subtle">{t.organisationKinds[one.kind]}</span>
                </Table.HeaderCell>
                <Table.Cell className="code">{one.number ?? one.organisationNumber}</Table.Cell>
                <Table.Cell className="figure">{one.population !== null && number(one.population)}</Table.Cell>
                <Table.Cell>{t.writtenLanguages[one.language]}</Table.Cell>
                <Table.Cell>
                  <div className="row-between">
                    <span className={one.officialAddress ? 'address' : 'subtle'}>
                      {one.officialAddress ?? t.organisations.noAddress}
                    </span>
                    {keeps(one) && (
                      <Button id={buttonOf(one.id)} variant="tertiary" data-size="sm" onClick={() => write(one.id)}>
                        {t.organisations.change}
                        <span className="unseen"> {t.organisations.addressOf(one.name)}</span>
                      </Button>
                    )}
                  </div>
                </Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </div>
    </>
  );
}
