import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { UNITS } from './units';

/** Anything that runs one SQL statement as the owner of the tables: a DataSource, a QueryRunner. */
export interface RunsSql {
  query(sql: string, parameters?: unknown[]): Promise<unknown>;
}

/** What one load changed. */
export interface ClassificationLoaded {
  readonly cpvCodes: number;
  readonly units: number;
}

const CPV_FILE = join('data', 'cpv', 'cpv-2008.tsv');
const LEVELS: Readonly<Record<string, number>> = { division: 2, group: 3, class: 4 };

/**
 * Brings the CPV codes and the units up to date; run again it changes nothing. One statement per table: ten thousand
 * rows go in as arrays in a fraction of a second.
 */
export async function loadClassification(owner: RunsSql): Promise<ClassificationLoaded> {
  const codes = await readCpvCodes();
  const changedCodes = (await owner.query(
    `insert into cpv_code (code, name_nb, name_en, level)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::integer[])
     on conflict (code) do update set name_nb = excluded.name_nb, name_en = excluded.name_en, level = excluded.level
       where (cpv_code.name_nb, cpv_code.name_en, cpv_code.level) is distinct from (excluded.name_nb, excluded.name_en, excluded.level)
     returning 1`,
    [codes.map((c) => c.code), codes.map((c) => c.nameNb), codes.map((c) => c.nameEn), codes.map((c) => c.level)],
  )) as unknown[];
  const changedUnits = (await owner.query(
    `insert into unit (code, dimension, to_base, name_nb, name_nn, name_en)
     select * from unnest($1::text[], $2::text[], $3::numeric[], $4::text[], $5::text[], $6::text[])
     on conflict (code) do update set dimension = excluded.dimension, to_base = excluded.to_base, name_nb = excluded.name_nb,
       name_nn = excluded.name_nn, name_en = excluded.name_en
       where (unit.dimension, unit.to_base, unit.name_nb, unit.name_nn, unit.name_en)
         is distinct from (excluded.dimension, excluded.to_base, excluded.name_nb, excluded.name_nn, excluded.name_en)
     returning 1`,
    [
      UNITS.map((u) => u.code),
      UNITS.map((u) => u.dimension),
      UNITS.map((u) => u.toBase),
      UNITS.map((u) => u.nameNb),
      UNITS.map((u) => u.nameNn),
      UNITS.map((u) => u.nameEn),
    ],
  )) as unknown[];
  return { cpvCodes: changedCodes.length, units: changedUnits.length };
}

async function readCpvCodes(): Promise<{ code: string; nameNb: string; nameEn: string; level: number }[]> {
  const text = await readFile(findUpwards(CPV_FILE), 'utf8');
  return text
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => {
      const [code = '', , , level = '', nameNb = '', nameEn = ''] = line.split('\t');
      return { code, nameNb, nameEn, level: LEVELS[level] ?? code.replace(/0+$/, '').length };
    });
}

/** The file in this folder or one above: the sources and the built program lie at different depths. */
function findUpwards(file: string): string {
  for (let folder = __dirname; ; folder = dirname(folder)) {
    const path = join(folder, file);
    if (existsSync(path)) return path;
    if (dirname(folder) === folder) throw new Error(`The file ${file} is missing from the installation.`);
  }
}
