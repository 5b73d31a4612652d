import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLOutputType,
} from 'graphql';

/** What an input field may hold so that it gets as far as the rules; by its name, else by its type. */
const SAMPLES: Readonly<Record<string, unknown>> = {
  unitCode: 'STK',
  cpvCode: '33195000',
  cpvCodes: '33195000',
  csv: 'body;meeting_id;date\nKommunestyret;k1;2017-03-01',
  startsAt: '18:00',
  minutesLink: 'https://amli.example/protokoll',
  minutesSha256: 'ab'.repeat(32),
  firstYear: 2017,
  year: 2017,
  years: 4,
  version: 1,
  outcome: 'RECOMMENDED',
  vat: 'EXCLUDED',
  kind: 'ADMINISTRATIVE',
  weight: 'DECIDING',
  workingDays: 5,
  state: 'MET',
  wantedFrom: '2017-01-01',
  wantedTo: '2020-12-31',
  decidedOn: '2016-11-16',
  signedOn: '2016-11-16',
  fromDate: '2017-07-10',
  toDate: '2017-07-21',
  on: '2016-11-16',
  from: '2016-01-01',
  to: '2017-12-31',
  search: 'alarm',
  fromVersion: 1,
  because: 'Brev av 14. november',
  evidence: 'Arkivsak 2016/88',
  email: 'ny.kollega@kommune.example',
};
const BY_TYPE: Readonly<Record<string, unknown>> = {
  String: 'Tekst',
  ID: 'nøkkel',
  Int: 3,
  Float: 0.5,
  Boolean: false,
  Decimal: '10',
  LocalDate: '2016-12-20',
  Instant: '2016-12-20T10:00:00Z',
};
/** What the rules demand although the type does not. */
const DEMANDED: readonly string[] = ['workingDays', 'terms', 'onBehalf'];
/** Nobody's id. */
export const NOBODYS = '01900000-0000-7000-8000-00000000dead';

export type Ids = Readonly<Record<string, string>>;

/** A value that is right by its type; what may be left out is, unless something of its name is demanded by the rules. */
export function sample(name: string, type: GraphQLInputType, ids: Ids): unknown {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return [sample(name, nullable.ofType, ids)];
  if (isInputObjectType(nullable)) return sampleObject(nullable, ids);
  if (name in ids) return ids[name];
  const named = getNamedType(type);
  const known = SAMPLES[name];
  if (isEnumType(named)) {
    const names = named.getValues().map((value) => value.name);
    return names.includes(known as string) ? known : names[0];
  }
  return named.name === 'UUID' ? NOBODYS : (known ?? BY_TYPE[named.name]);
}

function sampleObject(type: GraphQLInputObjectType, ids: Ids): Record<string, unknown> {
  const fields = Object.values(type.getFields()).filter(
    ({ name, type: of }) => isNonNullType(of) || DEMANDED.includes(name),
  );
  return Object.fromEntries(fields.map(({ name, type: of }) => [name, sample(name, of, ids)]));
}

const MEGABYTE = 'x'.repeat(1_000_000);
/** Texts that no field may keep. */
export const UNSTORABLE: Readonly<Record<string, string>> = {
  NUL: 'a\u0000b',
  'a lone surrogate': 'a\ud800b',
  'one megabyte': MEGABYTE,
};
const HOSTILE: Readonly<Record<string, readonly unknown[]>> = {
  String: [
    ...Object.values(UNSTORABLE),
    '',
    `'; drop table need; --`,
    '<img src=x onerror=alert(1)>{steps} $& %s',
    'x\r\nBcc: alle@kommune.example\r\n\r\n<b>',
    '\u202e\u200b\u2028👩‍👩‍👧'.repeat(20),
    'å'.repeat(19_999),
    null,
  ],
  ID: [...Object.values(UNSTORABLE), '', `'"\\`],
  Int: [-1, 0, 2_147_483_647, -2_147_483_648, 2_147_483_648, 1.5, null],
  Float: [-1, 1e308, 'x', null],
  Boolean: [true, false, 'ja'],
  Decimal: ['-1', '0', '999999999999999999', '0.123456789012', '1000000000', '99999999999.99', 'NaN', 1, null],
  LocalDate: ['1900-01-01', '2200-12-31', '2201-01-01', '2016-02-30', '2015-12-31', '', null],
  Instant: ['yesterday', null],
  UUID: [NOBODYS, '00000000-0000-0000-0000-000000000000', "1' or '1'='1", null],
};

/** One thing that was done to an input: where, and what stands there instead. */
export interface Variant {
  readonly path: string;
  readonly value: unknown;
  readonly input: unknown;
}

