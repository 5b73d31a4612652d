import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { LocalDateScalar, Uuid } from '@samanker/request';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export enum OrganisationKind {
  MUNICIPALITY = 'MUNICIPALITY',
  COUNTY = 'COUNTY',
  INTERMUNICIPAL_COMPANY = 'INTERMUNICIPAL_COMPANY',
  MUNICIPAL_ENTERPRISE = 'MUNICIPAL_ENTERPRISE',
  CHURCH_COUNCIL = 'CHURCH_COUNCIL',
  CENTRAL_PURCHASING_BODY = 'CENTRAL_PURCHASING_BODY',
}
registerEnumType(OrganisationKind, {
  name: 'OrganisationKind',
  description: 'What kind of body takes part.',
  valuesMap: {
    MUNICIPALITY: { description: 'Kommune.' },
    COUNTY: { description: 'Fylkeskommune.' },
    INTERMUNICIPAL_COMPANY: { description: 'Interkommunalt selskap.' },
    MUNICIPAL_ENTERPRISE: { description: 'Kommunalt foretak.' },
    CHURCH_COUNCIL: { description: 'Kirkelig fellesråd.' },
    CENTRAL_PURCHASING_BODY: { description: 'Innkjøpssentral.' },
  },
});

export enum WrittenLanguage {
  NB = 'NB',
  NN = 'NN',
  NEUTRAL = 'NEUTRAL',
}
registerEnumType(WrittenLanguage, {
  name: 'WrittenLanguage',
  description: 'The written language that the municipality has decided on.',
  valuesMap: {
    NB: { description: 'Bokmål.' },
    NN: { description: 'Nynorsk.' },
    NEUTRAL: { description: 'No decision: written to in Bokmål unless the person chooses otherwise.' },
  },
});

/** A participating organisation, as the public registers know it. Global: a region sees it through its membership. */
@Entity('organisation')
@ObjectType({ description: 'A municipality or another body that takes part in joint procurement.' })
export class Organisation {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  @Field(() => Uuid, { description: 'Id of the organisation.' })
  id!: string;

  @Column({ type: 'text' })
  @Field(() => OrganisationKind, { description: 'What kind of body it is.' })
  kind!: OrganisationKind;

  @Column({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Municipality number in force from validFrom, four digits.' })
  number!: string | null;

  @Column({ type: 'text', nullable: true, name: 'organisation_number' })
  @Field(() => String, { nullable: true, description: 'Organisation number in the Brønnøysund register, nine digits.' })
  organisationNumber!: string | null;

  @Column({ type: 'text' })
  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Column({ type: 'integer', nullable: true })
  @Field(() => Int, { nullable: true, description: 'Inhabitants on populationOn (Statistics Norway, table 07459).' })
  population!: number | null;

  @Column({ type: 'date', nullable: true, name: 'population_on' })
  @Field(() => LocalDateScalar, { nullable: true, description: 'The date that the population was counted for.' })
  populationOn!: string | null;

  @Column({ type: 'text' })
  @Field(() => WrittenLanguage, { description: 'Written language decided on.' })
  language!: WrittenLanguage;

  @Column({ type: 'text', nullable: true, name: 'official_address' })
  @Field(() => String, { nullable: true, description: 'Public e-mail address of the post room (postmottak).' })
  officialAddress!: string | null;

  @Column({ type: 'date', name: 'valid_from' })
  @Field(() => LocalDateScalar, { description: 'First day on which it existed in this form.' })
  validFrom!: string;

  @Column({ type: 'date', nullable: true, name: 'valid_to' })
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Last day on which it existed in this form; null while it does.',
  })
  validTo!: string | null;
}

/** Which organisation took over from which, when municipalities merged or were renumbered (R33). */
@Entity('organisation_succession')
export class OrganisationSuccession {
  @PrimaryColumn({ type: 'uuid', name: 'from_id' })
  fromId!: string;

  @PrimaryColumn({ type: 'uuid', name: 'to_id' })
  toId!: string;

  @Column({ type: 'date', name: 'on_date' })
  onDate!: string;

  @Column({ type: 'text' })
  kind!: string;
}
