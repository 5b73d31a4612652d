import type { Language } from '@samanker/clock';
import { buildMessage, OPENING_LIMIT, SUBJECT_LIMIT } from '@samanker/mail';
import { codeCarriedBy, codeOccasion, logInCodeMail } from './log-in-code-wording.rules';

const SENDER = { address: 'samanker@samanker.example', name: 'Samanker', publicUrl: 'https://samanker.example' };
const message = (language: Language) =>
  buildMessage(
    {
      ...logInCodeMail({
        language,
        recipient: { name: 'Kari' },
        code: '0123 4567',
        minutes: 10,
        url: SENDER.publicUrl,
      }),
      mailId: '01900000-0000-7000-8000-000000000001',
      to: 'kari@kommune.example',
      writtenAt: new Date('2026-03-02T09:00:00Z'),
    },
    SENDER,
  );

describe('the mail with a one-time code', () => {
  it.each(['nb', 'nn', 'en'] as const)('in %s says the code first, and never in the subject (U5)', (language) => {
    const { subject, text, html } = message(language);
    expect(subject.length).toBeLessThanOrEqual(SUBJECT_LIMIT);
    expect(subject).not.toMatch(/\d{4}/);
    expect(text.slice(0, OPENING_LIMIT)).toContain('0123 4567');
    expect(text.slice(0, OPENING_LIMIT)).toContain('https://samanker.example');
    expect(html).toContain('0123 4567');
    expect(text).toMatch(/Kari/);
  });

  it('the three languages are three', () => {
    expect(new Set((['nb', 'nn', 'en'] as const).map((language) => message(language).text)).size).toBe(3);
  });

  it('belongs to one code', () => {
    expect(codeCarriedBy({ kind: 'LOG_IN_CODE', occasion: codeOccasion('x') })).toBe('x');
    expect(codeCarriedBy({ kind: 'NOTICE', occasion: codeOccasion('x') })).toBeNull();
    expect(codeCarriedBy({ kind: 'LOG_IN_CODE', occasion: 'due today' })).toBeNull();
  });
});
