import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { GraphQLSchema } from 'graphql';
import { completeRegion, type CompleteRegion } from '../builders/complete-region';
import { MUNICIPAL_ROLES } from '../builders/everything';
import { aPerson } from '../builders/organisation';
import { fingerprint } from '../environment/fingerprint';
import { NOBODYS } from '../environment/hostile';
import { startSamanker, type Answer, type Client, type SamankerUnderTest } from '../environment/samanker';
import { attempt, documentOf, nothingLasts, rightInput, type Verb } from '../matrix/doing';
import { allows, readExpectations } from '../matrix/expectations';
import { idsIn } from '../matrix/id-places';
import { argumentsOf, documentsOf, type Question } from '../matrix/questions';

type Reply = Answer<Record<string, any>>;

describe('another region, and nobody at all (S2, R30)', () => {
  let env: SamankerUnderTest;
  let theirs: CompleteRegion;
  let ours: CompleteRegion;
  let schema: GraphQLSchema;
  let questions: Question[];
  let verbs: Verb[];
  /** Who may do everything in a region of their own: at a municipality, and at the host. */
  let strangers: Client[];
  const { classes, questions: questionLines, verbs: verbLines } = readExpectations();

  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-11-16T10:00+01:00', worker: false });
    ({ schema } = env.api.get(GraphQLSchemaHost, { strict: false }));
    questions = Object.values(schema.getQueryType()!.getFields());
    verbs = Object.values(schema.getMutationType()!.getFields());
    theirs = await completeRegion(env);
    ours = await completeRegion(env);
    strangers = [];
    for (const organisationId of [ours.own, ours.host]) {
      const person = await aPerson(env, ours.regionId, { organisationId, roles: [...MUNICIPAL_ROLES], deputyOrder: 9 });
      for (const kind of ['SECRETARIAT', 'REGIONAL_GROUP'])
        await env.admin.query('insert into role (region_id, person_id, kind) values ($1, $2, $3)', [
          ours.regionId,
          person.personId,
          kind,
        ]);
      strangers.push(await env.as(person));
    }
  }, 60_000);
  afterAll(() => env?.stop());

  /** The id of the same kind of thing over there. */
  const there = (name: string, verb = ''): string =>
    theirs.idsFor[verb]?.[name] ?? theirs.ids[name] ?? theirs.alsoAsked[name]?.[0] ?? theirs.ids.caseId!;
  const told = ({ status, data, errors }: Reply): string => JSON.stringify([status, data, errors]);
  const accepted = ({ data, errors }: Reply): boolean => !errors && data?.result != null && !('code' in data.result);

  it('an id from over there is answered, byte for byte, like one that nobody has: in every place of every question', async () => {
    const faults: string[] = [];
    let places = 0;
    for (const question of questions) {
      const right = argumentsOf(question, ours)[0]!;
      for (const { name, type } of question.args)
        for (const { path, named, having } of idsIn(name, type, right[name], ours.ids)) {
          places++;
          const id = there(named === 'id' ? idNameOf(question) : named);
          for (const document of documentsOf(question, schema)) {
            const ask = async (value: string) =>
              told(await strangers[0]!.ask(document, { ...right, [name]: having(value) }));
            if ((await ask(id)) !== (await ask(NOBODYS))) faults.push(`${question.name} ${path}`);
          }
        }
    }
    expect(faults).toEqual([]);
    expect(places).toBeGreaterThan(25);
  });

  const idNameOf = ({ name }: Question): string =>
    ({ anchoringStep: 'stepId', mergeProposal: 'proposalId', procurementCase: 'caseId', frozenReport: 'frozenReport' })[
      name
    ] ?? `${name}Id`;

  it('and in every place of every verb; nothing changes', async () => {
    const faults: string[] = [];
    const refused: { client: Client; verb: Verb; input: unknown }[] = [];
    const lasting = nothingLasts(env);
    for (const verb of verbs) {
      const input = rightInput(verb, ours);
      const replies = await Promise.all(strangers.map((client) => attempt(client, verb, input)));
      const client = strangers[replies.findIndex(accepted)];
      if (!client) {
        if (!allows(verbLines[verb.name] ?? '', new Set(['anybody', 'self']), classes))
          faults.push(`${verb.name}: nobody did it: ${JSON.stringify(replies[0]!.data ?? replies[0]!.errors)}`);
        continue;
      }
      for (const arg of verb.args)
        for (const { path, named, having } of idsIn(arg.name, arg.type, input, ours.ids)) {
          const theirsToo = having(there(named, verb.name));
          const over = await attempt(client, verb, theirsToo);
          const nowhere = await attempt(client, verb, having(NOBODYS));
          if (accepted(over) && accepted(nowhere)) continue;
          if (told(over) !== told(nowhere)) faults.push(`${verb.name} ${path}: ${told(over)} but ${told(nowhere)}`);
          else refused.push({ client, verb, input: theirsToo });
        }
    }
    lasting();
    expect(faults).toEqual([]);
    expect(refused.length).toBeGreaterThan(50);
    const before = await fingerprint(env.admin);
    for (const { client, verb, input } of refused)
      if (accepted(await attempt(client, verb, input))) faults.push(`${verb.name} was accepted after all`);
    expect(faults).toEqual([]);
    expect(await fingerprint(env.admin)).toEqual(before);
  }, 120_000);

  it('no answer to them names anything from over there', async () => {
    const foreign = await idsOfRegion(theirs.regionId);
    expect(foreign.size).toBeGreaterThan(200);
    const found = new Set<string>();
    for (const client of strangers)
      for (const question of questions)
        for (const variables of argumentsOf(question, ours))
          for (const document of documentsOf(question, schema)) {
            const text = told(await client.ask(document, variables));
            for (const [id] of text.matchAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g))
              if (foreign.has(id)) found.add(`${question.name}: ${foreign.get(id)}`);
          }
    expect([...found]).toEqual([]);
  }, 60_000);

  /** Every id of the region's rows, with the table it stands in. */
  async function idsOfRegion(regionId: string): Promise<Map<string, string>> {
    const tables: { name: string }[] = await env.admin.query(
      `select table_name as name from information_schema.columns where table_schema = 'public' and column_name in ('id', 'region_id')
       group by 1 having count(*) = 2`,
    );
    const ids = new Map<string, string>([[regionId, 'region']]);
    for (const { name } of tables)
      for (const { id } of await env.admin.query(`select id::text from "${name}" where region_id = $1`, [regionId]))
        ids.set(id, name);
    for (const { id } of await env.admin.query(
      'select organisation_id as id from region_membership where region_id = $1',
      [regionId],
    ))
      ids.set(id, 'organisation');
    return ids;
  }

  it.each(['no token', 'a made-up token', 'an ended session', 'a person without a role'])(
    '%s: asked to log in, and nothing changes',
    async (which) => {
      const client = await outsider(which);
      const before = await fingerprint(env.admin);
      const open = (line: string | undefined): boolean => allows(line ?? '', new Set(['anybody']), classes);
      const faults: string[] = [];
      const demand = (name: string, { data, errors }: Reply): void => {
        if (data?.result != null || errors?.[0]?.extensions?.code !== 'UNAUTHENTICATED')
          faults.push(`${name}: ${JSON.stringify(data ?? errors)}`);
      };
      for (const question of questions.filter(({ name }) => !open(questionLines[name])))
        demand(question.name, await client.ask(documentsOf(question, schema)[0]!, argumentsOf(question, theirs)[0]));
      for (const verb of verbs.filter(({ name }) => !open(verbLines[name])))
        demand(verb.name, await client.ask(documentOf(verb), { input: rightInput(verb, theirs) }));
      expect(faults).toEqual([]);
      expect(await fingerprint(env.admin)).toEqual(before);
    },
  );

  async function outsider(which: string): Promise<Client> {
    if (which === 'no token') return env.nobody;
    const person = await aPerson(env, theirs.regionId, {
      organisationId: theirs.own,
      roles: which === 'a person without a role' ? [] : [...MUNICIPAL_ROLES],
    });
    const client = await env.as(person);
    if (which === 'an ended session')
      await env.admin.query('delete from session where person_id = $1', [person.personId]);
    if (which !== 'a made-up token') return client;
    const ask: Client['ask'] = async (query, variables = {}) => {
      const response = await fetch(`${env.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${'x'.repeat(client.token.length)}` },
        body: JSON.stringify({ query, variables }),
      });
      return { status: response.status, ...((await response.json()) as object) } as never;
    };
    return { ...client, ask };
  }
});
