import type { Language } from '@samanker/clock';
import { type Recipient, paragraph, type Wording } from './sentences.rules';

interface CodePhrases {
  readonly subject: string;
  readonly action: (code: string, minutes: number) => string;
  readonly link: string;
  readonly to: (name: string) => string;
  readonly use: string;
  readonly enough: string;
  readonly notAsked: string;
}

const PHRASES: Readonly<Record<Language, CodePhrases>> = {
  nb: {
    subject: 'Engangskode til Samanker',
    action: (code, minutes) => `Engangskoden din er ${code}. Bruk den innen ${minutes} minutter.`,
    link: 'Gå til Samanker',
    to: (name) => `Til ${name}.`,
    use: 'Skriv koden på siden der du ba om den. Den kan brukes én gang. Har du bedt om flere koder, er det den nyeste som gjelder.',
    enough:
      'Med koden kan du føre mengder, registrere vedtak, skrive notater og stille og svare på spørsmål. Til alt annet logger du inn med ID-porten eller kommunens pålogging.',
    notAsked:
      'Har du ikke bedt om en kode, kan du se bort fra meldingen: Ingen kommer inn uten den. Gi den aldri til andre.',
  },
  nn: {
    subject: 'Eingongskode til Samanker',
    action: (code, minutes) => `Eingongskoden din er ${code}. Bruk han innan ${minutes} minutt.`,
    link: 'Gå til Samanker',
    to: (name) => `Til ${name}.`,
    use: 'Skriv koden på sida der du bad om han. Han kan brukast éin gong. Har du bede om fleire kodar, er det den nyaste som gjeld.',
    enough:
      'Med koden kan du føre mengder, registrere vedtak, skrive notat og stille og svare på spørsmål. Til alt anna loggar du inn med ID-porten eller pålogginga til kommunen.',
    notAsked:
      'Har du ikkje bede om ein kode, kan du sjå bort frå meldinga: Ingen kjem inn utan han. Gi han aldri til andre.',
  },
  en: {
    subject: 'One-time code for Samanker',
    action: (code, minutes) => `Your one-time code is ${code}. Use it within ${minutes} minutes.`,
    link: 'Go to Samanker',
    to: (name) => `To ${name}.`,
    use: 'Enter the code on the page where you asked for it. It can be used once. If you asked for several, the newest one counts.',
    enough:
      'With the code you can enter quantities, record decisions, write notes, and ask and answer questions. For everything else, log in with ID-porten or your municipality’s log-in.',
    notAsked:
      'If you did not ask for a code, ignore this message: nobody gets in without it. Never give it to anybody.',
  },
};

/** The mail that carries a one-time code. The code stands in its first line and in no subject, which is kept. */
export function logInCodeMail(asked: {
  language: Language;
  recipient: Recipient;
  /** As people read it: 1234 5678. */
  code: string;
  minutes: number;
  url: string;
}): Wording {
  const phrases = PHRASES[asked.language];
  const { name } = asked.recipient;
  return {
    language: asked.language,
    subject: phrases.subject,
    action: phrases.action(asked.code, asked.minutes),
    link: { label: phrases.link, url: asked.url },
    informs: true,
    sections: [
      ...(name ? [paragraph(phrases.to(name))] : []),
      paragraph(phrases.use),
      paragraph(phrases.enough),
      paragraph(phrases.notAsked),
    ],
  };
}

const OCCASION = 'log-in-code ';

/** The occasion of the mail that carries one code. */
export function codeOccasion(codeId: string): string {
  return OCCASION + codeId;
}

/** The code that a mail carries; null when it carries none. */
export function codeCarriedBy({ kind, occasion }: { kind: string; occasion: string }): string | null {
  return kind === 'LOG_IN_CODE' && occasion.startsWith(OCCASION) ? occasion.slice(OCCASION.length) : null;
}
