const LONGEST = 150;
/** Names that Windows gives to devices, whatever stands behind their first dot. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$|clock\$)$/i;

/** The name in a header: percent-encoded UTF-8. Null when it cannot be read. */
export function readName(header: string | undefined): string | null {
  if (header === undefined) return '';
  try {
    const name = decodeURIComponent(header);
    return name.isWellFormed() && !name.includes('\ufffd') ? name : null;
  } catch {
    return null;
  }
}

/**
 * A name that every file system takes and that reads as it is: no folders, no control or direction characters (which
 * make `fdp.exe` look like `exe.pdf`), no device of Windows, not too long, with the ending of its kind.
 */
export function safeName(name: string, extension: string): string {
  const bare = name
    .normalize('NFC')
    .split(/[/\\]/)
    .at(-1)!
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^[. ]+|[. ]+$/g, '');
  const ends = bare.toLowerCase().endsWith(extension);
  const stem = (ends ? bare.slice(0, -extension.length) : bare).replace(/[. ]+$/, '') || 'attachment';
  const known = DEVICE.test(stem.split('.')[0]!.trim()) ? `_${stem}` : stem;
  return shortened(known, LONGEST - extension.length) + extension;
}

/** At most so many UTF-16 code units, never half a character. */
function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  let short = '';
  for (const character of text) {
    if (short.length + character.length > most) break;
    short += character;
  }
  return short.replace(/[. ]+$/, '');
}

/** How a download is named: plain ASCII for the oldest readers, and the name itself (RFC 6266, RFC 8187). */
export function dispositionOf(name: string): string {
  const plain = name.replace(/[^\w .()-]/g, '_');
  const exact = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
}
