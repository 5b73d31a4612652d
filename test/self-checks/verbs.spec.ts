import ts from 'typescript';
import { classesOf, kebab, nodesOf, parsed, pascal, planted, sourceTree, type SourceTree } from './source-tree';

interface Mutation {
  readonly name: string;
  readonly resolver: string;
  readonly word: string;
}

function mutationsOf(tree: SourceTree): Mutation[] {
  return [...tree]
    .filter(([path, text]) => !path.endsWith('.spec.ts') && text.includes('@Mutation('))
    .flatMap(([path, text]) =>
      nodesOf(parsed(path, text), ts.isMethodDeclaration)
        .filter((method) =>
          (ts.getDecorators(method) ?? []).some((decorator) => /^@Mutation\(/.test(decorator.getText())),
        )
        .map((method) => ({
          name: method.name.getText(),
          resolver: path,
          word: path.split('/').slice(0, 2).join('/'),
        })),
    );
}

/** Law 4: mutation = file = class = spec. The spec stands beside it, or a journey plays the mutation through GraphQL. */
function faults(tree: SourceTree, specs: SourceTree): string[] {
  return mutationsOf(tree).flatMap(({ name, resolver, word }) => {
    if (!word.startsWith('libs/')) return [`${resolver}: mutation ${name} stands outside the libraries`];
    const path = `${word}/src/${kebab(name)}.ts`;
    const text = tree.get(path);
    if (text === undefined) return [`${resolver}: mutation ${name} has no file ${path}`];
    if (!classesOf(path, text).some((found) => found.name === pascal(name)))
      return [`${path}: no class ${pascal(name)}`];
    const spoken = new RegExp(`\\b(${name}|${pascal(name)})\\b`);
    const tested = [...specs].some(
      ([spec, words]) =>
        [`${word}/`, 'test/journeys/', 'test/check/'].some((place) => spec.startsWith(place)) && spoken.test(words),
    );
    return tested ? [] : [`${path}: no spec in ${word}, test/journeys or test/check speaks of ${name}`];
  });
}

function overlong(tree: SourceTree): string[] {
  const verbs = new Set(mutationsOf(tree).map(({ name, word }) => `${word}/src/${kebab(name)}.ts`));
  return [...tree].flatMap(([path, text]) => {
    const lines = text.split('\n').length - 1;
    const limit = verbs.has(path) ? 150 : 250;
    return lines > limit && !path.endsWith('.spec.ts') && !path.includes('/migrations/')
      ? [`${path}: ${lines} lines`]
      : [];
  });
}

describe('verbs', () => {
  const tree = sourceTree();
  const specs = new Map([...sourceTree(['libs', 'test'])].filter(([path]) => path.endsWith('.spec.ts')));

  it('every mutation has its file, its class and its spec', () => {
    expect(faults(tree, specs)).toEqual([]);
    expect(mutationsOf(tree).length).toBeGreaterThan(10);
  });

  it('verbs stay under 150 lines, files under 250', () => {
    expect(overlong(tree)).toEqual([]);
  });

  it('canary: a mutation without file, without class, without spec', () => {
    const resolver = `class R { @Mutation(() => String) burnNeed() { return ''; } }`;
    const without = planted(tree, 'libs/need/src/planted.resolver.ts', resolver);
    expect(faults(without, specs)).toContainEqual(expect.stringMatching(/burnNeed has no file/));
    const classless = planted(without, 'libs/need/src/burn-need.ts', 'export const x = 1;');
    expect(faults(classless, specs)).toContainEqual(expect.stringMatching(/no class BurnNeed/));
    const untested = planted(without, 'libs/need/src/burn-need.ts', 'export class BurnNeed {}');
    expect(faults(untested, specs)).toContainEqual(expect.stringMatching(/no spec .* speaks of burnNeed/));
    expect(overlong(planted(tree, 'libs/need/src/long.ts', '\n'.repeat(300)))).toContainEqual(
      'libs/need/src/long.ts: 300 lines',
    );
  });
});
