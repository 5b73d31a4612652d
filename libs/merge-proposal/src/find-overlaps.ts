import type { Work } from '@samanker/database';
import { nearestCpv, overlapReasons, overlapScore, type NeedCompared, type OverlapReason } from './overlap.rules';

/** Two open needs of different organisations that seem to be the same, and why. */
export interface Overlap {
  /** The need that was asked about. */
  readonly needId: string;
  /** The other one. */
  readonly otherId: string;
  readonly score: number;
  readonly reasons: readonly OverlapReason[];
}

/** Below this a pair is not worth a look. */
export const LEAST_SCORE = 0.2;

interface Side extends NeedCompared {
  readonly id: string;
}

interface Candidate {
  readonly mine: string;
  readonly theirs: string;
  readonly similarity: number;
}

/**
 * R16, the detector: the open declared needs of other organisations that overlap with the given ones, each pair with a
 * score and the reasons for it; the best first. `among` narrows the search to these needs, and names each pair once.
 * Everything that knows how overlaps are found stands behind this function.
 *
 * Candidates share a CPV class (four digits) or have similar titles; both are looked up within the region first.
 */
export async function findOverlaps(
  work: Work,
  needIds: readonly string[],
  among: readonly string[] | null = null,
): Promise<Overlap[]> {
  const candidates = await work.query<Candidate>(
    `with mine as (select * from need where region_id = $1 and id = any($2::uuid[]) and state = 'DECLARED'),
     candidate as (
       select m.id as mine_id, theirs.need_id as their_id
       from mine m join need_cpv own on own.need_id = m.id
         join need_cpv theirs on theirs.region_id = $1 and left(theirs.cpv_code, 4) = left(own.cpv_code, 4)
       where $3::uuid[] is null or theirs.need_id = any($3)
       union
       select m.id, n.id from mine m join need n on n.region_id = $1 and n.state = 'DECLARED' and n.title % m.title
         and ($3::uuid[] is null or n.id = any($3))
     )
     select m.id as mine, t.id as theirs, similarity(m.title, t.title) as similarity
     from candidate c join mine m on m.id = c.mine_id
       join need t on t.id = c.their_id and t.state = 'DECLARED' and t.organisation_id <> m.organisation_id
     where $3::uuid[] is null or m.id < t.id`,
    [work.regionId, needIds, among],
    'find-overlaps',
  );
  const sides = await sidesOf(
    work,
    candidates.flatMap(({ mine, theirs }) => [mine, theirs]),
  );
  const overlaps = candidates.flatMap(({ mine, theirs, similarity }) => {
    // The lower id is the first side of the reasons, whoever asked: the same pair always reads the same.
    const [a, b] = mine < theirs ? [sides.get(mine)!, sides.get(theirs)!] : [sides.get(theirs)!, sides.get(mine)!];
    const score = overlapScore(similarity, nearestCpv(a.cpvCodes, b.cpvCodes)?.digits ?? 0);
    if (score < LEAST_SCORE) return [];
    // Comparing words costs more than the score: it is done for the pairs that are written down only.
    const reasonsOnDemand = {
      get reasons() {
        return overlapReasons(a, b);
      },
    };
    return [Object.assign(reasonsOnDemand, { needId: mine, otherId: theirs, score })];
  });
  return overlaps.sort((a, b) => b.score - a.score || (a.needId + a.otherId < b.needId + b.otherId ? -1 : 1));
}

async function sidesOf(work: Work, ids: readonly string[]): Promise<Map<string, Side>> {
  const rows = await work.query<Side>(
    `select n.id, n.title, n.wanted_from as "wantedFrom", n.wanted_to as "wantedTo",
       array(select c.cpv_code from need_cpv c where c.need_id = n.id order by c.is_main desc, c.cpv_code) as "cpvCodes",
       json_build_object('code', u.code, 'dimension', u.dimension, 'toBase', u.to_base::text) as unit
     from need n join unit u on u.code = n.unit_code where n.id = any($1::uuid[])`,
    [[...new Set(ids)]],
    'overlap-sides',
  );
  return new Map(rows.map((row) => [row.id, row]));
}
