import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Reads, type RequestRead } from '@samanker/database';
import { AskedBy, Refusal, Uuid, type Asker } from '@samanker/request';
import { CreateMachineClient, CreateMachineClientInput, CreateMachineClientResult } from './create-machine-client';
import { IssuedMachineClient, MachineClient } from './machine-client.entity';
import { machineClientsOf } from './machine-client.queries';
import { RevokeMachineClient, RevokeMachineClientInput, RevokeMachineClientResult } from './revoke-machine-client';
import {
  RotateMachineClientSecret,
  RotateMachineClientSecretInput,
  RotateMachineClientSecretResult,
} from './rotate-machine-client-secret';

@Resolver(() => MachineClient)
export class MachineClientResolver {
  constructor(
    private readonly create: CreateMachineClient,
    private readonly rotate: RotateMachineClientSecret,
    private readonly revoke: RevokeMachineClient,
  ) {}

  @Query(() => [MachineClient], {
    description: 'The programs of an organisation, for those who answer for them; empty for everybody else.',
  })
  async machineClients(
    @Reads() read: RequestRead,
    @Args('organisationId', { type: () => Uuid, description: 'The organisation.' }) organisationId: string,
  ): Promise<MachineClient[]> {
    return machineClientsOf(await read.work(), organisationId);
  }

  @Mutation(() => CreateMachineClientResult, { description: 'Gives a program access on behalf of an organisation.' })
  createMachineClient(
    @AskedBy() asker: Asker,
    @Args('input', { description: 'What to do.' }) input: CreateMachineClientInput,
  ): Promise<IssuedMachineClient | Refusal> {
    return this.create.carryOut(asker, input);
  }

  @Mutation(() => RotateMachineClientSecretResult, {
    description: 'Exchanges a program’s secret; the one before it opens for another 24 hours.',
  })
  rotateMachineClientSecret(
    @AskedBy() asker: Asker,
    @Args('input', { description: 'What to do.' }) input: RotateMachineClientSecretInput,
  ): Promise<IssuedMachineClient | Refusal> {
    return this.rotate.carryOut(asker, input);
  }

  @Mutation(() => RevokeMachineClientResult, {
    description: 'Takes a program’s access away, from the next request on.',
  })
  revokeMachineClient(
    @AskedBy() asker: Asker,
    @Args('input', { description: 'What to do.' }) input: RevokeMachineClientInput,
  ): Promise<MachineClient | Refusal> {
    return this.revoke.carryOut(asker, input);
  }
}
