import { dataSourceOf } from '@samanker/database';
import { aPerson, anOrganisation, aRegion } from '../builders/organisation';
import { startSamanker, type Client, type SamankerUnderTest } from '../environment/samanker';

const BOARD = '{ organisations { name } }';

describe('what takes the database too long is ended, and may be asked again (S1)', () => {
  let env: SamankerUnderTest;
  let client: Client;
  beforeAll(async () => {
    env = await startSamanker({ worker: false });
    const regionId = await aRegion(env);
    client = await env.as(await aPerson(env, regionId, { organisationId: await anOrganisation(env, regionId) }));
  });
  afterAll(() => env?.stop());

  it('the connections of the service have limits, those of administrators have none', async () => {
    const show = async (statementTimeout?: number) => {
      const source = await dataSourceOf({
        url: env.db.DATABASE_URL,
        applicationName: 'test',
        statementTimeout,
      }).initialize();
      const [row] = await source.query(
        `select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock,
           current_setting('idle_in_transaction_session_timeout') as idle`,
      );
      await source.destroy();
      return row;
    };
    expect(await show()).toEqual({ statement: '15s', lock: '10s', idle: '30s' });
    expect(await show(0)).toEqual({ statement: '0', lock: '0', idle: '0' });
  });

  it('503 in plain words, on the compiled path too and without a second attempt; then it goes on', async () => {
    for (let time = 1; time <= 3; time++) expect((await client.ask(BOARD)).status).toBe(200);
    const holder = env.admin.createQueryRunner();
    await holder.query('begin');
    await holder.query('lock table region_membership in access exclusive mode');
    const began = Date.now();
    try {
      const answer = await client.ask(BOARD);
      expect(answer).toEqual({
        status: 503,
        errors: [
          { message: expect.stringContaining('Try again'), path: ['organisations'], extensions: { code: 'TRY_AGAIN' } },
        ],
      });
      expect(Date.now() - began).toBeLessThan(14_000);
      expect(Date.now() - began).toBeGreaterThan(9_000);
    } finally {
      await holder.query('rollback');
      await holder.release();
    }
    expect((await client.ask(BOARD)).status).toBe(200);
  }, 40_000);
});
