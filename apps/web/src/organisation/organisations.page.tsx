import { Paragraph, Table } from '@digdir/designsystemet-react';
import { OrganisationsDocument } from '../generated/documents';
import { useLanguage } from '../language/language';
import { Page } from '../page/page';
import { Waiting } from '../page/waiting';
import { useAsk } from '../request/use-ask';

/** The members of the region today, and where their post room is written to. */
export default function OrganisationsPage() {
  const { t, number } = useLanguage();
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
                      <Table.Cell>{one.officialAddress ?? t.organisations.noAddress}</Table.Cell>
                    </Table.Row>
                  ))}
                </Table.Body>
              </Table>
            </div>
          )
        }
      </Waiting>
    </Page>
  );
}
