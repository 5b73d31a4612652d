import Decimal from 'decimal.js';
import type { Work } from '@samanker/database';
import type { Cell } from './check-cells';

interface Kept extends Omit<Cell, 'origin'> {
  readonly origin: 'NEED' | 'DECLARED' | 'MODELLED';
}

/** Saves cells for the organisation itself: exactly these, in one statement. */
export async function saveDraft(work: Work, participationId: string, cells: readonly Cell[]): Promise<void> {
  await work.execute(
    `insert into volume_draft (region_id, participation_id, item_id, year, expected, maximum, unit_price, origin)
     select $1, $2, * from unnest($3::uuid[], $4::integer[], $5::numeric[], $6::numeric[], $7::numeric[], $8::text[])
     on conflict (participation_id, item_id, year) do update set
       expected = excluded.expected, maximum = excluded.maximum, unit_price = excluded.unit_price, origin = excluded.origin`,
    [work.regionId, participationId, ...columns(cells)],
  );
}

/**
 * Declares cells together with everything saved before; a cell that was sent wins over a saved one. Answers what changed
 * and what it was; null when nothing did and the volumes are declared already. An empty sheet says nothing: who buys nothing
 * says so with a zero. The caller holds the participation's lock.
 */
export async function declareCells(
  work: Work,
  participationId: string,
  cells: readonly Cell[],
): Promise<{ changed: Cell[] | null; before: Kept[] } | 'NOTHING'> {
  const drafts = await work.query<Cell>(
    `delete from volume_draft where participation_id = $1 returning item_id as "itemId", year, expected::text, maximum::text,
       unit_price::text as "unitPrice", origin`,
    [participationId],
  );
  const { lines, declared } = (await work.one<{ lines: Kept[]; declared: boolean }>(
    `select (select coalesce(json_agg(json_build_object('itemId', item_id, 'year', year, 'expected', trim_scale(expected)::text,
         'maximum', trim_scale(maximum)::text, 'unitPrice', unit_price::text, 'origin', origin)), '[]')
         from volume_line where participation_id = $1) as lines,
       exists (select from volume_declaration where participation_id = $1) as declared`,
    [participationId],
    'declared-cells',
  ))!;
  const known = new Map(lines.map((line) => [keyOf(line), line]));
  const wanted = new Map([...drafts, ...cells].map((cell) => [keyOf(cell), cell]));
  if (known.size === 0 && wanted.size === 0) return 'NOTHING';
  const changed = [...wanted.values()].filter((cell) => !isSame(cell, known.get(keyOf(cell))));
  if (changed.length === 0 && declared) return { changed: null, before: [] };

  await work.execute(
    `insert into volume_line (region_id, participation_id, item_id, year, expected, maximum, unit_price, origin)
     select $1, $2, * from unnest($3::uuid[], $4::integer[], $5::numeric[], $6::numeric[], $7::numeric[], $8::text[])
     on conflict (participation_id, item_id, year) do update set
       expected = excluded.expected, maximum = excluded.maximum, unit_price = excluded.unit_price, origin = excluded.origin`,
    [work.regionId, participationId, ...columns(changed)],
  );
  await work.execute(
    `insert into volume_declaration (participation_id, region_id, declared_at, declared_by)
     values ($1, $2, $3, $4)
     on conflict (participation_id) do update set declared_at = excluded.declared_at, declared_by = excluded.declared_by`,
    [participationId, work.regionId, work.now, work.actor.personId],
  );
  return { changed, before: changed.flatMap((cell) => known.get(keyOf(cell)) ?? []) };
}

function keyOf({ itemId, year }: Pick<Cell, 'itemId' | 'year'>): string {
  return `${itemId} ${year}`;
}

/** A line out of a need that is declared as it stands stays one, and keeps its trace. */
function isSame(cell: Cell, line: Kept | undefined): boolean {
  if (!line) return false;
  const equal = (a: string | null, b: string | null): boolean =>
    a === null || b === null ? a === b : new Decimal(a).eq(b);
  return (
    equal(cell.expected, line.expected) &&
    equal(cell.maximum, line.maximum) &&
    equal(cell.unitPrice, line.unitPrice) &&
    (cell.origin === line.origin || line.origin === 'NEED')
  );
}

function columns(cells: readonly Cell[]): unknown[][] {
  return [
    cells.map((cell) => cell.itemId),
    cells.map((cell) => cell.year),
    cells.map((cell) => cell.expected),
    cells.map((cell) => cell.maximum),
    cells.map((cell) => cell.unitPrice),
    cells.map((cell) => cell.origin),
  ];
}
