import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { GraphQLField } from 'graphql';
import { everything, MUNICIPAL_ROLES, SECRET, SECRET_QUANTITY, type Everything } from '../builders/everything';
import { fingerprint } from '../environment/fingerprint';
import { NOBODYS, sample, selectionOf, variants, type Ids } from '../environment/hostile';
import { startSamanker, type Answer, type Client, type SamankerUnderTest } from '../environment/samanker';

type Question = GraphQLField<unknown, unknown>;
type Reply = Answer<Record<string, any>>;

/** Everything here follows from the schema: a new query is attacked the day it is made. */
describe('every question, whatever is asked and whoever asks', () => {
  let env: SamankerUnderTest;
  let world: Everything;
  let questions: Question[];
  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-11-16T10:00+01:00', worker: false });
    questions = Object.values(env.api.get(GraphQLSchemaHost, { strict: false }).schema.getQueryType()!.getFields());
    world = await everything(env);
  });
  afterAll(() => env?.stop());

  /** With all that the answer can show, and every argument given. */
  const documentOf = ({ name, args, type }: Question): string => {
    const declared = args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
    const given = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
    return args.length > 0
      ? `query (${declared}) { result: ${name}(${given}) ${selectionOf(type)} }`
      : `{ result: ${name} ${selectionOf(type)} }`;
  };
  /** The id of whatever the question is about stands under its own name, or as the name of what is asked for. */
  const idsFor = ({ name }: Question, ids: Ids): Ids => {
    const own: Ids = {
      need: ids.needId,
      participation: ids.participationId,
      anchoringStep: ids.stepId,
      mergeProposal: ids.proposalId,
      procurementCase: ids.caseId,
    } as Ids;
    return name in own ? { ...ids, id: own[name]! } : ids;
  };
  const variablesOf = (question: Question, ids = world.ids): Record<string, unknown> =>
    Object.fromEntries(
      question.args
        .filter(({ name }) => !['filter', 'state', 'after'].includes(name))
        .map(({ name, type }) => [name, sample(name, type, idsFor(question, ids))]),
    );
  const ask = (client: Client, question: Question, variables = variablesOf(question)): Promise<Reply> =>
    client.ask(documentOf(question), variables);
  const askAll = async (client: Client): Promise<Map<string, Reply>> => {
    const replies = new Map<string, Reply>();
    for (const question of questions) replies.set(question.name, await ask(client, question));
    return replies;
  };

  it('whoever may do everything gets an answer to each, with all that it can show', async () => {
    expect(questions.length).toBeGreaterThan(30);
    for (const [name, { status, errors, data }] of await askAll(world.all))
      expect({ name, status, errors, asked: data !== null }).toEqual({
        name,
        status: 200,
        errors: undefined,
        asked: true,
      });
  });

  it('nobody is asked to log in', async () => {
    for (const [name, { errors }] of await askAll(env.nobody))
      expect({ name, code: errors?.[0]?.extensions?.code }).toEqual({ name, code: 'UNAUTHENTICATED' });
  });

  it('another region learns nothing: every answer is that about what does not exist (R30)', async () => {
    const foreigner = await world.someone('elsewhere', MUNICIPAL_ROLES);
    const nobodys = Object.fromEntries(Object.keys(world.ids).map((name) => [name, NOBODYS]));
    for (const question of questions.filter(({ args }) => args.some(({ type }) => String(type).startsWith('UUID')))) {
      const told = (await ask(foreigner, question)).data;
      expect({ name: question.name, told }).toEqual({
        name: question.name,
        told: (await ask(foreigner, question, variablesOf(question, nobodys))).data,
      });
    }
  });

  it.each([
    ['a reader of another municipality', 'neighbour', ['READER']],
    ['everybody in another municipality', 'neighbour', MUNICIPAL_ROLES],
    ['the regional and the advisory group', 'region', ['REGIONAL_GROUP', 'ADVISORY_GROUP']],
    ['an auditor', 'region', ['AUDITOR']],
  ] as const)('to %s no personal address and no draft is shown, wherever it looks (R28)', async (_, where, roles) => {
    const somebody = await world.someone(where, roles);
    for (const [name, { status, errors, data }] of await askAll(somebody)) {
      const text = JSON.stringify(data).toLowerCase();
      const leaked = [...world.addresses, SECRET, SECRET_QUANTITY].filter((secret) =>
        text.includes(secret.toLowerCase()),
      );
      expect({ name, status, errors, leaked }).toEqual({ name, status: 200, errors: undefined, leaked: [] });
    }
  });

  it('and to the organisation itself its own drafts and mails are', async () => {
    const own = JSON.stringify([...(await askAll(await world.someone('host', ['READER'])))]);
    expect([SECRET, SECRET_QUANTITY, world.addresses[0]!].filter((text) => !own.includes(text))).toEqual([]);
  });

  it('nothing hostile in any argument makes a fault of ours, and asking changes nothing (S1)', async () => {
    const before = await fingerprint(env.admin);
    const faults: string[] = [];
    for (const question of questions)
      for (const { name, type } of question.args) {
        const right = variablesOf(question);
        for (const { path, value, input } of variants(type, world.ids, right[name])) {
          const { status, errors } = await ask(world.all, question, { ...right, [name]: input });
          const { code, field } = errors?.[0]?.extensions ?? {};
          const named = code === 'BAD_USER_INPUT' && String(field).startsWith(name);
          if (status >= 500 || (errors && !named))
            faults.push(
              `${question.name} ${name} ${path} = ${JSON.stringify(value)?.slice(0, 60)}: ${status} ${String(code)} ${errors?.[0]?.message}`,
            );
        }
      }
    expect(faults).toEqual([]);
    expect(await fingerprint(env.admin)).toEqual(before);
  });
});
