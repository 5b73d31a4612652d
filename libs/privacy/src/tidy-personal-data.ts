import type { DataSource } from 'typeorm';
import { NOBODYS_DOMAIN } from './find-person';

/** Mails that one statement takes at most: nobody waits behind a sweep, and the next round takes the rest. */
const AT_A_TIME = 1_000;

/**
 * What is held no longer than needed, in every region; answers how many rows it took. Sessions, started log-ins and codes
 * are swept by the word identity, done deliveries by the outbox.
 */
export async function tidyPersonalData(sweeper: DataSource): Promise<number> {
  return (await forgetKeys(sweeper)) + (await forgetRecipients(sweeper));
}

/** A request is repeated within days or never. Real time. */
function forgetKeys(sweeper: DataSource): Promise<number> {
  return rowsOf(sweeper, `delete from idempotency_key where created_at < now() - interval '7 days'`);
}

/**
 * Address, recipient and subject of what was sent, refused or cancelled so long ago; that a mail went stays to be seen.
 * Domain time, like everything that is counted in a case. What another worker has locked is left to it.
 */
function forgetRecipients(sweeper: DataSource): Promise<number> {
  return rowsOf(
    sweeper,
    `update mail m set person_id = null, subject = '', last_response = null, to_address = m.id || '@${NOBODYS_DOMAIN}'
     where m.id = any(array(
       select id from mail where state <> 'QUEUED' and to_address not like '%@${NOBODYS_DOMAIN}'
         and coalesce(sent_at, next_attempt_at) < samanker_now() - make_interval(months => (
           select months from retention_period where subject = 'MAIL' and valid_from <= samanker_today()
           order by valid_from desc limit 1))
       order by id limit ${AT_A_TIME} for update skip locked))`,
  );
}

async function rowsOf(sweeper: DataSource, sql: string): Promise<number> {
  const [, rows] = (await sweeper.query(sql)) as [unknown, number];
  return rows;
}
