import { Heading } from '@digdir/designsystemet-react';
import { useEffect, useState } from 'react';
import { useLocation, useParams } from 'react-router';
import { CaseQuestionsDocument, type CaseQuestionsQuery } from '../generated/documents';
import { offersTo, useMe } from '../identity/me';
import { useLanguage } from '../language/language';
import NotFoundPage from '../page/not-found.page';
import { Page } from '../page/page';
import { Done } from '../page/refusal';
import { Waiting } from '../page/waiting';
import { CasePlaces } from '../procurement-case/case-places';
import { useAsk } from '../request/use-ask';
import { AskForm, type Askable } from './ask-form';
import { NoQuestions, QuestionList } from './question-list';

/** The questions of a case that one may see: what waits first, then what is answered; and a question of one's own. */
export default function QuestionsPage() {
  const { caseId = '' } = useParams();
  const answer = useAsk(CaseQuestionsDocument, { caseId });
  return <Waiting on={answer}>{(data) => (data.procurementCase ? <Shown data={data} /> : <NotFoundPage />)}</Waiting>;
}

function Shown({ data }: { data: CaseQuestionsQuery }) {
  const { t } = useLanguage();
  const [said, say] = useState<string | null>(null);
  const { hash } = useLocation();
  // A link that names one question brings it into view.
  useEffect(() => {
    if (hash) document.getElementById(hash.slice(1))?.scrollIntoView({ block: 'center' });
  }, [hash]);
  const of = data.procurementCase!;
  const whom = useAskable(data);
  const open = data.questions.filter(({ answer }) => answer === null);
  const answered = data.questions.filter(({ answer }) => answer !== null);
  return (
    <Page
      title={t.questions.title}
      intro={t.questions.intro}
      crumbs={[
        { to: '/cases', title: t.cases.title },
        { to: `/cases/${of.id}`, title: of.title },
      ]}
    >
      <CasePlaces caseId={of.id} />
      <Done text={said} />
      {data.questions.length === 0 && <NoQuestions />}
      {open.length > 0 && (
        <section className="section">
          <Heading level={2} data-size="sm">
            {t.questions.open}
          </Heading>
          <QuestionList questions={open} said={say} />
        </section>
      )}
      {answered.length > 0 && (
        <section className="section">
          <Heading level={2} data-size="sm">
            {t.questions.answeredOnes}
          </Heading>
          <QuestionList questions={answered} said={say} />
        </section>
      )}
      {whom.length > 0 && (
        <section className="section">
          <Heading level={2} data-size="sm">
            {t.questions.askTitle}
          </Heading>
          <AskForm whom={whom} said={say} />
        </section>
      )}
    </Page>
  );
}

/** A municipality asks the host; the host asks any other municipality; others only read. */
function useAskable({ procurementCase, participations }: CaseQuestionsQuery): Askable[] {
  const offers = offersTo(useMe());
  const { hostOrganisationId, hostName, stage } = procurementCase!;
  if (stage === 'CANCELLED') return [];
  const others = participations.filter(({ organisationId }) => organisationId !== hostOrganisationId);
  if (offers.coordinatesFor(hostOrganisationId))
    return others.map(({ id, organisationName }) => ({ participationId: id, name: organisationName }));
  return others
    .filter(({ organisationId }) => offers.contributesFor(organisationId))
    .map(({ id }) => ({ participationId: id, name: hostName }));
}
