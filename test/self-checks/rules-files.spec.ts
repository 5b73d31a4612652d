import ts from 'typescript';
import { nodesOf, parsed, planted, sourceTree, type SourceTree } from './source-tree';

/**
 * Rules are plain functions: data in, decision out (law 5). What frameworks they import is the cruiser's business
 * (ladder.spec.ts); here: no clock of their own, no chance, no surroundings, no waiting.
 */
function impurities(tree: SourceTree): string[] {
  return [...tree]
    .filter(([path]) => path.endsWith('.rules.ts'))
    .flatMap(([path, text]) => {
      const file = parsed(path, text);
      const at = (node: ts.Node, what: string): string =>
        `${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${what}`;
      const calls = nodesOf(file, ts.isCallExpression)
        .filter((call) =>
          /^(Date\.now|Math\.random|performance\.now|setTimeout|setInterval|fetch|require)$/.test(
            call.expression.getText(),
          ),
        )
        .map((call) => at(call, call.expression.getText()));
      const clocks = nodesOf(file, ts.isNewExpression)
        .filter((made) => made.expression.getText() === 'Date' && (made.arguments?.length ?? 0) === 0)
        .map((made) => at(made, 'new Date()'));
      const surroundings = nodesOf(file, ts.isPropertyAccessExpression)
        .filter((access) => /^(process|globalThis)\./.test(access.getText()))
        .map((access) => at(access, access.getText()));
      const imports = nodesOf(file, ts.isImportDeclaration)
        .map((node) => ({
          node,
          from: (node.moduleSpecifier as ts.StringLiteral).text,
          typeOnly: node.importClause?.isTypeOnly,
        }))
        .filter(
          ({ from, typeOnly }) =>
            !typeOnly &&
            /^(@nestjs|typeorm|graphql|bullmq|ioredis|pg$|nodemailer|fastify|rxjs|node:(fs|net|http|child_process))/.test(
              from,
            ),
        )
        .map(({ node, from }) => at(node, `imports ${from}`));
      const waiting = nodesOf(file, ts.isFunctionLike)
        .filter(
          (node) =>
            ts.canHaveModifiers(node) &&
            ts.getModifiers(node)?.some((modifier) => modifier.kind === ts.SyntaxKind.AsyncKeyword),
        )
        .map((node) => at(node, 'async'));
      return [...calls, ...clocks, ...surroundings, ...imports, ...waiting];
    });
}

/** Rules files that no spec of the same word imports, directly or through what it imports. */
function unreached(tree: SourceTree): string[] {
  const seen = new Set<string>();
  const follow = (path: string): void => {
    const text = tree.get(path);
    if (text === undefined || seen.has(path)) return;
    seen.add(path);
    for (const [, name] of text.matchAll(/from '(\.\/[^']+|\.)'/g)) {
      follow(`${path.slice(0, path.lastIndexOf('/'))}/${name === '.' ? 'index' : name!.slice(2)}.ts`);
    }
  };
  for (const path of tree.keys()) if (path.endsWith('.spec.ts')) follow(path);
  return [...tree.keys()].filter((path) => path.endsWith('.rules.ts') && !seen.has(path));
}

describe('rules files', () => {
  const tree = sourceTree();

  it('take the time as an argument and know nothing of their surroundings', () => {
    expect(impurities(tree)).toEqual([]);
    expect([...tree.keys()].filter((path) => path.endsWith('.rules.ts')).length).toBeGreaterThan(10);
  });

  it('each is reached by a spec of its own word', () => {
    const all = sourceTree(['libs']);
    expect(unreached(all)).toEqual([]);
    const canary = planted(all, 'libs/need/src/planted.rules.ts', 'export const lonely = 1;');
    expect(unreached(canary)).toEqual(['libs/need/src/planted.rules.ts']);
  });

  it.each([
    ['Date.now()', 'export const late = () => Date.now() > 0;'],
    ['new Date()', 'export const late = () => new Date();'],
    ['Math.random', 'export const chance = () => Math.random();'],
    ['process.env', 'export const zone = () => process.env.TZ;'],
    ['a framework', `import { Field } from '@nestjs/graphql';\nexport const used = Field;`],
    ['async', 'export async function wait() { await Promise.resolve(); }'],
  ])('canary: %s is found', (_what, text) => {
    expect(impurities(planted(tree, 'libs/need/src/planted.rules.ts', text))).not.toEqual([]);
  });
});
