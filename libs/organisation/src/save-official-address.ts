import { Injectable } from '@nestjs/common';
import { createUnionType, Field, ID, InputType } from '@nestjs/graphql';
import type { Work } from '@samanker/database';
import { plainAddress } from '@samanker/mail';
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
import { Organisation } from './organisation.entity';
import { mayKeepOfficialAddress } from './organisation.permissions';
import { organisationsById } from './organisation.queries';
import { officialAddressFault } from './official-address.rules';

@InputType({ description: 'Where the post room of an organisation is written to.' })
export class SaveOfficialAddressInput {
  @Field(() => Uuid, { description: 'The organisation.' })
  organisationId!: string;

  @Field(() => String, { description: 'The e-mail address; at most 254 characters. An empty text removes it.' })
  address!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Repeat a request safely: the same key gives the same answer. Kept for 7 days.',
  })
  idempotencyKey?: string | null;
}

export const SaveOfficialAddressResult = createUnionType({
  name: 'SaveOfficialAddressResult',
  description: 'The organisation, or why its address was not saved.',
  types: () => [Organisation, NotFound, NotPermitted, InvalidInput, IdempotencyKeyReused, LogInTooWeak] as const,
  resolveType: (value: object) => value.constructor,
});

interface Kept {
  readonly organisationId: string;
  readonly address: string | null;
}

/**
 * Saves the official address (postmottak), where mails of this region go when nobody holds the role (R12). The same
 * organisation may be a member of other regions: their mails go where they went.
 */
@Injectable()
export class SaveOfficialAddress {
  constructor(private readonly verbs: Verbs) {}

  carryOut(asker: Asker, input: SaveOfficialAddressInput): Promise<Organisation | Refusal> {
    return this.verbs.run(asker, input, {
      verb: 'saveOfficialAddress',
      load: (work) => lockOrganisation(work, input.organisationId),
      may: mayKeepOfficialAddress,
      carryOut: (work, kept: Kept) => save(work, kept, input),
      answer: async (work, id) => (await organisationsById(work, [id]))[0]!,
    });
  }
}

async function lockOrganisation(work: Work, id: string): Promise<Kept | null> {
  return work.one<Kept>(
    `select organisation_id as "organisationId", official_address_of(region_id, organisation_id) as address
     from region_membership where region_id = $1 and organisation_id = $2 and valid_from <= $3
       and (valid_to is null or valid_to >= $3) order by valid_from desc limit 1 for update`,
    [work.regionId, id, work.today],
  );
}

async function save(
  work: Work,
  { organisationId, address: before }: Kept,
  { address }: SaveOfficialAddressInput,
): Promise<Done | Refusal> {
  const fault = officialAddressFault(address);
  if (fault) return fault;
  const after = address.trim() ? plainAddress(address.trim()) : null;
  if (after === before) return { id: organisationId };
  // Every membership of the region, also one that is to come: the address is that of the organisation in this region.
  await work.execute(
    'update region_membership set official_address = $3 where region_id = $1 and organisation_id = $2',
    [work.regionId, organisationId, after ?? ''],
  );
  // Somebody's own address may stand there by mistake: the log says only that there is one.
  work.log({
    verb: 'saveOfficialAddress',
    subjectType: 'Organisation',
    subjectId: organisationId,
    organisationId,
    before: { hasAddress: Boolean(before) },
    after: { hasAddress: after !== null },
  });
  return { id: organisationId };
}
