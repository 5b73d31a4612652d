import type { Work } from '@samanker/database';
import { CpvCode } from './cpv-code.entity';
import { Unit } from './unit.entity';

const MOST_FOUND = 50;
const CPV_COLUMNS = 'code, name_nb as "nameNb", name_en as "nameEn", level';
const UNIT_COLUMNS =
  'code, dimension, to_base::text as "toBase", name_nb as "nameNb", name_nn as "nameNn", name_en as "nameEn"';

/** CPV codes that begin with the digits written, or whose name has the words or looks like them; the nearest first. */
export async function cpvCodes(work: Work, search: string, first: number): Promise<CpvCode[]> {
  // PostgreSQL knows no NUL; nobody searches for the other control characters either.
  const text = search
    .replace(/\p{Cc}/gu, ' ')
    .normalize('NFC')
    .trim()
    .slice(0, 100);
  const limit = Math.max(1, Math.min(first, MOST_FOUND));
  const digits = /^(\d{1,8})(?:\s*-\s*\d?)?$/.exec(text)?.[1];
  const rows = digits
    ? await work.query<CpvCode>(
        `select ${CPV_COLUMNS} from cpv_code where code like $1 || '%' order by level, code limit $2`,
        [digits, limit],
      )
    : await work.query<CpvCode>(
        `select ${CPV_COLUMNS} from cpv_code
         cross join lateral (select greatest(word_similarity($1, lower(name_nb)), word_similarity($1, lower(name_en))) as nearness) n
         where nearness >= 0.4 or strpos(lower(name_nb), $1) > 0 or strpos(lower(name_en), $1) > 0
         order by (strpos(lower(name_nb), $1) > 0 or strpos(lower(name_en), $1) > 0) desc, nearness desc, level, code limit $2`,
        [text.toLowerCase(), limit],
      );
  return rows.map((row) => Object.assign(new CpvCode(), row));
}

/** The codes of the list by code; codes that do not exist are left out. */
export async function cpvCodesByCode(work: Work, codes: readonly string[]): Promise<Map<string, CpvCode>> {
  const rows = await work.query<CpvCode>(`select ${CPV_COLUMNS} from cpv_code where code = any($1)`, [
    [...new Set(codes)],
  ]);
  return new Map(rows.map((row) => [row.code, Object.assign(new CpvCode(), row)]));
}

/** Every unit, in the order of their dimension and size. */
export async function units(work: Work): Promise<Unit[]> {
  const rows = await work.query<Unit>(`select ${UNIT_COLUMNS} from unit order by dimension, unit.to_base, code`);
  return rows.map((row) => Object.assign(new Unit(), row));
}

/** The units by code; codes that do not exist are left out. */
export async function unitsByCode(work: Work, codes: readonly string[]): Promise<Map<string, Unit>> {
  const rows = await work.query<Unit>(`select ${UNIT_COLUMNS} from unit where code = any($1)`, [[...new Set(codes)]]);
  return new Map(rows.map((row) => [row.code, Object.assign(new Unit(), row)]));
}
