import { useParams } from 'react-router';
import { CaseOfLogDocument } from '../generated/documents';
import { useLanguage } from '../language/language';
import NotFoundPage from '../page/not-found.page';
import { Page } from '../page/page';
import { Waiting } from '../page/waiting';
import { CasePlaces } from '../procurement-case/case-places';
import { useAsk } from '../request/use-ask';
import { LogHistory } from './log-history';

/** What was done in one case. */
export default function CaseLogPage() {
  const { caseId = '' } = useParams();
  const { t } = useLanguage();
  const answer = useAsk(CaseOfLogDocument, { caseId });
  return (
    <Waiting on={answer}>
      {({ procurementCase }) =>
        procurementCase ? (
          <Page
            wide
            title={t.log.ofCase}
            crumbs={[
              { to: '/cases', title: t.cases.title },
              { to: `/cases/${caseId}`, title: procurementCase.title },
            ]}
          >
            <CasePlaces caseId={caseId} />
            <LogHistory caseId={caseId} />
          </Page>
        ) : (
          <NotFoundPage />
        )
      }
    </Waiting>
  );
}
