import { Args, Field, InputType, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Reads, type RequestRead } from '@samanker/database';
import { AskedBy, Uuid, type Asker } from '@samanker/request';
import { ChangeNeed, ChangeNeedInput, ChangeNeedResult } from './change-need';
import { DeclareNeed, DeclareNeedInput, DeclareNeedResult } from './declare-need';
import {
  MarkNeedSolvedInHouse,
  MarkNeedSolvedInHouseInput,
  MarkNeedSolvedInHouseResult,
} from './mark-need-solved-in-house';
import { Need, NeedState } from './need.entity';
import { needById, needs } from './need.queries';
import { RegisterNeed, RegisterNeedInput, RegisterNeedResult } from './register-need';
import { WithdrawNeed, WithdrawNeedInput, WithdrawNeedResult } from './withdraw-need';

@InputType({ description: 'Narrows a list of needs; what is left out does not narrow it.' })
export class NeedFilter {
  @Field(() => NeedState, { nullable: true, description: 'Only those in this state.' })
  state?: NeedState | null;

  @Field(() => Uuid, { nullable: true, description: 'Only those of this organisation.' })
  organisationId?: string | null;

  @Field(() => Uuid, { nullable: true, description: 'Only those taken up in this procurement case.' })
  caseId?: string | null;
}

@Resolver(() => Need)
export class NeedResolver {
  constructor(
    private readonly register: RegisterNeed,
    private readonly change: ChangeNeed,
    private readonly declare: DeclareNeed,
    private readonly withdraw: WithdrawNeed,
    private readonly solve: MarkNeedSolvedInHouse,
  ) {}

  @Query(() => [Need], {
    description: 'Needs of the region, the newest first: what is declared, and the drafts of your own organisation.',
  })
  async needs(
    @Reads() read: RequestRead,
    @Args('filter', { type: () => NeedFilter, nullable: true, description: 'Which needs.' }) filter: NeedFilter | null,
    @Args('first', {
      type: () => Int,
      defaultValue: 100,
      description: 'How many at most (1–500); fewer than that means there are no more.',
    })
    first: number,
    @Args('after', { type: () => Uuid, nullable: true, description: 'The id of the last need of the page before.' })
    after: string | null,
  ): Promise<Need[]> {
    return needs(await read.work(), filter ?? {}, first, after ?? null);
  }

  @Query(() => Need, { nullable: true, description: 'One need; null when there is none that you may see.' })
  async need(
    @Reads() read: RequestRead,
    @Args('id', { type: () => Uuid, description: 'Id of the need.' }) id: string,
  ): Promise<Need | null> {
    return needById(await read.work(), id);
  }

  @Mutation(() => RegisterNeedResult, { description: 'Registers a need of your organisation, declared or as a draft.' })
  registerNeed(@AskedBy() asker: Asker, @Args('input', { description: 'The need.' }) input: RegisterNeedInput) {
    return this.register.carryOut(asker, input);
  }

  @Mutation(() => ChangeNeedResult, { description: 'Changes a draft or a declared need of your organisation.' })
  changeNeed(
    @AskedBy() asker: Asker,
    @Args('input', { description: 'The need as it is to read.' }) input: ChangeNeedInput,
  ) {
    return this.change.carryOut(asker, input);
  }

  @Mutation(() => DeclareNeedResult, { description: 'Opens a draft to the region.' })
  declareNeed(@AskedBy() asker: Asker, @Args('input', { description: 'The draft.' }) input: DeclareNeedInput) {
    return this.declare.carryOut(asker, input);
  }

  @Mutation(() => WithdrawNeedResult, { description: 'Takes a need back.' })
  withdrawNeed(@AskedBy() asker: Asker, @Args('input', { description: 'The need.' }) input: WithdrawNeedInput) {
    return this.withdraw.carryOut(asker, input);
  }

  @Mutation(() => MarkNeedSolvedInHouseResult, { description: 'Marks a need as solved in-house: a good end.' })
  markNeedSolvedInHouse(
    @AskedBy() asker: Asker,
    @Args('input', { description: 'The need.' }) input: MarkNeedSolvedInHouseInput,
  ) {
    return this.solve.carryOut(asker, input);
  }
}
