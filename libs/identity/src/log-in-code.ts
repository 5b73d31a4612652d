import { randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { Transactions, Work } from '@samanker/database';
import type { Language } from '@samanker/request';
import type { DataSource } from 'typeorm';
import { LogInCodeAsked } from './identity.events';
import { seatsOf } from './known-person';
import { CODE_MINUTES, codeOf, CODES, MOST_ATTEMPTS, MOST_CODES } from './log-in-code.rules';
import { openSession } from './session';

// Eight digits are few: the hash is slow, so that a copy of the table cannot be tried through before the code has ended.
const slowHash = promisify<string, Buffer, number, Buffer>(scrypt);
const SALT_BYTES = 16;
const HASH_BYTES = 32;
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** The regions that let people in by a one-time code. */
export async function codeLogInRegions(dataSource: DataSource): Promise<string[]> {
  const rows: { id: string }[] = await dataSource.query('select region_id as id from code_log_in_region');
  return rows.map(({ id }) => id);
}

/**
 * Notes that the person with this address asks for a code, if exactly one person has it, a region where that person has a
 * role allows it, and they have not had too many. Whoever asks learns nothing of that. A code that only connects a
 * provider's log-in to the person needs no region's leave: it opens nothing by itself.
 */
export async function askForCode(
  dataSource: DataSource,
  transactions: Transactions,
  address: string,
  requestId: string,
  { connects = false } = {},
): Promise<void> {
  const personId = await personAt(dataSource, address);
  if (!personId) return;
  const regions: { id: string }[] = await dataSource.query(
    `select region_id as id from person_region ${connects ? '' : 'join code_log_in_region using (region_id)'}
     where person_id = $1 order by 1`,
    [personId],
  );
  for (const { id } of regions)
    if (await transactions.asService(id, requestId, (work) => noteAsked(work, personId, connects))) return;
}

async function noteAsked(work: Work, personId: string, connects: boolean): Promise<boolean> {
  const role = await work.one(
    'select 1 from acting_role() where region_id = $1 and person_id = $2 and active limit 1',
    [work.regionId, personId],
  );
  if (!role) return false;
  // Of many requests at once no more than the allowed number is counted as the first ones.
  await work.query(`select pg_advisory_xact_lock(hashtextextended('log-in-code ' || $1, 0))`, [personId]);
  const made = await work.one<{ id: string }>(
    `insert into log_in_code (person_id, region_id, connects, expires_at)
     select $1, $2, $3, now() + interval '${CODE_MINUTES} minutes'
     where (select count(*) from log_in_code
            where person_id = $1 and created_at > now() - interval '${MOST_CODES.minutes} minutes') < ${MOST_CODES.codes}
     returning id`,
    [personId, work.regionId, connects],
  );
  if (made) work.publish(new LogInCodeAsked({ codeId: made.id }));
  return true;
}

/** Whom a code that was asked for goes to. */
export interface CodeRecipient {
  readonly personId: string;
  readonly name: string;
  readonly address: string;
  readonly language: Language;
}

const OPEN = `used_at is null and expires_at > now() and attempts < ${MOST_ATTEMPTS}`;

/** The recipient of a code that is still of use; null when it is not. */
export function codeRecipient(work: Work, codeId: string): Promise<CodeRecipient | null> {
  return work.one<CodeRecipient>(
    `select p.id as "personId", p.name, p.email as address, p.language from log_in_code c join person p on p.id = c.person_id
     where c.id = $2 and c.region_id = $1 and ${OPEN}
       and exists (select from acting_role() r where r.region_id = $1 and r.person_id = p.id and r.active)`,
    [work.regionId, codeId],
  );
}

/**
 * Makes the code, in the moment when its mail is about to be sent. It is returned and kept nowhere: a second attempt to
 * send makes another one, and the newest mail is the one that opens.
 */
export async function makeCode(work: Work, codeId: string): Promise<string | null> {
  const code = codeOf(randomInt(CODES));
  const changed = await work.execute(
    `update log_in_code set code_hash = $3 where region_id = $1 and id = $2 and ${OPEN}`,
    [work.regionId, codeId, await hashOfCode(code, randomBytes(SALT_BYTES))],
  );
  return changed > 0 ? code : null;
}

/**
 * Takes the newest code of the person with this address, once, and says whose it was; null otherwise. Each try counts
 * before it is looked at, and the work is the same whether there is such a person or not.
 */
export async function takeCode(
  dataSource: DataSource,
  address: string,
  code: string,
  { connects = false } = {},
): Promise<{ personId: string; regionId: string } | null> {
  const personId = (await personAt(dataSource, address)) ?? NOBODY;
  const [[tried]] = await dataSource.query(
    `update log_in_code set attempts = attempts + 1
     where id = (select id from log_in_code where person_id = $1 order by created_at desc, id desc limit 1)
       and ${OPEN} and code_hash is not null and connects = $2
       and (connects or exists (select from code_log_in_region c where c.region_id = log_in_code.region_id))
     returning id, region_id as "regionId", code_hash as "codeHash"`,
    [personId, connects],
  );
  const kept: Buffer = tried?.codeHash ?? randomBytes(SALT_BYTES + HASH_BYTES);
  const given = await hashOfCode(code, kept.subarray(0, SALT_BYTES));
  if (!timingSafeEqual(given, kept) || !tried) return null;
  const [, used] = await dataSource.query('update log_in_code set used_at = now() where id = $1 and used_at is null', [
    tried.id,
  ]);
  return used === 1 ? { personId, regionId: tried.regionId } : null;
}

/** Opens a session for who types the right code; null otherwise. */
export async function logInByCode(dataSource: DataSource, address: string, code: string): Promise<string | null> {
  const taken = await takeCode(dataSource, address, code);
  const seats = taken ? await seatsOf(dataSource, taken.personId) : [];
  const seat = seats.find(({ regionId }) => regionId === taken?.regionId);
  if (!taken || !seat) return null;
  const { regionId, organisationId } = seat;
  return openSession(dataSource, { personId: taken.personId, regionId, organisationId, logIn: 'CODE' });
}

/** Removes codes that nobody can use or count any more. */
export async function sweepCodes(sweeper: DataSource): Promise<number> {
  const [, gone] = await sweeper.query(
    `delete from log_in_code where created_at <= now() - interval '${MOST_CODES.minutes + CODE_MINUTES} minutes'`,
  );
  return Number(gone);
}

/** An address that several people share is nobody's own: no code goes there. */
async function personAt(dataSource: DataSource, address: string): Promise<string | null> {
  const people: { id: string }[] = await dataSource.query(
    'select id from person where lower(email) = lower($1) and not machine limit 2',
    [address],
  );
  return people.length === 1 ? people[0]!.id : null;
}

async function hashOfCode(code: string, salt: Buffer): Promise<Buffer> {
  return Buffer.concat([salt, await slowHash(code, salt, HASH_BYTES)]);
}
