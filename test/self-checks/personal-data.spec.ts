import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  notPersonal,
  openColumns,
  personalData,
  registerFaults,
  registerTables,
  withTables,
  type OpenColumn,
} from '@samanker/privacy';
import { Client } from 'pg';
import { ROOT } from './source-tree';
import { testDatabase, type TestDatabase } from '../environment/database';

describe('the register of personal data (libs/privacy)', () => {
  let database: TestDatabase;
  let admin: Client;
  const faults = async (): Promise<string[]> =>
    registerFaults(
      await openColumns(async (sql) => (await admin.query<OpenColumn>(sql)).rows),
      personalData,
      notPersonal,
    );

  beforeAll(async () => {
    database = await testDatabase();
    admin = new Client({ connectionString: database.adminUrl });
    await admin.connect();
  });
  afterAll(async () => {
    await admin.end();
    await database.drop();
  });

  it('judges every column of the database that could hold personal data, once', async () => {
    expect(await faults()).toEqual([]);
  });

  it('is what docs/privacy.md says (npm run console -- privacy-doc)', () => {
    const document = readFileSync(join(ROOT, 'docs/privacy.md'), 'utf8');
    expect(withTables(document, registerTables(personalData))).toBe(document);
    expect(registerTables(personalData.slice(1))).not.toBe(registerTables(personalData));
  });

  it('canary: new columns, and a new table, are found', async () => {
    await admin.query(`
      alter table need add remark text, add seen_by uuid, add asked_from inet, add told_to uuid references person;
      create table planted (who text, state text check (state in ('A', 'B')), unit_code text references unit);`);
    expect((await faults()).map((fault) => fault.split(':')[0])).toEqual([
      'need.asked_from',
      'need.remark',
      'need.seen_by',
      'need.told_to',
      'planted.who',
    ]);
  });
});
