import type { ApolloServerPlugin } from '@apollo/server';

/** The first ones say what is wrong; a thousand would only make the answer long (S1). */
const MOST_ERRORS = 3;

/** Shortens the list of errors of an answer that has nothing but errors, and sees to it that its status says so. */
export function fewErrorsPlugin(): ApolloServerPlugin {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ response: { body, http } }) {
          if (body.kind !== 'single') return;
          const { data, errors } = body.singleResult;
          const nothing = !data || Object.values(data).every((value) => value === null);
          if (nothing && errors?.some(({ extensions }) => extensions?.code === 'TRY_AGAIN')) {
            http.status = 503;
            // With it the answer would count as one, and get the status of one.
            delete body.singleResult.data;
            return;
          }
          if (data) return;
          body.singleResult.errors = body.singleResult.errors?.slice(0, MOST_ERRORS);
          if (body.singleResult.data === undefined && (http.status ?? 200) < 400) http.status = 400;
        },
      };
    },
  };
}
