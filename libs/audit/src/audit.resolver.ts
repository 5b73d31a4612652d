import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Reads, type RequestRead } from '@samanker/database';
import { LogKeys } from '@samanker/decision-log';
import { AskedBy, type Asker } from '@samanker/request';
import { decisionLogPage, logCheckpoints, verifiedDecisionLog } from './audit.queries';
import { DecisionLogEntry, DecisionLogFilter, DecisionLogPage } from './decision-log-entry.type';
import { ExportDecisionLog, ExportDecisionLogResult } from './export-decision-log';
import { DecisionLogVerification, LogCheckpoint } from './log-checkpoint.type';
import { ExportDecisionLogInput } from './log-export.type';
import { MakeCheckpoint, MakeCheckpointInput, MakeCheckpointResult } from './make-checkpoint';

@Resolver(() => DecisionLogEntry)
export class AuditResolver {
  constructor(
    private readonly checkpoint: MakeCheckpoint,
    private readonly handOut: ExportDecisionLog,
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
      'Follows the decision log against its head and its checkpoints: all of it, which takes seconds for a long one, or part by part. Null for those who do not audit.',
  })
  async verifyDecisionLog(
    @Reads() read: RequestRead,
    @Args('after', {
      type: () => Int,
      nullable: true,
      description: '`entries` of the part before; null: from the first.',
    })
    after: number | null,
    @Args('afterHash', { type: () => String, nullable: true, description: '`head` of the part before.' })
    afterHash: string | null,
    @Args('atMost', { type: () => Int, nullable: true, description: 'How many entries to follow; null: to the end.' })
    atMost: number | null,
  ): Promise<DecisionLogVerification | null> {
    return verifiedDecisionLog(await read.work(), this.keys, { after, afterHash, atMost });
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

  @Mutation(() => ExportDecisionLogResult, {
    description:
      'Hands out the decision log as a ZIP that can be verified on another machine; that it was handed out stands in the log.',
  })
  exportDecisionLog(
    @AskedBy() asker: Asker,
    @Args('input', { description: 'Which part of the log.' }) input: ExportDecisionLogInput,
  ) {
    return this.handOut.carryOut(asker, input);
  }
}
