import type { GraphQLSchema } from 'graphql';
import type { CompleteRegion } from '../builders/complete-region';
import type { SamankerUnderTest } from '../environment/samanker';
import type { Somebody } from './people';
import { argumentsOf, documentsOf, type Question } from './questions';
import { addRows, ownersOf, type Rows } from './rows';
import type { Seen } from './compare';

/** What everybody in the region sees of everything that can be asked, and what was answered with an error. */
export async function readAll(
  env: SamankerUnderTest,
  region: CompleteRegion,
  questions: readonly Question[],
  schema: GraphQLSchema,
  people: readonly Somebody[],
): Promise<{ seen: Seen[]; errors: string[] }> {
  const owners = await ownersOf(env.admin);
  const errors = new Set<string>();
  const asked = questions.flatMap((question) => {
    const documents = documentsOf(question, schema);
    return argumentsOf(question, region).map((variables) => ({ name: question.name, documents, variables }));
  });
  const seen: Seen[] = [];
  const waiting = [...people];
  const lane = async (): Promise<void> => {
    for (let who = waiting.shift(); who; who = waiting.shift()) {
      const rows: Rows = new Map();
      for (const { name, documents, variables } of asked)
        for (const document of documents) {
          const answer = await who.client.ask(document, variables);
          if (answer.errors) errors.add(`${who.name} ${name}: ${answer.errors[0]?.message}`);
          const at = `${name}(${Object.values(variables).map(String).join()})`;
          addRows(rows, at, answer.data?.result, owners);
        }
      seen.push({ who, rows });
    }
  };
  await Promise.all(Array.from({ length: 4 }, lane));
  return { seen, errors: [...errors] };
}
