import { Field, Int, ObjectType } from '@nestjs/graphql';
import { InstantScalar, Uuid, type Language, type RoleKind } from '@samanker/request';
import { InterfaceLanguage, RoleName } from './person.entity';
import { RoleDelegation } from './role-delegation.entity';

/** A role with its holder. */
@ObjectType({ description: 'A role that somebody holds, or held until it ended.' })
export class GrantedRole {
  @Field(() => Uuid, { description: 'Id of the role.' })
  id!: string;

  @Field(() => Uuid, { description: 'Who holds it.' })
  personId!: string;

  @Field(() => RoleName, { description: 'Which role.' })
  kind!: RoleKind;

  @Field(() => Uuid, { nullable: true, description: 'In which organisation; null for the region as such.' })
  organisationId!: string | null;

  @Field(() => Int, { description: '0 for who holds the role; 1, 2, … for deputies in order.' })
  deputyOrder!: number;

  @Field(() => Boolean, { description: 'Whether it counts now; a deputy who is not called upon does not.' })
  active!: boolean;

  @Field(() => InstantScalar, { description: 'When it was granted.' })
  grantedAt!: Date;

  @Field(() => InstantScalar, { nullable: true, description: 'When it ended; null while it is held.' })
  endedAt!: Date | null;

  @Field(() => [RoleDelegation], {
    description: 'To whom it is left, now or later, soonest first; what is over is left out.',
  })
  delegations!: RoleDelegation[];
}

/** Somebody with the roles held in one organisation, or in the region. */
@ObjectType({ description: 'A person of an organisation, or of the region, with the roles held there.' })
export class OrganisationPerson {
  @Field(() => Uuid, { description: 'Id of the person.' })
  id!: string;

  @Field(() => Uuid, { nullable: true, description: 'Whose person this is told of; null for the region as such.' })
  organisationId!: string | null;

  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Work address: for the own organisation, the coordinator of a case that it takes part in, and the secretariat; null for others.',
  })
  email!: string | null;

  @Field(() => String, { nullable: true, description: 'Phone, for the same people as the work address.' })
  phone!: string | null;

  @Field(() => InterfaceLanguage, { description: 'The language that mails to the person are written in.' })
  language!: Language;

  @Field(() => [GrantedRole], { description: 'The roles held there; none for who is registered and holds none yet.' })
  roles!: GrantedRole[];
}
