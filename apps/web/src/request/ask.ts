import type { TypedDocumentString } from '../generated/documents';
import { attendance } from './attendance';

/** No session, or one that has ended: the log-in is shown. */
export class NotLoggedIn extends Error {
  override readonly name = 'NotLoggedIn';
}

/** The service cannot be reached, or answers with something else than an answer. */
export class NotReachable extends Error {
  override readonly name = 'NotReachable';
}

/** The service had a fault of its own; the request id finds it in the log. */
export class ServiceFault extends Error {
  override readonly name = 'ServiceFault';
  constructor(readonly requestId: string | null) {
    super('The service had a fault.');
  }
}

/** The person, or the place it comes from, asked too often. */
export class TooOften extends Error {
  override readonly name = 'TooOften';
}

const TOO_MANY_REQUESTS = 429;

interface Answer<Data> {
  data?: Data | null;
  errors?: { message: string; extensions?: { code?: string; field?: string } }[];
}

/** Sends one document to the API with the session's cookie. */
export async function ask<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Data> {
  let response: Response;
  try {
    response = await fetch('/graphql', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...attendance() },
      body: JSON.stringify({ query: document.toString(), variables }),
      signal,
    });
  } catch (fault) {
    if (signal?.aborted) throw fault;
    throw new NotReachable();
  }
  if (response.status === TOO_MANY_REQUESTS) throw new TooOften();
  const answer = (await response.json().catch(() => null)) as Answer<Data> | null;
  if (!answer) throw new NotReachable();
  if (answer.errors?.some(({ extensions }) => extensions?.code === 'UNAUTHENTICATED')) throw new NotLoggedIn();
  if (answer.errors?.length || !answer.data) throw new ServiceFault(response.headers.get('x-request-id'));
  return answer.data;
}
