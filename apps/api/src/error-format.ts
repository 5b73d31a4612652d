import { unwrapResolverError } from '@apollo/server/errors';
import { isWorthTryingAgain, NotLoggedIn, ReadingNotGranted } from '@samanker/database';
import { LogInTooWeak } from '@samanker/request';
import { GraphQLError, visit, type DocumentNode, type GraphQLFormattedError, type Source } from 'graphql';
import { parse } from 'graphql';

const LONGEST_MESSAGE = 300;

/** Codes that are the asker's own doing: their messages may go out. All else is a fault of ours and stays inside. */
const ASKERS_OWN = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** What is said, in GraphQL and outside, when the database was too slow, too busy or away. */
export const TRY_AGAIN = 'That took too long just now. Try again in a moment.';

/** Whether the database was too slow, too busy or away; answered with 503. */
export function isTryAgain(error: unknown): boolean {
  return isWorthTryingAgain(unwrapResolverError(error));
}

/** Whether an error is a fault of ours: neither the asker's own doing nor a missing log-in. */
export function isFault(error: GraphQLError): boolean {
  const cause = unwrapResolverError(error);
  if (cause instanceof NotLoggedIn || cause instanceof ReadingNotGranted) return false;
  return !ASKERS_OWN.has(String(error.extensions.code));
}

/** Formats what goes out: no stack, no echo of literals, and the name of the input field where there is one. */
export function errorFormat(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const cause = unwrapResolverError(error);
  if (cause instanceof NotLoggedIn)
    return { message: 'Log in first.', path: formatted.path, extensions: { code: 'UNAUTHENTICATED' } };
  if (cause instanceof ReadingNotGranted) {
    const { code, message } = new LogInTooWeak('MACHINE').speak(cause.language);
    return { message, path: formatted.path, extensions: { code } };
  }
  if (isTryAgain(error)) {
    return { message: TRY_AGAIN, path: formatted.path, extensions: { code: 'TRY_AGAIN' } };
  }
  const code = String(formatted.extensions?.code ?? '');
  if (!ASKERS_OWN.has(code)) {
    return {
      message: 'Something went wrong on our side. Try again, or tell us the request id.',
      path: formatted.path,
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    };
  }
  const field = error instanceof GraphQLError ? fieldOf(error) : undefined;
  return {
    message: withoutEcho(formatted.message).slice(0, LONGEST_MESSAGE),
    locations: formatted.locations?.slice(0, 1),
    extensions: { code, ...(field ? { field } : {}) },
  };
}

/** graphql-js repeats the value that it refuses ("got invalid value …", "found …"): that part is left out. */
function withoutEcho(message: string): string {
  // Not a word of the parser's own: it ran out of stack.
  if (/call stack/.test(message)) return 'The document has too many levels.';
  return message
    .replace(/got invalid value .*? at "/s, 'got an invalid value at "')
    .replace(/got invalid value .*?; /s, 'got an invalid value; ')
    .replace(/^Unknown operation named .*$/s, 'There is no operation of the name given in operationName.')
    .replace(/(cannot represent [^:]*): .*$/s, '$1.')
    .replace(/, found .*?([;.]) /s, '$1 ')
    .replace(/, found .*$/s, '.');
}

/** The dotted name of the argument or input field that an error points at, from the variable's path or from the document. */
function fieldOf(error: GraphQLError): string | undefined {
  const named = /at "([^"]+)"/.exec(error.message)?.[1] ?? /^Variable "\$(\w+)"/.exec(error.message)?.[1];
  if (named) return named;
  const offset = error.positions?.[0];
  const source: Source | undefined = error.source;
  if (offset === undefined || !source) return undefined;
  return nameAt(source, offset);
}

/** Where arguments and fields of inputs stand in a document, outer ones first. */
type Places = readonly { readonly name: string; readonly start: number; readonly end: number }[];

const known = new WeakMap<Source, Places>();

/** Looked for once, however many errors a document has. */
function placesIn(source: Source): Places {
  let places = known.get(source);
  if (!places) known.set(source, (places = findPlaces(source)));
  return places;
}

function nameAt(source: Source, offset: number): string | undefined {
  return placesIn(source).findLast(({ start, end }) => start <= offset && offset < end)?.name;
}

function findPlaces(source: Source): Places {
  let document: DocumentNode;
  try {
    document = parse(source, { maxTokens: 20_000 });
  } catch {
    return [];
  }
  const places: { name: string; start: number; end: number }[] = [];
  const names: string[] = [];
  const step = {
    enter(node: { name: { value: string }; loc?: { start: number; end: number } }) {
      names.push(node.name.value);
      if (node.loc) places.push({ name: names.join('.'), start: node.loc.start, end: node.loc.end });
    },
    leave() {
      names.pop();
    },
  };
  visit(document, { Argument: step, ObjectField: step });
  return places;
}
