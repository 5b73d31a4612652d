import { Transactions } from '@samanker/database';
import { askedKey, responsibleFor } from '@samanker/expectation';
import { anInvited, decide, type BuiltRoute } from '../builders/anchoring';
import { aPerson, aRegion, type BuiltPerson } from '../builders/organisation';
import { startSamanker, type Client, type SamankerUnderTest } from '../environment/samanker';

const FAULT = '... on UserError { code path } ... on InvalidInput { fault } ... on NotPermitted { whoMay }';
const DELEGATE = `mutation ($input: DelegateRoleInput!) { result: delegateRole(input: $input) { __typename
  ... on RoleDelegation { id personName fromOn toOn inEffect endedAt } ... on DelegatedAlready { fromOn toOn } ${FAULT} } }`;
const END = `mutation ($input: EndDelegationInput!) { result: endDelegation(input: $input) { __typename
  ... on RoleDelegation { id inEffect endedAt } ${FAULT} } }`;
const HAND_OVER = `mutation ($input: HandOverStepInput!) { result: handOverStep(input: $input) { __typename
  ... on AnchoringStep { id askedPersonId responsibleName deputyFor } ${FAULT} } }`;
const ADDRESS = `mutation ($input: SaveOfficialAddressInput!) { result: saveOfficialAddress(input: $input) { __typename
  ... on Organisation { officialAddress } ${FAULT} } }`;
const OFFERS = 'query ($caseId: UUID!) { escalationOffers(caseId: $caseId) { id text } }';
const ACCEPT = `mutation ($input: AcceptEscalationInput!) { result: acceptEscalation(input: $input) { __typename
  ... on EscalationOffer { state } ... on UserError { code } } }`;
const TASKS = '{ myTasks { kind subjectId } }';
const PEOPLE = `query ($organisationId: UUID) { people(organisationId: $organisationId) { id roles { id kind
  delegations { personName fromOn toOn inEffect } } } }`;
const ME = '{ me { organisationId roles { kind organisationId } } }';
const BOARD = `query ($caseId: UUID!) { caseBoard(caseId: $caseId) { rows { organisationId nobodyToAsk steps { role responsibleName deputyFor } } } }`;

type Result = Record<string, any>;

