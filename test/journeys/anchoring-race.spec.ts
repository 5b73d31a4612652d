import { aPerson } from '../builders/organisation';
import { anInvited, decide, routeOf, supersede } from '../builders/anchoring';
import { startSamanker, type SamankerUnderTest } from '../environment/samanker';

describe('two people decide the same step at once (R8, C6)', () => {
  let env: SamankerUnderTest;
  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-11-16T10:00+01:00', worker: false });
  });
  afterAll(() => env.stop());
  const count = async (sql: string, id: string): Promise<number> => Number((await env.admin.query(sql, [id]))[0].count);
  const decisionsOf = (stepId: string) => count('select count(*) from decision where step_id = $1', stepId);
  const entriesOf = (stepId: string) => count('select count(*) from decision_log where subject_id = $1', stepId);

  it('one wins; the other gets a clear refusal that shows the winner’s decision', async () => {
    const { case: built, organisationId, person, client, steps } = await anInvited(env);
    const colleague = await aPerson(env, built.regionId, { organisationId, roles: ['RECORDER'] });
    const other = await env.as(colleague);
    await decide(client, steps[0]!, 'RECOMMENDED', '2016-11-16');
    await decide(client, steps[1]!, 'RECOMMENDED', '2016-11-16');
    const stepId = steps[2]!;
    for (let round = 0; round < 20; round++) {
      const answers = await Promise.all([
        decide(client, stepId, 'APPROVED', '2016-11-16'),
        decide(other, stepId, 'REJECTED', '2016-11-16'),
      ]);
      const [winner] = answers.filter(({ __typename }) => __typename === 'AnchoringStep');
      const [loser] = answers.filter(({ __typename }) => __typename !== 'AnchoringStep');
      const [kept] = winner.decisions;
      expect(loser).toMatchObject({
        __typename: 'StepAlreadyDecided',
        code: 'STEP_ALREADY_DECIDED',
        decision: { id: kept.id, outcome: kept.outcome },
      });
      expect(kept.recordedBy).toBe(kept.outcome === 'APPROVED' ? person.personId : colleague.personId);
      expect([await decisionsOf(stepId), await entriesOf(stepId)]).toEqual([1, 1]);
      // The next round starts from an open step again, as only an administrator of the database could make it.
      await env.admin.query('delete from decision where step_id = $1', [stepId]);
      await env.admin.query('delete from decision_log where subject_id = $1', [stepId]);
      await env.admin.query(`update anchoring_step set state = 'OPEN', decided_on = null where id = $1`, [stepId]);
    }
  });

  it('fifty equal clicks are one decision, one entry of the log, and success for all', async () => {
    const { client, steps, participationId } = await anInvited(env);
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => decide(client, steps[0]!, 'RECOMMENDED', '2016-11-16')),
    );
    expect(new Set(answers.map(({ __typename }) => __typename))).toEqual(new Set(['AnchoringStep']));
    expect([await decisionsOf(steps[0]!), await entriesOf(steps[0]!)]).toEqual([1, 1]);
    const events = await env.admin.query(
      `select count(*) from outbox_event where name = 'AnchoringStepDecided' and payload ->> 'participationId' = $1`,
      [participationId],
    );
    expect(Number(events[0].count)).toBe(1);
  });

  it('fifty equal clicks with one idempotency key, postponing ones and superseding ones are one as well', async () => {
    const { client, steps, participationId } = await anInvited(env);
    const keyed = await Promise.all(
      Array.from({ length: 20 }, () =>
        decide(client, steps[0]!, 'RECOMMENDED', '2016-11-16', { idempotencyKey: 'click' }),
      ),
    );
    expect(keyed.every(({ __typename }) => __typename === 'AnchoringStep')).toBe(true);
    expect(await decide(client, steps[0]!, 'NOT_RECOMMENDED', '2016-11-16', { idempotencyKey: 'click' })).toMatchObject(
      { __typename: 'IdempotencyKeyReused' },
    );
    await Promise.all(Array.from({ length: 20 }, () => decide(client, steps[1]!, 'DEFERRED', '2016-11-16')));
    expect([await decisionsOf(steps[1]!), await entriesOf(steps[1]!)]).toEqual([1, 1]);
    const first = (await routeOf(client, participationId))[0].decisions[0].id;
    await Promise.all(Array.from({ length: 20 }, () => supersede(client, first, 'NOT_RECOMMENDED', '2016-11-16')));
    expect(await decisionsOf(steps[0]!)).toBe(2);
  });

  it('a body does not both approve and postpone a case on one day', async () => {
    const { client, steps } = await anInvited(env);
    await decide(client, steps[0]!, 'RECOMMENDED', '2016-11-16');
    const answers = await Promise.all([
      decide(client, steps[1]!, 'DEFERRED', '2016-11-16'),
      decide(client, steps[1]!, 'RECOMMENDED', '2016-11-16'),
    ]);
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['AnchoringStep', 'StepAlreadyDecided']);
  });
});
