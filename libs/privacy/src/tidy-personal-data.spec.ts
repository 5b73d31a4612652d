import { dataSourceOf } from '@samanker/database';
import type { DataSource } from 'typeorm';
import { aPerson, aRegion } from '../../../test/builders/organisation';
import { testDatabase, type TestDatabase } from '../../../test/environment/database';
import { tidyPersonalData } from './tidy-personal-data';

describe('what is held no longer than needed', () => {
  let db: TestDatabase;
  let admin: DataSource;
  let sweeper: DataSource;
  let regionId: string;
  let personId: string;
  beforeAll(async () => {
    db = await testDatabase();
    admin = await dataSourceOf({ url: db.adminUrl, applicationName: 'test', poolSize: 2 }).initialize();
    sweeper = await dataSourceOf({ url: db.SWEEPER_DATABASE_URL, applicationName: 'test', poolSize: 4 }).initialize();
    regionId = await aRegion({ admin });
    ({ personId } = await aPerson({ admin }, regionId));
  });
  afterAll(async () => {
    await sweeper?.destroy();
    await admin?.destroy();
    await db?.drop();
  });
  beforeEach(() => admin.query('truncate mail, idempotency_key cascade'));

  const aKey = (key: string, age: string) =>
    admin.query(
      `insert into idempotency_key (region_id, person_id, verb, key, input_hash, created_at) values ($1, $2, 'v', $3, 'h', now() - $4::interval)`,
      [regionId, personId, key, age],
    );
  const aMail = (occasion: string, state: string, age: string) =>
    admin.query(
      `insert into mail (region_id, kind, person_id, to_address, language, mail_on, occasion, state, subject, last_response, next_attempt_at, sent_at)
       values ($1, 'DIGEST', $2, 'kari@amli.example', 'NB', samanker_today(), $3, $4, 'Emne', '250 kari@amli.example', samanker_now() - $5::interval,
         case $4 when 'SENT' then samanker_now() - $5::interval end)`,
      [regionId, personId, occasion, state, age],
    );
  const named = async (): Promise<string[]> =>
    (
      await admin.query(
        `select occasion from mail where person_id is not null and to_address like 'kari@%' and subject <> '' and last_response is not null order by 1`,
      )
    ).map(({ occasion }: { occasion: string }) => occasion);

  it('keys of repeated requests go after seven days', async () => {
    await aKey('old', '7 days 1 minute');
    await aKey('young', '6 days 23 hours 59 minutes');
    expect(await tidyPersonalData(sweeper)).toBe(1);
    expect(await admin.query('select key from idempotency_key')).toEqual([{ key: 'young' }]);
    expect(await tidyPersonalData(sweeper)).toBe(0);
  });

  it('to whom a mail went is forgotten twelve months after, not what is queued, and the mail stays to be seen', async () => {
    await aMail('old', 'SENT', '12 months 1 minute');
    await aMail('refused', 'REFUSED', '13 months');
    await aMail('young', 'SENT', '11 months 29 days');
    await aMail('queued', 'QUEUED', '13 months');
    expect(await tidyPersonalData(sweeper)).toBe(2);
    expect(await named()).toEqual(['queued', 'young']);
    expect(await admin.query(`select count(*)::int as mails from mail`)).toEqual([{ mails: 4 }]);
    expect(await tidyPersonalData(sweeper)).toBe(0);
  });

  it('another period holds from its day on', async () => {
    await aMail('old', 'SENT', '4 months');
    await admin.query(`insert into retention_period values ('MAIL', samanker_today() + 1, 3, 'Shorter from tomorrow')`);
    expect(await tidyPersonalData(sweeper)).toBe(0);
    await admin.query(`update retention_period set valid_from = samanker_today() where months = 3`);
    expect(await tidyPersonalData(sweeper)).toBe(1);
    await admin.query(`delete from retention_period where months = 3`);
  });

  it('many workers at once take each row once', async () => {
    for (let n = 0; n < 40; n++) await aMail(`m${n}`, 'SENT', '2 years');
    const taken = await Promise.all(Array.from({ length: 4 }, () => tidyPersonalData(sweeper)));
    expect(taken.reduce((a, b) => a + b, 0)).toBe(40);
  });
});
