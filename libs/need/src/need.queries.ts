import type { Work } from '@samanker/database';
import { Need, type NeedState } from './need.entity';
import { needsSeenSql } from './need.permissions';

/** Which needs are wanted; everything that is left out is not narrowed. */
export interface NeedsWanted {
  readonly state?: NeedState | null;
  readonly organisationId?: string | null;
  readonly caseId?: string | null;
}

const MOST_NEEDS = 500;
const COLUMNS = `n.id, n.region_id as "regionId", n.organisation_id as "organisationId", o.name as "organisationName", n.title,
  n.problem, n.effect, n.indicator, n.target_group as "targetGroup", n.current_solution as "currentSolution",
  n.current_yearly_cost as "currentYearlyCost", n.tried, trim_scale(n.quantity)::text as quantity, n.unit_code as "unitCode",
  n.wanted_from as "wantedFrom", n.wanted_to as "wantedTo", n.contract_ends_on as "contractEndsOn",
  n.option_months as "optionMonths", n.yearly_value as "yearlyValue", n.sourcing, n.local_value as "localValue",
  n.local_leader as "localLeader", n.root_cause as "rootCause", n.state, n.case_id as "caseId",
  n.figures_origin as "figuresOrigin", n.declared_at as "declaredAt", n.version,
  array(select c.cpv_code from need_cpv c where c.need_id = n.id order by c.is_main desc, c.cpv_code) as "cpvCodes"`;
const FROM = 'from need n join organisation o on o.id = n.organisation_id';
// R28: drafts, and what was never declared, are the organisation's own. $1 is the organisation of the one who asks.
const VISIBLE = needsSeenSql('$1');

const need = (row: Need): Need => Object.assign(new Need(), row);

/** Needs that the one who asks may see, the newest first; the next page begins after the last id of this one. */
export async function needs(work: Work, wanted: NeedsWanted, first: number, after: string | null): Promise<Need[]> {
  const rows = await work.query<Need>(
    `select ${COLUMNS} ${FROM} where n.region_id = $7 and ${VISIBLE}
       and ($2::text is null or n.state = $2) and ($3::uuid is null or n.organisation_id = $3)
       and ($4::uuid is null or n.case_id = $4) and ($5::uuid is null or n.id < $5)
     order by n.id desc limit $6`,
    [
      work.actor.organisationId,
      wanted.state ?? null,
      wanted.organisationId ?? null,
      wanted.caseId ?? null,
      after,
      Math.max(1, Math.min(first, MOST_NEEDS)),
      work.regionId,
    ],
    'needs',
  );
  return rows.map(need);
}

/** One need, or null when there is none that the one who asks may see. */
export async function needById(work: Work, id: string): Promise<Need | null> {
  const row = await work.one<Need>(
    `select ${COLUMNS} ${FROM} where ${VISIBLE} and n.id = $2`,
    [work.actor.organisationId, id],
    'need-by-id',
  );
  return row && need(row);
}

/** Needs by id, in the order of their ids, whoever asks: for words that work with declared needs. */
export async function needsByIds(work: Work, ids: readonly string[]): Promise<Need[]> {
  const rows = await work.query<Need>(
    `select ${COLUMNS} ${FROM} where n.id = any($1::uuid[]) order by n.id`,
    [ids],
    'needs-by-ids',
  );
  return rows.map(need);
}

/**
 * Locks needs, in the order of their ids. The lock is the weaker one that still keeps others from changing the row: rows
 * that merely point at a need may be written meanwhile.
 */
export async function lockNeeds(work: Work, ids: readonly string[]): Promise<Need[]> {
  await work.query('select id from need where id = any($1::uuid[]) order by id for no key update', [ids]);
  return needsByIds(work, ids);
}
