import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { createUnionType, Field, ID, InputType } from '@nestjs/graphql';
import { addDays, startOfDay } from '@samanker/clock';
import type { Work } from '@samanker/database';
import { isMember } from '@samanker/organisation';
import {
  IdempotencyKeyReused,
  InvalidInput,
  LocalDateScalar,
  LogInTooWeak,
  NotFound,
  NotPermitted,
  Refusal,
  Uuid,
  type Asker,
} from '@samanker/request';
import { Verbs, type Done, type MachineScope } from '@samanker/verb';
import { IssuedMachineClient, MachineScopeName } from './machine-client.entity';
import { mayCreateMachineClient } from './machine-client.permissions';
import { machineClientById } from './machine-client.queries';
import { checkMachineClient, clientIdOf, rolesForScopes } from './machine-client.rules';
import { hashOfSecret, newMachineSecret } from './machine-secret';

@InputType({ description: 'Which program gets access to what, and for how long.' })
export class CreateMachineClientInput {
  @Field(() => Uuid, { description: 'The organisation that it acts for.' })
  organisationId!: string;

  @Field(() => String, { description: 'What the organisation calls the program; at most 200 characters.' })
  name!: string;

  @Field(() => [MachineScopeName], { description: 'What it gets access to; at least one.' })
  scopes!: MachineScope[];

  @Field(() => LocalDateScalar, { description: 'The last day of its access, at most a year ahead.' })
  expiresOn!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Repeat a request safely: the same key gives the same answer, without the secret. Kept for 7 days.',
  })
  idempotencyKey?: string | null;
}

export const CreateMachineClientResult = createUnionType({
  name: 'CreateMachineClientResult',
  description: 'The access with its secret, or why it was not given.',
  types: () => [IssuedMachineClient, NotFound, NotPermitted, InvalidInput, IdempotencyKeyReused, LogInTooWeak] as const,
  resolveType: (value: object) => value.constructor,
});

/**
 * Gives a program access on behalf of an organisation. It becomes a person of its own, in the least roles that its scopes
 * take, so that permissions and log hold for it as for everybody. The secret is told once and kept only as a hash.
 */
@Injectable()
export class CreateMachineClient {
  constructor(private readonly verbs: Verbs) {}

  carryOut(asker: Asker, input: CreateMachineClientInput): Promise<IssuedMachineClient | Refusal> {
    // Stays null when the request is a repetition: then nothing is carried out, and there is no secret to tell.
    let clientSecret: string | null = null;
    return this.verbs.run(asker, input, {
      verb: 'createMachineClient',
      load: async (work) =>
        (await isMember(work, input.organisationId, work.today)) ? { organisationId: input.organisationId } : null,
      may: mayCreateMachineClient,
      carryOut: async (work) => {
        clientSecret = newMachineSecret();
        return create(work, input, clientSecret);
      },
      answer: async (work, id) =>
        Object.assign(new IssuedMachineClient(), { client: await machineClientById(work, id), clientSecret }),
    });
  }
}

async function create(work: Work, input: CreateMachineClientInput, secret: string): Promise<Done | Refusal> {
  const fault = checkMachineClient(input, work.today);
  if (fault) return fault;
  const { organisationId, scopes } = input;
  const clientId = clientIdOf(work.regionId, randomBytes(8).toString('hex'));
  const expiresAt = startOfDay(addDays(input.expiresOn, 1));
  const made = await work.one<{ id: string; personId: string }>(
    // An address that no mail server ever takes (RFC 2606): nobody reads it, and no code is sent to it.
    `with p as (insert into person (name, email, language, machine) values ($3, $4 || '@machine.invalid', $5, true) returning id)
     insert into machine_client (region_id, organisation_id, name, client_id, person_id, secret_hash, scopes, expires_at)
     select $1, $2, $3, $4, p.id, $6, $7::text[], $8 from p returning id, person_id as "personId"`,
    [
      work.regionId,
      organisationId,
      input.name.trim(),
      clientId,
      work.actor.language,
      hashOfSecret(secret),
      scopes,
      expiresAt,
    ],
  );
  await work.execute(
    `insert into role (region_id, person_id, organisation_id, kind) select $1, $2, $3, kind from unnest($4::text[]) as kind`,
    [work.regionId, made!.personId, organisationId, rolesForScopes(scopes)],
  );
  work.log({
    verb: 'createMachineClient',
    subjectType: 'MachineClient',
    subjectId: made!.id,
    organisationId,
    after: { clientId, scopes, roles: rolesForScopes(scopes), expiresAt: expiresAt.toISOString() },
  });
  return { id: made!.id };
}
