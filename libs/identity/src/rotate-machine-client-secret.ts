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
import { IssuedMachineClient, type MachineClient } from './machine-client.entity';
import { mayKeepMachineClient } from './machine-client.permissions';
import { lockMachineClient, machineClientById } from './machine-client.queries';
import { MachineClientEnded } from './machine-client.refusals';
import { SECRET_OVERLAP_HOURS } from './machine-client.rules';
import { hashOfSecret, newMachineSecret } from './machine-secret';

@InputType({ description: 'Which program gets a new secret.' })
export class RotateMachineClientSecretInput {
  @Field(() => Uuid, { description: 'The program’s access.' })
  machineClientId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Repeat a request safely: the same key gives the same answer, without the secret. Kept for 7 days.',
  })
  idempotencyKey?: string | null;
}

export const RotateMachineClientSecretResult = createUnionType({
  name: 'RotateMachineClientSecretResult',
  description: 'The access with its new secret, or why it was not exchanged.',
  types: () =>
    [
      IssuedMachineClient,
      NotFound,
      NotPermitted,
      InvalidInput,
      MachineClientEnded,
      IdempotencyKeyReused,
      LogInTooWeak,
    ] as const,
  resolveType: (value: object) => value.constructor,
});

/** Exchanges the secret. The one before it opens for another day, so that the program can be changed over in peace. */
@Injectable()
export class RotateMachineClientSecret {
  constructor(private readonly verbs: Verbs) {}

  carryOut(asker: Asker, input: RotateMachineClientSecretInput): Promise<IssuedMachineClient | Refusal> {
    let clientSecret: string | null = null;
    return this.verbs.run(asker, input, {
      verb: 'rotateMachineClientSecret',
      load: (work) => lockMachineClient(work, input.machineClientId),
      may: mayKeepMachineClient,
      carryOut: async (work, client) => {
        clientSecret = newMachineSecret();
        return rotate(work, client, clientSecret);
      },
      answer: async (work, id) =>
        Object.assign(new IssuedMachineClient(), { client: await machineClientById(work, id), clientSecret }),
    });
  }
}

async function rotate(work: Work, { id, organisationId }: MachineClient, secret: string): Promise<Done | Refusal> {
  const changed = await work.execute(
    `update machine_client set previous_secret_hash = secret_hash, secret_hash = $3,
       previous_valid_until = $4::timestamptz + interval '${SECRET_OVERLAP_HOURS} hours'
     where region_id = $1 and id = $2 and revoked_at is null and expires_at > $4::timestamptz`,
    [work.regionId, id, hashOfSecret(secret), work.now],
  );
  if (changed === 0) return new MachineClientEnded(['input', 'machineClientId']);
  work.log({
    verb: 'rotateMachineClientSecret',
    subjectType: 'MachineClient',
    subjectId: id,
    organisationId,
    after: { overlapHours: SECRET_OVERLAP_HOURS },
  });
  return { id };
}
