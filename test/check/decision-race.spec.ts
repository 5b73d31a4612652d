import { anInvited, decide } from '../builders/anchoring';
import { aPerson } from '../builders/organisation';
import { startSamanker, type SamankerUnderTest } from '../environment/samanker';

const ROUNDS = 200;

describe('approve against reject, two hundred times (R8, C6)', () => {
  let env: SamankerUnderTest;
  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-11-16T10:00+01:00', worker: false });
  });
  afterAll(() => env.stop());

  it('one effective decision and one entry of the log each time; the loser is shown the winner’s decision', async () => {
    const { case: built, organisationId, person, client, steps, participationId } = await anInvited(env);
    const colleague = await aPerson(env, built.regionId, { organisationId, roles: ['RECORDER'] });
    const other = await env.as(colleague);
    await decide(client, steps[0]!, 'RECOMMENDED', '2016-11-16');
    await decide(client, steps[1]!, 'RECOMMENDED', '2016-11-16');
    const stepId = steps[2]!;
    const recorder = { APPROVED: person.personId, REJECTED: colleague.personId };
    const won = { APPROVED: 0, REJECTED: 0 };
    for (let round = 0; round < ROUNDS; round++) {
      const approve = () => decide(client, stepId, 'APPROVED', '2016-11-16');
      const reject = () => decide(other, stepId, 'REJECTED', '2016-11-16');
      // Each goes first every other time, so that neither wins by its place.
      const answers = await Promise.all((round % 2 === 0 ? [approve, reject] : [reject, approve]).map((act) => act()));
      const winners = answers.filter(({ __typename }) => __typename === 'AnchoringStep');
      const losers = answers.filter(({ __typename }) => __typename === 'StepAlreadyDecided');
      expect([winners.length, losers.length]).toEqual([1, 1]);
      const [kept, ...more] = winners[0].decisions;
      expect(more).toEqual([]);
      const outcome = kept.outcome as keyof typeof won;
      expect(losers[0].decision).toMatchObject({ id: kept.id, outcome, recordedBy: recorder[outcome] });
      const [found] = await env.admin.query(
        `select (select count(*)::int from decision where step_id = $1 and superseded_at is null) as effective,
           (select count(*)::int from decision where step_id = $1) as decisions,
           (select count(*)::int from decision_log where subject_id = $1) as entries,
           (select count(*)::int from outbox_event where name = 'AnchoringStepDecided' and payload ->> 'stepId' = $1::text) as events,
           (select route_declined from participation where id = $2) as declined`,
        [stepId, participationId],
      );
      expect(found).toEqual({ effective: 1, decisions: 1, entries: 1, events: 1, declined: outcome === 'REJECTED' });
      won[outcome] += 1;
      // The next round starts from an open step again, as only an administrator of the database could make it.
      await env.admin.query('delete from decision where step_id = $1', [stepId]);
      await env.admin.query('delete from decision_log where subject_id = $1', [stepId]);
      await env.admin.query(`delete from outbox_event where payload ->> 'stepId' = $1`, [stepId]);
      await env.admin.query(`update anchoring_step set state = 'OPEN', decided_on = null where id = $1`, [stepId]);
    }
    expect(won.APPROVED + won.REJECTED).toBe(ROUNDS);
    expect(Math.min(won.APPROVED, won.REJECTED)).toBeGreaterThan(0);
  });
});
