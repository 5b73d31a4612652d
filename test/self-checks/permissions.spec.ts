import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Capacity, Grant, Permission, RoleKind } from '@samanker/request';
import { buildSchema, getNamedType, isUnionType } from 'graphql';
import { planted, ROOT, sourceTree, type SourceTree } from './source-tree';

const PAGE = 'docs/roles.md';
const BEGIN = '<!-- table: made by the self-check, `UPDATE_DOCS=1 npx jest test/self-checks/permissions` -->';
const END = '<!-- end of table -->';

/** Roles in the order of the columns, with their heads. */
const ROLES: readonly (readonly [RoleKind, string])[] = [
  ['SECRETARIAT', 'Secretariat'],
  ['REGIONAL_GROUP', 'Regional group'],
  ['ADVISORY_GROUP', 'Advisory group'],
  ['AUDITOR', 'Auditor'],
  ['COORDINATOR', 'Coordinator'],
  ['CHIEF_EXECUTIVE', 'Chief executive'],
  ['DIRECTOR', 'Director'],
  ['UNIT_LEADER', 'Unit leader'],
  ['PROCUREMENT_OFFICER', 'Procurement officer'],
  ['RECORDER', 'Recorder'],
  ['CONTRIBUTOR', 'Contributor'],
  ['READER', 'Reader'],
];
const CELLS: Readonly<Record<Capacity, string>> = {
  own: 'own',
  host: 'host',
  hostOnBehalf: 'behalf',
  region: 'region',
};

/** Roles that change nothing, and what they may all the same, with the reason. */
const WRITES_NOTHING: readonly RoleKind[] = ['ADVISORY_GROUP', 'AUDITOR', 'READER'];
const ALL_THE_SAME: Readonly<Record<string, string>> = {
  mayAudit: 'a checkpoint is a signed copy of what the log says; it changes nothing that anybody decided',
};

/** The verb whose permission depends on what a file is attached to. */
const ASKED_OF_A_SUBJECT: Readonly<Record<string, string>> = { 'this.kinds.mayAttach': 'mayAttachFile' };

interface Act {
  readonly verb: string;
  readonly path: string;
  readonly may: string;
}

/** Every verb with the permission that its frame asks. */
function actsOf(tree: SourceTree): Act[] {
  return [...tree]
    .filter(([path, text]) => path.startsWith('libs/') && !path.endsWith('.spec.ts') && /^ {6,8}may: /m.test(text))
    .map(([path, text]) => ({
      path,
      verb: /^ {6,8}verb: '(\w+)',/m.exec(text)?.[1] ?? '',
      may: /^ {6,8}may: ([^\n]+?),?$/m.exec(text)![1]!,
    }));
}

const permissionFiles = (tree: SourceTree): string[] =>
  [...tree.keys()].filter((path) => path.endsWith('.permissions.ts')).sort();

const nameOf = (may: string): string => ASKED_OF_A_SUBJECT[may] ?? /^may\w+(?=$|\.of\()/.exec(may)?.[0] ?? '';

function faults(tree: SourceTree): string[] {
  const files = permissionFiles(tree);
  const defined = new Set(
    files.flatMap((path) => [...tree.get(path)!.matchAll(/export const (may\w+) =/g)].map((match) => match[1])),
  );
  return [
    ...actsOf(tree)
      .filter(({ may }) => !defined.has(nameOf(may)))
      .map(({ path, may }) => `${path}: “${may}” is no permission of a permissions file`),
    ...[...tree]
      .filter(([path]) => !/\.permissions(\.spec)?\.ts$|^libs\/request\/|\.spec\.ts$/.test(path))
      .filter(([, text]) => /\b(actsFor|isHostCoordinator|holds)\(\w*actor|\.roles\.(some|filter|find)\(/.test(text))
      .map(([path]) => `${path}: asks for roles outside the permissions file`),
    ...files.filter((path) => tree.get(path)!.split('\n').length > 110).map((path) => `${path}: is not short`),
  ];
}

interface Described {
  readonly name: string;
  readonly grant: Grant;
  readonly says: string;
}

async function permissionsOf(tree: SourceTree): Promise<Described[]> {
  const described: Described[] = [];
  for (const path of permissionFiles(tree)) {
    const module = (await import(join(ROOT, path))) as Record<string, unknown>;
    for (const [, says, name] of tree
      .get(path)!
      .matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*export const (may\w+) =/g)) {
      const { grant } = module[name!] as Permission<unknown>;
      described.push({ name: name!, grant, says: says!.replace(/\s*\n\s*\*\s*/g, ' ').trim() });
    }
  }
  return described;
}

function cell(grant: Grant, kind: RoleKind): string {
  return (Object.keys(CELLS) as Capacity[])
    .filter((capacity) => grant[capacity]?.includes(kind))
    .map((capacity) => CELLS[capacity])
    .join(', ');
}

function table(permissions: readonly Described[], acts: readonly Act[]): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    row(['What', ...ROLES.map(([, head]) => head)]),
    row(['---', ...ROLES.map(() => '---')]),
    ...permissions.map(({ name, grant, says }) => {
      const verbs = acts.filter(({ may }) => nameOf(may) === name).map(({ verb }) => `\`${verb}\``);
      return row([
        [says, verbs.sort().join(', ')].filter(Boolean).join('<br>'),
        ...ROLES.map(([kind]) => cell(grant, kind)),
      ]);
    }),
  ].join('\n');
}

