import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { testDatabase, type TestDatabase } from '../environment/database';

const CONSOLE = resolve(__dirname, '../../dist/apps/console/src/main.js');

describe('the console on a database that nobody has migrated', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase({ empty: true });
  });
  afterAll(() => db?.drop());

  it.each([['clock'], ['verify-log'], ['seed']])('%s says in plain words what to do', async (command) => {
    const { adminUrl: _, drop: __, ...urls } = db;
    const environment = { PATH: process.env.PATH, NODE_ENV: 'test', ...urls } as unknown as NodeJS.ProcessEnv;
    const said = await new Promise<string>((done) => {
      execFile(process.execPath, [CONSOLE, command], { env: environment }, (fault, out, complaint) =>
        done(`${fault?.code ?? 0} ${out}${complaint}`),
      );
    });
    expect(said).toMatch(/^1 .*not up to date with this version: run "npm run console -- migrate" first/s);
    expect(said.trim().split('\n')).toHaveLength(1);
    expect(said).not.toMatch(/\bat .+:\d+:\d+/);
  });
});
