import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse, type DocumentNode } from 'graphql';
import { ROOT } from './source-tree';

const WEB = join(ROOT, 'apps/web/src');
const PAGE = 'docs/how-to/connect-a-program.md';

/** What the API can do. */
function verbsOf(schema: DocumentNode): string[] {
  const mutation = schema.definitions.find(
    (one) => one.kind === Kind.OBJECT_TYPE_DEFINITION && one.name.value === 'Mutation',
  );
  return mutation && 'fields' in mutation ? (mutation.fields ?? []).map((field) => field.name.value) : [];
}

/** What a document of the web app does. */
const doneBy = (document: DocumentNode): string[] =>
  document.definitions.flatMap((one) =>
    one.kind === Kind.OPERATION_DEFINITION && one.operation === 'mutation'
      ? one.selectionSet.selections.flatMap((field) => (field.kind === Kind.FIELD ? [field.name.value] : []))
      : [],
  );

/** The verbs that the docs say no page has: the list below its heading. */
const listed = (page: string): string[] =>
  [...(page.split('## Verbs without a page')[1] ?? '').split('\n## ')[0]!.matchAll(/^- `(\w+)`: \S/gm)].map(
    ([, verb]) => verb!,
  );

describe('what can be done on the pages', () => {
  const schema = parse(readFileSync(join(ROOT, 'schema.graphql'), 'utf8'));
  const onPages = readdirSync(WEB, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.graphql'))
    .flatMap((path) => doneBy(parse(readFileSync(join(WEB, path), 'utf8'))));

  it('is all that the API can do, but for the verbs that the docs list with their reason', () => {
    const without = verbsOf(schema).filter((verb) => !onPages.includes(verb));
    expect(without.sort()).toEqual(listed(readFileSync(join(ROOT, PAGE), 'utf8')).sort());
    expect(onPages.length).toBeGreaterThan(50);
  });

  it('canary: reads verbs of schema, documents and docs', () => {
    expect(verbsOf(parse('type Mutation { a: Int b: Int } type Query { c: Int }'))).toEqual(['a', 'b']);
    expect(doneBy(parse('mutation A { a } query C { c }'))).toEqual(['a']);
    expect(listed('# x\n## Verbs without a page\n- `b`: why\n- `c`:\n## Next\n- `d`: e')).toEqual(['b']);
  });
});
