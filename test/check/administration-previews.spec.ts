import { anInvited } from '../builders/anchoring';
import { aPerson } from '../builders/organisation';
import { fingerprint } from '../environment/fingerprint';
import { startSamanker, type Client, type SamankerUnderTest } from '../environment/samanker';

const ROUTE = `query ($organisationId: UUID!, $steps: [RouteStepInput!]!, $startOn: LocalDate!, $deadline: LocalDate) {
  previewRoute(organisationId: $organisationId, steps: $steps, startOn: $startOn, deadline: $deadline) { __typename
    ... on RoutePreview { steps { title bodyName earliestOn submissionDeadline latestOn provisional } decisionOn finishOn slackDays status }
    ... on InvalidInput { path fault message } } }`;
const MAIL = `query ($participationId: UUID!, $kind: MailPreviewKind!, $moment: MailPreviewMoment!, $language: Language!) {
  previewMail(participationId: $participationId, kind: $kind, moment: $moment, language: $language) { on subject text attachments recipientName } }`;
const POLICY = `mutation ($input: SaveReminderPolicyInput!) { saveReminderPolicy(input: $input) { __typename
  ... on ReminderPolicy { mayKeep schedules { kind workingDays escalatesByItself } } } }`;

describe('looked at before it counts', () => {
  let env: SamankerUnderTest;
  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-08-01T09:00+02:00' });
  });
  afterAll(() => env.stop());

  it('a route shows the dates that the same route gets when it is real, and changes no row (R1, R6)', async () => {
    const { client, organisationId, participationId, executive, council } = await anInvited(env);
    const { participationRoute } = await client.query(
      `query ($id: UUID!) { participationRoute(participationId: $id) { steps { title plannedOn submissionDeadline latestOn } } }`,
      { id: participationId },
    );
    const body = (title: string, bodyId: string, weight: string) => ({
      kind: 'POLITICAL',
      weight,
      title,
      role: 'COORDINATOR',
      bodyId,
    });
    const steps = [
      { kind: 'ADMINISTRATIVE', weight: 'RECOMMENDING', title: 'Rådmannen', role: 'CHIEF_EXECUTIVE', workingDays: 10 },
      body('Formannskapet', executive.bodyId, 'RECOMMENDING'),
      body('Kommunestyret', council.bodyId, 'DECIDING'),
    ];
    await env.drain();
    const asked = { organisationId, steps, startOn: '2016-08-01', deadline: '2017-02-28' };
    const before = await fingerprint(env.admin);
    const { previewRoute } = await client.query(ROUTE, asked);
    expect(
      previewRoute.steps.map(({ earliestOn, submissionDeadline, latestOn }: Record<string, string>) => [
        earliestOn,
        submissionDeadline,
        latestOn,
      ]),
    ).toEqual(
      participationRoute.steps.map(({ plannedOn, submissionDeadline, latestOn }: Record<string, string>) => [
        plannedOn,
        submissionDeadline,
        latestOn,
      ]),
    );
    expect(previewRoute).toMatchObject({ status: 'ON_TRACK', decisionOn: '2016-09-14' });
    const { deadline: _, ...open } = asked;
    expect((await client.query(ROUTE, open)).previewRoute).toMatchObject({ slackDays: null, decisionOn: '2016-09-14' });
    const wrong = await client.query(ROUTE, { ...asked, steps: [body('Bystyret', organisationId, 'DECIDING')] });
    expect(wrong.previewRoute).toMatchObject({ __typename: 'InvalidInput', fault: 'UNKNOWN_BODY' });
    const late = await client.query(ROUTE, { ...asked, deadline: '2016-07-01' });
    expect(late.previewRoute).toMatchObject({ fault: 'ENDS_BEFORE_START' });
    expect(await fingerprint(env.admin)).toEqual(before);
  });

  it('a mail is the one that would go, in every language, and is seen by few (R13, R28)', async () => {
    const { client, participationId, case: built } = await anInvited(env, { name: 'Grimstad' });
    await env.drain();
    const mail = async (by: Client, kind: string, language: string, moment = 'BEFORE') =>
      (await by.query(MAIL, { participationId, kind, moment, language })).previewMail;
    const volumes = await mail(client, 'VOLUMES', 'NB');
    expect(volumes.subject).toMatch(/^Grimstad: meld inn mengdene innen \d{2}\.\d{2}\.\d{4}$/);
    expect(volumes.text).toContain('/participations/');
    expect(volumes.recipientName).toEqual(expect.any(String));
    expect((await mail(client, 'VOLUMES', 'NN', 'AFTER')).text).toContain('Fristen var');
    expect((await mail(client, 'INVITATION', 'EN')).text).toContain('invites Grimstad');
    expect((await mail(client, 'ESCALATION', 'NB')).text).toContain('er ansvarlig hos dere og har fått 2 påminnelser');
    expect((await mail(client, 'SEVERAL', 'NB')).text).toMatch(/^\d+ oppgaver venter/);
    expect(await mail(client, 'DECISION_MADE', 'NB')).toBeNull();
    expect(await mail(await env.as(built.coordinator), 'VOLUMES', 'NB')).not.toBeNull();
    const neighbour = await anInvited(env, { case: built });
    await env.drain();
    const untouched = await fingerprint(env.admin);
    expect(await mail(neighbour.client, 'VOLUMES', 'NB')).toBeNull();

    const page = async (by: { token: string }, query: string): Promise<Response> =>
      fetch(`${env.url}/mail-previews/${participationId}?${query}`, {
        headers: { cookie: `__Host-samanker=${by.token}` },
      });
    const shown = await page(client, 'kind=VOLUMES&moment=BEFORE&language=NB');
    const html = await shown.text();
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(html).toContain('<h1');
    expect(html).not.toMatch(/ style=| href=|<script/);
    expect(shown.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+';.*sandbox$/,
    );
    expect(shown.headers.get('content-security-policy')).not.toContain('unsafe');
    expect((await page(neighbour.client, 'kind=VOLUMES&moment=BEFORE&language=NB')).status).toBe(404);
    expect((await page(client, 'kind=NONSENSE&moment=BEFORE&language=NB')).status).toBe(404);
    expect(
      (await fetch(`${env.url}/mail-previews/${participationId}?kind=VOLUMES&moment=BEFORE&language=NB`)).status,
    ).toBe(401);
    expect(await fingerprint(env.admin)).toEqual(untouched);
  });

  it('leaders are written to by themselves where the municipality itself agreed to that, for that kind (R10)', async () => {
    const agreeing = await anInvited(env);
    const silent = await anInvited(env, { case: agreeing.case });
    const save = async (by: Client, escalates: string[]) =>
      (await by.mutate(POLICY, { input: { organisationId: agreeing.organisationId, escalates } })).saveReminderPolicy;
    const secretariat = await env.as(await aPerson(env, agreeing.case.regionId, { roles: ['SECRETARIAT'] }));
    expect(await save(secretariat, ['VOLUMES'])).toEqual({ __typename: 'NotPermitted' });
    const { schedules } = await save(agreeing.client, ['VOLUMES']);
    expect(schedules.find(({ kind }: { kind: string }) => kind === 'TEXT_IN')).toEqual({
      kind: 'TEXT_IN',
      workingDays: [-10, -5, -1, 0],
      escalatesByItself: false,
    });
    const ids = [agreeing.participationId, silent.participationId];
    await env.admin.query(
      `update expectation set due_on = '2016-07-20', escalation_on = '2016-08-01' where participation_id = any($1) and kind = 'VOLUMES'`,
      [ids],
    );
    await env.drain();
    const offers = await env.admin.query(
      `select e.participation_id as id, o.state from escalation_offer o join expectation e on e.id = o.expectation_id where e.participation_id = any($1)`,
      [ids],
    );
    expect(Object.fromEntries(offers.map(({ id, state }: Record<string, string>) => [id, state]))).toEqual({
      [agreeing.participationId]: 'SENT',
      [silent.participationId]: 'OFFERED',
    });
  });
});
