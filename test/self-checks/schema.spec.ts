import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  isUnionType,
  type GraphQLSchema,
} from 'graphql';
import { printedSchema } from '../../apps/api/src/schema';
import { ROOT } from './source-tree';

/** Every type, field, argument, input field and enum value that nobody has described (U9). */
function undescribed(schema: GraphQLSchema): string[] {
  const missing: string[] = [];
  const look = (place: string, thing: { description?: string | null }): void => {
    if (!thing.description?.trim()) missing.push(place);
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type) || isSpecifiedScalarType(type)) continue;
    const root = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].includes(
      type as never,
    );
    if (!root) look(type.name, type);
    if (isEnumType(type)) for (const value of type.getValues()) look(`${type.name}.${value.name}`, value);
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields())) look(`${type.name}.${field.name}`, field);
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) {
        look(`${type.name}.${field.name}`, field);
        for (const argument of field.args) look(`${type.name}.${field.name}(${argument.name})`, argument);
      }
    }
  }
  return missing;
}

/** Expected refusals are union members: every mutation answers a union that has a UserError in it. */
function unrefusable(schema: GraphQLSchema): string[] {
  return Object.values(schema.getMutationType()?.getFields() ?? {})
    .filter(({ type }) => {
      const named = schema.getType(String(type).replace(/[[\]!]/g, ''));
      if (!named || !('getTypes' in named)) return true;
      return !named
        .getTypes()
        .some((member) => isObjectType(member) && member.getInterfaces().some(({ name }) => name === 'UserError'));
    })
    .map(({ name }) => name);
}

/** What the frame of every verb may answer: a union without one of them fails where it should refuse. */
const FRAME_REFUSALS = ['NotFound', 'InvalidInput', 'IdempotencyKeyReused', 'LogInTooWeak'];

function frameRefusalsMissing(schema: GraphQLSchema): string[] {
  return Object.values(schema.getMutationType()?.getFields() ?? {}).flatMap(({ name, type }) => {
    const named = getNamedType(type);
    const members = isUnionType(named) ? named.getTypes().map((member) => member.name) : [];
    return FRAME_REFUSALS.filter((refusal) => !members.includes(refusal)).map((refusal) => `${name}: ${refusal}`);
  });
}

describe('schema.graphql', () => {
  let printed: string;
  beforeAll(async () => {
    printed = await printedSchema();
  });

  it('is fresh (mend: npm run schema)', () => {
    const committed = readFileSync(join(ROOT, 'schema.graphql'), 'utf8');
    expect(committed === printed ? 'fresh' : firstDifference(committed, printed)).toBe('fresh');
  });

  it('describes everything', () => {
    expect(undescribed(buildSchema(printed))).toEqual([]);
  });

  it('lets every mutation refuse', () => {
    expect(unrefusable(buildSchema(printed))).toEqual([]);
  });

  it('lets every mutation refuse what the frame of verbs refuses', () => {
    expect(frameRefusalsMissing(buildSchema(printed))).toEqual([]);
  });

  it('canary: what is not described, and a mutation that cannot refuse', () => {
    const planted = buildSchema(`
      """A thing.""" type Thing { "Its name." name(upper: Boolean): String size: Int }
      """A way.""" enum Way { UP }
      """Given.""" input Given { field: String }
      """No.""" interface UserError { "Why." code: String }
      type Query { "One." thing(given: Given): Thing }
      type Mutation { "Burns." burn(given: Given): Thing }`);
    expect(undescribed(planted)).toEqual(
      expect.arrayContaining([
        'Thing.name(upper)',
        'Thing.size',
        'Way.UP',
        'Given.field',
        'Query.thing(given)',
        'Mutation.burn(given)',
      ]),
    );
    expect(unrefusable(planted)).toEqual(['burn']);
    expect(frameRefusalsMissing(planted)).toHaveLength(FRAME_REFUSALS.length);
    expect(firstDifference('a\nb', 'a\nc')).toContain('line 2');
  });
});

function firstDifference(committed: string, printed: string): string {
  const [old, now] = [committed.split('\n'), printed.split('\n')];
  const at = now.findIndex((line, index) => line !== old[index]);
  return `stale from line ${at + 1}: committed "${old[at]}", the code says "${now[at]}" (mend: npm run schema)`;
}
