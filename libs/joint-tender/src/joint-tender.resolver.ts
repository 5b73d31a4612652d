import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Reads, type RequestRead } from '@samanker/database';
import { AskedBy, Uuid, type Asker } from '@samanker/request';
import { ConfirmParticipants, ConfirmParticipantsInput, ConfirmParticipantsResult } from './confirm-participants';
import { JointTender, JointTenderReadiness } from './joint-tender.entity';
import { jointTenderOfCase, jointTenderReadiness } from './joint-tender.queries';
import { ProposeParticipants, ProposeParticipantsInput, ProposeParticipantsResult } from './propose-participants';

@Resolver(() => JointTender)
export class JointTenderResolver {
  constructor(
    private readonly propose: ProposeParticipants,
    private readonly confirm: ConfirmParticipants,
  ) {}

  @Query(() => JointTenderReadiness, {
    nullable: true,
    description: 'Whether the participants of a case can be frozen, and each condition that is not met.',
  })
  async jointTenderReadiness(
    @Reads() read: RequestRead,
    @Args('caseId', { type: () => Uuid, description: 'Id of the case.' }) caseId: string,
  ) {
    return jointTenderReadiness(await read.work(), caseId);
  }

  @Query(() => JointTender, {
    nullable: true,
    description: 'The joint tender of a case; null while nobody has proposed its participants.',
  })
  async jointTender(
    @Reads() read: RequestRead,
    @Args('caseId', { type: () => Uuid, description: 'Id of the case.' }) caseId: string,
  ) {
    return jointTenderOfCase(await read.work(), caseId);
  }

  @Mutation(() => ProposeParticipantsResult, {
    description: 'The first of two people proposes to freeze the participants of a case.',
  })
  proposeParticipants(
    @AskedBy() asker: Asker,
    @Args('input', { description: 'Which case.' }) input: ProposeParticipantsInput,
  ) {
    return this.propose.carryOut(asker, input);
  }

  @Mutation(() => ConfirmParticipantsResult, {
    description: 'A second person confirms, and the participants are frozen.',
  })
  confirmParticipants(
    @AskedBy() asker: Asker,
    @Args('input', { description: 'Which case.' }) input: ConfirmParticipantsInput,
  ) {
    return this.confirm.carryOut(asker, input);
  }
}
