import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Reads, type RequestRead } from '@samanker/database';
import { AskedBy, Uuid, type Asker } from '@samanker/request';
import { ChangePerson, ChangePersonInput, ChangePersonResult } from './change-person';
import { DelegateRole, DelegateRoleInput, DelegateRoleResult } from './delegate-role';
import { EndDelegation, EndDelegationInput, EndDelegationResult } from './end-delegation';
import { EndRole, EndRoleInput, EndRoleResult } from './end-role';
import { GrantRole, GrantRoleInput, GrantRoleResult } from './grant-role';
import { peopleOf } from './people.queries';
import { OrganisationPerson } from './people.type';
import { RegisterPerson, RegisterPersonInput, RegisterPersonResult } from './register-person';

@Resolver()
export class RoleResolver {
  constructor(
    private readonly register: RegisterPerson,
    private readonly change: ChangePerson,
    private readonly grant: GrantRole,
    private readonly end: EndRole,
    private readonly delegate: DelegateRole,
    private readonly endDelegated: EndDelegation,
  ) {}

  @Query(() => [OrganisationPerson], {
    description:
      'The people of an organisation, or of the region as such, by name, with their roles there; at most 200.',
  })
  async people(
    @Reads() read: RequestRead,
    @Args('organisationId', {
      type: () => Uuid,
      nullable: true,
      description: 'The organisation; left out for the region as such.',
    })
    organisationId: string | null,
  ): Promise<OrganisationPerson[]> {
    return peopleOf(await read.work(), organisationId ?? null);
  }

  @Mutation(() => RegisterPersonResult, { description: 'Registers somebody with their work address.' })
  registerPerson(@AskedBy() asker: Asker, @Args('input', { description: 'Who it is.' }) input: RegisterPersonInput) {
    return this.register.carryOut(asker, input);
  }

  @Mutation(() => ChangePersonResult, { description: 'Changes what is registered of a person.' })
  changePerson(
    @AskedBy() asker: Asker,
    @Args('input', { description: 'What is to change.' }) input: ChangePersonInput,
  ) {
    return this.change.carryOut(asker, input);
  }

  @Mutation(() => GrantRoleResult, { description: 'Grants a role to a person, or moves a deputy in the order.' })
  grantRole(@AskedBy() asker: Asker, @Args('input', { description: 'Which role.' }) input: GrantRoleInput) {
    return this.grant.carryOut(asker, input);
  }

  @Mutation(() => EndRoleResult, { description: 'Ends a role at once.' })
  endRole(@AskedBy() asker: Asker, @Args('input', { description: 'Which role.' }) input: EndRoleInput) {
    return this.end.carryOut(asker, input);
  }

  @Mutation(() => DelegateRoleResult, { description: 'Leaves a role to a deputy for a period.' })
  delegateRole(@AskedBy() asker: Asker, @Args('input', { description: 'Who, and when.' }) input: DelegateRoleInput) {
    return this.delegate.carryOut(asker, input);
  }

  @Mutation(() => EndDelegationResult, { description: 'Ends a delegation before its last day.' })
  endDelegation(
    @AskedBy() asker: Asker,
    @Args('input', { description: 'Which delegation.' }) input: EndDelegationInput,
  ) {
    return this.endDelegated.carryOut(asker, input);
  }
}
