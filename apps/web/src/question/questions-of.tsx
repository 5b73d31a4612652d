import { ParticipationQuestionsDocument } from '../generated/documents';
import { offersTo, useMe } from '../identity/me';
import { useLanguage } from '../language/language';
import { Fold } from '../page/fold';
import { Waiting } from '../page/waiting';
import { useAsk } from '../request/use-ask';
import { AskForm } from './ask-form';
import { NoQuestions, QuestionList } from './question-list';

/** What this municipality and the host have asked each other, and a new question: a part of the page of a participation. */
export function QuestionsOf({
  participation,
  of,
  said,
}: {
  participation: { readonly id: string; readonly organisationId: string; readonly organisationName: string };
  of: {
    readonly id: string;
    readonly stage: string;
    readonly hostOrganisationId: string;
    readonly hostName: string;
  };
  said: (text: string) => void;
}) {
  const { t } = useLanguage();
  const offers = offersTo(useMe());
  const answer = useAsk(ParticipationQuestionsDocument, { caseId: of.id, participationId: participation.id });
  const name = offers.contributesFor(participation.organisationId)
    ? of.hostName
    : offers.coordinatesFor(of.hostOrganisationId)
      ? participation.organisationName
      : null;
  return (
    <Waiting on={answer}>
      {({ questions }) => (
        <>
          {questions.length === 0 ? <NoQuestions /> : <QuestionList questions={questions} said={said} />}
          {name && of.stage !== 'CANCELLED' && (
            <Fold offPaper title={t.questions.askOne(name)}>
              <AskForm whom={[{ participationId: participation.id, name }]} said={said} />
            </Fold>
          )}
        </>
      )}
    </Waiting>
  );
}
