import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { dataSourceOf, migrate, migrations, type DatabaseOptions } from '@samanker/database';
import { Column, DataSource, Entity, PrimaryColumn } from 'typeorm';
import { entities } from '../../apps/api/src/words';
import { testDatabase, type TestDatabase } from '../environment/database';
import { catalogue, drift } from './catalogue';
import { ROOT } from './source-tree';

@Entity('region')
class PlantedRegion {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  name!: number;

  @Column('text', { nullable: true })
  slug!: string | null;

  @Column('text')
  unheardOf!: string;
}

const opened: DataSource[] = [];
async function open(url: string, wanted: DatabaseOptions['entities'], owner = false): Promise<DataSource> {
  const dataSource = await dataSourceOf({
    url,
    applicationName: 'self-check',
    poolSize: 2,
    statementTimeout: 0,
    entities: wanted,
    ...(owner ? { role: 'samanker_owner' as const } : {}),
  }).initialize();
  opened.push(dataSource);
  return dataSource;
}

describe('migrations', () => {
  let migrated: TestDatabase;
  let empty: TestDatabase;
  beforeAll(async () => {
    [migrated, empty] = await Promise.all([testDatabase(), testDatabase({ empty: true })]);
  });
  afterAll(async () => {
    for (const dataSource of opened) await dataSource.destroy();
    await Promise.all([migrated.drop(), empty.drop()]);
  });

  it('every migration file stands in the list, in the order of its number', () => {
    const files = readdirSync(join(ROOT, 'libs/database/src/migrations')).filter((name) => /^\d{4}-.+\.ts$/.test(name));
    expect(migrations).toHaveLength(files.length);
    const stamps = migrations.map(({ name }) => Number(/\d+$/.exec(name)?.[0]));
    expect(stamps).toEqual([...stamps].sort((a, b) => a - b));
  });

  it('the entities say what the database has: no drift', async () => {
    const dataSource = await open(migrated.adminUrl, entities);
    expect(await drift(dataSource)).toEqual([]);
    expect(dataSource.entityMetadatas.length).toBeGreaterThan(10);
  });

  it('canary: another type, another nullability, a column that is not there', async () => {
    const dataSource = await open(migrated.adminUrl, [PlantedRegion]);
    expect(await drift(dataSource)).toEqual([
      'region.name is text, the entity says integer',
      'region.slug is not nullable, the entity says nullable',
      'region.unheardOf is not in the database',
    ]);
  });

  it('up, down and up again leave the identical catalogue; down leaves nothing', async () => {
    const dataSource = await open(empty.MIGRATOR_DATABASE_URL, [], true);
    const before = await catalogue(dataSource);
    await dataSource.runMigrations();
    const first = await catalogue(dataSource);
    for (const _ of migrations) await dataSource.undoLastMigration();
    const after = (await catalogue(dataSource)).filter((line) => !/migrations/.test(line));
    expect(after).toEqual(before);
    await dataSource.runMigrations();
    expect(await catalogue(dataSource)).toEqual(first);
    expect(first.length).toBeGreaterThan(200);
  });

  it('canary: a down that forgets something shows in the catalogue', async () => {
    const dataSource = await open(empty.MIGRATOR_DATABASE_URL, [], true);
    const before = await catalogue(dataSource);
    await dataSource.query('create index planted on region (name)');
    expect(await catalogue(dataSource)).not.toEqual(before);
    await dataSource.query('drop index planted');
    await dataSource.query(`grant select on region to public`);
    expect(await catalogue(dataSource)).not.toEqual(before);
    await dataSource.query(`revoke select on region from public`);
  });

  it('two migrators at once leave what one leaves (C7)', async () => {
    const fresh = await testDatabase({ empty: true });
    try {
      await Promise.all([migrate(fresh.MIGRATOR_DATABASE_URL), migrate(fresh.MIGRATOR_DATABASE_URL)]);
      const [one, other] = [await open(fresh.adminUrl, []), await open(migrated.adminUrl, [])];
      expect(await catalogue(one)).toEqual(await catalogue(other));
      await one.destroy();
      opened.splice(opened.indexOf(one), 1);
    } finally {
      await fresh.drop();
    }
  });
});
