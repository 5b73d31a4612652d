import { dataSourceOf } from '@samanker/database';
import type { DataSource } from 'typeorm';
import { testDatabase, type TestDatabase } from '../../../test/environment/database';
import { loadThresholds } from './load-thresholds';
import { thresholdsOfFile } from './thresholds-file';

describe('B1 thresholds are dated data', () => {
  let database: TestDatabase;
  let owner: DataSource;
  beforeAll(async () => {
    database = await testDatabase();
    owner = await dataSourceOf({
      url: database.MIGRATOR_DATABASE_URL,
      applicationName: 'test',
      poolSize: 1,
      role: 'samanker_owner',
    }).initialize();
  });
  afterAll(async () => {
    await owner.destroy();
    await database.drop();
  });

  it('loading again changes nothing, a corrected figure is corrected, one added by hand stays', async () => {
    await loadThresholds(owner);
    expect(await loadThresholds(owner)).toBe(0);
    await owner.query(
      `update procurement_threshold set amount = 1 where kind = 'NATIONAL' and valid_from = '2018-04-06'`,
    );
    await owner.query(
      `insert into procurement_threshold (kind, valid_from, amount, source, verified) values ('NATIONAL', '2028-01-01', 1500000, 'by hand', false)`,
    );
    expect(await loadThresholds(owner)).toBe(1);
    const [{ count }] = await owner.query('select count(*)::int as count from procurement_threshold');
    expect(count).toBe(thresholdsOfFile().length + 1);
  });
});
