import { Button, Paragraph, Table } from '@digdir/designsystemet-react';
import { Link } from 'react-router';
import { ProcurementCasesDocument } from '../generated/documents';
import { offersTo, useMe } from '../identity/me';
import { useLanguage } from '../language/language';
import { Modelled } from '../page/marks';
import { Page } from '../page/page';
import { Waiting } from '../page/waiting';
import { useAsk } from '../request/use-ask';
import { StageMark } from './stage';

/** The joint procurements of the region. */
export default function CasesPage() {
  const { t, date } = useLanguage();
  const me = useMe();
  const hosts = me.organisationId !== null && offersTo(me).coordinatesFor(me.organisationId);
  const cases = useAsk(ProcurementCasesDocument, {});
  return (
    <Page
      title={t.cases.title}
      intro={t.cases.intro}
      actions={
        <>
          {me.organisationId && (
            <Button asChild variant="secondary">
              <Link to={`/organisations/${me.organisationId}/cases`}>
                {t.ownCases.titleOf(me.organisationName ?? '')}
              </Link>
            </Button>
          )}
          {hosts && (
            <Button asChild variant="secondary">
              <Link to="/cases/import">{t.running.link}</Link>
            </Button>
          )}
        </>
      }
    >
      <Waiting on={cases}>
        {({ procurementCases }) =>
          procurementCases.length === 0 ? (
            <Paragraph>
              {t.cases.none} <Link to="/proposals">{t.navigation.proposals}</Link>
            </Paragraph>
          ) : (
            <div className="scroll" tabIndex={0} role="region" aria-label={t.cases.title}>
              <Table zebra>
                <Table.Head>
                  <Table.Row>
                    <Table.HeaderCell scope="col">{t.cases.case}</Table.HeaderCell>
                    <Table.HeaderCell scope="col">{t.cases.host}</Table.HeaderCell>
                    <Table.HeaderCell scope="col">{t.cases.stage}</Table.HeaderCell>
                    <Table.HeaderCell scope="col">{t.cases.deadline}</Table.HeaderCell>
                    <Table.HeaderCell scope="col">{t.cases.term}</Table.HeaderCell>
                    <Table.HeaderCell scope="col">{t.report.title}</Table.HeaderCell>
                  </Table.Row>
                </Table.Head>
                <Table.Body>
                  {procurementCases.map((one) => (
                    <Table.Row key={one.id}>
                      <Table.HeaderCell scope="row">
                        <Link to={`/cases/${one.id}`}>{one.title}</Link>{' '}
                        <Modelled when={one.figuresOrigin === 'MODELLED'} />
                      </Table.HeaderCell>
                      <Table.Cell>{one.hostName}</Table.Cell>
                      <Table.Cell>
                        <StageMark stage={one.stage} />
                      </Table.Cell>
                      <Table.Cell>{date(one.decisionDeadline)}</Table.Cell>
                      <Table.Cell>{t.cases.termOf(one.firstYear, one.years, one.optionYears)}</Table.Cell>
                      <Table.Cell>
                        <Link to={`/cases/${one.id}/report`}>
                          {t.cases.open}
                          <span className="unseen">
                            {' '}
                            {t.report.title}: {one.title}
                          </span>
                        </Link>
                      </Table.Cell>
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
