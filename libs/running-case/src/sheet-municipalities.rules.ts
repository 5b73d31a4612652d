import { folded, plain } from './sheet-text.rules';

/** A municipality that can be meant: a member of the region today, with the names it had and took over. */
export interface KnownMunicipality {
  readonly id: string;
  readonly name: string;
  readonly number: string | null;
  /** Names and numbers of those that it took over from (R33). */
  readonly before: readonly { readonly name: string; readonly number: string | null }[];
}

/** Who is meant by a row: certainly, perhaps, or nobody. */
export type MunicipalityMatch =
  | { readonly kind: 'FOUND'; readonly id: string }
  | { readonly kind: 'ASK'; readonly suggestions: readonly string[] }
  | { readonly kind: 'CONTRADICTION'; readonly suggestions: readonly string[] };

const MOST_SUGGESTIONS = 3;

/** Finds municipalities by what stands in a spreadsheet. Only the very name or number counts; the rest is asked. */
export class MunicipalityFinder {
  private readonly byName = new Map<string, string>();
  private readonly byNumber = new Map<string, string>();
  /** Every name that each is or was known by, folded once. */
  private readonly folded: readonly { readonly id: string; readonly names: readonly string[] }[];
  private readonly found = new Map<string, MunicipalityMatch>();

  constructor(private readonly known: readonly KnownMunicipality[]) {
    this.folded = known.map(({ id, name, before }) => ({
      id,
      names: [name, ...before.map((one) => one.name)].map(folded),
    }));
    for (const { id, name, number } of known) {
      this.byName.set(plain(name), id);
      if (number) this.byNumber.set(number, id);
    }
  }

  find(nameText: string, numberText = ''): MunicipalityMatch {
    const key = `${nameText}\n${numberText}`;
    const match = this.found.get(key) ?? this.look(nameText, numberText);
    this.found.set(key, match);
    return match;
  }

  private look(nameText: string, numberText: string): MunicipalityMatch {
    const numberGiven = /(?<!\d)(\d{3,4})(?!\d)/.exec(numberText || nameText)?.[1]?.padStart(4, '0') ?? null;
    const name = nameOf(nameText);
    const byNumber = numberGiven === null ? undefined : this.byNumber.get(numberGiven);
    const byName = variants(name).flatMap((variant) => this.byName.get(variant) ?? [])[0];
    if (byName && byNumber && byName !== byNumber) return { kind: 'CONTRADICTION', suggestions: [byName, byNumber] };
    if (byName) return { kind: 'FOUND', id: byName };
    // A number with a name that is not its own may be either.
    if (byNumber && !name) return { kind: 'FOUND', id: byNumber };
    return { kind: 'ASK', suggestions: this.suggest(name, numberGiven, byNumber) };
  }

  private suggest(name: string, number: string | null, byNumber: string | undefined): string[] {
    const wanted = folded(name);
    const parts = name.split(' ', 3).filter(Boolean).map(folded);
    const most = Math.max(1, Math.floor(wanted.length / 4));
    const scored = this.folded.flatMap(({ id, names }, at) => {
      if (id === byNumber) return [{ id, far: 0 }];
      if (number !== null && this.known[at]!.before.some((one) => one.number === number)) return [{ id, far: 0 }];
      if (!wanted) return [];
      const far = Math.min(...names.map((own) => distance(wanted, parts, own, most)));
      return far <= most ? [{ id, far }] : [];
    });
    return scored
      .sort((a, b) => a.far - b.far)
      .slice(0, MOST_SUGGESTIONS)
      .map(({ id }) => id);
  }
}

/** The name alone: without number, brackets and the word for municipality. */
function nameOf(text: string): string {
  return plain(text.replace(/\(.*?\)/g, ' ').replace(/\d+/g, ' '))
    .replace(/(?:^| )(?:kommune|kommuna|komm|municipality|k)$/, '')
    .trim();
}

/** "Kristiansands" of "Kristiansands kommune"; Bokmål and Nynorsk add an s that is part of some names. */
function variants(name: string): string[] {
  return name.endsWith('s') ? [name, name.slice(0, -1)] : [name];
}

function distance(wanted: string, parts: readonly string[], own: string, most: number): number {
  if (wanted === own || wanted === `${own}s`) return 0;
  if (isShortFor(parts, own)) return 0;
  return Math.abs(wanted.length - own.length) > most ? Infinity : editDistance(wanted, own);
}

/** "Kr.sand" for Kristiansand, "Kr sand", "F.sund": beginnings and the end, in order. */
function isShortFor(parts: readonly string[], own: string): boolean {
  if (parts.length === 1) {
    // "krsand" without the full stop: the first two and the last four letters.
    const [only = ''] = parts;
    return (
      only.length >= 6 && own.startsWith(only.slice(0, 2)) && own.endsWith(only.slice(-4)) && own.length > only.length
    );
  }
  if (parts.length !== 2) return false;
  const [first = '', last = ''] = parts;
  return own.startsWith(first) && own.endsWith(last) && own.length > first.length + last.length;
}

/** How many letters have to be changed, put in or left out. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1)
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
    row = next;
  }
  return row[b.length]!;
}
