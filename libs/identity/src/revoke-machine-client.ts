import { Injectable } from '@nestjs/common';
import { createUnionType, Field, ID, InputType } from '@nestjs/graphql';
import type { Work } from '@samanker/database';
import {
  IdempotencyKeyReused,
  InvalidInput,
  LogInTooWeak,
  NotFound,
  NotPermitted,
  Refusal,
  Uuid,
  type Asker,
} from '@samanker/request';
import { Verbs, type Done } from '@samanker/verb';
import { MachineClient } from './machine-client.entity';
import { mayKeepMachineClient } from './machine-client.permissions';
import { lockMachineClient, machineClientById } from './machine-client.queries';
import { MachineClientEnded } from './machine-client.refusals';

@InputType({ description: 'Which program loses its access.' })
export class RevokeMachineClientInput {
  @Field(() => Uuid, { description: 'The program’s access.' })
  machineClientId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Repeat a request safely: the same key gives the same answer. Kept for 7 days.',
  })
  idempotencyKey?: string | null;
}

export const RevokeMachineClientResult = createUnionType({
  name: 'RevokeMachineClientResult',
  description: 'The access, ended, or why it was not.',
  types: () =>
    [
      MachineClient,
      NotFound,
      NotPermitted,
      InvalidInput,
      MachineClientEnded,
      IdempotencyKeyReused,
      LogInTooWeak,
    ] as const,
  resolveType: (value: object) => value.constructor,
});

/** Takes a program's access away. Its tokens open nothing from the next request on; it is not woken again. */
@Injectable()
export class RevokeMachineClient {
  constructor(private readonly verbs: Verbs) {}

  carryOut(asker: Asker, input: RevokeMachineClientInput): Promise<MachineClient | Refusal> {
    return this.verbs.run(asker, input, {
      verb: 'revokeMachineClient',
      load: (work) => lockMachineClient(work, input.machineClientId),
      may: mayKeepMachineClient,
      carryOut: revoke,
      answer: async (work, id) => (await machineClientById(work, id))!,
    });
  }
}

async function revoke(work: Work, { id, organisationId, personId }: MachineClient): Promise<Done | Refusal> {
  const changed = await work.execute(
    'update machine_client set revoked_at = now() where region_id = $1 and id = $2 and revoked_at is null',
    [work.regionId, id],
  );
  if (changed === 0) return new MachineClientEnded(['input', 'machineClientId']);
  await work.execute(
    'update role set active = false, ended_at = $3 where region_id = $1 and person_id = $2 and ended_at is null',
    [work.regionId, personId, work.now],
  );
  await work.execute('delete from session where machine_client_id = $1', [id]);
  work.log({ verb: 'revokeMachineClient', subjectType: 'MachineClient', subjectId: id, organisationId });
  return { id };
}
