import { anInvited, type BuiltRoute } from '../builders/anchoring';
import { freePort, Program, programEnvironment } from '../environment/programs';
import { startSamanker, type SamankerUnderTest } from '../environment/samanker';
import { expectInvariants, isQuiet, until } from './invariants';

/** The next attempt after a kill comes within this time. */
const HEALED_WITHIN = 30_000;

describe('a process is killed without warning (C1)', () => {
  let env: SamankerUnderTest;
  let settings: Awaited<ReturnType<typeof programEnvironment>>;
  const programs: Program[] = [];

  beforeEach(async () => {
    // The journeys' own API builds the scene; what is killed are the compiled programs beside it.
    env = await startSamanker({ clock: '2016-11-16T10:00+01:00', worker: false });
    settings = await programEnvironment(env.db, `smtp://127.0.0.1:${env.mailbox.port}`);
  });
  afterEach(async () => {
    for (const program of programs.splice(0)) await program.kill();
    await settings?.forget();
    await env?.stop();
  });

  function begin(name: 'api' | 'worker', more: Record<string, string>): Program {
    const program = new Program(name, { ...settings.environment, ...more });
    programs.push(program);
    return program;
  }

  async function decideThrough(port: number, { client, steps }: BuiltRoute): Promise<string> {
    const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${client.token}` },
      body: JSON.stringify({
        query:
          'mutation ($input: DecideAnchoringStepInput!) { decideAnchoringStep(input: $input) { __typename ... on UserError { code } } }',
        variables: {
          input: {
            stepId: steps[0],
            outcome: 'RECOMMENDED',
            decidedOn: '2016-11-16',
            idempotencyKey: 'the same click',
          },
        },
      }),
    });
    const { data } = (await response.json()) as { data: { decideAnchoringStep: { __typename: string } } };
    return data.decideAnchoringStep.__typename;
  }

  it.each(['verb:before-commit', 'verb:after-commit'])('the API while it decides, at %s', async (point) => {
    const route = await anInvited(env);
    const port = await freePort();
    const doomed = await begin('api', { PORT: String(port), SAMANKER_KILL_AT: point }).ready();
    await expect(decideThrough(port, route)).rejects.toThrow();
    expect(await doomed.ended).toBe('SIGKILL');

    await begin('api', { PORT: String(port) }).ready();
    // The person clicks again: the decision is there once, whether the first click had been committed or not.
    expect(await decideThrough(port, route)).toBe('AnchoringStep');
    expect(await decideThrough(port, route)).toBe('AnchoringStep');
    await begin('worker', {}).ready();
    await until(() => isQuiet(env), HEALED_WITHIN, 'all events carried out');
    const [{ decisions, events }] = await env.admin.query(
      `select (select count(*)::int from decision where step_id = $1) as decisions,
         (select count(*)::int from outbox_event where name = 'AnchoringStepDecided') as events`,
      [route.steps[0]],
    );
    expect({ decisions, events }).toEqual({ decisions: 1, events: 1 });
    await expectInvariants(env, route.case.regionId);
  });

  it.each([
    ['relay:before-commit', 1],
    ['relay:after-commit', 1],
    ['relay:after-ring', 1],
    ['sweep:after-claim', 1],
    ['sweep:after-commit', 1],
    ['send:after-claim', 1],
    // Between the server's 250 and the commit nobody can know: the mail may come twice, under one Message-ID.
    ['send:after-accept', 2],
  ])('the worker at %s', async (point, mostTimes) => {
    const route = await anInvited(env);
    const doomed = begin('worker', { SAMANKER_KILL_AT: point });
    expect(await doomed.ended).toBe('SIGKILL');

    await begin('worker', {}).ready();
    const took = await until(() => isQuiet(env), HEALED_WITHIN + 5_000, `healed after ${point}`);
    expect(took).toBeLessThanOrEqual(HEALED_WITHIN);
    const [{ sent }] = await env.admin.query(`select count(*)::int as sent from mail where state = 'SENT'`);
    expect(sent).toBeGreaterThanOrEqual(2);
    await expectInvariants(env, route.case.regionId, mostTimes);
  });
});
