import type { UnitOfMeasure } from '@samanker/classification';
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

interface Side {
  readonly id: string;
  readonly title: string;
  readonly cpvCodes: string[];
  readonly unit: UnitOfMeasure;
  readonly wantedFrom: string;
  readonly wantedTo: string;
}

interface Candidate {
  readonly mine: Side;
  readonly theirs: Side;
  readonly similarity: number;
}

const SIDE = (alias: string): string => `json_build_object('id', ${alias}.id, 'title', ${alias}.title,
    'wantedFrom', ${alias}.wanted_from, 'wantedTo', ${alias}.wanted_to,
    'cpvCodes', (select coalesce(json_agg(c.cpv_code order by c.is_main desc, c.cpv_code), '[]') from need_cpv c where c.need_id = ${alias}.id),
    'unit', (select json_build_object('code', u.code, 'dimension', u.dimension, 'toBase', u.to_base::text) from unit u where u.code = ${alias}.unit_code))`;

/**
 * R16, the detector: the open declared needs of other organisations that overlap with the given ones, each pair with a
 * score and the reasons for it; the best first. `among` narrows the search to these needs. Everything that knows how
 * overlaps are found stands behind this function.
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
       union
       select m.id, n.id from mine m join need n on n.region_id = $1 and n.state = 'DECLARED' and n.title % m.title
     )
     select ${SIDE('m')} as mine, ${SIDE('t')} as theirs, similarity(m.title, t.title) as similarity
     from candidate c join mine m on m.id = c.mine_id
       join need t on t.id = c.their_id and t.state = 'DECLARED' and t.organisation_id <> m.organisation_id
     where $3::uuid[] is null or t.id = any($3)`,
    [work.regionId, needIds, among],
    'find-overlaps',
  );
  return candidates
    .map(overlapOf)
    .filter(({ score }) => score >= LEAST_SCORE)
    .sort((a, b) => b.score - a.score || (a.needId + a.otherId < b.needId + b.otherId ? -1 : 1));
}

function overlapOf({ mine, theirs, similarity }: Candidate): Overlap {
  const [a, b]: NeedCompared[] = [mine, theirs];
  const digits = nearestCpv(mine.cpvCodes, theirs.cpvCodes)?.digits ?? 0;
  return {
    needId: mine.id,
    otherId: theirs.id,
    score: overlapScore(similarity, digits),
    reasons: overlapReasons(a!, b!),
  };
}
