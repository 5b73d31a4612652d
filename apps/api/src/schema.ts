import { Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { words } from './words';

@Module({ imports: [GraphQLSchemaBuilderModule] })
class SchemaModule {}

/** The resolver classes of the words: what the schema is made of. */
export function resolversOfWords(): Type[] {
  return words
    .flatMap((word) => (Reflect.getMetadata('providers', word) ?? []) as Type[])
    .filter((provider) => typeof provider === 'function' && Reflect.hasMetadata('graphql:resolver_type', provider));
}

/** The schema as text, sorted: what schema.graphql must say. Needs no database. */
export async function printedSchema(): Promise<string> {
  const app = await NestFactory.createApplicationContext(SchemaModule, { logger: ['error'] });
  const schema = await app.get(GraphQLSchemaFactory).create(resolversOfWords());
  await app.close();
  return `# Generated from the code by "npm run schema". Do not edit.\n\n${printSchema(lexicographicSortSchema(schema))}\n`;
}
