import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  buildSchema,
  getIntrospectionQuery,
  Kind,
  parse,
  validate,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
} from 'graphql';
import { LIST_SIZES } from './list-sizes';
import { costOf, listsOf } from './query-cost';
import { MOST, queryLimits } from './query-limits';

const ROOT = resolve(__dirname, '../../..');
const schema = buildSchema(readFileSync(join(ROOT, 'schema.graphql'), 'utf8'));

const WEB = join(ROOT, 'apps/web/src');
const webDocuments = parse(
  readdirSync(WEB, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.graphql'))
    .map((name) => readFileSync(join(WEB, name), 'utf8'))
    .join('\n'),
);

const operationsOf = (document: DocumentNode): OperationDefinitionNode[] =>
  document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);

function cost(document: DocumentNode | string, at = 0): number {
  const parsed = typeof document === 'string' ? parse(document) : document;
  const fragments = new Map(
    parsed.definitions
      .filter((definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  return costOf(operationsOf(parsed)[at]!, schema, (name) => fragments.get(name));
}

const refused = (document: string): string[] =>
  validate(schema, parse(document), [queryLimits]).map(({ message }) => message);

const nested = (levels: number): string => {
  const fragments = Array.from(
    { length: levels },
    (_, n) => `fragment F${n} on CaseBoard { ...F${n + 1} ...F${n + 1} }`,
  );
  return `{ caseBoard(caseId: "x") { ...F0 } } ${fragments.join(' ')} fragment F${levels} on CaseBoard { rows { steps { id } } }`;
};

describe('what a document costs (S1)', () => {
  it('every list of objects has a size, and no size is left over', () => {
    const lists = listsOf(schema);
    expect(Object.keys(LIST_SIZES).sort()).toEqual(lists.sort());
  });

  it('every document of the web app passes with at least twice the largest to spare', () => {
    const costs = operationsOf(webDocuments).map(({ name }, at) => ({
      name: name?.value,
      cost: cost(webDocuments, at),
    }));
    const [largest, second] = costs.sort((one, other) => other.cost - one.cost);
    process.stdout.write(`Largest: ${largest!.name} ${largest!.cost}, then ${second!.name} ${second!.cost}\n`);
    expect(costs.length).toBeGreaterThan(30);
    expect(largest!.cost * 2).toBeLessThanOrEqual(MOST.cost);
    expect(validate(schema, webDocuments, [queryLimits])).toEqual([]);
  });

  it('the introspection of tools passes, with descriptions and all', () => {
    expect(cost(getIntrospectionQuery({ inputValueDeprecation: true, specifiedByUrl: true }))).toBeLessThan(MOST.cost);
    expect(refused(getIntrospectionQuery())).toEqual([]);
  });

  it('a list costs its length times what is asked of each entry', () => {
    const one = cost('{ organisations { id } }');
    expect(cost('{ organisations { id name } }') - one).toBe(400);
    expect(cost('{ needs(first: 7) { id title } }') - cost('{ needs(first: 7) { id } }')).toBe(7);
    expect(cost('{ cpvCodes(search: "a") { code } }') - cost('{ cpvCodes(search: "a", first: 1) { code } }')).toBe(19);
    const asked = (first: string): number => cost(`query ($n: Int!) { needs(first: ${first}) { id } }`);
    expect(asked('$n')).toBe(asked(String(LIST_SIZES['Query.needs'])));
  });

  it('fragments cost where they are used, inline ones too', () => {
    const plain = cost('{ caseBoard(caseId: "x") { rows { steps { id title } } } }');
    expect(
      cost(
        '{ caseBoard(caseId: "x") { ...B } } fragment B on CaseBoard { rows { ... on BoardRow { steps { id title } } } }',
      ),
    ).toBe(plain);
  });

  it.each([
    [
      'the board ten times',
      `{ ${Array.from({ length: 10 }, (_, n) => `a${n}: caseBoard(caseId: "x") { rows { steps { id title kind state role dueOn overdue weight } choices { number choice } } }`).join(' ')} }`,
    ],
    ['a fragment bomb', nested(40)],
    ['a list longer than anybody reads', '{ needs(first: 1000000) { id } }'],
    ['a list as long as numbers get', '{ needs(first: 99999999999999999999) { id } }'],
    ['hundreds of questions', `{ ${'me { today } '.repeat(200)} }`],
  ])('refuses %s', (_, document) => {
    expect(refused(document)).toEqual(expect.arrayContaining([expect.stringContaining('too much at once')]));
  });
});
