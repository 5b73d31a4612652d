import { markedRegions, type MarkedRegion } from '../builders/marked-regions';
import { startSamanker, type SamankerUnderTest } from '../environment/samanker';
import { crowd, dice, watchPool, type Told, type WatchedPool } from '../tenancy/crowd';

const REGIONS = 30;
const CONNECTIONS = 2;
/** The whole number in "npm run check". */
const REQUESTS = 3_000;

describe('thirty regions on two connections, with clients who leave and statements that are cut off (S4, R30)', () => {
  let env: SamankerUnderTest;
  let regions: MarkedRegion[];
  let watched: WatchedPool;
  let told: Told[];
  beforeAll(async () => {
    const seed = Number(process.env.CROWD_SEED ?? Date.now() % 1_000_000);
    env = await startSamanker({
      clock: '2016-11-16T10:00+01:00',
      worker: false,
      outside: { poolSize: CONNECTIONS },
    });
    regions = await markedRegions(env, REGIONS);
    const random = dice(seed);
    watched = watchPool(env, random);
    const began = Date.now();
    told = await crowd(env, regions, REQUESTS, random);
    const whole = told.filter(({ status }) => status === 200).length;
    const gone = told.filter(({ status }) => status === 'ABORTED').length;
    process.stdout.write(
      `${told.length} requests in ${((Date.now() - began) / 1000).toFixed(1)} s, ${whole} answered, ${gone} left, connections taken ${watched.taken()} times (seed ${seed})\n`,
    );
  }, 240_000);
  afterAll(() => env?.stop());

  const foreign = (owners: ReadonlyMap<string, string>, { region, body }: Pick<Told, 'region' | 'body'>): string[] => [
    ...[...body.matchAll(/Merke\d+/g)].map(([mark]) => mark).filter((mark) => mark !== region.mark),
    ...[...body.matchAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g)]
      .map(([id]) => owners.get(id))
      .filter((owner): owner is string => owner !== undefined && owner !== region.regionId),
  ];

  /** The region of every row that has an id, those made meanwhile too. */
  async function owners(): Promise<Map<string, string>> {
    const tables: { name: string }[] = await env.admin.query(
      `select table_name as name from information_schema.columns where table_schema = 'public' and column_name in ('id', 'region_id')
       group by 1 having count(*) = 2`,
    );
    const found = new Map(regions.map(({ regionId }) => [regionId, regionId]));
    for (const { name } of tables)
      for (const { id, region } of await env.admin.query(`select id, region_id as region from "${name}"`))
        found.set(id, region);
    for (const { id, region } of await env.admin.query(
      'select organisation_id as id, region_id as region from region_membership',
    ))
      found.set(id, region);
    return found;
  }

  it('nobody is shown a row or a name of another region', async () => {
    const known = await owners();
    const leaks = told.flatMap((one) =>
      foreign(known, one).map((what) => `${one.asked} of ${one.region.mark}: ${what}`),
    );
    expect(leaks).toEqual([]);
    expect(told).toHaveLength(REQUESTS);
    // Most were answered, so there was something to be seen.
    const named = told.filter(({ body, region }) => body.includes(region.mark)).length;
    expect(named).toBeGreaterThan(REQUESTS * 0.35);
    const [mine, theirs] = regions;
    expect(foreign(known, { region: mine!, body: `${theirs!.needId} ${theirs!.mark}` })).toEqual([
      theirs!.mark,
      theirs!.regionId,
    ]);
  });

  it('nobody has written into another region', async () => {
    const strays = await env.admin.query(
      `select n.title from need n join region r on r.id = n.region_id where n.title ~ '^Nytt' and position(r.name in n.title) = 0
       union all select c.choice from part_choice c join participation p on p.id = c.participation_id where c.choice <> 'FIRM'
       union all select m.external_id from meeting m join decision_body b on b.id = m.body_id where m.region_id <> b.region_id
       union all select l.origin from volume_line l join participation p on p.id = l.participation_id where l.region_id <> p.region_id`,
    );
    expect(strays).toEqual([]);
    const [{ made }] = await env.admin.query(`select count(*)::int as made from need where title ~ '^Nytt'`);
    expect(made).toBeGreaterThan(REQUESTS / 50);
  });

  it('every connection came back empty-handed: no region, no open transaction', () => {
    expect(watched.left).toEqual([]);
    expect(watched.taken()).toBeGreaterThan(REQUESTS / 2);
  });

  it('who was not cut off was answered, in JSON, without a word about the cause', () => {
    const odd = told.filter(
      ({ status, body }) => status !== 'ABORTED' && !(body.startsWith('{') && body.endsWith('}')),
    );
    expect(odd.map(({ asked, status, body }) => `${asked} ${status} ${body.slice(0, 200)}`)).toEqual([]);
    expect(
      told
        .filter(({ body }) => /timeout|terminat|cancel|pg_|select /i.test(body))
        .map(({ body }) => body.slice(0, 200)),
    ).toEqual([]);
  });

  it('afterwards nothing hangs: the pool is whole, and everybody is served', async () => {
    const until = Date.now() + 20_000;
    const busy = () => watched.pool.waitingCount > 0 || watched.pool.idleCount < watched.pool.totalCount;
    while (busy() && Date.now() < until) await new Promise((wake) => setTimeout(wake, 50));
    expect([watched.pool.waitingCount, watched.pool.totalCount - watched.pool.idleCount]).toEqual([0, 0]);
    expect(watched.pool.totalCount).toBeLessThanOrEqual(CONNECTIONS);
    const open = await env.admin.query(
      `select state, query from pg_stat_activity where datname = current_database() and application_name = 'samanker-api' and state <> 'idle'`,
    );
    expect(open).toEqual([]);
    const locks = await env.admin.query(
      `select count(*)::int as held from pg_locks l join pg_stat_activity a using (pid) where a.application_name = 'samanker-api' and a.datname = current_database()`,
    );
    expect(locks).toEqual([{ held: 0 }]);
    const titles = await Promise.all(
      regions.map(async ({ clients, caseId, mark }) => {
        for (let tries = 0; ; tries++) {
          const { data } = await clients[0]!.ask('query ($c: UUID!) { procurementCase(id: $c) { title } }', {
            c: caseId,
          });
          // One in twenty-five is still given two milliseconds.
          if (data || tries > 5) return data?.procurementCase.title === `Sak ${mark}`;
        }
      }),
    );
    expect(titles.every(Boolean)).toBe(true);
  });

  it('canary: a setting that outlives its request, and a transaction left open, are seen', async () => {
    const before = watched.left.length;
    for (const leave of [
      `select set_config('samanker.region', '${regions[0]!.regionId}', false)`,
      'begin; create temp table t ()',
    ]) {
      for (let found = watched.left.length, tries = 0; watched.left.length === found && tries < 20; tries++) {
        const client = await watched.pool.connect();
        await client.query(leave).catch(() => undefined);
        client.release();
        (await watched.pool.connect()).release(true);
      }
    }
    expect(watched.left.slice(before).map((one) => one.replace(regions[0]!.regionId, 'a region'))).toEqual(
      expect.arrayContaining(['a region', ' in a transaction']),
    );
  });
});
