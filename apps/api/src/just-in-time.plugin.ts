import { HeaderMap, type ApolloServerPlugin, type GraphQLResponse } from '@apollo/server';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import type { DocumentNode, FormattedExecutionResult, GraphQLSchema } from 'graphql';
import { errorFormat, isTryAgain } from './error-format';
import type { RequestContext } from './request-context';

/** A document is compiled when it comes for this many times: one-off documents are not worth it. */
const COMPILE_AT_USE = 2;

interface Known {
  uses: number;
  compiled?: CompiledQuery | null;
}

/** The JIT answers leaf errors its own way, past formatError: so any error makes Apollo execute again (queries only). */
export function justInTimePlugin(
  report: (fault: unknown, requestId: string) => void,
): ApolloServerPlugin<RequestContext> {
  const documents = new WeakMap<DocumentNode, Map<string, Known>>();

  function known(document: DocumentNode, operationName: string): Known {
    let byName = documents.get(document);
    if (!byName) documents.set(document, (byName = new Map<string, Known>()));
    let entry = byName.get(operationName);
    if (!entry) byName.set(operationName, (entry = { uses: 0 }));
    return entry;
  }

  function compiledOf(
    schema: GraphQLSchema,
    document: DocumentNode,
    operationName: string | undefined,
  ): CompiledQuery | null {
    const entry = known(document, operationName ?? '');
    entry.uses++;
    if (entry.uses < COMPILE_AT_USE) return null;
    if (entry.compiled === undefined) {
      const compiled = compileQuery(schema, document, operationName);
      entry.compiled = isCompiledQuery(compiled) ? compiled : null;
    }
    return entry.compiled;
  }

  return {
    async requestDidStart() {
      return {
        async responseForOperation({ schema, document, operation, operationName, request, contextValue }) {
          if (operation?.operation !== 'query') return null;
          const compiled = compiledOf(schema, document, operationName ?? undefined);
          if (!compiled) return null;
          const result = await compiled.query(undefined, contextValue, request.variables ?? {});
          if ('errors' in result && result.errors?.length) {
            // What failed may have spoiled the transaction: the second attempt opens its own.
            await contextValue.read.end();
            const slow = result.errors.find(isTryAgain);
            if (!slow) return null;
            // Once more would take as long again.
            report(slow.originalError, contextValue.asker.requestId);
            return single({ data: null, errors: [errorFormat(slow.toJSON(), slow)] });
          }
          return single(result as { data: Record<string, unknown> });
        },
      };
    },
  };
}

function single(singleResult: FormattedExecutionResult): GraphQLResponse {
  return { http: { headers: new HeaderMap(), status: undefined }, body: { kind: 'single', singleResult } };
}
