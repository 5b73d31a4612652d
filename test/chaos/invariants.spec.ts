import { manyOpenSteps, type OpenStep } from '../builders/many-steps';
import { aBusyMorning } from './busy-morning';
import { ChaosGround } from './chaos-ground';
import { brokenInvariants } from './invariants';

describe('the invariants are found broken when they are (canaries)', () => {
  let ground: ChaosGround;
  let steps: OpenStep[];
  beforeAll(async () => {
    ground = await ChaosGround.open();
    ({ steps } = await manyOpenSteps(ground, 3));
    const { url } = await ground.api();
    await aBusyMorning(ground, url);
    for (const { stepId, tokens } of steps)
      await ground.decide(url, tokens[0], { stepId, outcome: 'APPROVED', decidedOn: '2016-11-16' });
    await ground.worker().ready();
    await ground.settled(60);
  });
  afterAll(() => ground?.close());

  it('nothing is broken to begin with', async () => {
    expect(await brokenInvariants(ground)).toEqual([]);
    expect(ground.smtp.seen.length).toBeGreaterThan(7);
  });

  const insertDecision = (outcome: string) =>
    `insert into decision (region_id, step_id, outcome, decided_on, recorded_by) select region_id, step_id, '${outcome}', decided_on, recorded_by from decision limit 1`;
  it.each<[string, string, RegExp]>([
    ['a decision that the log does not know', insertDecision('DEFERRED'), /0 times in the log/],
    [
      'a log entry that was changed',
      `update decision_log set entry = replace(entry, 'APPROVED', 'REJECTED')`,
      /breaks at entry \d+: CHANGED/,
    ],
    [
      'a step that lost its decision',
      `update anchoring_step set state = 'OPEN' where id = (select step_id from decision limit 1)`,
      /do not agree/,
    ],
    [
      'a mail that never arrived',
      `update mail set message_id = 'other' where id = (select id from mail where state = 'SENT' limit 1)`,
      /never arrived/,
    ],
    [
      'a mail to somebody else',
      `update mail set to_address = 'other@kommune.example' where id = (select id from mail where state = 'SENT' limit 1)`,
      /instead of other@/,
    ],
    [
      'a reminder that waits',
      `update mail set state = 'QUEUED', next_attempt_at = samanker_now() + interval '1 day' where id in (select mail_id from reminder)`,
      /never sent/,
    ],
    [
      'a job that is parked',
      `update outbox_delivery set done_at = null, parked_at = now() where id = (select id from outbox_delivery limit 1)`,
      /is parked/,
    ],
  ])('%s', async (_, sql, said) => {
    const [before] = await ground.admin.query(
      `select (select json_agg(m) from mail m) as mail, (select json_agg(o) from outbox_delivery o) as deliveries`,
    );
    await ground.admin.query(sql);
    try {
      expect((await brokenInvariants(ground)).join('\n')).toMatch(said);
    } finally {
      await mend(before);
    }
    expect(await brokenInvariants(ground)).toEqual([]);
  });

  it('a second decision that counts: the database itself refuses it', async () => {
    await expect(ground.admin.query(insertDecision('REJECTED'))).rejects.toThrow('decision_effective');
  });

  it('an acknowledged decision that is lost, and a mail that came twice', async () => {
    ground.acknowledged.push({ stepId: steps[0]!.stepId, decisionId: 'gone' });
    ground.smtp.seen.push(ground.smtp.seen[0]!);
    const found = (await brokenInvariants(ground)).join('\n');
    expect(found).toMatch(/gone was acknowledged and is lost/);
    expect(found).toMatch(/arrived 2 times/);
    ground.acknowledged.pop();
    expect(await brokenInvariants(ground, { twiceWithTheSameId: true })).toEqual([]);
  });

  /** Puts back what a canary spoiled. */
  async function mend({ mail, deliveries }: { mail: unknown; deliveries: unknown }): Promise<void> {
    const { admin } = ground;
    const kept = ground.acknowledged.map(({ decisionId }) => decisionId);
    await admin.query('delete from decision where not (id = any($1::uuid[]))', [kept]);
    await admin.query(`update anchoring_step set state = 'DECIDED' where id in (select step_id from decision)`);
    await admin.query(`update decision_log set entry = replace(entry, '"REJECTED"', '"APPROVED"')`);
    await admin.query(
      `update mail m set message_id = o.message_id, to_address = o.to_address, state = o.state, next_attempt_at = o.next_attempt_at
       from jsonb_to_recordset($1::jsonb) as o(id uuid, message_id text, to_address text, state text, next_attempt_at timestamptz) where m.id = o.id`,
      [JSON.stringify(mail)],
    );
    await admin.query(
      `update outbox_delivery d set done_at = o.done_at, parked_at = null from jsonb_to_recordset($1::jsonb) as o(id uuid, done_at timestamptz) where d.id = o.id`,
      [JSON.stringify(deliveries)],
    );
  }
});
