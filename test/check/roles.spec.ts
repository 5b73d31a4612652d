import type { RoleKind } from '@samanker/request';
import { anInvited } from '../builders/anchoring';
import { anOrganisation, aPerson, aRegion, type BuiltPerson } from '../builders/organisation';
import { startSamanker, type Client, type SamankerUnderTest } from '../environment/samanker';

const REGISTER = `mutation ($input: RegisterPersonInput!) { result: registerPerson(input: $input) { __typename
  ... on OrganisationPerson { id name email phone language roles { kind } } ... on UserError { code message path }
  ... on PersonAlreadyRegistered { personId } ... on NotPermitted { whoMay } ... on InvalidInput { fault } } }`;
const CHANGE = `mutation ($input: ChangePersonInput!) { result: changePerson(input: $input) { __typename
  ... on OrganisationPerson { id name email phone language } ... on UserError { code path } ... on NotPermitted { whoMay } } }`;
const GRANT = `mutation ($input: GrantRoleInput!) { result: grantRole(input: $input) { __typename
  ... on GrantedRole { id personId kind organisationId deputyOrder active endedAt } ... on UserError { code path }
  ... on NotPermitted { whoMay } ... on InvalidInput { fault } } }`;
const END = `mutation ($input: EndRoleInput!) { result: endRole(input: $input) { __typename
  ... on GrantedRole { id active endedAt } ... on UserError { code } ... on NotPermitted { whoMay } } }`;
const PEOPLE = `query ($organisationId: UUID) { people(organisationId: $organisationId) { id name email phone roles { id kind deputyOrder } } }`;
const ME = '{ me { organisationId roles { kind organisationId } } }';

type Result = Record<string, any>;

