// P3: the totals of a case of 400 municipalities × 50 items × 4 years over HTTP, against their bare SQL, among few lines
// and among a million: as a worker keeps them, and added up for the answer because somebody has just declared.
import { boardGround } from './board-ground.mjs';
import { built } from './stage.mjs';

const MUNICIPALITIES = 400;
const ITEMS = 50;
const YEARS = 4;
const MANY = 1_000_000;
const ROUNDS = 11;
const QUERY = `query Totals($caseId: UUID!) { volumeTotals(caseId: $caseId) { items { itemId partId year commitment expected
  maximum expectedValue maximumValue lines unpricedLines } parts { partId values { commitment expectedValue maximumValue } }
  years { year values { commitment expectedValue maximumValue } } values { commitment expectedValue maximumValue } } }`;
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** A case whose municipalities have all told what they need; answers how it is asked for. */
async function caseWithLines(admin) {
  const ground = await boardGround(admin, MUNICIPALITIES, 1);
  await admin.query(
    `insert into volume_item (region_id, case_id, part_id, number, name, unit_code, cpv_code, unit_price)
     select k.region_id, k.case_id, k.id, n, 'Vare ' || n, (select code from unit order by code limit 1),
       (select code from cpv_code order by code limit 1), 100 + n
     from generate_series(1, $2::int) n join case_part k on k.case_id = $1 and k.number = 1 + n % 2`,
    [ground.caseId, ITEMS],
  );
  await admin.query(
    `insert into volume_line (region_id, participation_id, item_id, year, expected, maximum, origin)
     select p.region_id, p.id, i.id, c.first_year + y, 10 + i.number, 20 + i.number, 'DECLARED'
     from participation p join procurement_case c on c.id = p.case_id join volume_item i on i.case_id = c.id
     cross join generate_series(0, $2::int - 1) y where p.case_id = $1`,
    [ground.caseId, YEARS],
  );
  return ground;
}

/** Milliseconds of both ways to the same sums, round by round. */
async function compare(admin, { url }, { caseId, token }) {
  const { SUMS_SQL } = built('libs/volume');
  const bareSql = `select coalesce(json_agg(sums order by number, year, commitment), '[]') as items from (${SUMS_SQL}) sums`;
  const bare = async () => (await admin.query({ name: 'totals', text: bareSql, values: [caseId] })).rows[0].items;
  const api = async () => {
    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query: QUERY, variables: { caseId } }),
    });
    return (await answer.json()).data.volumeTotals.items;
  };
  const [own, plain] = [await api(), await bare()];
  const values = (items, name) => items.reduce((sum, item) => sum + Number(item[name]), 0);
  if (own.length === 0 || values(own, 'expectedValue') !== values(plain, 'expected_value'))
    throw new Error('the service and the bare statement do not add up to the same');
  const timed = async (work) => {
    const began = performance.now();
    await work();
    return performance.now() - began;
  };
  const pairs = [];
  for (let round = 0; round < ROUNDS; round++) {
    const order = round % 2 ? [api, bare] : [bare, api];
    const took = new Map();
    for (const work of order) took.set(work, await timed(work));
    pairs.push({ api: took.get(api), bare: took.get(bare) });
  }
  return {
    api: median(pairs.map((pair) => pair.api)),
    bare: median(pairs.map((pair) => pair.bare)),
    ratio: median(pairs.map((pair) => pair.api / pair.bare)),
  };
}

/** What the worker does after a declaration. */
async function keepTotals(stage, { region, caseId }) {
  const { dataSourceOf, Transactions } = built('libs/database');
  const source = await dataSourceOf({
    url: stage.urls.DATABASE_URL,
    applicationName: 'bench',
    poolSize: 1,
  }).initialize();
  try {
    const { aggregateVolumes } = built('libs/volume');
    await new Transactions(source).asService(region, 'bench', (work) => aggregateVolumes(work, caseId));
  } finally {
    await source.destroy();
  }
}

export async function measureTotals(stage) {
  const api = await stage.startApi();
  const measured = await caseWithLines(stage.admin);
  await keepTotals(stage, measured);
  await stage.admin.query('vacuum analyze');
  const few = await compare(stage.admin, api, measured);
  const each = MUNICIPALITIES * ITEMS * YEARS;
  for (let lines = each; lines < MANY; lines += each) await caseWithLines(stage.admin);
  await stage.admin.query('vacuum analyze');
  const kept = await compare(stage.admin, api, measured);
  await stage.admin.query('update procurement_case set volume_version = volume_version + 1 where id = $1', [
    measured.caseId,
  ]);
  const live = await compare(stage.admin, api, measured);
  return { kept, live, growth: kept.api / few.api };
}
