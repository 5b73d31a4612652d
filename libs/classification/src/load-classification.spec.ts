import { DataSource } from 'typeorm';
import { testDatabase, type TestDatabase } from '../../../test/environment/database';
import { loadClassification } from './load-classification';
import { UNITS } from './units';

describe('loadClassification', () => {
  let database: TestDatabase;
  let owner: DataSource;
  beforeAll(async () => {
    database = await testDatabase();
    owner = await new DataSource({ type: 'postgres', url: database.adminUrl, installExtensions: false }).initialize();
  });
  afterAll(async () => {
    await owner.destroy();
    await database.drop();
  });

  it('loads the whole CPV list and every unit; again it changes nothing, and a difference is mended', async () => {
    await owner.query(`delete from cpv_code; delete from unit`);
    expect(await loadClassification(owner)).toEqual({ cpvCodes: 9454, units: UNITS.length });
    expect(await loadClassification(owner)).toEqual({ cpvCodes: 0, units: 0 });
    await owner.query(
      `update cpv_code set name_nb = 'feil' where code = '33195000'; update unit set to_base = 7 where code = 'TONN'`,
    );
    expect(await loadClassification(owner)).toEqual({ cpvCodes: 1, units: 1 });
    const rows = await owner.query(
      `select code, name_nb, level from cpv_code where code in ('33000000', '33195000', '35121700') order by code`,
    );
    expect(rows).toEqual([
      {
        code: '33000000',
        name_nb: 'Medisinsk utstyr, legemidler og utstyr til personlig pleie',
        level: 2,
      },
      { code: '33195000', name_nb: 'Pasientovervåkningssystem', level: 5 },
      { code: '35121700', name_nb: 'Alarmsystemer', level: 6 },
    ]);
  });
});