/** Every field of the input, however deep, in turn with everything hostile that its type knows. */
export function variants(type: GraphQLInputType, ids: Ids, base: unknown = sample('input', type, ids)): Variant[] {
  const found: Variant[] = [];
  visit('input', type, base, (path, value, input) => found.push({ path, value, input }), ids);
  return found;
}

type Found = (path: string, value: unknown, whole: unknown) => void;

function visit(name: string, type: GraphQLInputType, base: unknown, found: Found, ids: Ids): void {
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    const one = (base as unknown[] | undefined)?.[0] ?? sample(name, nullable.ofType, ids);
    for (const list of [[], [null], [one, one], [one, upperCased(one)], Array.from({ length: 3_000 }, () => one), 'x'])
      found('', list, list);
    visit(name, nullable.ofType, one, (path, value, inner) => found(path ? `0.${path}` : '0', value, [inner]), ids);
    return;
  }
  if (isInputObjectType(nullable)) {
    const object = (base ?? sampleObject(nullable, ids)) as Record<string, unknown>;
    for (const field of Object.values(nullable.getFields())) visitField(field, object, found, ids);
    for (const instead of [null, [], 'x']) found('', instead, instead);
    return;
  }
  const named = getNamedType(type);
  const hostile = isEnumType(named)
    ? [...named.getValues().map((value) => value.name), 'NONSENSE', 1, null]
    : (HOSTILE[named.name] ?? []);
  for (const value of hostile) found('', value, value);
  if (named.name === 'UUID' && typeof base === 'string') found('', base.toUpperCase(), base.toUpperCase());
}

function visitField({ name, type }: GraphQLInputField, object: Record<string, unknown>, found: Found, ids: Ids): void {
  visit(
    name,
    type,
    object[name] ?? undefined,
    (path, value, inner) => found(path ? `${name}.${path}` : name, value, { ...object, [name]: inner }),
    ids,
  );
}

function upperCased(value: unknown): unknown {
  if (typeof value === 'string') return /^[0-9a-f-]{36}$/.test(value) ? value.toUpperCase() : value;
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, upperCased(inner)]));
}

/** Does the input, however deep, name something by its id? */
export function namesSomething(type: GraphQLInputType): boolean {
  const named = getNamedType(type);
  if (isInputObjectType(named)) return Object.values(named.getFields()).some((field) => namesSomething(field.type));
  return named.name === 'UUID';
}

/** Does a dotted path (of a refusal, list places left out or not) lead to a field of the input? */
export function leadsToField(type: GraphQLInputType, path: readonly string[]): boolean {
  const [first, ...rest] = path;
  if (first === undefined) return true;
  const nullable = getNullableType(type);
  if (isListType(nullable)) return leadsToField(nullable.ofType, /^\d+$/.test(first) ? rest : path);
  if (!isInputObjectType(nullable)) return false;
  const field = nullable.getFields()[first];
  return field !== undefined && leadsToField(field.type, rest);
}

/** A selection of everything that a type can show, so many levels deep; fields that need arguments are left out. */
export function selectionOf(type: GraphQLOutputType, levels = 4): string {
  const named = getNamedType(type);
  if (isUnionType(named)) {
    const members = named.getTypes().map((member) => {
      const refusal = member.getInterfaces().some(({ name }) => name === 'UserError');
      // Members may use one name for different types: those of refusals get a name of their own.
      return `... on ${member.name} ${refusal ? aliased(Object.values(member.getFields()), member.name) : selectionOf(member, levels - 1)}`;
    });
    return `{ __typename ... on UserError { code message path } ${members.join(' ')} }`;
  }
  if (!isObjectType(named) && !isInterfaceType(named)) return '';
  const fields = Object.values(named.getFields()).filter(({ args }) => !args.some(({ type: of }) => isNonNullType(of)));
  const shown = fields.flatMap((field) => {
    const leaf = !isObjectType(getNamedType(field.type)) && !isUnionType(getNamedType(field.type));
    return leaf ? [field.name] : levels > 1 ? [`${field.name} ${selectionOf(field.type, levels - 1)}`] : [];
  });
  return `{ ${['__typename', ...shown].join(' ')} }`;
}

function aliased(fields: readonly GraphQLField<unknown, unknown>[], prefix: string): string {
  const own = fields.filter(({ name }) => !['code', 'message', 'path'].includes(name));
  const leaves = own.filter(({ type }) => !isObjectType(getNamedType(type)));
  return `{ ${['__typename', ...leaves.map(({ name }) => `${prefix}_${name}: ${name}`)].join(' ')} }`;
}
