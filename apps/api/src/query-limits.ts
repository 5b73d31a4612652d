import {
  GraphQLError,
  Kind,
  type ASTVisitor,
  type FragmentDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';
import { costOf } from './query-cost';

/** Above our own largest query and the introspection of tools, far below what hurts (S1). */
export const MOST: Readonly<Record<keyof Extent | 'cost', number>> = {
  levels: 16,
  fields: 1_000,
  aliases: 60,
  directives: 40,
  cost: 250_000,
};

/** How far a selection reaches once its fragments are written out. */
interface Extent {
  levels: number;
  fields: number;
  aliases: number;
  directives: number;
}

/** Refuses documents that nest too deeply or repeat themselves, also by way of fragments; and what we do not serve. */
export function queryLimits(context: ValidationContext): ASTVisitor {
  const known = new Map<string, Extent>();
  const refuse = (message: string): void => context.reportError(new GraphQLError(message));
  return {
    OperationDefinition(operation) {
      if (operation.operation === 'subscription') refuse('Subscriptions are not served here.');
      const extent = extentOf(operation.selectionSet, context, known);
      for (const what of Object.keys(extent) as (keyof Extent)[]) {
        if (extent[what] > MOST[what]) refuse(`The document has too many ${what}.`);
      }
      const cost = costOf(operation, context.getSchema(), (name) => context.getFragment(name));
      if (cost > MOST.cost)
        refuse('The document asks for too much at once: ask for shorter lists, or in several parts.');
      // What follows would only be looked at to be refused.
      return false;
    },
  };
}

function extentOf({ selections }: SelectionSetNode, context: ValidationContext, known: Map<string, Extent>): Extent {
  const sum: Extent = { levels: 1, fields: 0, aliases: 0, directives: 0 };
  for (const selection of selections) {
    sum.directives += selection.directives?.length ?? 0;
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      add(sum, extentOfFragment(context.getFragment(selection.name.value), context, known), 0);
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      add(sum, extentOf(selection.selectionSet, context, known), 0);
    } else {
      sum.fields++;
      if (selection.alias) sum.aliases++;
      if (selection.selectionSet) add(sum, extentOf(selection.selectionSet, context, known), 1);
    }
  }
  return sum;
}

/** Each fragment is measured once; one that contains itself is refused by another rule and counts as nothing here. */
function extentOfFragment(
  fragment: FragmentDefinitionNode | null | undefined,
  context: ValidationContext,
  known: Map<string, Extent>,
): Extent {
  const nothing: Extent = { levels: 0, fields: 0, aliases: 0, directives: 0 };
  if (!fragment) return nothing;
  const name = fragment.name.value;
  const measured = known.get(name);
  if (measured) return measured;
  known.set(name, nothing);
  const extent = extentOf(fragment.selectionSet, context, known);
  known.set(name, extent);
  return extent;
}

function add(sum: Extent, part: Extent, deeper: number): void {
  sum.levels = Math.max(sum.levels, part.levels + deeper);
  sum.fields += part.fields;
  sum.aliases += part.aliases;
  sum.directives += part.directives;
}
