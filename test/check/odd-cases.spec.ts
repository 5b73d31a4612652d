import { anInvited, decide, routeOf, STEP, submit, supersede } from '../builders/anchoring';
import { aPerson } from '../builders/organisation';
import { aParticipation } from '../builders/participation';
import { aCase, type BuiltCase } from '../builders/procurement-case';
import { startSamanker, type SamankerUnderTest } from '../environment/samanker';

/** What a fresh pair of eyes tried and found wrong once. */
describe('odd cases', () => {
  let env: SamankerUnderTest;
  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-11-16T10:00+01:00' });
  });
  afterAll(() => env?.stop());
  beforeEach(() => env.setClock('2016-11-16T10:00+01:00'));
  const failedJobs = () => env.admin.query('select job, last_error from outbox_delivery where last_error is not null');

  it('the conditions of a superseded decision stay, and count for nothing (R2, R3, R5)', async () => {
    const { client, steps, participationId } = await anInvited(env);
    await decide(client, steps[0]!, 'RECOMMENDED', '2016-11-16');
    await decide(client, steps[1]!, 'RECOMMENDED', '2016-11-16');
    const step = await decide(client, steps[2]!, 'APPROVED_WITH_CONDITIONS', '2016-11-16', {
      conditions: [{ text: 'Prisen må være kjent.', kind: 'BEFORE_NOTICE' }],
    });
    const seen = async () =>
      (
        await client.query(
          'query ($id: UUID!) { participation(id: $id) { conditions { id } stateReasons { code } } }',
          { id: participationId },
        )
      ).participation;
    const before = await seen();
    expect(before.stateReasons.map(({ code }: { code: string }) => code)).toContain('CONDITION_OPEN');
    await supersede(client, step.decisions[0].id, 'APPROVED', '2016-11-16');
    const after = await seen();
    expect(after.conditions).toEqual([]);
    expect(after.stateReasons.map(({ code }: { code: string }) => code)).not.toContain('CONDITION_OPEN');
    const kept = await env.admin.query(
      'select text, state, superseded_at is not null as superseded from condition where id = $1',
      [before.conditions[0].id],
    );
    expect(kept).toEqual([{ text: 'Prisen må være kjent.', state: 'OPEN', superseded: true }]);
  });

  it('a refusal to supersede names the decision, which is what was sent', async () => {
    const { client, steps } = await anInvited(env);
    const step = await decide(client, steps[0]!, 'RECOMMENDED', '2016-11-16');
    await env.admin.query(`update anchoring_step set state = 'NOT_REQUIRED' where id = $1`, [steps[0]]);
    expect(await supersede(client, step.decisions[0].id, 'NOT_RECOMMENDED', '2016-11-16')).toMatchObject({
      __typename: 'InvalidInput',
      path: ['input', 'decisionId'],
    });
  });

  it('who hands in to a meeting and who cancels it at once: the step is never left in a meeting that is not held (R2)', async () => {
    for (let round = 0; round < 6; round++) {
      const { client, steps, executive, participationId } = await anInvited(env);
      const recorder = client;
      await decide(client, steps[0]!, 'RECOMMENDED', '2016-11-16');
      const meetingId = executive.meetings['2016-11-30']!;
      const cancel = recorder.mutate(
        'mutation ($id: UUID!) { cancelMeeting(input: { meetingId: $id }) { ... on Meeting { cancelledAt } } }',
        { id: meetingId },
      );
      await Promise.all([submit(client, steps[1]!, meetingId), cancel]);
      await env.drain();
      const [, step] = await routeOf(client, participationId);
      expect(step.state).toBe('OPEN');
    }
  });

  it('the largest quantity at the highest price, from several, is still added up by the worker, exactly (R20)', async () => {
    const first = await aParticipation(env, { choices: ['FIRM'] });
    const second = await aParticipation(env, { case: first.case, choices: ['FIRM'] });
    for (const one of [first, second]) {
      const client = await env.as(one.person);
      const { declareVolumes } = await client.mutate(
        'mutation ($input: DeclareVolumesInput!) { declareVolumes(input: $input) { __typename } }',
        {
          input: {
            participationId: one.participationId,
            cells: [
              {
                itemId: first.case.parts[0]!.itemIds[0],
                year: 2017,
                expected: '999999999.9999',
                unitPrice: { amount: '99999999999.99', vat: 'EXCLUDED' },
              },
            ],
          },
        },
      );
      expect(declareVolumes.__typename).toBe('VolumeSheet');
    }
    await env.drain();
    expect(await failedJobs()).toEqual([]);
    const { volumeTotals } = await (
      await env.as(first.person)
    ).query(
      'query ($id: UUID!) { volumeTotals(caseId: $id) { aggregatedAt values { commitment expectedValue } items { expectedValue } } }',
      { id: first.case.caseId },
    );
    expect(volumeTotals.aggregatedAt).not.toBeNull();
    // 2 × round(999999999.9999 × 99999999999.99, 2)
    expect(volumeTotals.items).toEqual([{ expectedValue: '199999999999960000000.00' }]);
    expect(
      volumeTotals.values.find((one: { commitment: string }) => one.commitment === 'NOT_ANCHORED').expectedValue,
    ).toBe('199999999999960000000.00');
  });

  it('hostile words in titles and names reach mails as words: no header, no tag, no second recipient (S6)', async () => {
    const hostile = 'Alarm\r\nBcc: alle@kommune.example\r\n\r\n<script>alert(1)</script> {steps} $& <b>';
    const { case: built, organisationId, person } = await anInvited(env);
    await env.admin.query('update procurement_case set title = $2 where id = $1', [built.caseId, hostile]);
    await env.admin.query('update organisation set name = $2 where id = $1', [organisationId, `By ${hostile}`]);
    await env.admin.query('update person set name = $2 where id = $1', [person.personId, `Kari ${hostile}`]);
    await env.drain();
    const { messages } = await env.mailbox.list({ to: person.email, limit: 50 });
    expect(messages.length).toBeGreaterThan(0);
    for (const { id } of messages) {
      const mail = (await env.mailbox.read(id))!;
      expect(mail.recipients).toEqual([person.email]);
      expect(
        mail.headers.filter((line) => /^(b?cc|x-)/i.test(line) && !/^x-auto-response-suppress/i.test(line)),
      ).toEqual([]);
      expect(mail.html).not.toMatch(/<(script|b)>/);
      expect(mail.subject).not.toMatch(/[\r\n]/);
    }
  });

  it('a decision sent twice is one; with other limits, conditions or text it is not the same, and says so (R8)', async () => {
    const { client, steps } = await anInvited(env);
    await decide(client, steps[0]!, 'RECOMMENDED', '2016-11-16');
    await decide(client, steps[1]!, 'RECOMMENDED', '2016-11-16');
    const said = (total: string, condition = 'Prisen må være kjent.', text = 'Vedtatt.') => ({
      limits: { total: { amount: total, vat: 'EXCLUDED' } },
      conditions: [{ text: condition, kind: 'BEFORE_NOTICE' }],
      details: { text },
    });
    const others = [said('2000'), said('1000', 'Kostnaden må være kjent.'), said('1000', undefined, 'Avslått.')];
    const sendAll = async (send: (more: object) => Promise<Record<string, any>>) => {
      const first = await send(said('1000'));
      expect(await send(said('1000.00'))).toEqual(first);
      for (const other of others) expect(await send(other)).toMatchObject({ __typename: 'StepAlreadyDecided' });
      return first.decisions.at(-1).id as string;
    };
    const outcome = ['APPROVED_WITH_CONDITIONS', '2016-11-16'] as const;
    const decisionId = await sendAll((more) => decide(client, steps[2]!, ...outcome, more));
    await sendAll((more) => supersede(client, decisionId, ...outcome, more));
  });

  it('a step shows its version, in the route and alone', async () => {
    const { client, steps } = await anInvited(env);
    const { anchoringStep } = await client.query(`query ($id: UUID!) { anchoringStep(id: $id) { ${STEP} version } }`, {
      id: steps[0],
    });
    expect(anchoringStep.version).toBeGreaterThan(0);
  });

  it('a reader who has lost the role sees the region no more, though the session lasts (R28)', async () => {
    const { case: built, organisationId } = await anInvited(env);
    const person = await aPerson(env, built.regionId, { organisationId, roles: ['READER'] });
    const client = await env.as(person);
    expect((await client.query('{ procurementCases { id } }')).procurementCases).toHaveLength(1);
    await env.admin.query('update role set active = false where person_id = $1', [person.personId]);
    expect((await client.ask('{ procurementCases { id } }')).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  });

  it('a share of the common costs follows the deadline when it goes by and when it is moved (R3)', async () => {
    const common = await aCase(env, { stage: 'PREPARING', decisionDeadline: '2017-02-28' });
    const { client, steps, participationId } = await anInvited(env, { case: common });
    await anInvited(env, { case: common });
    const [{ id: partId, itemIds }] = common.parts as [BuiltCase['parts'][number]];
    await client.mutate(
      'mutation ($input: DeclareVolumesInput!) { declareVolumes(input: $input) { ... on VolumeSheet { participationId } } }',
      { input: { participationId, declare: true, cells: [{ itemId: itemIds[0], year: 2017, expected: '10' }] } },
    );
    await decide(client, steps[0]!, 'RECOMMENDED', '2016-11-16');
    await decide(client, steps[1]!, 'RECOMMENDED', '2016-11-16');
    const limits = { shareOfCost: '50', partIds: [partId] };
    await decide(client, steps[2]!, 'APPROVED', '2016-11-16', { limits });
    const state = async () =>
      (await env.admin.query('select state from participation where id = $1', [participationId]))[0].state;
    await env.setClock('2017-02-28T10:00+01:00');
    await env.drain();
    expect(await state()).toBe('ANCHORING');
    // The other one never declared: from now on it is not waited for, and all the costs are this one's.
    await env.setClock('2017-03-01T10:00+01:00');
    await env.drain();
    expect(await state()).toBe('REANCHOR_REQUIRED');
    const host = await env.as(common.coordinator);
    await host.mutate(
      'mutation ($input: ChangeDecisionDeadlineInput!) { changeDecisionDeadline(input: $input) { __typename } }',
      { input: { caseId: common.caseId, decisionDeadline: '2017-06-30' } },
    );
    await env.drain();
    expect(await state()).toBe('ANCHORING');
  });
});
