// Appends to the hash chain through the same transactions as the verbs, eight writers at once, fsync on; and how long a
// long chain takes to be followed.
import { boardGround } from './board-ground.mjs';
import { built } from './stage.mjs';

const WRITERS = 8;
const LONG = 1_000_000;

async function onStage(stage, measure) {
  const { dataSourceOf, Transactions } = built('libs/database');
  const { DecisionLog } = built('libs/decision-log');
  const source = await dataSourceOf({
    url: stage.urls.DATABASE_URL,
    applicationName: 'bench',
    poolSize: WRITERS,
  }).initialize();
  try {
    const transactions = new Transactions(source);
    new DecisionLog(transactions);
    return await measure(transactions);
  } finally {
    await source.destroy();
  }
}

async function followed(transactions, region, entries) {
  const { verifyLog } = built('libs/decision-log');
  const verified = await transactions.asService(region, 'bench', (work) => verifyLog(work));
  if (verified.fault || verified.entries !== entries)
    throw new Error(`the log holds ${verified.entries} of ${entries} entries, fault ${JSON.stringify(verified.fault)}`);
}

/** Appends per second in one region; and what the server says about waiting for the disk. */
export async function measureLog(stage, seconds = 4) {
  const setting = async (name) =>
    (await stage.admin.query(`select current_setting($1) as value`, [name])).rows[0].value;
  const server = `fsync ${await setting('fsync')}, synchronous_commit ${await setting('synchronous_commit')}`;
  if (server !== 'fsync on, synchronous_commit on') throw new Error(`not as the product runs it: ${server}`);
  const { region } = await boardGround(stage.admin, 2, 2);
  return onStage(stage, async (transactions) => {
    let appended = 0;
    const write = async (until) => {
      while (performance.now() < until) {
        await transactions.asService(region, 'bench', async (work) => {
          work.log({ verb: 'bench', subjectType: 'Region', subjectId: region, after: { number: appended } });
        });
        appended++;
      }
    };
    const run = (milliseconds) => {
      const until = performance.now() + milliseconds;
      return Promise.all(Array.from({ length: WRITERS }, () => write(until)));
    };
    await run(500);
    const warm = appended;
    await run(seconds * 1000);
    await followed(transactions, region, appended);
    return { perSecond: (appended - warm) / seconds, server };
  });
}

/** Seconds in which a chain of a million entries is verified. */
export async function measureLongLog(stage) {
  const { rows } = await stage.admin.query(`insert into region (name, slug) values ('Long', 'long') returning id`);
  const region = rows[0].id;
  await stage.admin.query(`
    do $$ declare h bytea := decode(repeat('00', 32), 'hex'); n bytea; e text; begin
      for i in 1 .. ${LONG} loop
        e := '{"after":{"meetingOn":"2016-12-14","number":' || i || ',"state":"SUBMITTED"},"at":"2016-11-16T09:00:00.000Z","before":{"meetingId":null,"state":"OPEN"},"by":"'
          || encode(h, 'hex') || '","case":"${region}","for":"${region}","request":"bench","subject":{"id":"${region}","type":"AnchoringStep"},"v":2,"verb":"submitAnchoringStep","via":"OIDC"}';
        n := sha256(h || int8send(i) || convert_to(e, 'UTF8'));
        insert into decision_log (region_id, seq, entry, previous_hash, hash, subject_id, case_id, verb, organisation_id, at)
          values ('${region}', i, e, h, n, '${region}', '${region}', 'submitAnchoringStep', '${region}', '2016-11-16T09:00Z');
        h := n;
      end loop;
      insert into decision_log_head values ('${region}', ${LONG}, h);
    end $$`);
  return onStage(stage, async (transactions) => {
    const began = performance.now();
    await followed(transactions, region, LONG);
    return (performance.now() - began) / 1000;
  });
}
