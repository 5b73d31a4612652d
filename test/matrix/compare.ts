import { allows, lineOf, type Classes, type Expectations } from './expectations';
import { PLACES, REGIONAL, type Somebody } from './people';
import type { Row, Rows } from './rows';

/** What one person saw, by question with its arguments. */
export interface Seen {
  readonly who: Pick<Somebody, 'name' | 'role' | 'organisationId' | 'personId'>;
  readonly rows: Rows;
}

const standings = new WeakMap<object, Map<string, Classes>>();

/** How somebody stands towards a row. */
export function classesOf(who: Seen['who'], row: Row, host: string): Classes {
  const { personId, organisationId, role } = who;
  const about = row.type === 'OrganisationPerson' ? row.plain.id : row.plain.personId;
  const self = personId !== null && about === personId;
  const asked = row.owner !== null && row.owner === organisationId && row.plain.role === role;
  const known = standings.get(who) ?? new Map<string, Classes>();
  standings.set(who, known);
  const key = `${row.owner} ${self} ${asked} ${host}`;
  const classes = known.get(key) ?? standing(who, row.owner, host, self, asked);
  known.set(key, classes);
  return classes;
}

function standing(
  { name, role, organisationId }: Seen['who'],
  owner: string | null,
  host: string,
  self: boolean,
  asked: boolean,
): Classes {
  const classes = new Set(['everybody']);
  if (self) classes.add('self');
  if (organisationId === null) return classes.add(name);
  // These count in the whole region, whatever organisation their holder comes from; a reader's does not.
  if (role !== 'READER' && REGIONAL[role]) classes.add(REGIONAL[role]);
  const places: (typeof PLACES)[number][] = [];
  if (owner === organisationId) places.push('own');
  if (organisationId === host) places.push('host');
  if (places.length === 0) places.push('member');
  for (const place of places) classes.add(place).add(`${place}.${role}`);
  if (asked) classes.add('asked');
  return classes;
}

/** The rows of all, with every field that somebody saw: what could be seen. */
export function everythingSeen(all: readonly Seen[]): Rows {
  const together: Rows = new Map();
  for (const { rows } of all)
    for (const row of rows.values()) {
      const known = together.get(row.path);
      if (known) for (const field of row.fields) known.fields.add(field);
      else together.set(row.path, { ...row, fields: new Set(row.fields) });
    }
  return together;
}

/** Whatever somebody sees and should not, or does not see and should; one line for each person, type and field. */
export function differences(all: readonly Seen[], expectations: Expectations, host: string, only?: string): string[] {
  const faults = new Map<string, number>();
  const tell = (fault: string): void => void faults.set(fault, (faults.get(fault) ?? 0) + 1);
  const could = everythingSeen(all);
  const composites = new Set([...could.values()].map(({ parent }) => parent && `${parent.path}.${parent.field}`));
  for (const seen of all.filter(({ who }) => !only || who.name === only)) {
    const expected = new Map<string, boolean>();
    for (const row of could.values()) {
      const classes = classesOf(seen.who, row, host);
      const may = mayBeSeen(row, seen.who, could, expected, expectations, host);
      expected.set(row.path, may);
      const own = seen.rows.get(row.path);
      const whose = `${seen.who.name}, ${[...classes].find((one) => one in PLACE_WORDS) ?? 'the region'}`;
      if (own && !may) {
        if (!row.parent || expected.get(row.parent.path))
          tell(`${whose}: SEES a row ${row.type} in ${questionOf(row)}`);
        continue;
      }
      if (!own && may) {
        if (!row.parent || seen.rows.has(row.parent.path))
          tell(`${whose}: LACKS a row ${row.type} in ${questionOf(row)}`);
        continue;
      }
      if (!own) continue;
      for (const field of row.fields) {
        if (composites.has(`${row.path}.${field}`)) continue;
        const line = lineOf(row, field, expectations);
        if (line === undefined) continue;
        const right = allows(line, classes, expectations.classes);
        if (right !== own.fields.has(field))
          tell(`${whose}: ${right ? 'LACKS' : 'SEES'} ${row.type}.${field} in ${questionOf(row)}, expected: ${line}`);
      }
    }
  }
  return [...faults].map(([fault, times]) => (times > 1 ? `${fault} (${times} times)` : fault)).sort();
}

const PLACE_WORDS: Readonly<Record<string, true>> = { own: true, host: true, member: true };

function mayBeSeen(
  row: Row,
  who: Seen['who'],
  could: Rows,
  expected: ReadonlyMap<string, boolean>,
  expectations: Expectations,
  host: string,
): boolean {
  const classes = classesOf(who, row, host);
  const { parent } = row;
  if (!allows(lineOf(row, 'row', expectations) ?? 'everybody', classes, expectations.classes)) return false;
  if (!parent) return allows(expectations.questions[questionOf(row)] ?? '', classes, expectations.classes);
  if (!expected.get(parent.path)) return false;
  const above = could.get(parent.path)!;
  const line = lineOf(above, parent.field, expectations) ?? '';
  return allows(line, classesOf(who, above, host), expectations.classes) || allows(line, classes, expectations.classes);
}

/** The name of the question at the beginning of a path. */
export const questionOf = ({ path }: Pick<Row, 'path'>): string => /^\w+/.exec(path)![0];

/** Who sees a field or a question's rows, in the words of the expectations: a hint for the one who writes the line. */
export function whoSees(all: readonly Seen[], host: string): Map<string, string> {
  const saw = new Map<string, Map<string, boolean>>();
  const note = (place: string, name: string, sees: boolean): void => {
    const of = saw.get(place) ?? saw.set(place, new Map()).get(place)!;
    of.set(name, (of.get(name) ?? true) && sees);
  };
  for (const row of everythingSeen(all).values())
    for (const seen of all) {
      const [name] = [...classesOf(seen.who, row, host)].filter((one) => one !== 'everybody' && !(one in PLACE_WORDS));
      const own = seen.rows.get(row.path);
      if (!row.parent) note(questionOf(row), name ?? 'somebody', own !== undefined);
      if (own) for (const field of row.fields) note(`${row.type}.${field}`, name ?? 'somebody', own.fields.has(field));
    }
  return new Map(
    [...saw].map(([place, of]) => {
      const yes = [...of].filter(([, sees]) => sees).map(([name]) => name);
      return [place, yes.length === of.size ? 'everybody' : yes.join(', ') || 'nobody'];
    }),
  );
}
