import { regionsSeenBy, type Transactions, type Work } from '@samanker/database';
import { recomputeParticipation } from '@samanker/participation';
import type { DataSource } from 'typeorm';
import { planParticipations } from './plan-participations';

/** Small enough that nobody who wants to decide waits long for the locks. */
const AT_A_TIME = 100;

interface Batch {
  readonly id: string;
  readonly state: string;
}

/**
 * Plans the routes that fit a condition anew, a hundred to a transaction. Cases are locked before their participations,
 * as every verb does it.
 */
export async function planInBatches(
  transactions: Transactions,
  regionId: string,
  requestId: string,
  where: string,
  parameters: readonly unknown[],
): Promise<number> {
  let planned = 0;
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const batch = await transactions.asService(regionId, requestId, async (work) => {
      const rows = await lockBatch(work, where, [...parameters, after]);
      await planParticipations(
        work,
        rows.map(({ id }) => id),
      );
      return rows;
    });
    planned += batch.length;
    if (batch.length < AT_A_TIME) return planned;
    after = batch.at(-1)!.id;
  }
}

async function lockBatch(work: Work, where: string, parameters: readonly unknown[]): Promise<Batch[]> {
  const chosen = `from participation p where ${where} and p.id > $${parameters.length}
    and exists (select from anchoring_step s where s.participation_id = p.id)`;
  await work.query(
    `select c.id from procurement_case c where c.id in (select p.case_id ${chosen} order by p.id limit ${AT_A_TIME})
     order by c.id for no key update`,
    parameters,
  );
  return work.query<Batch>(
    `select p.id, p.state ${chosen} order by p.id limit ${AT_A_TIME} for no key update of p`,
    parameters,
  );
}

/**
 * R6: once a day every running route is planned anew, since slack runs out by itself: the first in a region who finds
 * routes that were planned for an earlier day does it. What else follows from the day is worked out on the same occasion: a
 * review period that has run out (R5), and a share of the common costs once the decision deadline has gone by (R3).
 */
export async function replanStale(
  transactions: Transactions,
  regionId: string,
  requestId = 'replan-stale',
): Promise<number> {
  const { due, today } = await transactions.asService(regionId, requestId, async (work) => {
    const ageing = await work.query<{ id: string }>(
      `select p.id from participation p join procurement_case c on c.id = p.case_id
       where p.planned_for < $1 and c.stage <> 'CANCELLED'
         and (p.state = 'LEGALITY_REVIEW' or p.limit_share_of_cost is not null) order by c.id, p.id for no key update of c`,
      [work.today],
    );
    for (const { id } of ageing) await recomputeParticipation(work, id);
    // Planned as well, anchored or not: they are looked at once a day.
    if (ageing.length > 0)
      await planParticipations(
        work,
        ageing.map(({ id }) => id),
      );
    const stale = await work.one(`select from participation p where ${STALE} limit 1`, [work.today]);
    return { due: stale !== null, today: work.today };
  });
  return due ? planInBatches(transactions, regionId, requestId, STALE, [today]) : 0;
}

const STALE = `p.planned_for < $1 and p.state not in ('ANCHORED', 'DECLINED', 'WITHDRAWN')
  and exists (select from procurement_case c where c.id = p.case_id and c.stage not in ('PAUSED', 'CANCELLED'))`;

/** The same for every region: what the timed task calls. Returns how many routes were planned. */
export async function replanAllStale(transactions: Transactions, sweeper: DataSource): Promise<number> {
  let planned = 0;
  for (const { id } of await regionsSeenBy(sweeper)) planned += await replanStale(transactions, id);
  return planned;
}
