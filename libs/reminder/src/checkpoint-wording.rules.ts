import { formatDate, formatDecimal, type Language, type LocalDate } from '@samanker/clock';
import { paragraph, PHRASES as MAIL_PHRASES, salutation, type Recipient, type Wording } from './sentences.rules';

/** A checkpoint of the decision log, as far as a mail speaks of it. */
export interface ToldCheckpoint {
  readonly region: string;
  readonly number: number;
  readonly entries: number;
  readonly hash: string;
  readonly keyId: string;
  readonly madeOn: LocalDate;
  /** The checkpoint as it is verified: one line of JSON. */
  readonly file: string;
}

interface Phrases {
  thing(number: number): string;
  action(day: string): string;
  why: string;
  how: string;
  facts: { entries: string; hash: string; key: string };
  link: string;
  file: string;
}

const PHRASES: Readonly<Record<Language, Phrases>> = {
  nb: {
    thing: (number) => `sjekkpunkt ${number} av beslutningsloggen`,
    action: (day) => `Ta vare på det vedlagte sjekkpunktet av beslutningsloggen fra ${day}. Du trenger ikke svare.`,
    why: 'Med sjekkpunktet kan du senere vise at ingen innførsel til og med den siste her er endret, fjernet eller flyttet. Det gjelder også for den som styrer databasen.',
    how: 'Slik: last ned loggen fra siden Logg, og kjør «node verify.mjs --checkpoint» med den vedlagte filen.',
    facts: { entries: 'Innførsler', hash: 'Hash av den siste', key: 'Nøkkelens fingeravtrykk' },
    link: 'Åpne loggen',
    file: 'sjekkpunkt',
  },
  nn: {
    thing: (number) => `sjekkpunkt ${number} av avgjerdsloggen`,
    action: (day) => `Ta vare på det vedlagde sjekkpunktet av avgjerdsloggen frå ${day}. Du treng ikkje svare.`,
    why: 'Med sjekkpunktet kan du seinare vise at ingen innførsel til og med den siste her er endra, fjerna eller flytta. Det gjeld òg for den som styrer databasen.',
    how: 'Slik: last ned loggen frå sida Logg, og køyr «node verify.mjs --checkpoint» med den vedlagde fila.',
    facts: { entries: 'Innførslar', hash: 'Hash av den siste', key: 'Fingeravtrykket til nøkkelen' },
    link: 'Opne loggen',
    file: 'sjekkpunkt',
  },
  en: {
    thing: (number) => `checkpoint ${number} of the decision log`,
    action: (day) => `Keep the attached checkpoint of the decision log of ${day}. No answer is needed.`,
    why: 'With it you can show later that no entry up to the last one here was changed, removed or moved. That goes for whoever runs the database as well.',
    how: 'To do so, download the log from the page Log and run “node verify.mjs --checkpoint” with the attached file.',
    facts: { entries: 'Entries', hash: 'Hash of the last', key: 'Fingerprint of the key' },
    link: 'Open the log',
    file: 'checkpoint',
  },
};

/** R31: tells those who audit of a checkpoint, so that it lies where the database cannot reach it. */
export function checkpointMail(asked: {
  language: Language;
  recipient: Recipient;
  checkpoint: ToldCheckpoint;
  url: string;
}): Wording {
  const { language, recipient, checkpoint, url } = asked;
  const phrases = PHRASES[language];
  const date = formatDate(checkpoint.madeOn);
  return {
    language,
    subject: { municipality: checkpoint.region, thing: phrases.thing(checkpoint.number), date },
    action: phrases.action(date),
    link: { label: phrases.link, url },
    informs: true,
    sections: [
      ...(recipient.name ? [paragraph(salutation(recipient, checkpoint.region, MAIL_PHRASES[language]))] : []),
      { kind: 'paragraph', text: phrases.why },
      { kind: 'paragraph', text: phrases.how },
      {
        kind: 'facts',
        rows: [
          { label: phrases.facts.entries, value: formatDecimal(String(checkpoint.entries), language) },
          { label: phrases.facts.hash, value: checkpoint.hash },
          { label: phrases.facts.key, value: checkpoint.keyId },
        ],
      },
    ],
    attachments: [
      {
        filename: `${phrases.file}-${checkpoint.number}.json`,
        contentType: 'application/json; charset=utf-8',
        content: `${checkpoint.file}\n`,
      },
    ],
  };
}
