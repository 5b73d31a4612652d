import { Injectable } from '@nestjs/common';
import { createUnionType, Field, ID, InputType } from '@nestjs/graphql';
import { plainAddress } from '@samanker/mail';
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
  type Language,
} from '@samanker/request';
import { Verbs, type Done } from '@samanker/verb';
import { lockPerson, type PersonToChange } from './lock-person';
import { holderOfAddress, keepRegistration } from './people-subject';
import { registeredPerson } from './people.queries';
import { OrganisationPerson } from './people.type';
import { faultOfPerson } from './person-fields';
import { InterfaceLanguage } from './person.entity';
import { mayChangeAddress, mayChangePerson } from './role.permissions';
import { PersonAlreadyRegistered } from './role.refusals';

@InputType({ description: 'What is to be registered of a person; what is left out stays.' })
export class ChangePersonInput {
  @Field(() => Uuid, { description: 'The person.' })
  personId!: string;

  @Field(() => String, { nullable: true, description: 'Name; at most 200 characters.' })
  name?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Work address. Kept by those who register people, not by the person.',
  })
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'Phone; an empty text removes it.' })
  phone?: string | null;

  @Field(() => InterfaceLanguage, { nullable: true, description: 'The language that mails are to be written in.' })
  language?: Language | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Repeat a request safely: the same key gives the same answer. Kept for 7 days.',
  })
  idempotencyKey?: string | null;
}

export const ChangePersonResult = createUnionType({
  name: 'ChangePersonResult',
  description: 'The person, or why nothing was changed.',
  types: () =>
    [
      OrganisationPerson,
      NotFound,
      NotPermitted,
      InvalidInput,
      PersonAlreadyRegistered,
      IdempotencyKeyReused,
      LogInTooWeak,
    ] as const,
  resolveType: (value: object) => value.constructor,
});

/** Changes what is registered of a person: the organisation for its own people, the secretariat, the person for themself. */
@Injectable()
export class ChangePerson {
  constructor(private readonly verbs: Verbs) {}

  carryOut(asker: Asker, input: ChangePersonInput): Promise<OrganisationPerson | Refusal> {
    return this.verbs.run(asker, input, {
      verb: 'changePerson',
      load: (work) => lockPerson(work, input.personId),
      may: mayChangePerson,
      carryOut: (work, person) => change(work, person, input),
      answer: (work, id) => registeredPerson(work, id),
    });
  }
}

async function change(work: Work, person: PersonToChange, input: ChangePersonInput): Promise<Done | Refusal> {
  const fault = faultOfPerson(input);
  if (fault) return fault;
  const wanted = {
    name: input.name?.trim() ?? person.name,
    email: input.email ? plainAddress(input.email.trim()) : person.email,
    phone: input.phone == null ? person.phone : input.phone.trim() || null,
    language: input.language ?? person.language,
  };
  const id = await keepRegistration(work, person.personId, person.organisationId);
  const changed = (['name', 'email', 'phone', 'language'] as const).filter((field) => wanted[field] !== person[field]);
  if (changed.length === 0) return { id };
  if (changed.includes('email')) {
    // Whoever changed the address of a person of two regions would let themself into the other one.
    if (person.actsElsewhere || !mayChangeAddress(work.actor, person))
      return new NotPermitted(['input', 'email'], mayChangeAddress.grantFor(person));
    const holder = await holderOfAddress(work, wanted.email);
    if (holder && holder !== person.personId) return new PersonAlreadyRegistered(['input', 'email'], holder);
  }
  await work.execute('update person set name = $2, email = $3, phone = $4, language = $5 where id = $1', [
    person.personId,
    wanted.name,
    wanted.email,
    wanted.phone,
    wanted.language,
  ]);
  // R32: which fields, not what stood in them.
  work.log({
    verb: 'changePerson',
    subjectType: 'PersonRegistration',
    subjectId: id,
    organisationId: person.organisationId,
    after: { changed },
  });
  return { id };
}
