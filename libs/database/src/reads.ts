import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { RequestRead } from './transactions';

/** The read side of the GraphQL request at hand: `const work = await read.work()`. */
export const Reads = createParamDecorator((_: unknown, context: ExecutionContext): RequestRead => {
  return GqlExecutionContext.create(context).getContext<{ read: RequestRead }>().read;
});
