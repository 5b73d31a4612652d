import { formatDate, type Language, type LocalDate } from '@samanker/clock';
import { paragraph, PHRASES, salutation, type Recipient, type Wording } from './sentences.rules';

/** An answer, as far as a mail tells of it: its words stand in the service, not in mails. */
export interface ToldAnswer {
  readonly caseTitle: string;
  /** The organisation that asked, and the one that answered. */
  readonly asker: string;
  readonly answerer: string;
  readonly askedOn: LocalDate;
  readonly answeredOn: LocalDate;
}

const TEXTS: Record<
  Language,
  {
    one: (answerer: string) => string;
    several: (count: number) => string;
    subject: string;
    asked: (answer: ToldAnswer, day: string) => string;
    link: string;
  }
> = {
  nb: {
    one: (answerer) => `Les svaret fra ${answerer}.`,
    several: (count) => `Les ${count} svar på spørsmål dere har stilt.`,
    subject: 'spørsmål er besvart',
    asked: ({ caseTitle, answerer }, day) => `${caseTitle}: ${answerer} har svart på spørsmålet fra ${day}.`,
    link: 'Les svaret',
  },
  nn: {
    one: (answerer) => `Les svaret frå ${answerer}.`,
    several: (count) => `Les ${count} svar på spørsmål de har stilt.`,
    subject: 'spørsmål har fått svar',
    asked: ({ caseTitle, answerer }, day) => `${caseTitle}: ${answerer} har svart på spørsmålet frå ${day}.`,
    link: 'Les svaret',
  },
  en: {
    one: (answerer) => `Read the answer from ${answerer}.`,
    several: (count) => `Read ${count} answers to questions that you have asked.`,
    subject: 'a question is answered',
    asked: ({ caseTitle, answerer }, day) => `${caseTitle}: ${answerer} has answered the question of ${day}.`,
    link: 'Read the answer',
  },
};

/** Tells whoever asked that there is an answer, or several on one day (R11, R13). Never empty. */
export function answerMail(asked: {
  language: Language;
  recipient: Recipient;
  answers: readonly ToldAnswer[];
  url: string;
}): Wording {
  const { language, answers } = asked;
  const texts = TEXTS[language];
  const first = answers[0]!;
  return {
    language,
    subject: { municipality: first.asker, thing: texts.subject, date: formatDate(answers.at(-1)!.answeredOn) },
    action: answers.length === 1 ? texts.one(first.answerer) : texts.several(answers.length),
    link: { label: texts.link, url: asked.url },
    informs: true,
    sections: [
      paragraph(salutation(asked.recipient, first.asker, PHRASES[language])),
      { kind: 'list', items: answers.map((answer) => ({ title: texts.asked(answer, formatDate(answer.askedOn)) })) },
    ],
  };
}
