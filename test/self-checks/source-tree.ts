import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import ts from 'typescript';

/** The root of the repository. */
export const ROOT = resolve(__dirname, '../..');

/** Paths (with forward slashes, from the root) and texts of source files. Checks read it, canaries plant in a copy of it. */
export type SourceTree = ReadonlyMap<string, string>;

const SKIPPED = new Set(['node_modules', 'dist', '.git', '.samanker', 'data', 'coverage', 'generated']);

/** Every path below the given folders, files and folders alike. */
export function pathsBelow(folders: readonly string[], root = ROOT): string[] {
  const walk = (folder: string): string[] =>
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => !SKIPPED.has(entry.name))
      .flatMap((entry) => {
        const path = join(folder, entry.name);
        return entry.isDirectory() ? [path, ...walk(path)] : [path];
      });
  return folders
    .flatMap((folder) => walk(join(root, folder)))
    .map((path) => relative(root, path).replaceAll('\\', '/'));
}

/** The TypeScript of libraries and apps, without the web app. */
export function sourceTree(
  folders: readonly string[] = ['libs', 'apps/api', 'apps/worker', 'apps/console'],
): SourceTree {
  const files = pathsBelow(folders).filter((path) => path.endsWith('.ts'));
  return new Map(files.map((path) => [path, readFileSync(join(ROOT, path), 'utf8')]));
}

/** The tree with one more (or one other) file: what a canary sings in. */
export function planted(tree: SourceTree, path: string, text: string): SourceTree {
  return new Map([...tree, [path, text]]);
}

/** The syntax tree of a file. */
export function parsed(path: string, text: string): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true, ts.ScriptKind.TS);
}

/** Every node of a kind below a node. */
export function nodesOf<Node extends ts.Node>(from: ts.Node, is: (node: ts.Node) => node is Node): Node[] {
  const found: Node[] = [];
  const visit = (node: ts.Node): void => {
    if (is(node)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(from);
  return found;
}

/** The classes of a file with the name of what they extend. */
export function classesOf(
  path: string,
  text: string,
): { name: string; extends: string | null; node: ts.ClassDeclaration }[] {
  return nodesOf(parsed(path, text), ts.isClassDeclaration).map((node) => ({
    name: node.name?.text ?? '',
    extends:
      node.heritageClauses
        ?.find((clause) => clause.token === ts.SyntaxKind.ExtendsKeyword)
        ?.types[0]?.expression.getText() ?? null,
    node,
  }));
}

/** decideAnchoringStep or DecideAnchoringStep → decide-anchoring-step. */
export const kebab = (name: string): string =>
  name.replace(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, '-').toLowerCase();

/** decideAnchoringStep → DecideAnchoringStep. */
export const pascal = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
