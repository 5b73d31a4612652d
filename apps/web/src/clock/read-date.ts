/** What a person writes as a date (`22.11.2016`, `22.11.16`, `22/11-2016`, `2016-11-22`) as `2016-11-22`; null when it is none. */
export function readDate(text: string): string | null {
  const plain = text.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(plain);
  const written =
    /^(\d{1,2})[./ -]+(\d{1,2})[./ -]+(\d{2}|\d{4})$/.exec(plain) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(plain);
  const [year, month, day] = iso
    ? [iso[1], iso[2], iso[3]]
    : written
      ? [(written[3] ?? '').length === 2 ? `20${written[3]}` : written[3], written[2], written[1]]
      : [];
  if (!year || !month || !day) return null;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const known = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(known.valueOf()) && known.toISOString().startsWith(date) ? date : null;
}
