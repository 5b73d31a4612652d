import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isLocalDate } from '@samanker/clock';
import { parse } from 'csv-parse/sync';
import { WayOutKind, type LegalBasisRow } from './ways-out.rules';

const FILE = join('data', 'municipal-law', 'ways-out.csv');

let known: readonly LegalBasisRow[] | undefined;

/** R7b: what each way out rests on, by period; read once from the file that comes with the product. */
export function legalBases(): readonly LegalBasisRow[] {
  known ??= legalBasesOfFile();
  return known;
}

/** The rows of a file. A line with a fault stops the reading and is named. */
export function legalBasesOfFile(file = shippedFile()): LegalBasisRow[] {
  const rows = parse<Record<string, string>>(readFileSync(file, 'utf8'), { columns: true, skip_empty_lines: true });
  return rows.map((row, index) => {
    const fits =
      row.way! in WayOutKind &&
      Boolean(row.act && row.section && row.source) &&
      isLocalDate(row.valid_from) &&
      (row.valid_to === '' || isLocalDate(row.valid_to)) &&
      /^(true|false)$/.test(row.verified ?? '');
    if (!fits)
      throw new Error(`${file}, line ${index + 2}: a basis needs way, act, section, valid_from, source and verified.`);
    return {
      way: row.way as WayOutKind,
      act: row.act!,
      section: row.section!,
      validFrom: row.valid_from!,
      validTo: row.valid_to || null,
      source: row.source!,
      verified: row.verified === 'true',
    };
  });
}

/** The data folder lies at the root of the product, above the sources and above what is built from them. */
function shippedFile(): string {
  for (let folder = __dirname; ; folder = dirname(folder)) {
    const file = join(folder, FILE);
    if (existsSync(file)) return file;
    if (dirname(folder) === folder) throw new Error(`${FILE} is missing.`);
  }
}
