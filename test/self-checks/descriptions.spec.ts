import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
  type GraphQLSchema,
} from 'graphql';
import { printedSchema } from '../../apps/api/src/schema';

/** Everything in the schema that says nothing of itself: types, fields, arguments, input fields, enum values. */
function undescribed(schema: GraphQLSchema): string[] {
  const silent: string[] = [];
  const look = (name: string, { description }: { readonly description?: string | null }): void => {
    if (!description || description.trim().length < 3) silent.push(name);
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__') || isSpecifiedScalarType(type)) continue;
    // The roots are named by the language.
    if (![schema.getQueryType(), schema.getMutationType()].includes(type as never)) look(type.name, type);
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
  return silent;
}

describe('the schema describes itself (U9)', () => {
  it('finds what is not described (canary)', () => {
    const schema = buildSchema(`
      type Query { thing("Which." of: Int, how: Way): Thing }
      "A thing." type Thing { "Its name." name: String, size: Int }
      "How." enum Way { "So." SO, ELSE }
      input Wish { what: String }
      "Either." union Either = Thing
      scalar Odd
      interface Face { "Eyes." eyes(many: Int): Int }`);
    expect(undescribed(schema).sort()).toEqual(
      [
        'Face',
        'Face.eyes(many)',
        'Odd',
        'Query.thing',
        'Query.thing(how)',
        'Thing.size',
        'Way.ELSE',
        'Wish',
        'Wish.what',
      ].sort(),
    );
  });

  it('every type, field, argument and enum value', async () => {
    const schema = buildSchema(await printedSchema());
    expect(Object.keys(schema.getQueryType()!.getFields()).length).toBeGreaterThan(3);
    expect(undescribed(schema)).toEqual([]);
  });
});
