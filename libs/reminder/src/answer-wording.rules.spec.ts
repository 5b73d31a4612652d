import { buildMessage, subjectLine } from '@samanker/mail';
import { answerMail } from './answer-wording.rules';

const ROOT = 'https://samanker.agder.example';
const sender = { address: 'samanker@agder.example', name: 'Samanker', publicUrl: ROOT };
const answer = {
  caseTitle: 'Kommunalt responssenter',
  asker: 'Åmli',
  answerer: 'Kristiansand',
  askedOn: '2016-11-16',
  answeredOn: '2016-11-17',
};
const mailOf = (language: 'nb' | 'nn' | 'en', count: number) =>
  answerMail({
    language,
    recipient: { name: 'Kari Nordmann' },
    answers: Array.from({ length: count }, () => answer),
    url: `${ROOT}/cases/01537c2e-0000-7000-8000-000000000001/questions`,
  });

describe('the mail that tells of answers (R11, R13, U5)', () => {
  it.each(['nb', 'nn', 'en'] as const)('says who answered what, and where it stands (%s)', (language) => {
    for (const count of [1, 3]) {
      const mail = mailOf(language, count);
      const { text, subject } = buildMessage(
        { ...mail, mailId: 'm', to: 'kari@amli.example', writtenAt: new Date(0) },
        sender,
      );
      expect(subject).toBe(subjectLine(mail.subject));
      expect(subject.length).toBeLessThanOrEqual(60);
      expect(subject).toContain('Åmli');
      expect(subject).toContain('17.11.2016');
      expect(text.slice(0, 200)).toContain(mail.link.url);
      expect(text.match(/Kristiansand/g)!.length).toBeGreaterThanOrEqual(count);
      expect(text).toContain('16.11.2016');
    }
  });

  it('counts where there are several', () => {
    expect(mailOf('nb', 1).action).toBe('Les svaret fra Kristiansand.');
    expect(mailOf('nn', 2).action).toBe('Les 2 svar på spørsmål de har stilt.');
  });
});
