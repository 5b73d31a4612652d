import type { Language } from '@samanker/clock';

/** One block of a mail's body; both the text and the HTML are laid out from it. */
export type MailSection =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'facts'; rows: { label: string; value: string }[] }
  | { kind: 'list'; items: { title: string; lines?: string[] }[] };

/** What the layout needs, already cleaned. */
export interface MailLayout {
  language: Language;
  subject: string;
  /** What is asked and by when: the first line of the mail. */
  action: string;
  link: { label: string; url: string };
  sections: MailSection[];
  /** Nothing is asked: it only tells. */
  informs?: boolean;
}

/** Said at the foot of every mail. */
const SENT_BY: Record<Language, string> = {
  nb: 'Meldingen er sendt automatisk av Samanker.',
  nn: 'Meldinga er send automatisk av Samanker.',
  en: 'Samanker sent this message automatically.',
};

/** R13: said after it where something is asked. */
const NOTHING_DECIDED: Record<Language, string> = {
  nb: 'Ingenting er avgjort før du bekrefter det i tjenesten.',
  nn: 'Ingenting er avgjort før du svarar i tenesta.',
  en: 'Nothing is decided until you confirm it in the service.',
};

function footerOf({ language, informs }: Pick<MailLayout, 'language' | 'informs'>): string {
  return informs ? SENT_BY[language] : `${SENT_BY[language]} ${NOTHING_DECIDED[language]}`;
}

/** U5: the text part: what, when and the link come first, so that they stand within its first 200 characters. */
export function textOf(layout: MailLayout): string {
  const blocks = [`${layout.action}\n${layout.link.url}`, ...layout.sections.map(sectionText)];
  return `${blocks.filter(Boolean).join('\n\n')}\n\n-- \n${footerOf(layout)}\n`;
}

/** U5: the HTML part: one column, inline styles, no pictures, no colours but the button's, so that dark mode stays readable. */
export function htmlOf(layout: MailLayout): string {
  const url = escapeHtml(layout.link.url);
  return [
    `<!DOCTYPE html><html lang="${layout.language}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">',
    `<title>${escapeHtml(layout.subject)}</title></head>`,
    `<body style="${BODY}"><main style="${COLUMN}">`,
    `<h1 style="${H1}">${escapeHtml(layout.action)}</h1>`,
    `<p style="${GAP}"><a href="${url}" style="${BUTTON}">${escapeHtml(layout.link.label)}</a></p>`,
    ...layout.sections.map(sectionHtml),
    `<hr style="${RULE}"><p style="${SMALL}">${escapeHtml(footerOf(layout))}</p>`,
    `<p style="${SMALL}"><a href="${url}" style="color:inherit">${url}</a></p>`,
    '</main></body></html>\n',
  ].join('\n');
}

const BODY = 'margin:0;padding:16px;font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5';
const COLUMN = 'display:block;max-width:600px;margin:0 auto';
const H1 = 'font-size:20px;line-height:1.3;margin:0 0 16px';
const H2 = 'font-size:17px;line-height:1.3;margin:24px 0 8px';
const GAP = 'margin:0 0 16px';
const BUTTON =
  'display:inline-block;padding:12px 20px;border-radius:4px;background-color:#0b5394;color:#ffffff;font-weight:bold';
const RULE = 'border:0;border-top:1px solid #767676;margin:24px 0 12px';
const SMALL = 'margin:0 0 8px;font-size:14px;overflow-wrap:anywhere';

function sectionText(section: MailSection): string {
  switch (section.kind) {
    case 'heading':
    case 'paragraph':
      return section.text;
    case 'facts':
      return section.rows.map((row) => `${row.label}: ${row.value}`).join('\n');
    case 'list':
      return section.items
        .map((item) => [`* ${item.title}`, ...(item.lines ?? []).map((line) => `  ${line}`)].join('\n'))
        .join('\n\n');
  }
}

function sectionHtml(section: MailSection): string {
  switch (section.kind) {
    case 'heading':
      return `<h2 style="${H2}">${escapeHtml(section.text)}</h2>`;
    case 'paragraph':
      return `<p style="${GAP}">${withBreaks(section.text)}</p>`;
    case 'facts': {
      const rows = section.rows.map((row) => `<strong>${escapeHtml(row.label)}:</strong> ${escapeHtml(row.value)}`);
      return `<p style="${GAP}">${rows.join('<br>')}</p>`;
    }
    case 'list': {
      const items = section.items.map((item) => {
        const lines = (item.lines ?? []).map((line) => `<br>${escapeHtml(line)}`).join('');
        const title = escapeHtml(item.title);
        return `<li style="margin:0 0 12px">${lines ? `<strong>${title}</strong>${lines}` : title}</li>`;
      });
      return `<ul style="margin:0 0 16px;padding-left:20px">${items.join('')}</ul>`;
    }
  }
}

function withBreaks(text: string): string {
  return text.split('\n').map(escapeHtml).join('<br>');
}

function escapeHtml(text: string): string {
  const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (character) => names[character] ?? character);
}
