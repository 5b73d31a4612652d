import {
  getNamedType,
  isCompositeType,
  isEnumType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import type { CompleteRegion } from '../builders/complete-region';
import { sample } from '../environment/hostile';

export type Question = GraphQLField<unknown, unknown>;

/** How many fields one document may name: far below what the API refuses. */
const MOST_FIELDS = 120;

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

/** The documents that together ask for everything a question can show. */
export function documentsOf({ name, args, type }: Question): string[] {
  const declared = args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const given = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  const call = args.length > 0 ? `${name}(${given})` : name;
  const head = args.length > 0 ? `query (${declared})` : 'query';
  if (!isCompositeType(getNamedType(type))) return [`${head} { result: ${call} }`];
  const documents: string[][] = [];
  let size = MOST_FIELDS;
  for (const selection of selectionsOf(type)) {
    const fields = selection.split(' ').filter((word) => /^\w+$/.test(word)).length;
    if (size + fields > MOST_FIELDS) {
      // What names a row goes into each document, so that the parts of one row find each other.
      documents.push(['__typename', ...keysOf(type)]);
      size = 0;
    }
    documents.at(-1)!.push(selection);
    size += fields;
  }
  return documents.map((selections) => `${head} { result: ${call} { ${[...new Set(selections)].join(' ')} } }`);
}

function keysOf(type: GraphQLOutputType): string[] {
  const named = getNamedType(type);
  return isObjectType(named) && 'id' in named.getFields() ? ['id'] : [];
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
        arg === 'id' ? (own[name] ?? ids[`${name}Id`] ?? alsoAsked[name]?.[0]) : known(arg, type, ids, defaultValue),
      ]),
  );
  const varied = given.find(({ name: arg }) => (arg === 'id' ? name : arg) in alsoAsked);
  const also = varied ? alsoAsked[varied.name === 'id' ? name : varied.name]! : [];
  return [first, ...also.map((id) => ({ ...first, [varied!.name]: id }))];
}

function known(
  name: string,
  type: Question['args'][number]['type'],
  ids: CompleteRegion['ids'],
  given: unknown,
): unknown {
  return isEnumType(getNamedType(type)) || given === undefined ? sample(name, type, ids) : given;
}