describe('leaving a role to a deputy (R12)', () => {
  let env: SamankerUnderTest;
  let route: BuiltRoute;
  let ola: BuiltPerson;
  let kari: BuiltPerson;
  let olas: Client;
  let karis: Client;
  let roleId: string;
  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-11-16T10:00+01:00' });
  });
  afterAll(() => env?.stop());
  beforeEach(async () => {
    await env.setClock('2016-11-16T10:00+01:00');
    route = await anInvited(env);
    const { regionId } = route.case;
    const { organisationId } = route;
    // Ola is the only unit leader; Kari reads.
    ola = await aPerson(env, regionId, {
      organisationId,
      roles: ['RECORDER'],
      name: 'Ola Hansen',
      email: `ola-${regionId}@kommune.example`,
    });
    kari = await aPerson(env, regionId, {
      organisationId,
      roles: ['READER'],
      name: 'Kari Nordmann',
      email: `kari-${regionId}@kommune.example`,
    });
    olas = await env.as(ola);
    karis = await env.as(kari);
    [{ id: roleId }] = await env.admin.query(`select id from role where person_id = $1`, [ola.personId]);
  });

  const run = async (client: Client, document: string, input: object): Promise<Result> =>
    (await client.mutate(document, { input })).result;
  const rolesOf = async (client: Client): Promise<string[]> =>
    (await client.query(ME)).me.roles.map(({ kind }: { kind: string }) => kind);
  const away = (more: object = {}) => ({
    roleId,
    personId: kari.personId,
    fromOn: '2016-11-21',
    toOn: '2016-11-25',
    ...more,
  });

  it('counts from the first day to the last, by the calendar alone', async () => {
    const made = await run(olas, DELEGATE, away());
    expect(made).toMatchObject({
      personName: 'Kari Nordmann',
      fromOn: '2016-11-21',
      toOn: '2016-11-25',
      inEffect: false,
    });
    expect(await rolesOf(karis)).toEqual(['READER']);
    await env.setClock('2016-11-21T07:00+01:00');
    expect(await rolesOf(karis)).toEqual(['READER', 'RECORDER']);
    // Who is away can still act.
    expect(await rolesOf(olas)).toEqual(['RECORDER']);
    const { people } = await karis.query(PEOPLE, { organisationId: route.organisationId });
    const shown = people.find(({ id }: Result) => id === ola.personId).roles[0];
    expect(shown.delegations).toEqual([
      { personName: 'Kari Nordmann', fromOn: '2016-11-21', toOn: '2016-11-25', inEffect: true },
    ]);
    await env.setClock('2016-11-26T00:01+01:00');
    expect(await rolesOf(karis)).toEqual(['READER']);
  });

  it('the deputy gets the mails, which name both, and stands on the board; the holder gets them again afterwards', async () => {
    // What is due on 30 November is asked of Ola.
    const [step] = route.steps;
    await env.admin.query(`update anchoring_step set role = 'RECORDER' where id = $1`, [step]);
    await env.admin.query(`update expectation set role = 'RECORDER' where subject_id = $1`, [step]);
    await env.drain();
    await run(olas, DELEGATE, away());
    await env.setClock('2016-11-23T09:00+01:00');
    await env.drain();
    const { messages: mails } = await env.mailbox.list({ to: kari.email });
    expect(mails).toHaveLength(2);
    // What is due, and whom she stands in for.
    const texts = await Promise.all(mails.map(async ({ id }) => (await env.mailbox.read(id))!.text));
    for (const said of [
      'Du er stedfortreder for Ola Hansen fra 21.11.2016 til og med 25.11.2016.',
      'Til Kari Nordmann, stedfortreder for Ola Hansen.',
    ])
      expect(texts.filter((text) => text.includes(said))).toHaveLength(1);

    const steps = async (): Promise<Result[]> =>
      (await olas.query(BOARD, { caseId: route.case.caseId })).caseBoard.rows[0].steps;
    expect((await steps())[0]).toEqual({ role: 'RECORDER', responsibleName: 'Kari Nordmann', deputyFor: 'Ola Hansen' });
    await env.setClock('2016-11-28T09:00+01:00');
    expect((await steps())[0]).toEqual({ role: 'RECORDER', responsibleName: 'Ola Hansen', deputyFor: null });
  });

  it('the mail to the next level names both as well; what was taken back is told to nobody', async () => {
    const { regionId } = route.case;
    const taken = await run(olas, DELEGATE, away({ fromOn: '2016-11-18', toOn: '2016-11-18' }));
    await run(olas, END, { delegationId: taken.id });
    await env.drain();
    expect((await env.mailbox.list({ to: kari.email })).messages).toEqual([]);

    await run(olas, DELEGATE, away({ fromOn: '2016-11-16' }));
    await env.admin.query(`update expectation set due_on = '2016-11-14' where subject_id = $1`, [route.steps[0]]);
    const [{ id }] = await env.admin.query(
      `insert into escalation_offer (region_id, expectation_id, role)
       select $1, id, 'RECORDER' from expectation where subject_id = $2 and fulfilled_at is null and withdrawn_at is null returning id`,
      [regionId, route.steps[0]],
    );
    const host = await env.as(route.case.coordinator);
    const { escalationOffers } = await host.query(OFFERS, { caseId: route.case.caseId });
    const both = 'Til Kari Nordmann, stedfortreder for Ola Hansen.';
    expect(escalationOffers[0].text).toContain(both);
    expect(await run(host, ACCEPT, { offerId: id })).toMatchObject({ state: 'SENT' });
    await env.drain();
    const texts = await Promise.all(
      (await env.mailbox.list({ to: kari.email })).messages.map(
        async (mail) => (await env.mailbox.read(mail.id))!.text,
      ),
    );
    expect(texts.filter((text) => text.includes(both))).toHaveLength(1);
  });

  it('is ended at once by who holds it, by the deputy, and by who keeps the people; by nobody else', async () => {
    for (const [end, ends] of [
      [olas, true],
      [karis, true],
      [route.client, true],
      [
        await env.as(
          await aPerson(env, route.case.regionId, { organisationId: route.organisationId, roles: ['DIRECTOR'] }),
        ),
        false,
      ],
    ] as const) {
      const made = await run(olas, DELEGATE, away({ fromOn: '2016-11-16' }));
      expect(await rolesOf(karis)).toContain('RECORDER');
      const ended = await run(end, END, { delegationId: made.id });
      expect(ended.__typename).toBe(ends ? 'RoleDelegation' : 'NotPermitted');
      expect((await rolesOf(karis)).includes('RECORDER')).toBe(!ends);
    }
  });

  it('with the role its delegation ends; nobody passes on what was left to them', async () => {
    const made = await run(olas, DELEGATE, away({ fromOn: '2016-11-16' }));
    const third = await aPerson(env, route.case.regionId, { organisationId: route.organisationId, roles: ['READER'] });
    expect(
      await run(karis, DELEGATE, away({ personId: third.personId, fromOn: '2016-12-01', toOn: '2016-12-02' })),
    ).toMatchObject({
      code: 'NOT_PERMITTED',
      whoMay: ['OWN_COORDINATOR', 'OWN_CHIEF_EXECUTIVE'],
    });
    await env.admin.query('update role set active = false, ended_at = now() where id = $1', [roleId]);
    expect(await rolesOf(karis)).toEqual(['READER']);
    expect(await run(route.client, DELEGATE, away())).toMatchObject({ code: 'NOT_FOUND' });
    expect(await run(route.client, END, { delegationId: made.id })).toMatchObject({ inEffect: false });
  });

  it('refuses oneself, strangers, two deputies at once and days that cannot be', async () => {
    expect(await run(olas, DELEGATE, away({ personId: ola.personId }))).toMatchObject({ code: 'ROLE_FOR_ONESELF' });
    // The coordinator may delegate it, not to themself.
    expect(await run(route.client, DELEGATE, away({ personId: route.person.personId }))).toMatchObject({
      code: 'ROLE_FOR_ONESELF',
    });
    const neighbour = await anInvited(env, { case: route.case });
    expect(await run(olas, DELEGATE, away({ personId: neighbour.person.personId }))).toMatchObject({
      code: 'NOT_COLLEAGUE',
      path: ['input', 'personId'],
    });
    expect(await run(neighbour.client, DELEGATE, away())).toMatchObject({ code: 'NOT_PERMITTED' });
    expect(await run(olas, DELEGATE, away({ toOn: '2016-11-20' }))).toMatchObject({ fault: 'ENDS_BEFORE_START' });
    const first = await run(olas, DELEGATE, away());
    expect((await run(olas, DELEGATE, away())).id).toBe(first.id);
    expect(await run(olas, DELEGATE, away({ toOn: '2016-11-28' }))).toMatchObject({
      code: 'DELEGATED_ALREADY',
      fromOn: '2016-11-21',
      toOn: '2016-11-25',
    });
    const elsewhere = await anInvited(env);
    expect(await run(olas, DELEGATE, away({ personId: elsewhere.person.personId }))).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await run(elsewhere.client, END, { delegationId: first.id })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('two at once: one period wins', async () => {
    const other = await aPerson(env, route.case.regionId, { organisationId: route.organisationId, roles: ['READER'] });
    const answers = await Promise.all([
      run(olas, DELEGATE, away()),
      run(route.client, DELEGATE, away({ personId: other.personId })),
    ]);
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['DelegatedAlready', 'RoleDelegation']);
  });

  it('a seat in the region is left to somebody by the secretariat, not by its holder', async () => {
    const { regionId } = route.case;
    const seat = await aPerson(env, regionId, { roles: ['REGIONAL_GROUP'] });
    const other = await aPerson(env, regionId, { roles: ['READER'] });
    const [{ id }] = await env.admin.query('select id from role where person_id = $1', [seat.personId]);
    const wanted = away({ roleId: id, personId: other.personId, fromOn: '2016-11-16' });
    expect(await run(await env.as(seat), DELEGATE, wanted)).toMatchObject({
      code: 'NOT_PERMITTED',
      whoMay: ['REGION_SECRETARIAT'],
    });
    const secretariat = await env.as(await aPerson(env, regionId, { roles: ['SECRETARIAT'] }));
    expect(await run(secretariat, DELEGATE, wanted)).toMatchObject({ inEffect: true });
    expect(await rolesOf(await env.as(other))).toEqual(['READER', 'REGIONAL_GROUP']);
  });

  describe('“not me, ask NN”', () => {
    const tasksOf = async (client: Client): Promise<string[]> =>
      (await client.query(TASKS)).myTasks.map(({ subjectId }: Result) => subjectId);
    let stepId: string;
    beforeEach(async () => {
      stepId = route.steps[0]!;
      await env.admin.query(`update anchoring_step set role = 'CHIEF_EXECUTIVE' where id = $1`, [stepId]);
      await env.drain();
    });

    it('a step is asked of one colleague, who is told at once; the board, the route and the tasks say so', async () => {
      expect(await tasksOf(route.client)).toContain(stepId);
      expect(await tasksOf(olas)).not.toContain(stepId);
      const given = await run(route.client, HAND_OVER, { stepId, personId: ola.personId });
      expect(given).toMatchObject({ askedPersonId: ola.personId, responsibleName: 'Ola Hansen', deputyFor: null });
      expect(await tasksOf(olas)).toContain(stepId);
      expect(await tasksOf(route.client)).not.toContain(stepId);
      await env.drain();
      // The holder was reminded this morning already; Ola has not been.
      const { messages } = await env.mailbox.list({ to: ola.email });
      expect(messages.map(({ subject }) => subject)).toEqual([
        expect.stringContaining('avgjør saken innen 30.11.2016'),
      ]);
      const { caseBoard } = await olas.query(BOARD, { caseId: route.case.caseId });
      expect(caseBoard.rows[0].steps[0]).toMatchObject({ responsibleName: 'Ola Hansen', deputyFor: null });

      // Ola is away: his deputy is asked, and both are named.
      await run(olas, DELEGATE, away({ fromOn: '2016-11-16' }));
      expect(await run(route.client, HAND_OVER, { stepId, personId: ola.personId })).toMatchObject({
        responsibleName: 'Kari Nordmann',
        deputyFor: 'Ola Hansen',
      });
      const back = await run(olas, HAND_OVER, { stepId });
      expect(back).toMatchObject({ askedPersonId: null, responsibleName: expect.not.stringContaining('Ola') });
      expect(await tasksOf(route.client)).toContain(stepId);
      const entries: { entry: string }[] = await env.admin.query(
        `select entry from decision_log where region_id = $1 and entry like '%handOverStep%'`,
        [route.case.regionId],
      );
      expect(entries).toHaveLength(2);
      for (const { entry } of entries) expect(entry).not.toContain(ola.personId);
    });

    it('goes to nobody who could not answer, and not away from a step that is done', async () => {
      expect(await run(route.client, HAND_OVER, { stepId, personId: kari.personId })).toMatchObject({
        code: 'COLLEAGUE_CANNOT_DECIDE',
        path: ['input', 'personId'],
      });
      const neighbour = await anInvited(env, { case: route.case });
      expect(await run(route.client, HAND_OVER, { stepId, personId: neighbour.person.personId })).toMatchObject({
        code: 'COLLEAGUE_CANNOT_DECIDE',
      });
      expect(await run(neighbour.client, HAND_OVER, { stepId, personId: ola.personId })).toMatchObject({
        code: 'NOT_PERMITTED',
      });
      await decide(route.client, stepId, 'RECOMMENDED', '2016-11-16');
      expect(await run(route.client, HAND_OVER, { stepId, personId: ola.personId })).toMatchObject({
        code: 'STEP_DONE',
      });
    });
  });

  it('the official address is kept by the organisation and the secretariat; it is one plain address', async () => {
    const { organisationId } = route;
    const save = (client: Client, address: string): Promise<Result> =>
      run(client, ADDRESS, { organisationId, address });
    expect(await save(route.client, ' post@ny.kommune.example ')).toEqual({
      __typename: 'Organisation',
      officialAddress: 'post@ny.kommune.example',
    });
    expect(await save(route.client, 'a@b.example, c@d.example')).toMatchObject({ fault: 'NOT_AN_ADDRESS' });
    expect(await save(olas, 'post@x.kommune.example')).toMatchObject({ code: 'NOT_PERMITTED' });
    const neighbour = await anInvited(env, { case: route.case });
    expect(await save(neighbour.client, 'post@x.kommune.example')).toMatchObject({ code: 'NOT_PERMITTED' });
    const secretariat = await env.as(await aPerson(env, route.case.regionId, { roles: ['SECRETARIAT'] }));
    expect(await save(secretariat, '')).toMatchObject({ officialAddress: null });
    const elsewhere = await env.as(await aPerson(env, await aRegion(env), { roles: ['SECRETARIAT'] }));
    expect(await save(elsewhere, 'post@x.kommune.example')).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('a region that shares an organisation cannot turn the mails of another one (R12, R30)', async () => {
    const { organisationId } = route;
    const region = await aRegion(env);
    await env.admin.query(
      `insert into region_membership (region_id, organisation_id, valid_from) values ($1, $2, '2010-01-01')`,
      [region, organisationId],
    );
    await env.admin.query(`update organisation set official_address = 'post@register.example' where id = $1`, [
      organisationId,
    ]);
    const ours = await env.as(await aPerson(env, route.case.regionId, { roles: ['SECRETARIAT'] }));
    const theirs = [
      await env.as(await aPerson(env, region, { roles: ['SECRETARIAT'] })),
      await env.as(await aPerson(env, region, { organisationId, roles: ['COORDINATOR', 'CHIEF_EXECUTIVE'] })),
    ];
    const ADDRESSES = '{ organisations { id officialAddress } }';
    const addressSeen = async (client: Client): Promise<string | null> =>
      (await client.query(ADDRESSES)).organisations.find(({ id }: Result) => id === organisationId).officialAddress;
    expect(await addressSeen(ours)).toBe('post@register.example');
    await run(ours, ADDRESS, { organisationId, address: 'post@her.example' });
    for (const client of theirs) {
      expect(await addressSeen(client)).toBe('post@register.example');
      await run(client, ADDRESS, { organisationId, address: 'post@der.example' });
      expect([await addressSeen(client), await addressSeen(ours)]).toEqual(['post@der.example', 'post@her.example']);
      await run(client, ADDRESS, { organisationId, address: 'post@register.example' });
    }
    // And where nobody holds the role, mails go there.
    const work = env.worker.context.app.get(Transactions, { strict: false });
    const asked = { organisationId, role: 'PROCUREMENT_OFFICER' as const };
    for (const [id, address] of [
      [route.case.regionId, 'post@her.example'],
      [region, 'post@register.example'],
    ] as const)
      expect(
        await work.asService(id, 'test', async (one) => (await responsibleFor(one, [asked])).get(askedKey(asked))),
      ).toMatchObject({ address, nobodyToAsk: true });
  });
});
