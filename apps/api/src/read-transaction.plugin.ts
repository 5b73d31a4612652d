import type { ApolloServerPlugin } from '@apollo/server';
import type { RequestContext } from './request-context';

/** Makes the reads of a query one snapshot, and ends the read transaction when the answer is on its way. */
export function readTransactionPlugin(): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ operation, contextValue }) {
          if (operation?.operation === 'query') contextValue.read.asSnapshot();
        },
        async willSendResponse({ contextValue }) {
          // Nothing was written, so the answer need not wait for the end of the transaction.
          void contextValue.read.end();
        },
      };
    },
  };
}
