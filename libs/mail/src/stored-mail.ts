import PostalMime, { type Email } from 'postal-mime';

/** A message of the development mailbox as a list shows it. */
export interface StoredMailSummary {
  id: string;
  subject: string;
  /** Sender as written in the message, `Name <address>`. */
  from: string;
  /** Recipient as written in the message. */
  to: string;
  /** Recipients as the mail server was told them (RCPT TO): where the message truly went. */
  recipients: string[];
  /** ISO instant written in the message. */
  date: string;
  /** ISO instant of arrival, real time. */
  receivedAt: string;
  messageId: string;
}

/** A whole message of the development mailbox. */
export interface StoredMail extends StoredMailSummary {
  text: string;
  html: string;
  attachments: { filename: string; contentType: string; bytes: number; content: string | null }[];
  /** The header lines as they came, unfolded. */
  headers: string[];
}

/** Reads a kept message; `content` of an attachment is given where it is text. */
export async function readStoredMail(id: string, raw: Uint8Array): Promise<StoredMail> {
  const email = await PostalMime.parse(raw, { maxNestingDepth: 20 });
  return {
    id,
    subject: email.subject ?? '',
    from: addresses(email.from ? [email.from] : []),
    to: addresses(email.to ?? []),
    recipients: email.headers.filter((header) => header.key === 'delivered-to').map((header) => header.value),
    date: email.date ?? '',
    receivedAt: new Date(Number(id.slice(0, 13))).toISOString(),
    messageId: email.messageId ?? '',
    text: email.text ?? '',
    html: email.html ?? '',
    attachments: email.attachments.map((file) => {
      const content = typeof file.content === 'string' ? Buffer.from(file.content) : Buffer.from(bytesOf(file.content));
      return {
        filename: file.filename ?? '',
        contentType: file.mimeType,
        bytes: content.length,
        content: file.mimeType.startsWith('text/') ? content.toString('utf8') : null,
      };
    }),
    headers: email.headerLines.map((header) => header.line),
  };
}

/** The part of a message that a list shows. */
export function summaryOf(mail: StoredMail): StoredMailSummary {
  const { id, subject, from, to, recipients, date, receivedAt, messageId } = mail;
  return { id, subject, from, to, recipients, date, receivedAt, messageId };
}

function bytesOf(content: ArrayBuffer | Uint8Array): Uint8Array {
  return content instanceof Uint8Array ? content : new Uint8Array(content);
}

function addresses(list: NonNullable<Email['to']>): string {
  return list
    .flatMap((entry) => entry.group ?? [entry])
    .map((entry) => (entry.name ? `${entry.name} <${entry.address ?? ''}>` : (entry.address ?? '')))
    .join(', ');
}
