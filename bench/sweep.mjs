// P5: the sweep for due reminders does not grow with the number of open expectations; and how fast mails go out.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { boardGround } from './board-ground.mjs';
import { built, ROOT } from './stage.mjs';

const DUE = 1_000;
const FEW = 10_000;
const MANY = 1_000_000;
/** A Wednesday morning within working hours, on which nothing is closed. */
const MORNING = '2016-11-16T10:00+01:00';

/** The reminder engine in this process, as a worker has it. */
async function openEngine(stage, mail) {
  const { dataSourceOf, Transactions, setDomainClock } = built('libs/database');
  const open = (url, poolSize) => dataSourceOf({ url, applicationName: 'bench', poolSize }).initialize();
  const admin = await open(stage.adminUrl, 1);
  await setDomainClock(admin, new Date(MORNING));
  await admin.destroy();
  const [app, sweeper] = await Promise.all([
    open(stage.urls.DATABASE_URL, 8),
    open(stage.urls.SWEEPER_DATABASE_URL, 4),
  ]);
  const transactions = new Transactions(app);
  new (built('libs/outbox').Outbox)(transactions);
  new (built('libs/decision-log').DecisionLog)(transactions);
  const { sweepReminders, SendMail } = built('libs/reminder');
  const { MailTransport } = built('libs/mail');
  const transport = new MailTransport(mail);
  const sender = new SendMail(transactions, sweeper, transport, mail);
  return {
    sweep: () => sweepReminders(transactions, sweeper),
    send: () => sender.sendDueMail(),
    close: async () => {
      transport.close();
      await Promise.all([app.destroy(), sweeper.destroy()]);
    },
  };
}

/** Fills up to `count` open expectations that are due much later. Foreign keys are not checked: the rows are copies. */
async function fill(admin, region, count) {
  const client = await admin.connect();
  try {
    await client.query('set session_replication_role = replica');
    await client.query(
      `insert into expectation (region_id, kind, case_id, participation_id, subject_id, organisation_id, occasion, role, due_on, next_reminder_on)
       select p.region_id, 'DECISION_MADE', p.case_id, p.id, uuidv7(), p.organisation_id, 'later', 'COORDINATOR', date '2017-06-01', date '2017-05-15' + (n % 10)
       from generate_series(1, greatest(0, $2 - (select count(*)::int from expectation))) n
       join (select *, row_number() over () - 1 as at from participation where region_id = $1) p on p.at = n % (select count(*) from participation where region_id = $1)`,
      [region, count],
    );
    await client.query('set session_replication_role = origin');
    await client.query('vacuum analyze expectation');
  } finally {
    client.release();
  }
}

/** Makes one thing due for each of the first municipalities, and forgets what was said before. */
async function makeDue(admin, region) {
  for (const table of ['reminder', 'mail', 'outbox_event'])
    await admin.query(`delete from ${table} where region_id = $1`, [region]);
  await admin.query(
    `insert into expectation (region_id, kind, case_id, participation_id, subject_id, organisation_id, occasion, role, due_on, next_reminder_on)
     select region_id, 'DECISION_MADE', case_id, id, uuidv7(), organisation_id, 'now', 'COORDINATOR', date '2016-11-15', date '2016-11-16'
     from participation where region_id = $1 limit ${DUE}`,
    [region],
  );
}

async function sweepTime(engine, admin, region) {
  const times = [];
  for (let round = 0; round < 5; round++) {
    await makeDue(admin, region);
    const began = performance.now();
    const swept = await engine.sweep();
    times.push(performance.now() - began);
    if (swept < DUE) throw new Error(`the sweep took ${swept} of ${DUE}`);
  }
  return times.sort((a, b) => a - b)[2];
}

/** Sends the same queue again and again; the median, so that a cold start does not count. */
async function sendingRate(engine, admin) {
  const rates = [];
  for (let round = 0; round < 5; round++) {
    const { rowCount } = await admin.query(
      `update mail set state = 'QUEUED', attempts = 0, sent_at = null, next_attempt_at = samanker_now(), leased_until = null`,
    );
    const began = performance.now();
    await engine.send();
    rates.push(rowCount / ((performance.now() - began) / 1000));
    const { rows } = await admin.query(`select count(*)::int as sent from mail where state = 'SENT'`);
    if (rows[0].sent < rowCount) throw new Error(`${rows[0].sent} of ${rowCount} mails were sent`);
  }
  return rates.sort((a, b) => a - b)[2];
}

export async function measureSweep(stage) {
  const { readMailSettings } = built('libs/mail');
  const folder = mkdtempSync(join(tmpdir(), 'samanker-bench-mail-'));
  const sink = fork(join(ROOT, 'bench/sink.mjs'), [folder]);
  const [port] = await once(sink, 'message');
  const mail = readMailSettings({
    NODE_ENV: 'test',
    SMTP_URL: `smtp://127.0.0.1:${port}`,
    PUBLIC_URL: 'http://localhost:3000',
  });
  const engine = await openEngine(stage, mail);
  try {
    const { region } = await boardGround(stage.admin, DUE, 2);
    // What the board awaits is not what is measured here.
    await stage.admin.query('update expectation set withdrawn_at = now() where region_id = $1', [region]);
    await fill(stage.admin, region, FEW);
    await sweepTime(engine, stage.admin, region);
    const few = await sweepTime(engine, stage.admin, region);
    await fill(stage.admin, region, MANY);
    const many = await sweepTime(engine, stage.admin, region);
    const mailsPerSecond = await sendingRate(engine, stage.admin);
    return { few, many, ratio: many / few, mailsPerSecond };
  } finally {
    await engine.close();
    sink.kill('SIGKILL');
    await once(sink, 'exit');
    rmSync(folder, { recursive: true, force: true });
  }
}
