import { Injectable } from '@nestjs/common';
import { createUnionType, Field, ID, InputType } from '@nestjs/graphql';
import type { Work } from '@samanker/database';
import { currentRegion, Region } from '@samanker/organisation';
import {
  IdempotencyKeyReused,
  InvalidInput,
  LogInTooWeak,
  NotFound,
  NotPermitted,
  Refusal,
  type Asker,
} from '@samanker/request';
import { Verbs, type Done } from '@samanker/verb';
import { mayAllowCodeLogIn } from './log-in.permissions';

@InputType({ description: 'Whether people of the region may log in by a one-time code to their work address.' })
export class AllowCodeLogInInput {
  @Field(() => Boolean, { description: 'True to allow it; false ends it, and with it the sessions that began so.' })
  allowed!: boolean;

  @Field(() => ID, {
    nullable: true,
    description: 'Repeat a request safely: the same key gives the same answer. Kept for 7 days.',
  })
  idempotencyKey?: string | null;
}

export const AllowCodeLogInResult = createUnionType({
  name: 'AllowCodeLogInResult',
  description: 'The region as it is now, or why nothing was changed.',
  types: () => [Region, NotFound, NotPermitted, InvalidInput, IdempotencyKeyReused, LogInTooWeak] as const,
  resolveType: (value: object) => value.constructor,
});

/** Allows or ends the log-in by a one-time code in the region. It is enough for less than other log-ins. */
@Injectable()
export class AllowCodeLogIn {
  constructor(private readonly verbs: Verbs) {}

  carryOut(asker: Asker, input: AllowCodeLogInInput): Promise<Region | Refusal> {
    return this.verbs.run(asker, input, {
      verb: 'allowCodeLogIn',
      load: (work) => currentRegion(work),
      may: mayAllowCodeLogIn,
      carryOut: (work, region) => allow(work, region, input.allowed),
      answer: (work) => currentRegion(work),
    });
  }
}

async function allow(work: Work, { id, codeLogInAllowed }: Region, allowed: boolean): Promise<Done> {
  if (codeLogInAllowed === allowed) return { id };
  await work.execute(
    allowed
      ? 'insert into code_log_in_region (region_id) values ($1) on conflict do nothing'
      : 'delete from code_log_in_region where region_id = $1',
    [work.regionId],
  );
  work.log({
    verb: 'allowCodeLogIn',
    subjectType: 'Region',
    subjectId: id,
    before: { codeLogInAllowed },
    after: { codeLogInAllowed: allowed },
  });
  return { id };
}
