import {
  getNamedType,
  getNullableType,
  isLeafType,
  isListType,
  isObjectType,
  isInterfaceType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { LIST_SIZES, LIST_SIZE_OTHERWISE } from './list-sizes';

/** A field of Query or Mutation sends statements to the database: as much work as so many values. */
const STATEMENTS = 2_000;

const META_FIELDS = new Map([SchemaMetaFieldDef, TypeMetaFieldDef].map((field) => [field.name, field]));

/** Where the fragments of a document are found. */
type FragmentNamed = (name: string) => FragmentDefinitionNode | null | undefined;

/**
 * How many values an operation may ask for: a field counts once, and once more for every entry of each list that it
 * stands in. Lists are as long as `first` says, or as long as they get (S1).
 */
export function costOf(
  operation: OperationDefinitionNode,
  schema: GraphQLSchema,
  fragmentNamed: FragmentNamed,
): number {
  const root = schema.getRootType(operation.operation);
  const known = new Map<string, number>();

  const ofSelections = ({ selections }: SelectionSetNode, parent: GraphQLNamedType | undefined): number => {
    let sum = 0;
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) sum += ofField(selection, parent);
      else if (selection.kind === Kind.FRAGMENT_SPREAD) sum += ofFragment(selection.name.value);
      else sum += ofSelections(selection.selectionSet, typeNamed(selection.typeCondition?.name.value) ?? parent);
    }
    return sum;
  };

  const ofField = (node: FieldNode, parent: GraphQLNamedType | undefined): number => {
    const field = fieldOf(schema, parent, node.name.value);
    if (!field || !parent) return 1;
    const inside = node.selectionSet ? ofSelections(node.selectionSet, getNamedType(field.type)) : 0;
    const statements = parent === root && !node.name.value.startsWith('__') ? STATEMENTS : 0;
    return statements + 1 + sizeOf(parent.name, field, node) * inside;
  };

  /** Counted once; one that contains itself is refused by another rule and counts as nothing here. */
  const ofFragment = (name: string): number => {
    const fragment = fragmentNamed(name);
    if (!fragment) return 0;
    let cost = known.get(name);
    if (cost === undefined) {
      known.set(name, 0);
      cost = ofSelections(fragment.selectionSet, typeNamed(fragment.typeCondition.name.value));
      known.set(name, cost);
    }
    return cost;
  };

  const typeNamed = (name: string | undefined): GraphQLNamedType | undefined =>
    name === undefined ? undefined : schema.getType(name);

  return ofSelections(operation.selectionSet, root ?? undefined);
}

function fieldOf(
  schema: GraphQLSchema,
  parent: GraphQLNamedType | undefined,
  name: string,
): GraphQLField<unknown, unknown> | undefined {
  const meta = parent === schema.getQueryType() ? META_FIELDS.get(name) : undefined;
  return meta ?? (isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined);
}

function sizeOf(parent: string, field: GraphQLField<unknown, unknown>, node: FieldNode): number {
  if (!isListType(getNullableType(field.type))) return 1;
  const first = field.args.find(({ name }) => name === 'first');
  const given = node.arguments?.find(({ name }) => name.value === 'first')?.value;
  if (first && !given) return Number(first.defaultValue);
  if (first && given?.kind === Kind.INT) return Math.max(1, Number(given.value));
  return LIST_SIZES[`${parent}.${field.name}`] ?? LIST_SIZE_OTHERWISE;
}

/** The lists of objects of a schema, as `Type.field`: each needs a size. Lists of plain values count as one value. */
export function listsOf(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) || isInterfaceType(type))
    .flatMap((type) =>
      Object.values(type.getFields())
        .filter(({ type: of }) => isListType(getNullableType(of)) && !isLeafType(getNamedType(of)))
        .map(({ name }) => `${type.name}.${name}`),
    );
}
