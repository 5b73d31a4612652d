import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import type { Row } from './rows';

/** Who stands where towards a row: the names that the expectations use. */
export type Classes = ReadonlySet<string>;
type Lines = Readonly<Record<string, string>>;

/** What a person has written down: who gets what. */
export interface Expectations {
  /** Short names for several classes. */
  readonly classes: Lines;
  /** By query: whose rows of it. */
  readonly questions: Lines;
  /** By mutation: who carries it out. */
  readonly verbs: Lines;
  /** By type and field: who sees it; `row` and `row where …` say it of the whole row. */
  readonly fields: Readonly<Record<string, Lines>>;
  /** By type and field, those that no builder fills in: why. */
  readonly unseen: Lines;
}

const FOLDER = join(__dirname, '../../security/expectations');
const read = (name: string): unknown => load(readFileSync(join(FOLDER, `${name}.yaml`), 'utf8')) ?? {};

/** Reads them from security/expectations. */
export function readExpectations(): Expectations {
  return {
    classes: read('classes') as Lines,
    questions: read('questions') as Lines,
    verbs: read('verbs') as Lines,
    fields: read('fields') as Expectations['fields'],
    unseen: read('unseen') as Lines,
  };
}

/** The classes that a line names, with short names written out. */
export function named(line: string, classes: Lines): string[] {
  return String(line)
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean)
    .flatMap((word) => (word in classes ? named(classes[word]!, classes) : [word]));
}

const answers = new WeakMap<Classes, Map<string, boolean>>();

/** Does the line name one of the classes that somebody stands in? */
export function allows(line: string, of: Classes, classes: Lines): boolean {
  const known = answers.get(of) ?? new Map<string, boolean>();
  answers.set(of, known);
  const answer = known.get(line) ?? named(line, classes).some((name) => of.has(name));
  known.set(line, answer);
  return answer;
}

/** The line about a field, or `row`: the first `… where …` that fits the row goes before. */
export function lineOf({ type, plain }: Row, field: string, { fields }: Expectations): string | undefined {
  const lines = fields[type] ?? {};
  for (const [key, line] of Object.entries(lines)) {
    const [, about, name, value] = /^(\w+) where (\w+) is (.+)$/.exec(key) ?? [];
    if (about === field && name! in plain && said(plain[name!]) === value) return line;
  }
  return lines[field];
}

const said = (value: unknown): string => (Array.isArray(value) && value.length === 0 ? 'empty' : String(value));

/** Lines about a row, or about a field in some rows. */
const isAboutRows = (name: string, present: readonly string[]): boolean => {
  const [field] = name.split(' where ');
  return field === 'row' || (name !== field && present.includes(field!));
};

interface Surface {
  readonly questions: readonly string[];
  readonly verbs: readonly string[];
  /** By type, its fields. */
  readonly types: Readonly<Record<string, readonly string[]>>;
}

/** Lines that are missing or left over, each as it is to be written; `seenBy` helps the one who writes it. */
export function unwritten(
  { questions, verbs, fields }: Expectations,
  surface: Surface,
  seenBy: (place: string) => string = () => '',
): string[] {
  const hint = (place: string): string => {
    const seen = seenBy(place);
    return seen ? `    # today: ${seen}` : '';
  };
  const faults: string[] = [];
  const compare = (file: string, written: Lines, present: readonly string[], indent = '', prefix = ''): void => {
    for (const name of present)
      if (!(name in written)) faults.push(`${file}: write  ${indent}${name}: WHO?${hint(prefix + name)}`);
    for (const name of Object.keys(written))
      if (!present.includes(name) && !isAboutRows(name, present)) faults.push(`${file}: take away  ${indent}${name}`);
  };
  compare('questions.yaml', questions, surface.questions);
  compare('verbs.yaml', verbs, surface.verbs);
  for (const [type, present] of Object.entries(surface.types))
    compare(`fields.yaml ${type}`, fields[type] ?? {}, present, '  ', `${type}.`);
  for (const type of Object.keys(fields)) if (!(type in surface.types)) faults.push(`fields.yaml: take away  ${type}`);
  return faults;
}
