import type { ApolloServerPlugin } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import { isFault } from './error-format';
import type { RequestContext } from './request-context';

/** Tells the log of every fault of ours, with the request id that the asker was given. */
export function reportFaultsPlugin(
  report: (fault: unknown, requestId: string) => void,
): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async didEncounterErrors({ errors, contextValue }) {
          for (const error of errors.filter(isFault)) report(unwrapResolverError(error), contextValue.asker.requestId);
        },
      };
    },
  };
}
