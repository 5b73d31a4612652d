// Appends to the hash chain through the same transactions as the verbs, eight writers at once, fsync on.
import { boardGround } from './board-ground.mjs';
import { built } from './stage.mjs';

const WRITERS = 8;

export async function measureLog(stage, seconds = 4) {
  const { dataSourceOf, Transactions } = built('libs/database');
  const { DecisionLog, verifyLog } = built('libs/decision-log');
  const source = await dataSourceOf({
    url: stage.urls.DATABASE_URL,
    applicationName: 'bench',
    poolSize: WRITERS,
  }).initialize();
  try {
    const transactions = new Transactions(source);
    new DecisionLog(transactions);
    const { region } = await boardGround(stage.admin, 2, 2);
    const until = performance.now() + seconds * 1000;
    let appended = 0;
    const write = async () => {
      while (performance.now() < until) {
        await transactions.asService(region, 'bench', async (work) => {
          work.log({ verb: 'bench', subjectType: 'Region', subjectId: region, after: { number: appended } });
        });
        appended++;
      }
    };
    await Promise.all(Array.from({ length: WRITERS }, write));
    const { entries, fault } = await transactions.asService(region, 'bench', (work) => verifyLog(work));
    if (fault || entries !== appended)
      throw new Error(`the log holds ${entries} of ${appended} entries, fault ${JSON.stringify(fault)}`);
    return appended / seconds;
  } finally {
    await source.destroy();
  }
}
