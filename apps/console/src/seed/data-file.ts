import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** The rows of a file under data/, which lies above the sources and above what is built from them. */
export function rowsOf(...path: string[]): Record<string, string>[] {
  for (let folder = __dirname; ; folder = dirname(folder)) {
    const file = join(folder, 'data', ...path);
    if (existsSync(file))
      return parse(readFileSync(file, 'utf8'), { columns: true, skip_empty_lines: true, bom: true });
    if (dirname(folder) === folder) throw new Error(`${join('data', ...path)} is missing.`);
  }
}
