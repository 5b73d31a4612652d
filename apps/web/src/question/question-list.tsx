import { Button, Checkbox, Paragraph } from '@digdir/designsystemet-react';
import { useState, type FormEvent } from 'react';
import { AnswerQuestionDocument, ShareAnswerDocument, type QuestionShownFragment } from '../generated/documents';
import { useLanguage } from '../language/language';
import { LongField, useFields, useReading } from '../page/fields';
import { Fold } from '../page/fold';
import { State } from '../page/marks';
import { Refusal } from '../page/refusal';
import { useVerb } from '../request/use-verb';
import './question.css';

/** Questions with their answers; those that wait for this person have a form. */
export function QuestionList({
  questions,
  said,
}: {
  questions: readonly QuestionShownFragment[];
  said: (text: string) => void;
}) {
  return (
    <ol className="plain stack">
      {questions.map((question) => (
        <OneQuestion key={question.id} question={question} said={said} />
      ))}
    </ol>
  );
}

function OneQuestion({ question, said }: { question: QuestionShownFragment; said: (text: string) => void }) {
  const { t, instant } = useLanguage();
  const { organisationName, hostName, byHost, answer, answeredAt, shared } = question;
  const [asker, answerer] = byHost ? [hostName, organisationName] : [organisationName, hostName];
  return (
    <li className="question" id={question.id}>
      <div className="row-between">
        <span className="subtle">
          {t.questions.asks(asker, answerer)} · {instant(question.askedAt)}
        </span>
        <State
          sign={answer ? 'done' : question.mayAnswer ? 'warning' : 'waiting'}
          colour={answer ? 'success' : question.mayAnswer ? 'warning' : 'neutral'}
        >
          {answer ? t.questions.answered : question.mayAnswer ? t.questions.waitsForYou : t.questions.waits}
        </State>
      </div>
      <p className="text question-text">{question.text}</p>
      {answer && answeredAt && (
        <div className="answer">
          <p className="text">{answer}</p>
          <p className="subtle">
            {answerer}, {instant(answeredAt)}
            {shared && ` · ${t.questions.sharedMark}`}
          </p>
        </div>
      )}
      {question.mayAnswer && (
        <Fold offPaper title={t.questions.answerTo(asker)}>
          <Answer question={question} said={said} />
        </Fold>
      )}
      {question.mayShare && (
        <Fold offPaper title={t.questions.shareLater}>
          <Share question={question} said={said} />
        </Fold>
      )}
    </li>
  );
}

function Answer({ question, said }: { question: QuestionShownFragment; said: (text: string) => void }) {
  const { t } = useLanguage();
  const verb = useVerb(AnswerQuestionDocument);
  const form = useFields({ text: '' }, verb.refused);
  const [shareWithAll, share] = useState(false);
  const { textFault } = useReading();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const { text } = form.values;
    if (!form.sound({ text: textFault(text) })) return;
    if (await verb.carryOut({ questionId: question.id, text, shareWithAll })) said(t.questions.answerSent);
  };
  return (
    <form className="form" onSubmit={(event) => void submit(event)} noValidate aria-label={t.questions.answer}>
      <LongField bound={form.field('text')} label={t.questions.answer} description={t.questions.noNames} rows={4} />
      {!question.byHost && (
        <Checkbox
          label={t.questions.share}
          description={t.questions.shareHelp}
          checked={shareWithAll}
          onChange={(event) => share(event.target.checked)}
        />
      )}
      <Refusal verb={verb} />
      <div className="buttons">
        <Button type="submit" loading={verb.busy}>
          {t.questions.send}
        </Button>
      </div>
    </form>
  );
}

/** Afterwards: an answer that was given to one is shown to all. */
function Share({ question, said }: { question: QuestionShownFragment; said: (text: string) => void }) {
  const { t } = useLanguage();
  const verb = useVerb(ShareAnswerDocument);
  const share = async (): Promise<void> => {
    if (await verb.carryOut({ questionId: question.id })) said(t.questions.sharedNow);
  };
  return (
    <div className="stack-tight">
      <Paragraph>{t.questions.shareForGood}</Paragraph>
      <Refusal verb={verb} />
      <div className="buttons">
        <Button loading={verb.busy} onClick={() => void share()}>
          {t.questions.shareNow}
        </Button>
      </div>
    </div>
  );
}

/** Said where there is nothing to read. */
export function NoQuestions() {
  const { t } = useLanguage();
  return <Paragraph className="subtle">{t.questions.none}</Paragraph>;
}
