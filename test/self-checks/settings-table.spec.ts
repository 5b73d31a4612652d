import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { settingsTable, type SettingRow } from '@samanker/settings';
import ts from 'typescript';
import { nodesOf, parsed, planted, ROOT, sourceTree, type SourceTree } from './source-tree';

/** One row of the README's table of settings. */
const rowOf = ({ name, meaning, otherwise, requiredInProduction, secret }: SettingRow): string =>
  `| \`${name}\` | ${meaning}${secret ? ' **(secret)**' : ''} | ${otherwise} | ${requiredInProduction ? 'yes' : ''} |`;

const normal = (line: string): string => line.replaceAll(/\s+/g, ' ').trim();

const rowsOf = (readme: string): string[] =>
  readme
    .split('\n')
    .filter((line) => /^\| *`[A-Z_]{4,}` *\|/.test(line))
    .map(normal);

/** Read outside the settings, each with its reason. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  SAMANKER_KILL_AT: 'tests only: where a process is to die; does nothing in production',
};

function undeclared(tree: SourceTree): string[] {
  const known = new Set([...settingsTable().map((row) => row.name), ...Object.keys(ELSEWHERE)]);
  return [...tree]
    .filter(([path]) => !path.endsWith('.spec.ts'))
    .flatMap(([path, text]) =>
      nodesOf(parsed(path, text), ts.isPropertyAccessExpression)
        .filter((node) => /^(process\.env|env)$/.test(node.expression.getText()))
        .map((node) => node.name.text)
        .filter((name) => !known.has(name))
        .map((name) => `${path} reads ${name}`),
    );
}

describe('the table of settings (U10)', () => {
  it('in the README equals the real list', () => {
    expect(rowsOf(readFileSync(join(ROOT, 'README.md'), 'utf8'))).toEqual(settingsTable().map(rowOf).map(normal));
  });

  it('is complete: no program reads a variable that the table does not name', () => {
    expect(undeclared(sourceTree())).toEqual([]);
  });

  it('canary: an unnamed variable, a changed row', () => {
    expect(undeclared(planted(new Map(), 'libs/need/src/p.ts', 'export const x = process.env.COLOUR;'))).toEqual([
      'libs/need/src/p.ts reads COLOUR',
    ]);
    expect(rowsOf('| `PORT`  |  a   port | `1` | no |\n| word | x |')).toEqual(['| `PORT` | a port | `1` | no |']);
  });
});
