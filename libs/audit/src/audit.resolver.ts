import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Reads, type RequestRead } from '@samanker/database';
import { LogKeys } from '@samanker/decision-log';
import { AskedBy, type Asker } from '@samanker/request';
import { decisionLogPage, logCheckpoints, verifiedDecisionLog } from './audit.queries';
import { DecisionLogEntry, DecisionLogFilter, DecisionLogPage } from './decision-log-entry.type';
import { DecisionLogVerification, LogCheckpoint } from './log-checkpoint.type';
import { MakeCheckpoint, MakeCheckpointInput, MakeCheckpointResult } from './make-checkpoint';

@Resolver(() => DecisionLogEntry)
export class AuditResolver {
  constructor(
    private readonly checkpoint: MakeCheckpoint,
    private readonly keys: LogKeys,
  ) {}

  @Query(() => DecisionLogPage, {
    description:
      'The decision log, the newest first: all of it for auditor and secretariat; for others what was done for their organisation and in cases.',
  })
  async decisionLog(
    @Reads() read: RequestRead,
    @Args('filter', { type: () => DecisionLogFilter, nullable: true, description: 'Which entries.' })
    filter: DecisionLogFilter | null,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'How many at most (1–200).' }) first: number,
    @Args('after', { type: () => Int, nullable: true, description: '`endCursor` of the page before.' })
    after: number | null,
  ): Promise<DecisionLogPage> {
    return decisionLogPage(await read.work(), filter ?? {}, first, after);
  }

  @Query(() => DecisionLogVerification, {
    nullable: true,
    description:
      'Follows the whole decision log against its head and its checkpoints; takes seconds for a long one. Null for those who do not audit.',
  })
  async verifyDecisionLog(@Reads() read: RequestRead): Promise<DecisionLogVerification | null> {
    return verifiedDecisionLog(await read.work(), this.keys);
  }

  @Query(() => [LogCheckpoint], { description: 'The newest checkpoints of the decision log, for those who audit.' })
  async logCheckpoints(
    @Reads() read: RequestRead,
    @Args('first', { type: () => Int, defaultValue: 20, description: 'How many at most (1–200).' }) first: number,
  ): Promise<LogCheckpoint[]> {
    return logCheckpoints(await read.work(), first);
  }

  @Mutation(() => MakeCheckpointResult, {
    description: 'Takes a signed checkpoint of the decision log now; it is mailed to those who audit, too.',
  })
  makeCheckpoint(
    @AskedBy() asker: Asker,
    @Args('input', { description: 'A key to repeat the request with.' }) input: MakeCheckpointInput,
  ) {
    return this.checkpoint.carryOut(asker, input);
  }
}
