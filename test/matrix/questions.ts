import {
  getNamedType,
  isCompositeType,
  isEnumType,
  isNonNullType,
  isObjectType,
  isUnionType,
  parse,
  validate,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import { queryLimits } from '../../apps/api/src/query-limits';
import type { CompleteRegion } from '../builders/complete-region';
import { sample } from '../environment/hostile';

export type Question = GraphQLField<unknown, unknown>;

/** Does the type stand for a refusal? What those say is about what was sent, and is no row of anybody's. */
export const isRefusal = (type: GraphQLNamedType): boolean =>
  isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'UserError');

/** Every object type that can be reached from queries and mutations, refusals aside, by name. */
export function reachableTypes(schema: GraphQLSchema): GraphQLObjectType[] {
  const found = new Map<string, GraphQLObjectType>();
  const visit = (type: GraphQLNamedType): void => {
    if (isUnionType(type)) type.getTypes().forEach(visit);
    if (!isObjectType(type) || found.has(type.name) || isRefusal(type)) return;
    found.set(type.name, type);
    for (const field of Object.values(type.getFields())) visit(getNamedType(field.type));
  };
  for (const root of [schema.getQueryType(), schema.getMutationType()])
    for (const field of Object.values(root?.getFields() ?? {})) visit(getNamedType(field.type));
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Everything that the type can show, written out to the end; a type inside itself is left out. */
export function selectionsOf(type: GraphQLOutputType, above: readonly string[] = []): string[] {
  const named = getNamedType(type);
  if (isUnionType(named)) {
    return [
      '__typename',
      ...named.getTypes().map((member) => {
        const inner = isRefusal(member) ? ['code', 'message', 'path'] : selectionsOf(member, above);
        return `... on ${member.name} { ${inner.join(' ')} }`;
      }),
    ];
  }
  if (!isObjectType(named)) return [];
  const fields = Object.values(named.getFields()).filter(({ args }) => !args.some(({ type: of }) => isNonNullType(of)));
  return [
    '__typename',
    ...fields.flatMap((field) => {
      const of = getNamedType(field.type);
      if (!isCompositeType(of)) return [field.name];
      if (of.name === named.name || above.includes(of.name)) return [];
      return [`${field.name} { ${selectionsOf(field.type, [...above, named.name]).join(' ')} }`];
    }),
  ];
}

const known = new WeakMap<Question, string[]>();

/** The documents that together ask for everything a question can show, each within what the API allows. */
export function documentsOf(question: Question, schema: GraphQLSchema): string[] {
  const documents = known.get(question) ?? writtenOut(question, schema);
  known.set(question, documents);
  return documents;
}

function writtenOut({ name, args, type }: Question, schema: GraphQLSchema): string[] {
  const declared = args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const given = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  const call = args.length > 0 ? `${name}(${given})` : name;
  const head = args.length > 0 ? `query (${declared})` : 'query';
  if (!isCompositeType(getNamedType(type))) return [`${head} { result: ${call} }`];
  const document = (selections: readonly string[]): string =>
    `${head} { result: ${call} { ${[...new Set(['__typename', ...keysOf(type), ...selections])].join(' ')} } }`;
  const fits = (selections: readonly string[]): boolean =>
    validate(schema, parse(document(selections)), [queryLimits]).length === 0;
  const groups: string[][] = [];
  for (const selection of inParts(type, (one) => fits([one]))) {
    const group = groups.at(-1);
    if (group && fits([...group, selection])) group.push(selection);
    else groups.push([selection]);
  }
  return groups.map(document);
}

/** What the type can show, each part so small that it can be asked for. What names a row goes into each of them. */
function inParts(
  type: GraphQLOutputType,
  fits: (selection: string) => boolean,
  above: readonly string[] = [],
): string[] {
  return selectionsOf(type, above).flatMap((selection) => {
    const [, name, inner] = /^(\w+) \{ (.*) \}$/s.exec(selection) ?? [];
    const named = getNamedType(type);
    if (!inner || fits(selection) || !isObjectType(named)) return [selection];
    const field = named.getFields()[name!]!;
    const around = (part: string): string => `${name} { ${['__typename', ...keysOf(field.type), part].join(' ')} }`;
    return inParts(field.type, (part) => fits(around(part)), [...above, named.name]).map(around);
  });
}

/** What names an object among its neighbours in a list, so that two people's lists can be laid beside each other. */
export const KEYS: readonly string[] = [
  'id',
  'organisationId',
  'partId',
  'itemId',
  'personId',
  'year',
  'commitment',
  'code',
  'number',
  'role',
  'kind',
  'date',
  'event',
];

function keysOf(type: GraphQLOutputType): string[] {
  const named = getNamedType(type);
  if (!isObjectType(named)) return [];
  return KEYS.filter((name) => name in named.getFields());
}

/** The sets of arguments that a question is asked with. */
export function argumentsOf({ name, args }: Question, { ids, alsoAsked }: CompleteRegion): Record<string, unknown>[] {
  const own: Record<string, string | undefined> = {
    need: ids.needId,
    participation: ids.participationId,
    anchoringStep: ids.stepId,
    mergeProposal: ids.proposalId,
    procurementCase: ids.caseId,
  };
  const given = args.filter(({ type }) => isNonNullType(type) || getNamedType(type).name === 'UUID');
  const first = Object.fromEntries(
    given
      .filter(({ name: arg }) => arg !== 'after' && !(name === 'meetings' && arg === 'bodyId'))
      .map(({ name: arg, type, defaultValue }) => [
        arg,
        arg === 'id' ? (own[name] ?? ids[`${name}Id`] ?? alsoAsked[name]?.[0]) : valueOf(arg, type, ids, defaultValue),
      ]),
  );
  const varied = given.find(({ name: arg }) => (arg === 'id' ? name : arg) in alsoAsked);
  const also = varied ? alsoAsked[varied.name === 'id' ? name : varied.name]! : [];
  return [first, ...also.map((id) => ({ ...first, [varied!.name]: id }))];
}

function valueOf(
  name: string,
  type: Question['args'][number]['type'],
  ids: CompleteRegion['ids'],
  given: unknown,
): unknown {
  return isEnumType(getNamedType(type)) || given === undefined ? sample(name, type, ids) : given;
}
