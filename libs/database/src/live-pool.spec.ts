import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { testDatabase, type TestDatabase } from '../../../test/environment/database';
import { liveDriver } from './live-pool';

const secret = (): string => randomBytes(18).toString('hex');

describe('a pool whose password is exchanged', () => {
  const role = `pool_${randomBytes(4).toString('hex')}`;
  let db: TestDatabase;
  let admin: Client;
  let address: string;
  const addressWith = (password: string): string =>
    Object.assign(new URL(db.DATABASE_URL), { username: role, password }).href;
  beforeAll(async () => {
    db = await testDatabase({ empty: true });
    admin = new Client({ connectionString: db.adminUrl });
    await admin.connect();
    const first = secret();
    await admin.query(`create role ${role} login password '${first}'`);
    await admin.query(`grant connect on database ${new URL(db.DATABASE_URL).pathname.slice(1)} to ${role}`);
    address = addressWith(first);
  });
  afterAll(async () => {
    await admin?.query(`drop owned by ${role}`);
    await admin?.end();
    await db?.drop();
  });

  it('every request makes a connection of its own, and none fails, whichever learns of it first', async () => {
    const pool = new (liveDriver(() => address).Pool)({ max: 4, maxUses: 1 });
    let asked = 0;
    let on = true;
    const one = async (): Promise<void> => {
      while (on) {
        await pool.query('select 1');
        asked++;
      }
    };
    const all = Promise.all([one(), one(), one(), one()]);
    for (const fileFirst of [true, false, true]) {
      const next = secret();
      const steps = [
        async () => (address = addressWith(next)),
        async () => admin.query(`alter role ${role} password '${next}'`),
      ];
      for (const step of fileFirst ? steps : steps.reverse()) {
        await step();
        await new Promise((wake) => setTimeout(wake, 200));
      }
    }
    on = false;
    await all;
    await pool.end();
    expect(asked).toBeGreaterThan(20);
  });

  it('a password that was never right is said at once', async () => {
    const pool = new (liveDriver(() => addressWith('wrong')).Pool)({ max: 1 });
    const began = Date.now();
    await expect(pool.query('select 1')).rejects.toMatchObject({ code: '28P01' });
    expect(Date.now() - began).toBeLessThan(5_000);
    await pool.end();
  });
});
