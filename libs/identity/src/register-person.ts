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
import { holderOfAddress, keepRegistration, peopleSubject } from './people-subject';
import { registeredPerson } from './people.queries';
import { OrganisationPerson } from './people.type';
import { faultOfPerson } from './person-fields';
import { InterfaceLanguage } from './person.entity';
import { PersonRegistered } from './role.events';
import { mayRegisterPerson, type PeopleSubject } from './role.permissions';
import { PersonAlreadyRegistered } from './role.refusals';

@InputType({ description: 'Somebody who is to act for an organisation, or for the region.' })
export class RegisterPersonInput {
  @Field(() => Uuid, {
    nullable: true,
    description: 'The organisation whose person it is; left out for the region as such.',
  })
  organisationId?: string | null;

  @Field(() => String, { description: 'Name; at most 200 characters.' })
  name!: string;

  @Field(() => String, { description: 'Work address, of this person alone; at most 254 characters.' })
  email!: string;

  @Field(() => String, { nullable: true, description: 'Phone; at most 40 characters.' })
  phone?: string | null;

  @Field(() => InterfaceLanguage, {
    nullable: true,
    description: 'The language of pages and mails; left out, the one that the organisation writes.',
  })
  language?: Language | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Repeat a request safely: the same key gives the same answer. Kept for 7 days.',
  })
  idempotencyKey?: string | null;
}

export const RegisterPersonResult = createUnionType({
  name: 'RegisterPersonResult',
  description: 'The person, or why nobody was registered.',
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

/** Registers somebody with their work address, one person for each address in the region. A role is granted besides (R28). */
@Injectable()
export class RegisterPerson {
  constructor(private readonly verbs: Verbs) {}

  carryOut(asker: Asker, input: RegisterPersonInput): Promise<OrganisationPerson | Refusal> {
    return this.verbs.run(asker, input, {
      verb: 'registerPerson',
      load: (work) => peopleSubject(work, input.organisationId ?? null),
      may: mayRegisterPerson,
      carryOut: (work, subject) => register(work, subject, input),
      answer: (work, id) => registeredPerson(work, id),
    });
  }
}

async function register(
  work: Work,
  { organisationId }: PeopleSubject,
  input: RegisterPersonInput,
): Promise<Done | Refusal> {
  const fault = faultOfPerson(input);
  if (fault) return fault;
  const email = plainAddress(input.email.trim());
  const known = await holderOfAddress(work, email);
  if (known) return new PersonAlreadyRegistered(['input', 'email'], known);
  // U4: the language follows the municipality's. Bokmål where it has decided on none.
  const person = await work.one<{ id: string; language: Language }>(
    `insert into person (name, email, phone, language) values ($1, $2, $3,
       coalesce($4, case (select o.language from organisation o where o.id = $5) when 'NN' then 'NN' else 'NB' end))
     returning id, language`,
    [input.name.trim(), email, input.phone?.trim() || null, input.language ?? null, organisationId],
  );
  const id = await keepRegistration(work, person!.id, organisationId);
  // R32: who it is stands in the rows; the log says that somebody was registered, and for whom.
  work.log({
    verb: 'registerPerson',
    subjectType: 'PersonRegistration',
    subjectId: id,
    organisationId,
    after: { language: person!.language, hasPhone: Boolean(input.phone?.trim()) },
  });
  work.publish(new PersonRegistered({ registrationId: id }));
  return { id };
}
