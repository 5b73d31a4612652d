import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';

/** What a request carries before it has touched the database: which session it claims and how it is named in the logs. */
export interface Asker {
  /** SHA-256 of the session token, hexadecimal; null when none was sent. */
  readonly sessionHash: string | null;
  readonly requestId: string;
  /** Asked by a page on its own while nobody was at it: such a request does not keep a session from ending as idle. */
  readonly unattended?: boolean;
}

/** The asker of the GraphQL request at hand. */
export const AskedBy = createParamDecorator((_: unknown, context: ExecutionContext): Asker => {
  return GqlExecutionContext.create(context).getContext<{ asker: Asker }>().asker;
});
