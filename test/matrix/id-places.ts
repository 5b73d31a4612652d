import { getNamedType, getNullableType, isInputObjectType, isListType, type GraphQLInputType } from 'graphql';
import { sample, type Ids } from '../environment/hostile';

/** A place in an argument that takes an id. */
export interface IdPlace {
  readonly path: string;
  /** The field's own name. */
  readonly named: string;
  /** The argument with this id there, and all else as it was. */
  readonly having: (id: string) => unknown;
}

/** Every place for an id, however deep, those that may be left out too. */
export function idsIn(name: string, type: GraphQLInputType, base: unknown, ids: Ids): IdPlace[] {
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    const list = (base as unknown[] | undefined) ?? [sample(name, nullable.ofType, ids)];
    return idsIn(name, nullable.ofType, list[0], ids).map((place) => ({
      ...place,
      path: place.path === name ? `${name}.0` : place.path.replace(name, `${name}.0`),
      having: (id) => [place.having(id), ...list.slice(1)],
    }));
  }
  if (isInputObjectType(nullable)) {
    const object = (base ?? sample(name, nullable, ids)) as Record<string, unknown>;
    return Object.values(nullable.getFields()).flatMap((field) => {
      // What refers to a need or a case inside something new is tried with the rest as it should be.
      const inner = idsIn(field.name, field.type, object[field.name] ?? undefined, ids);
      return inner.map((place) => ({
        ...place,
        path: `${name}.${place.path}`,
        having: (id: string) => ({ ...object, [field.name]: place.having(id) }),
      }));
    });
  }
  if (getNamedType(type).name !== 'UUID') return [];
  return [{ path: name, named: name, having: (id) => id }];
}
