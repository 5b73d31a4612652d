import { GraphQLError, type ASTVisitor, type ValidationContext } from 'graphql';

const DEEPEST = 12;
const MOST_ALIASES = 60;
const MOST_DIRECTIVES = 40;

/** Refuses documents that nest too deeply or repeat themselves: our own largest stays far below (S1). */
export function queryLimits(context: ValidationContext): ASTVisitor {
  let aliases = 0;
  let directives = 0;
  let depth = 0;
  const refuse = (what: string): void => context.reportError(new GraphQLError(`The document has too many ${what}.`));
  return {
    SelectionSet: {
      enter() {
        if (++depth === DEEPEST + 1) refuse('levels');
        return depth > DEEPEST ? false : undefined;
      },
      leave() {
        depth--;
      },
    },
    Field(node) {
      if (node.alias && ++aliases === MOST_ALIASES + 1) refuse('aliases');
    },
    Directive() {
      if (++directives === MOST_DIRECTIVES + 1) refuse('directives');
    },
  };
}
