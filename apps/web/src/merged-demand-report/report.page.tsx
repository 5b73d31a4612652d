import { Alert, Button, Heading, Paragraph, Table } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import {
  FreezeMergedDemandReportDocument,
  MergedDemandReportDocument,
  type MergedDemandReportQuery,
} from '../generated/documents';
import { offersTo, useMe } from '../identity/me';
import { Readiness } from '../joint-tender/readiness';
import { useLanguage } from '../language/language';
import { Modelled } from '../page/marks';
import NotFoundPage from '../page/not-found.page';
import { Page } from '../page/page';
import { Done, Refusal } from '../page/refusal';
import { Waiting } from '../page/waiting';
import { CasePlaces } from '../procurement-case/case-places';
import { useAsk } from '../request/use-ask';
import { useVerb } from '../request/use-verb';
import { ReportContent } from './report-content';
import { ReportDifferences } from './report-differences';
import { ReportDownloads } from './report-downloads';
import { ReportLines } from './report-lines';

type Live = NonNullable<MergedDemandReportQuery['mergedDemandReport']>;

/** The merged-demand report as the data is now, its frozen versions, and the step to the joint tender. */
export default function ReportPage() {
  const { caseId = '' } = useParams();
  const { t } = useLanguage();
  const answer = useAsk(MergedDemandReportDocument, { caseId });
  return (
    <Waiting on={answer}>
      {(data) =>
        data.mergedDemandReport ? (
          <Page
            wide
            title={t.report.title}
            terms={['report', 'frozen', 'firm', 'option', 'threshold']}
            intro={
              <>
                {data.mergedDemandReport.content.title}{' '}
                <Modelled when={data.mergedDemandReport.content.figuresOrigin === 'MODELLED'} />
              </>
            }
            crumbs={[
              { to: '/cases', title: t.cases.title },
              { to: `/cases/${caseId}`, title: data.mergedDemandReport.content.title },
            ]}
          >
            <CasePlaces caseId={caseId} />
            <Versions caseId={caseId} live={data.mergedDemandReport} data={data} />
            <ReportDownloads caseId={caseId} />
            <ReportContent content={data.mergedDemandReport.content} lines={<ReportLines caseId={caseId} />} />
            {data.mergedDemandReport.latestFrozen && (
              <ReportDifferences
                key={data.mergedDemandReport.latestFrozen.number}
                caseId={caseId}
                versions={data.frozenReports.map(({ number }) => number)}
                from={data.mergedDemandReport.latestFrozen.number}
                to={null}
              />
            )}
            <Readiness
              caseId={caseId}
              hostOrganisationId={data.procurementCase?.hostOrganisationId ?? ''}
              parts={data.mergedDemandReport.content.parts}
            />
          </Page>
        ) : (
          <NotFoundPage />
        )
      }
    </Waiting>
  );
}

function Versions({ caseId, live, data }: { caseId: string; live: Live; data: MergedDemandReportQuery }) {
  const { t, instant, number } = useLanguage();
  const verb = useVerb(FreezeMergedDemandReportDocument);
  const [said, setSaid] = useState<string | null>(null);
  const offers = offersTo(useMe());
  const hostId = data.procurementCase?.hostOrganisationId ?? '';
  const may = offers.freezesFor(hostId) || offers.coordinatesFor(hostId);
  const freeze = async (): Promise<void> => {
    const frozen = await verb.carryOut({ caseId });
    if (frozen) setSaid(t.report.frozenNow(number(frozen.number)));
  };
  return (
    <section className="section">
      <Heading level={2} data-size="sm">
        {t.report.versions}
      </Heading>
      {/* Right after freezing it goes without saying. */}
      {!(said && live.equalsLatestFrozen) && (
        <Alert data-color={live.equalsLatestFrozen ? 'success' : 'info'}>
          <Paragraph>
            {live.latestFrozen
              ? live.equalsLatestFrozen
                ? t.report.equalsFrozen(number(live.latestFrozen.number))
                : t.report.differsFromFrozen(number(live.latestFrozen.number))
              : t.report.neverFrozen}
          </Paragraph>
        </Alert>
      )}
      <Done text={said} />
      {may && (
        <div className="stack-tight">
          <Refusal verb={verb} />
          <div className="buttons">
            <Button onClick={() => void freeze()} loading={verb.busy} disabled={live.equalsLatestFrozen}>
              {t.report.freeze}
            </Button>
          </div>
        </div>
      )}
      {data.frozenReports.length > 0 && (
        <div className="scroll" tabIndex={0} role="region" aria-label={t.report.versions}>
          <Table data-size="sm">
            <Table.Head>
              <Table.Row>
                <Table.HeaderCell scope="col">{t.report.version}</Table.HeaderCell>
                <Table.HeaderCell scope="col">{t.report.frozenAtTitle}</Table.HeaderCell>
                <Table.HeaderCell scope="col">SHA-256</Table.HeaderCell>
              </Table.Row>
            </Table.Head>
            <Table.Body>
              {data.frozenReports.map((frozen) => (
                <Table.Row key={frozen.id}>
                  <Table.HeaderCell scope="row">
                    <Link to={`/cases/${caseId}/report/${frozen.id}`}>
                      {t.report.versionNumber(number(frozen.number))}
                    </Link>
                  </Table.HeaderCell>
                  <Table.Cell>{instant(frozen.frozenAt)}</Table.Cell>
                  <Table.Cell>
                    <code className="hash">{frozen.sha256}</code>
                  </Table.Cell>
                </Table.Row>
              ))}
            </Table.Body>
          </Table>
        </div>
      )}
    </section>
  );
}
