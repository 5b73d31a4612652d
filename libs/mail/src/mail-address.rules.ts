/** Why a mail cannot be written: it would go somewhere else than to the one stored address, or say what it must not. */
export class MailRefused extends Error {
  constructor(
    /** Which part of the mail is refused. */
    readonly code: 'ADDRESS' | 'LINK' | 'MAIL_ID' | 'CALENDAR',
    message: string,
  ) {
    super(message);
    this.name = 'MailRefused';
  }
}

// Letters of a dot-atom (RFC 5322), without % ! | / and the backtick: old mail servers read those as routes and pipes.
const LOCAL = /^[A-Za-z0-9#$&'*+=?^_{}~-]+(\.[A-Za-z0-9#$&'*+=?^_{}~-]+)*$/;
const LABEL = /^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;
const TOP_LABEL = /^([A-Za-z]{2,63}|[Xx][Nn]--[A-Za-z0-9-]{1,59})$/;

/** S6: exactly one bare address, nothing around it; the domain in lower case (SMTP compares it so). Else MailRefused. */
export function plainAddress(text: string): string {
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at);
  const labels = text.slice(at + 1).split('.');
  const plain =
    text.length <= 254 &&
    at > 0 &&
    local.length <= 64 &&
    LOCAL.test(local) &&
    // An encoded word (RFC 2047): some servers decode it, and send to what it says.
    !local.includes('=?') &&
    labels.length >= 2 &&
    labels.every((label) => LABEL.test(label)) &&
    TOP_LABEL.test(labels[labels.length - 1] ?? '');
  if (!plain) {
    throw new MailRefused(
      'ADDRESS',
      'Not one plain e-mail address like name@municipality.no (a domain with æ, ø or å must be stored as xn--…)',
    );
  }
  return `${local}@${labels.join('.').toLowerCase()}`;
}

/** Whether a text is exactly one bare e-mail address that mail may be sent to. */
export function isPlainAddress(text: string): boolean {
  try {
    plainAddress(text);
    return true;
  } catch {
    return false;
  }
}

/** S6: a name that can stand before an address without looking like one: no quotes, brackets, @, hidden or turning characters. */
export function displayName(name: string): string {
  return cutAtWord(
    headerLine(name)
      .replace(/[<>"@\\;,:()[\]]/g, ' ')
      .replace(/ {2,}/g, ' ')
      .trim(),
    70,
  );
}

/** A text on one line: control, hidden and direction-turning characters gone, broken surrogates replaced, spaces collapsed. */
export function oneLine(text: string): string {
  return wellFormed(text)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** S6: one line for a header. What begins like an encoded word (RFC 2047) would be decoded by whoever reads it: taken apart. */
export function headerLine(text: string): string {
  return oneLine(text).replace(/=(?=\?)/g, '= ');
}

/** A text of several lines, with the same characters taken away as in a single line, line breaks kept. */
export function severalLines(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => oneLine(line))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Shortens a text to at most `limit` UTF-16 units, at a word if one is near, and marks the cut with an ellipsis. */
export function cutAtWord(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let cut = '';
  for (const character of text) {
    if (cut.length + character.length > limit - 1) break;
    cut += character;
  }
  const space = cut.lastIndexOf(' ');
  return `${(space > limit * 0.6 ? cut.slice(0, space) : cut).replace(/[\s.,:;–-]+$/, '')}…`;
}

function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD').normalize('NFC');
}