describe('permissions', () => {
  const tree = sourceTree();
  const acts = actsOf(tree);

  it('every verb asks one permission, which stands in a permissions file; nobody asks for roles elsewhere', () => {
    expect(faults(tree)).toEqual([]);
    expect(acts.length).toBeGreaterThan(35);
  });

  it('every verb can say that it is not permitted', () => {
    const schema = buildSchema(readFileSync(join(ROOT, 'schema.graphql'), 'utf8'));
    const silent = Object.values(schema.getMutationType()!.getFields()).filter(
      ({ type }) => !isUnionType(type) && !isUnionType('ofType' in type ? type.ofType : null),
    );
    expect(silent.map(({ name }) => name)).toEqual([]);
    // A question may answer by a union too; it shows what one may see, and forbids nothing.
    const verbs = Object.values(schema.getMutationType()!.getFields()).map(({ type }) => getNamedType(type));
    const unions = verbs.filter(isUnionType);
    expect(unions.length).toBe(verbs.length);
    expect(
      unions.filter((union) => !union.getTypes().some(({ name }) => name === 'NotPermitted')).map(({ name }) => name),
    ).toEqual([]);
  });

  it('readers, auditors and the advisory group change nothing', async () => {
    const asked = new Set(acts.map(({ may }) => nameOf(may)));
    const writing = (await permissionsOf(tree)).filter(
      ({ name, grant }) =>
        asked.has(name) &&
        !(name in ALL_THE_SAME) &&
        Object.values(grant).some((kinds: readonly RoleKind[]) => kinds.some((kind) => WRITES_NOTHING.includes(kind))),
    );
    expect(writing.map(({ name }) => name)).toEqual([]);
  });

  it('every permission is described, and the page says the same as the code', async () => {
    const permissions = await permissionsOf(tree);
    const asked = new Set(acts.map(({ may }) => nameOf(may)));
    expect([...asked].filter((name) => !permissions.some((one) => one.name === name))).toEqual([]);
    const page = readFileSync(join(ROOT, PAGE), 'utf8');
    const [before, , after] = page.split(new RegExp(`(?<=${escaped(BEGIN)}\n)|(?=${escaped(END)})`));
    const fresh = `${before}\n${table(permissions, acts)}\n\n${after}`;
    if (process.env.UPDATE_DOCS) writeFileSync(join(ROOT, PAGE), fresh);
    else expect(squeezed(page)).toBe(squeezed(fresh));
  });

  it('canary: a permission written into a verb, and roles asked for in a query', () => {
    const verb = "      verb: 'burn',\n      may: (actor) => holds(actor, ['READER']),\n";
    const told = faults(planted(tree, 'libs/need/src/burn.ts', verb));
    expect(told).toContainEqual(expect.stringMatching(/burn.ts: “.*” is no permission of a permissions file/));
    expect(told).toContainEqual(expect.stringMatching(/burn.ts: asks for roles outside/));
  });
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Without the spaces that a formatter puts into tables. */
function squeezed(text: string): string {
  return text
    .replace(/ +/g, ' ')
    .replace(/-{3,}/g, '---')
    .replace(/\n{2,}/g, '\n');
}
