import { isLocalDate } from '@samanker/clock';
import { GraphQLScalarType, Kind } from 'graphql';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const DECIMAL = /^-?\d{1,18}(\.\d{1,12})?$/;

function textScalar(
  name: string,
  description: string,
  fits: (text: string) => boolean,
  says: string,
  form = (text: string): string => text,
): GraphQLScalarType<string, string> {
  const parse = (value: unknown): string => {
    // Not a GraphQLError: graphql-js then adds where in the input it stands.
    if (typeof value !== 'string' || !fits(value)) throw new TypeError(`${name} ${says}`);
    return form(value);
  };
  return new GraphQLScalarType<string, string>({
    name,
    description,
    serialize: (value) => value as string,
    parseValue: parse,
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined),
  });
}

/**
 * Ids are UUIDs (version 7 where we make them). Taken in any case and handed on in lower case, as the database writes
 * them: ids are compared as text.
 */
export const Uuid = textScalar(
  'UUID',
  'An id: a UUID in lower or upper case.',
  (text) => UUID.test(text),
  'must be a UUID',
  (text) => text.toLowerCase(),
);

/** A calendar date in Europe/Oslo. */
export const LocalDateScalar = textScalar(
  'LocalDate',
  'A calendar date in Europe/Oslo, written YYYY-MM-DD, between 1900 and 2200.',
  isLocalDate,
  'must be a date that exists, written YYYY-MM-DD',
);

/** An exact decimal number as text: never a floating point number. */
export const DecimalScalar = textScalar(
  'Decimal',
  'An exact decimal number as text, with a point: "1234.5". Amounts are NOK excluding VAT.',
  (text) => DECIMAL.test(text),
  'must be a decimal number as text, for example "1234.5"',
);

/** An instant in UTC; passed through when it is text already. */
export const InstantScalar = new GraphQLScalarType<Date | string, string>({
  name: 'Instant',
  description: 'An instant in UTC, ISO 8601: 2016-11-16T09:00:00.000Z.',
  serialize: (value) => (value instanceof Date ? value.toISOString() : (value as string)),
});
