import { Alert, Button, Paragraph } from '@digdir/designsystemet-react';
import { useEffect, useState } from 'react';
import { useParams } from 'react-router';
import { FrozenReportDocument, type FrozenReportQuery } from '../generated/documents';
import { useLanguage } from '../language/language';
import { Facts } from '../page/facts';
import { Modelled } from '../page/marks';
import NotFoundPage from '../page/not-found.page';
import { Page } from '../page/page';
import { Waiting } from '../page/waiting';
import { useAsk } from '../request/use-ask';
import { ReportContent } from './report-content';
import { ReportDifferences } from './report-differences';
import { ReportDownloads } from './report-downloads';
import { ReportLines } from './report-lines';

type Frozen = NonNullable<FrozenReportQuery['frozenReport']>;

/** One frozen version: it never changes, and its hash is checked in the browser. */
export default function FrozenReportPage() {
  const { reportId = '' } = useParams();
  const answer = useAsk(FrozenReportDocument, { id: reportId });
  return (
    <Waiting on={answer}>
      {({ frozenReport }) => (frozenReport ? <Shown report={frozenReport} /> : <NotFoundPage />)}
    </Waiting>
  );
}

function Shown({ report }: { report: Frozen }) {
  const { t, instant, number } = useLanguage();
  return (
    <Page
      wide
      title={`${t.report.title}, ${t.report.versionNumber(number(report.number))}`}
      intro={
        <>
          {report.content.title} <Modelled when={report.content.figuresOrigin === 'MODELLED'} />
        </>
      }
      crumbs={[
        { to: '/cases', title: t.cases.title },
        { to: `/cases/${report.caseId}`, title: report.content.title },
        { to: `/cases/${report.caseId}/report`, title: t.report.title },
      ]}
    >
      <Facts
        rows={[
          [t.report.frozenAtTitle, instant(report.frozenAt)],
          ['SHA-256', <code className="hash">{report.sha256}</code>],
          [
            t.report.file,
            <Button variant="secondary" data-size="sm" onClick={() => download(report)}>
              {t.report.download}
            </Button>,
          ],
        ]}
      />
      <ReportDownloads caseId={report.caseId} frozen={report.number} />
      <HashCheck report={report} />
      <ReportContent content={report.content} lines={<ReportLines frozenId={report.id} />} />
      <ReportDifferences
        key={report.id}
        caseId={report.caseId}
        versions={Array.from({ length: report.number }, (_, at) => report.number - at)}
        from={report.number > 1 ? report.number - 1 : report.number}
        to={report.number > 1 ? report.number : null}
      />
    </Page>
  );
}

/** Hands over the very text that the hash is taken over. */
function download({ canonicalContent, caseId, number }: Frozen): void {
  const address = URL.createObjectURL(new Blob([canonicalContent], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${caseId}-${number}.json`;
  link.click();
  URL.revokeObjectURL(address);
}

/** Recomputes the hash over the very text that was frozen. */
function HashCheck({ report }: { report: Frozen }) {
  const { t } = useLanguage();
  const [same, setSame] = useState<boolean | null>(null);
  useEffect(() => {
    let gone = false;
    void crypto.subtle.digest('SHA-256', new TextEncoder().encode(report.canonicalContent)).then((digest) => {
      const hex = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
      if (!gone) setSame(hex === report.sha256);
    });
    return () => {
      gone = true;
    };
  }, [report]);
  if (same === null) return null;
  return (
    <Alert data-color={same ? 'success' : 'danger'}>
      <Paragraph>{same ? t.report.hashMatches : t.report.hashDiffers}</Paragraph>
    </Alert>
  );
}
