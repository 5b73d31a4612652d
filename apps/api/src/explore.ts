import type { ApolloServerPlugin } from '@apollo/server';
import { NotLoggedIn } from '@samanker/database';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { GraphQLError, Kind, visit, BREAK, type DocumentNode } from 'graphql';
import { mayExplore } from './explore.permissions';
import type { RequestContext } from './request-context';

/** Whether a document asks for the schema, in an operation or in any of its fragments. */
export function asksForSchema(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    [Kind.FIELD](field) {
      if (field.name.value !== '__schema' && field.name.value !== '__type') return undefined;
      found = true;
      return BREAK;
    },
  });
  return found;
}

async function isOpenTo({ read }: RequestContext, open: boolean): Promise<boolean> {
  try {
    const { actor } = await read.work();
    return mayExplore(actor, open);
  } catch (error) {
    if (error instanceof NotLoggedIn) return false;
    throw error;
  }
}

/**
 * Introspection for those with the right, decided at each request: parsed and validated documents are kept and given to
 * whoever sends the same text next, so a validation rule would decide for everybody.
 */
export function introspectionPlugin(open: boolean): ApolloServerPlugin<RequestContext> {
  const known = new WeakMap<DocumentNode, boolean>();
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ document, contextValue }) {
          let asks = known.get(document);
          if (asks === undefined) known.set(document, (asks = asksForSchema(document)));
          if (!asks || (await isOpenTo(contextValue, open))) return;
          throw new GraphQLError('The schema is not shown to you: log in as somebody who may explore it.', {
            extensions: { code: 'GRAPHQL_VALIDATION_FAILED', http: { status: 400 } },
          });
        },
      };
    },
  };
}

/** GraphiQL, from here and nowhere else, for those who may ask for the schema; to others there is no such page. */
export function serveGraphiql(
  fastify: FastifyInstance,
  contextOf: (request: FastifyRequest) => RequestContext,
  open: boolean,
): void {
  if (!fastify.hasReplyDecorator('sendFile')) return;
  fastify.get('/graphiql', async (request, reply) => {
    const context = contextOf(request);
    try {
      if (await isOpenTo(context, open)) return await reply.sendFile('graphiql.html');
    } finally {
      await context.read.end();
    }
    return reply.code(404).send({ error: open ? 'Log in first.' : 'Not found', requestId: request.id });
  });
}
