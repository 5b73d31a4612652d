import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { GraphQLField } from 'graphql';
import { everything, MUNICIPAL_ROLES, type Everything } from '../builders/everything';
import { aNeed } from '../builders/need';
import { anOrganisation, aPerson, aRegion } from '../builders/organisation';
import { aCase } from '../builders/procurement-case';
import { fingerprint } from '../environment/fingerprint';
import { namesSomething, sample } from '../environment/hostile';
import { startSamanker, type Client, type SamankerUnderTest } from '../environment/samanker';

type Verb = GraphQLField<unknown, unknown>;

const SAID = '{ __typename ... on UserError { code message path } ... on NotPermitted { whoMay } }';

/** What another municipality does not see at all, so that it is not found: verb and reason. */
const NOT_SEEN: Readonly<Record<string, string>> = {
  answerQuestion: 'a question is between the municipality, the host and the secretariat until it is shared',
  shareAnswer: 'an answer likewise',
  changeNote: 'a note is of the organisation that wrote it, and of those who work on the case when it is shared',
  withdrawNote: 'a note likewise',
  acceptEscalation: 'an offer to write to the next level is between the host, the secretariat and the regional group',
  declineEscalation: 'an offer likewise',
  revokeMachineClient: 'programs are seen by their own organisation',
  rotateMachineClientSecret: 'the same',
};

/** Without a case these are about what is one's own: here they name a case of somebody else. */
const NAMES_A_CASE: readonly string[] = ['exportDecisionLog', 'importRunningCase'];

describe('what somebody sees and may not do (R28, R29)', () => {
  let env: SamankerUnderTest;
  let world: Everything;
  let verbs: Verb[];
  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-11-16T10:00+01:00', worker: false });
    world = await everything(env);
    verbs = Object.values(
      env.api.get(GraphQLSchemaHost, { strict: false }).schema.getMutationType()!.getFields(),
    ).filter((verb) => namesSomething(verb.args[0]!.type));
  });
  afterAll(() => env?.stop());

  const send = async (client: Client, verb: Verb): Promise<Record<string, any>> => {
    const { type } = verb.args[0]!;
    const named = NAMES_A_CASE.includes(verb.name) ? { caseId: world.ids.caseId } : {};
    const given = sample('input', type, { ...world.ids, ...world.idsFor[verb.name] }) as Record<string, unknown>;
    const input = { ...given, ...named };
    return (
      await client.mutate(`mutation ($input: ${String(type)}) { result: ${verb.name}(input: $input) ${SAID} }`, {
        input,
      })
    ).result;
  };

  it('is not permitted to another municipality, which is told who may; what it does not see is not found', async () => {
    const before = await fingerprint(env.admin);
    const neighbour = await world.someone('neighbour', MUNICIPAL_ROLES);
    const built = await fingerprint(env.admin);
    for (const verb of verbs) {
      const said = await send(neighbour, verb);
      if (verb.name in NOT_SEEN) expect([verb.name, said.__typename]).toEqual([verb.name, 'NotFound']);
      else {
        expect([verb.name, said.__typename]).toEqual([verb.name, 'NotPermitted']);
        expect(said.whoMay.length).toBeGreaterThan(0);
        expect(said.message).toMatch(/^Dette kan du ikke gjøre med rollen din\. Det kan .+\.$/);
      }
    }
    const after = await fingerprint(env.admin);
    expect(Object.keys(before).filter((table) => after[table] !== built[table])).toEqual([]);
  });

  it('is not found by another region, where the municipality finds it not permitted (R30)', async () => {
    const elsewhere = await world.someone('elsewhere', [...MUNICIPAL_ROLES, 'SECRETARIAT', 'REGIONAL_GROUP']);
    const found = new Set<string>();
    // Where no organisation is named, people are registered for the region of the one who asks.
    for (const verb of verbs.filter(({ name }) => name !== 'registerPerson'))
      found.add((await send(elsewhere, verb)).__typename);
    // What names an organisation that is no member is invalid for everybody: members are a public register.
    expect([...found].filter((name) => name !== 'InvalidInput')).toEqual(['NotFound']);
  });

  it('says who leads the case, in the language of the one who asks', async () => {
    const built = await aCase(env, { decisionDeadline: '2017-02-28' });
    const { caseId, regionId } = built;
    const nynorsk = await env.as(
      await aPerson(env, regionId, { organisationId: await anOrganisation(env, regionId), language: 'NN' }),
    );
    for (const [verb, more] of [
      ['pauseProcurementCase', { reason: 'Sommar' }],
      ['resumeProcurementCase', { reason: 'Haust' }],
      ['cancelProcurementCase', { reason: 'Slutt' }],
      ['changeDecisionDeadline', { decisionDeadline: '2017-03-31' }],
      ['freezeMergedDemandReport', {}],
    ] as const) {
      const type = `${verb[0]!.toUpperCase()}${verb.slice(1)}Input!`;
      const { result } = await nynorsk.mutate(`mutation ($input: ${type}) { result: ${verb}(input: $input) ${SAID} }`, {
        input: { caseId, ...more },
      });
      expect(result).toEqual({
        __typename: 'NotPermitted',
        code: 'NOT_PERMITTED',
        path: ['input'],
        message: 'Dette kan du ikkje gjere med rolla di. Det kan koordinatoren hos verten, eller sekretariatet.',
        whoMay: ['HOST_COORDINATOR', 'REGION_SECRETARIAT'],
      });
    }
  });

  it('a draft of another municipality is not found; declared, its change is not permitted', async () => {
    const regionId = await aRegion(env);
    const [own, other] = [await anOrganisation(env, regionId), await anOrganisation(env, regionId)];
    const [draft, declared] = [await aNeed(env, regionId, own, { state: 'DRAFT' }), await aNeed(env, regionId, own)];
    const neighbour = await env.as(await aPerson(env, regionId, { organisationId: other }));
    const withdraw = async (needId: string) =>
      (
        await neighbour.mutate(
          `mutation ($input: WithdrawNeedInput!) { result: withdrawNeed(input: $input) ${SAID} }`,
          { input: { needId, version: 1 } },
        )
      ).result;
    expect(await withdraw(draft)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await withdraw(declared)).toMatchObject({
      code: 'NOT_PERMITTED',
      whoMay: expect.arrayContaining(['OWN_COORDINATOR']),
    });
  });

  it('an idempotency key belongs to one person who acts for one organisation', async () => {
    const regionId = await aRegion(env);
    const organisations = [await anOrganisation(env, regionId), await anOrganisation(env, regionId)];
    const person = await aPerson(env, regionId, { organisationId: organisations[0]! });
    await env.admin.query(
      `insert into role (region_id, person_id, organisation_id, kind) values ($1, $2, $3, 'COORDINATOR')`,
      [regionId, person.personId, organisations[1]],
    );
    const save = async (organisationId: string, at: string) =>
      (
        await (
          await env.as({ ...person, organisationId: at })
        ).mutate(
          `mutation ($input: SaveClosedWeeksInput!) { result: saveClosedWeeks(input: $input) { __typename ... on ClosedWeeks { organisationId } ... on UserError { code } } }`,
          {
            input: {
              organisationId,
              idempotencyKey: 'uke 29',
              periods: [{ fromDate: '2017-07-17', toDate: '2017-07-23', reason: 'Fellesferie' }],
            },
          },
        )
      ).result;
    for (const organisationId of organisations)
      expect(await save(organisationId, organisationId)).toEqual({ __typename: 'ClosedWeeks', organisationId });
    // The same key for the same organisation with other input is refused still.
    expect(await save(organisations[1]!, organisations[0]!)).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  });
});
