import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import { ApolloDriver } from '@nestjs/apollo';
import { isObjectType, type GraphQLSchema } from 'graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { errorFormat } from './error-format';
import { introspectionPlugin } from './explore';
import { fewErrorsPlugin } from './few-errors.plugin';
import { justInTimePlugin } from './just-in-time.plugin';
import { queryLimits } from './query-limits';
import { readTransactionPlugin } from './read-transaction.plugin';
import { reportFaultsPlugin } from './report-faults.plugin';
import { requestContext } from './request-context';

/** Nest gives every field a resolver that only reads the property; without them queries can be compiled. */
export function withoutPropertyResolvers(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (field.resolve?.name === 'rootFieldResolver' && !['Query', 'Mutation', 'Subscription'].includes(type.name))
        delete field.resolve;
    }
  }
  return schema;
}

/** The GraphQL endpoint: schema from code, queries compiled just in time, errors without a stack. */
export function graphqlOptions(
  dataSource: DataSource,
  report: (fault: unknown, requestId: string) => void,
  introspection: boolean,
): ApolloDriverConfig {
  return {
    driver: ApolloDriver,
    path: '/graphql',
    autoSchemaFile: true,
    sortSchema: true,
    playground: false,
    // Decided at each request, below.
    introspection: true,
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: !introspection,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    context: (request: FastifyRequest, _reply: FastifyReply) => requestContext(dataSource, request),
    transformSchema: withoutPropertyResolvers,
    stringifyResult: (value: unknown) => JSON.stringify(value),
    parseOptions: { maxTokens: 1_500 },
    validationRules: [queryLimits],
    formatError: errorFormat,
    plugins: [
      // It would wrap every field in a resolver, which undoes the compiling.
      ApolloServerPluginCacheControlDisabled(),
      readTransactionPlugin(),
      introspectionPlugin(introspection),
      justInTimePlugin(report),
      reportFaultsPlugin(report),
      fewErrorsPlugin(),
    ],
  } as ApolloDriverConfig;
}
