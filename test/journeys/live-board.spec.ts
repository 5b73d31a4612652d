import { anInvited, type BuiltRoute } from '../builders/anchoring';
import { startSamanker, type Client, type SamankerUnderTest } from '../environment/samanker';

const VERSION = 'query ($caseId: UUID!) { caseBoardVersion(caseId: $caseId) }';
const NOTE = `mutation ($input: AddNoteInput!) { addNote(input: $input) { __typename } }`;

/** A page asks often whether the board has changed. */
describe('the version of a board', () => {
  let env: SamankerUnderTest;
  let route: BuiltRoute;
  let host: Client;

  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-08-01T09:00+02:00', worker: false });
    route = await anInvited(env);
    host = await env.as(route.case.coordinator);
  });
  afterAll(() => env.stop());

  const version = async (caseId = route.case.caseId): Promise<string | null> =>
    (await host.query(VERSION, { caseId })).caseBoardVersion;

  it('stays while nothing happens, and changes with every change, a new plan and a new day', async () => {
    const first = await version();
    expect(await version()).toBe(first);
    await host.mutate(NOTE, { input: { participationId: route.participationId, text: 'Ring.', visibility: 'OWN' } });
    const second = await version();
    expect(second).not.toBe(first);
    await env.admin.query('update participation set slack_days = slack_days - 1 where id = $1', [
      route.participationId,
    ]);
    const third = await version();
    expect(third).not.toBe(second);
    await env.setClock('2016-08-02T09:00+02:00');
    expect(await version()).not.toBe(third);
    expect(await version(route.case.hostOrganisationId)).toBeNull();
  });

  it('what a page asks by itself keeps no session from ending as idle', async () => {
    const seen = async (): Promise<string> =>
      (
        await env.admin.query(`select max(seen_at)::text as seen from session where person_id = $1`, [
          route.case.coordinator.personId,
        ])
      )[0].seen;
    await env.admin.query(`update session set seen_at = now() - interval '10 minutes' where person_id = $1`, [
      route.case.coordinator.personId,
    ]);
    const before = await seen();
    const asked = (headers: Record<string, string>): Promise<Response> =>
      fetch(`${env.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${host.token}`, ...headers },
        body: JSON.stringify({ query: VERSION, variables: { caseId: route.case.caseId } }),
      });
    expect((await asked({ 'x-unattended': '1' })).status).toBe(200);
    await new Promise((done) => setTimeout(done, 200));
    expect(await seen()).toBe(before);
    expect((await asked({})).status).toBe(200);
    for (let tries = 0; tries < 40 && (await seen()) === before; tries++)
      await new Promise((done) => setTimeout(done, 50));
    expect(await seen()).not.toBe(before);
  });
});