describe('people and their roles (R12, R28)', () => {
  let env: SamankerUnderTest;
  let regionId: string;
  let organisationId: string;
  let coordinator: BuiltPerson;
  let secretariat: BuiltPerson;
  let anne: Client;
  let sekretar: Client;
  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-11-16T10:00+01:00' });
  });
  afterAll(() => env?.stop());
  beforeEach(async () => {
    regionId = await aRegion(env);
    organisationId = await anOrganisation(env, regionId);
    coordinator = await aPerson(env, regionId, { organisationId, name: 'Koordinator Anne' });
    secretariat = await aPerson(env, regionId, { roles: ['SECRETARIAT'] });
    anne = await env.as(coordinator);
    sekretar = await env.as(secretariat);
  });

  const run = async (client: Client, document: string, input: object): Promise<Result> =>
    (await client.mutate(document, { input })).result;
  const someone = async (roles: RoleKind[], at: string | null = organisationId) =>
    aPerson(env, regionId, { organisationId: at, roles });
  const heldBy = async (personId: string, kind: RoleKind): Promise<string> =>
    (
      await env.admin.query('select id from role where person_id = $1 and kind = $2 and ended_at is null', [
        personId,
        kind,
      ])
    )[0].id;

  it('a coordinator registers a colleague and grants a role, who then acts; the log names nobody (R31, R32)', async () => {
    const email = `berit-${regionId}@kommune.example`;
    const person = await run(anne, REGISTER, { organisationId, name: 'Berit Berg', email, phone: '99 88 77 66' });
    expect(person).toMatchObject({ name: 'Berit Berg', email, phone: '99 88 77 66', language: 'NB', roles: [] });
    const granted = await run(anne, GRANT, { personId: person.id, kind: 'RECORDER', organisationId });
    expect(granted).toMatchObject({ personId: person.id, kind: 'RECORDER', active: true, endedAt: null });
    const berit = await env.as({ personId: person.id, regionId, organisationId });
    expect((await berit.query(ME)).me.roles).toEqual([{ kind: 'RECORDER', organisationId }]);

    // The same role again is the same role; another place in the order moves it.
    expect((await run(anne, GRANT, { personId: person.id, kind: 'RECORDER', organisationId })).id).toBe(granted.id);
    const moved = await run(anne, GRANT, { personId: person.id, kind: 'RECORDER', organisationId, deputyOrder: 1 });
    expect(moved).toMatchObject({ id: granted.id, deputyOrder: 1 });

    const entries: { entry: string }[] = await env.admin.query(
      'select entry from decision_log where region_id = $1 order by seq',
      [regionId],
    );
    expect(entries.map(({ entry }) => JSON.parse(entry).verb)).toEqual(['registerPerson', 'grantRole', 'grantRole']);
    for (const { entry } of entries) {
      for (const word of ['Berit', email, '99 88', person.id]) expect(entry).not.toContain(word);
    }
    const events = await env.admin.query('select name from outbox_event where region_id = $1 order by id', [regionId]);
    expect(events).toEqual([{ name: 'PersonRegistered' }, { name: 'RoleGranted' }, { name: 'RoleGranted' }]);
  });

  it('the language follows the municipality, unless another one is asked for (U4)', async () => {
    await env.admin.query(`update organisation set language = 'NN' where id = $1`, [organisationId]);
    const input = { organisationId, name: 'Nils Nynorsk', email: `nils-${regionId}@kommune.example` };
    expect(await run(anne, REGISTER, input)).toMatchObject({ __typename: 'OrganisationPerson', language: 'NN' });
    const english = { ...input, email: `mary-${regionId}@kommune.example`, language: 'EN' };
    expect(await run(anne, REGISTER, english)).toMatchObject({ language: 'EN' });
    await env.admin.query(`update organisation set language = 'NB' where id = $1`, [organisationId]);
  });

  it('one person for each address within reach; also when two register it at once', async () => {
    const email = `to-${regionId}@kommune.example`;
    const input = { organisationId, name: 'Samme', email };
    const answers = await Promise.all([run(anne, REGISTER, input), run(anne, REGISTER, { ...input, name: 'Annen' })]);
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual([
      'OrganisationPerson',
      'PersonAlreadyRegistered',
    ]);
    const made = answers.find(({ __typename }) => __typename === 'OrganisationPerson')!;
    expect(await run(sekretar, REGISTER, { name: 'Tredje', email: email.toUpperCase() })).toMatchObject({
      code: 'PERSON_ALREADY_REGISTERED',
      personId: made.id,
    });
    // Another region knows nothing of it.
    const elsewhere = await aRegion(env);
    const other = await anOrganisation(env, elsewhere);
    const stranger = await env.as(await aPerson(env, elsewhere, { organisationId: other }));
    expect(await run(stranger, REGISTER, { ...input, organisationId: other })).toMatchObject({ email });
    expect(await run(stranger, REGISTER, { ...input, email: 'x@kommune.example' })).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await run(stranger, GRANT, { personId: made.id, kind: 'READER', organisationId: other })).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it.each([
    ['no address', { email: 'ikke en adresse' }, ['input', 'email'], 'NOT_AN_ADDRESS'],
    ['two addresses', { email: 'a@b.no, c@d.no' }, ['input', 'email'], 'NOT_AN_ADDRESS'],
    ['no name', { name: '  ' }, ['input', 'name'], 'REQUIRED'],
    ['a long phone', { phone: '1'.repeat(41) }, ['input', 'phone'], 'TOO_LONG'],
  ])('refuses %s by name of the field', async (_, wrong, path, fault) => {
    const input = { organisationId, name: 'Navn', email: 'navn@kommune.example', ...wrong };
    expect(await run(anne, REGISTER, input)).toMatchObject({ path, fault });
  });

  it('nobody grants a role to themself, regional roles come from the secretariat, municipal ones from the organisation', async () => {
    const mine = { personId: coordinator.personId, kind: 'CHIEF_EXECUTIVE', organisationId };
    expect(await run(anne, GRANT, mine)).toMatchObject({ code: 'ROLE_FOR_ONESELF', path: ['input', 'personId'] });
    const self = { personId: secretariat.personId, kind: 'AUDITOR' };
    expect(await run(sekretar, GRANT, self)).toMatchObject({ code: 'ROLE_FOR_ONESELF' });

    const colleague = await someone(['READER']);
    for (const kind of ['SECRETARIAT', 'REGIONAL_GROUP', 'ADVISORY_GROUP', 'AUDITOR'])
      // With the organisation as well: the seat counts in the whole region all the same.
      for (const at of [organisationId, undefined])
        expect(await run(anne, GRANT, { personId: colleague.personId, kind, organisationId: at })).toMatchObject({
          code: 'NOT_PERMITTED',
          whoMay: ['REGION_SECRETARIAT'],
        });
    const seat = await run(sekretar, GRANT, { personId: colleague.personId, kind: 'REGIONAL_GROUP', organisationId });
    expect(seat).toMatchObject({ kind: 'REGIONAL_GROUP', organisationId });

    const municipal = { personId: colleague.personId, kind: 'RECORDER', organisationId };
    expect(await run(sekretar, GRANT, municipal)).toMatchObject({
      code: 'NOT_PERMITTED',
      whoMay: ['OWN_COORDINATOR', 'OWN_CHIEF_EXECUTIVE'],
    });
    const reader = await env.as(colleague);
    expect(await run(reader, GRANT, municipal)).toMatchObject({ code: 'NOT_PERMITTED' });
    const neighbour = await env.as(await someone(['COORDINATOR'], await anOrganisation(env, regionId)));
    expect(await run(neighbour, GRANT, municipal)).toMatchObject({ code: 'NOT_PERMITTED' });
    expect(await run(anne, GRANT, { ...municipal, organisationId: undefined })).toMatchObject({
      code: 'INVALID_INPUT',
      fault: 'REQUIRED',
      path: ['input', 'organisationId'],
    });
    expect(await run(anne, GRANT, { ...municipal, deputyOrder: 10 })).toMatchObject({ fault: 'TOO_LARGE' });
  });

  it('the secretariat helps an organisation to its first coordinator, and then no more', async () => {
    const empty = await anOrganisation(env, regionId);
    const person = await run(sekretar, REGISTER, {
      organisationId: empty,
      name: 'Første',
      email: `forste-${empty}@kommune.example`,
    });
    const input = { personId: person.id, kind: 'COORDINATOR', organisationId: empty };
    expect(await run(sekretar, GRANT, input)).toMatchObject({ kind: 'COORDINATOR' });
    expect(await run(sekretar, GRANT, { ...input, kind: 'RECORDER' })).toMatchObject({ code: 'NOT_PERMITTED' });
  });

  it('a role that ends, ends the acting at the next request, with the session still there', async () => {
    const colleague = await someone(['RECORDER', 'CONTRIBUTOR']);
    const client = await env.as(colleague);
    expect((await client.query(ME)).me.roles).toHaveLength(2);
    const ended = await run(anne, END, { roleId: await heldBy(colleague.personId, 'RECORDER') });
    expect(ended).toMatchObject({ active: false, endedAt: expect.any(String) });
    expect((await client.query(ME)).me).toEqual({ organisationId, roles: [{ kind: 'CONTRIBUTOR', organisationId }] });
    // Ending it again is done already.
    expect(await run(anne, END, { roleId: ended.id })).toEqual(ended);

    // A seat in the region is left: the person is somebody, but acts for the organisation no more.
    await run(sekretar, GRANT, { personId: colleague.personId, kind: 'ADVISORY_GROUP' });
    await run(anne, END, { roleId: await heldBy(colleague.personId, 'CONTRIBUTOR') });
    expect((await client.query(ME)).me).toEqual({
      organisationId: null,
      roles: [{ kind: 'ADVISORY_GROUP', organisationId: null }],
    });

    // Nothing is left.
    await run(sekretar, END, { roleId: await heldBy(colleague.personId, 'ADVISORY_GROUP') });
    const refused = await client.ask(ME);
    expect(refused.errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
    const mutation = await client.ask(END, { input: { roleId: ended.id } });
    expect(mutation.errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');

    // The same role anew is a row of its own: the old one keeps its end.
    const anew = await run(anne, GRANT, { personId: colleague.personId, kind: 'RECORDER', organisationId });
    expect(anew.id).not.toBe(ended.id);
    expect((await client.query(ME)).me.organisationId).toBe(organisationId);
  });

  it('whoever holds a role may lay it down; the last coordinator and the last of the secretariat stay', async () => {
    const colleague = await someone(['CONTRIBUTOR', 'READER']);
    const client = await env.as(colleague);
    expect(await run(client, END, { roleId: await heldBy(colleague.personId, 'CONTRIBUTOR') })).toMatchObject({
      active: false,
    });
    expect(await run(client, END, { roleId: await heldBy(coordinator.personId, 'COORDINATOR') })).toMatchObject({
      code: 'NOT_PERMITTED',
      whoMay: ['OWN_COORDINATOR', 'OWN_CHIEF_EXECUTIVE'],
    });
    expect(await run(anne, END, { roleId: await heldBy(coordinator.personId, 'COORDINATOR') })).toMatchObject({
      code: 'LAST_IN_ROLE',
    });
    expect(await run(sekretar, END, { roleId: await heldBy(secretariat.personId, 'SECRETARIAT') })).toMatchObject({
      code: 'LAST_IN_ROLE',
    });
  });

  it('two coordinators who end each other’s role at once leave one behind', async () => {
    for (let round = 0; round < 5; round++) {
      const at = await anOrganisation(env, regionId);
      const [one, other] = [await someone(['COORDINATOR'], at), await someone(['COORDINATOR'], at)];
      const [first, second] = [await env.as(one), await env.as(other)];
      const [roleOne, roleOther] = [
        await heldBy(one.personId, 'COORDINATOR'),
        await heldBy(other.personId, 'COORDINATOR'),
      ];
      await Promise.all([
        first.ask(END, { input: { roleId: roleOther } }),
        second.ask(END, { input: { roleId: roleOne } }),
      ]);
      const left = await env.admin.query(
        `select count(*)::int as left from role where organisation_id = $1 and active`,
        [at],
      );
      expect(left).toEqual([{ left: 1 }]);
    }
  });

  it('what is awaited of a holder whose role has ended is asked of the deputy, and of nobody else (R12)', async () => {
    const built = await anInvited(env);
    const { regionId: region } = built.case;
    const at = built.organisationId;
    const deputy = await aPerson(env, region, { organisationId: at, deputyOrder: 1, name: 'Stedfortrederen' });
    const chief = await env.as(await aPerson(env, region, { organisationId: at, roles: ['CHIEF_EXECUTIVE'] }));
    for (const kind of ['COORDINATOR', 'CHIEF_EXECUTIVE'] as const)
      expect(await run(chief, END, { roleId: await heldBy(built.person.personId, kind) })).toMatchObject({
        active: false,
      });
    expect((await (await env.as(deputy)).query('{ myTasks { id } }')).myTasks.length).toBeGreaterThan(0);
    await env.admin.query(
      `update expectation set due_on = '2016-11-17', next_reminder_on = '2016-11-16'
       where organisation_id = $1 and role = 'COORDINATOR' and fulfilled_at is null`,
      [built.organisationId],
    );
    await env.drain();
    const mails: { person_id: string }[] = await env.admin.query(
      `select distinct person_id from mail where organisation_id = $1 and kind = 'DIGEST'`,
      [built.organisationId],
    );
    const written = mails.map((mail) => mail.person_id);
    expect(written).toContain(deputy.personId);
    expect(written).not.toContain(built.person.personId);
  });

  it('addresses are seen by the own organisation, the coordinator of the case and the secretariat (R28)', async () => {
    const built = await anInvited(env);
    const { organisationId: at } = built;
    const { regionId: region } = built.case;
    const names = async (client: Client, where: string | null = at) =>
      (await client.query(PEOPLE, { organisationId: where })).people as { name: string; email: string | null }[];
    const reader = await aPerson(env, region, { organisationId: at, roles: ['READER'], name: 'Leser' });
    const office = await env.as(await aPerson(env, region, { roles: ['SECRETARIAT'] }));
    const neighbour = await env.as(
      await aPerson(env, region, { organisationId: await anOrganisation(env, region), name: 'Nabo' }),
    );
    const auditor = await env.as(await aPerson(env, region, { roles: ['AUDITOR'] }));
    const host = await env.as(built.case.coordinator);
    const hostReader = await env.as(
      await aPerson(env, region, { organisationId: built.case.hostOrganisationId, roles: ['READER'] }),
    );
    const registered = await run(built.client, REGISTER, {
      organisationId: at,
      name: 'Uten rolle',
      email: `uten-${at}@kommune.example`,
    });
    expect(registered).toMatchObject({ __typename: 'OrganisationPerson' });

    for (const client of [await env.as(reader), office, host]) {
      const shown = await names(client);
      expect(shown.find(({ name }) => name === 'Leser')?.email).toBe(reader.email);
      expect(shown.every(({ email }) => email !== null)).toBe(true);
    }
    for (const client of [neighbour, auditor, hostReader]) {
      const shown = await names(client);
      expect(shown.map(({ name }) => name)).toContain('Leser');
      expect(shown.map(({ name }) => name)).not.toContain('Uten rolle');
      expect(shown.every(({ email }) => email === null)).toBe(true);
    }
    expect((await names(await env.as(reader))).map(({ name }) => name)).toContain('Uten rolle');
    expect((await names(office, null)).length).toBe(2);
    const elsewhere = await aRegion(env);
    const stranger = await env.as(
      await aPerson(env, elsewhere, { organisationId: await anOrganisation(env, elsewhere) }),
    );
    expect(await names(stranger)).toEqual([]);
  });

  it('an organisation keeps what is registered of its people; everybody their own name, phone and language, not the address', async () => {
    const colleague = await someone(['CONTRIBUTOR']);
    const { personId } = colleague;
    const email = `ny-${personId}@kommune.example`;
    expect(await run(anne, CHANGE, { personId, email, name: 'Nytt Navn', phone: '12 34' })).toMatchObject({
      name: 'Nytt Navn',
      email,
      phone: '12 34',
    });
    const self = await env.as(colleague);
    expect(await run(self, CHANGE, { personId, language: 'NN', phone: '' })).toMatchObject({
      language: 'NN',
      phone: null,
      name: 'Nytt Navn',
    });
    expect(await run(self, CHANGE, { personId, email: 'min@privat.example' })).toMatchObject({
      code: 'NOT_PERMITTED',
      path: ['input', 'email'],
    });
    const neighbour = await env.as(await someone(['COORDINATOR'], await anOrganisation(env, regionId)));
    expect(await run(neighbour, CHANGE, { personId, name: 'X' })).toMatchObject({ code: 'NOT_PERMITTED' });
    expect(await run(anne, CHANGE, { personId, email: coordinator.email })).toMatchObject({
      code: 'PERSON_ALREADY_REGISTERED',
    });

    // With a role elsewhere too, one organisation cannot take over what the other has let in.
    const other = await anOrganisation(env, regionId);
    const keeper = await env.as(await someone(['COORDINATOR'], other));
    expect(await run(keeper, GRANT, { personId, kind: 'CONTRIBUTOR', organisationId: other })).toMatchObject({
      kind: 'CONTRIBUTOR',
    });
    for (const client of [anne, keeper])
      expect(await run(client, CHANGE, { personId, email: `tyv-${personId}@kommune.example` })).toMatchObject({
        code: 'NOT_PERMITTED',
        whoMay: ['REGION_SECRETARIAT'],
      });
    expect(await run(sekretar, CHANGE, { personId, email: `rett-${personId}@kommune.example` })).toMatchObject({
      __typename: 'OrganisationPerson',
    });
    // Nor one region what another one has let in.
    const elsewhere = await aRegion(env);
    await env.admin.query(`insert into role (region_id, person_id, kind) values ($1, $2, 'READER')`, [
      elsewhere,
      personId,
    ]);
    expect(await run(sekretar, CHANGE, { personId, email: `x-${personId}@kommune.example` })).toMatchObject({
      code: 'NOT_PERMITTED',
    });
    expect(await run(sekretar, CHANGE, { personId, name: 'Fortsatt mulig' })).toMatchObject({ name: 'Fortsatt mulig' });
  });
});
