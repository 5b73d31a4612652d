import { formatDate, formatDayAndMonth, type Language, type LocalDate } from '@samanker/clock';
import type { PdfBlock, PdfContent } from '@samanker/attachment';
import type { Wording } from './sentences.rules';

const TEXTS: Record<
  Language,
  {
    title: string;
    to: (municipality: string) => string;
    from: (host: string) => string;
    date: (day: string) => string;
    answer: (day: string) => string;
    decide: (day: string) => string;
    link: string;
    file: string;
    attached: string;
    foot: string;
  }
> = {
  nb: {
    title: 'Invitasjon til fellesanskaffelse',
    to: (municipality) => `Til: ${municipality}`,
    from: (host) => `Fra: ${host}, vert for anskaffelsen`,
    date: (day) => `Dato: ${day}`,
    answer: (day) => `Svarfrist: ${day}`,
    decide: (day) => `Vedtaksfrist: ${day}`,
    link: 'Dere svarer her:',
    file: 'invitasjon',
    attached: 'Invitasjonen ligger ved som PDF til arkivet.',
    foot: 'Brevet er laget av Samanker. Det er det samme som sto i e-posten til postmottaket.',
  },
  nn: {
    title: 'Invitasjon til fellesanskaffing',
    to: (municipality) => `Til: ${municipality}`,
    from: (host) => `Frå: ${host}, vert for anskaffinga`,
    date: (day) => `Dato: ${day}`,
    answer: (day) => `Svarfrist: ${day}`,
    decide: (day) => `Vedtaksfrist: ${day}`,
    link: 'De svarar her:',
    file: 'invitasjon',
    attached: 'Invitasjonen ligg ved som PDF til arkivet.',
    foot: 'Brevet er laga av Samanker. Det er det same som stod i e-posten til postmottaket.',
  },
  en: {
    title: 'Invitation to a joint procurement',
    to: (municipality) => `To: ${municipality}`,
    from: (host) => `From: ${host}, host of the procurement`,
    date: (day) => `Date: ${day}`,
    answer: (day) => `Answer by: ${day}`,
    decide: (day) => `Decide by: ${day}`,
    link: 'You answer here:',
    file: 'invitation',
    attached: 'The invitation is attached as a PDF for the archive.',
    foot: 'Samanker made this letter. It says what the mail to the official address said.',
  },
};

/** What the mail to the official address says of its enclosure. */
export function attachedSentence(language: Language): string {
  return TEXTS[language].attached;
}

/** A PDF that comes along with a mail. */
export interface Letter {
  readonly filename: string;
  readonly content: PdfContent;
}

/** The invitation as a letter for the archive: what the mail says, with sender, receiver and dates as a letter has them. */
export function invitationLetter(asked: {
  language: Language;
  writtenOn: LocalDate;
  writtenAt: Date;
  municipality: string;
  host: string;
  caseTitle: string;
  answerBy: LocalDate;
  decisionDeadline: LocalDate;
  wording: Pick<Wording, 'action' | 'sections' | 'link'>;
}): Letter {
  const { language, wording } = asked;
  const texts = TEXTS[language];
  const head = [
    texts.to(asked.municipality),
    texts.from(asked.host),
    texts.date(formatDayAndMonth(asked.writtenOn, language)),
    texts.answer(formatDate(asked.answerBy)),
    texts.decide(formatDate(asked.decisionDeadline)),
  ];
  const paragraph = (text: string): PdfBlock => ({ kind: 'paragraph', text });
  const said = wording.sections.flatMap((section): PdfBlock[] => {
    switch (section.kind) {
      case 'heading':
        return [{ kind: 'heading', text: section.text }];
      case 'list':
        return [{ kind: 'list', items: section.items.map(({ title, lines = [] }) => [title, ...lines].join(' ')) }];
      case 'facts':
        return section.rows.map(({ label, value }) => paragraph(`${label}: ${value}`));
      default:
        return [paragraph(section.text)];
    }
  });
  return {
    filename: `${texts.file}-${fileWord(asked.municipality)}.pdf`,
    content: {
      title: `${texts.title}: ${asked.caseTitle}`,
      language,
      layout: 'portrait',
      writtenAt: asked.writtenAt,
      blocks: [
        paragraph(head.join('\n')),
        { kind: 'heading', text: `${wording.action}${/[.?!]$/.test(wording.action) ? '' : '.'}` },
        ...said,
        paragraph(texts.link),
        { kind: 'link', text: wording.link.url, url: wording.link.url },
        paragraph(texts.foot),
      ],
    },
  };
}

function fileWord(name: string): string {
  return (
    name
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '') || 'kommune'
  );
}
