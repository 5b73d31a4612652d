import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  InstantScalar,
  LocalDateScalar,
  Uuid,
  type Language,
  type LogInMethod,
  type RoleKind,
} from '@samanker/request';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export enum RoleName {
  SECRETARIAT = 'SECRETARIAT',
  REGIONAL_GROUP = 'REGIONAL_GROUP',
  ADVISORY_GROUP = 'ADVISORY_GROUP',
  COORDINATOR = 'COORDINATOR',
  RECORDER = 'RECORDER',
  CONTRIBUTOR = 'CONTRIBUTOR',
  READER = 'READER',
  AUDITOR = 'AUDITOR',
  UNIT_LEADER = 'UNIT_LEADER',
  DIRECTOR = 'DIRECTOR',
  CHIEF_EXECUTIVE = 'CHIEF_EXECUTIVE',
  PROCUREMENT_OFFICER = 'PROCUREMENT_OFFICER',
}
registerEnumType(RoleName, {
  name: 'RoleKind',
  description: 'What a person is to an organisation or to the region.',
  valuesMap: {
    SECRETARIAT: { description: 'Secretariat of the regional group.' },
    REGIONAL_GROUP: { description: 'Seat in the regional group; recommends, and accepts merge proposals.' },
    ADVISORY_GROUP: { description: 'Seat in the advisory group (health, procurement, ICT).' },
    COORDINATOR: { description: 'Case contact of a municipality; at the host: coordinator of the case.' },
    RECORDER: { description: 'Political secretariat: records what bodies decided.' },
    CONTRIBUTOR: { description: 'Registers needs and volumes.' },
    READER: { description: 'Reads what the region’s members have declared.' },
    AUDITOR: { description: 'Reads everything declared, and the decision log.' },
    UNIT_LEADER: { description: 'Unit leader (enhetsleder).' },
    DIRECTOR: { description: 'Director (kommunalsjef).' },
    CHIEF_EXECUTIVE: { description: 'Chief executive (kommunedirektør; before 2020: rådmann).' },
    PROCUREMENT_OFFICER: { description: 'Procurement officer.' },
  },
});

export enum LogInName {
  OIDC = 'OIDC',
  CODE = 'CODE',
  MACHINE = 'MACHINE',
  DEVELOPMENT = 'DEVELOPMENT',
}
registerEnumType(LogInName, {
  name: 'LogIn',
  description: 'How somebody logged in, which decides what the log-in is enough for.',
  valuesMap: {
    OIDC: { description: 'With an identity provider: enough for everything that your roles allow.' },
    CODE: { description: 'With a one-time code to the work address: enough for volumes and for recording decisions.' },
    MACHINE: { description: 'A program with client credentials: enough for what its scopes name.' },
    DEVELOPMENT: { description: 'Chosen from a list without a password; does not exist in production.' },
  },
});

export enum InterfaceLanguage {
  NB = 'NB',
  NN = 'NN',
  EN = 'EN',
}
registerEnumType(InterfaceLanguage, {
  name: 'Language',
  description: 'A language of the interface and of the mails.',
  valuesMap: { NB: { description: 'Bokmål.' }, NN: { description: 'Nynorsk.' }, EN: { description: 'English.' } },
});

/** A person. Global: one person may act in several regions. The address is shown by R28 only, so it is no public field. */
@Entity('person')
@ObjectType({ description: 'A person who acts for one or more organisations.' })
export class Person {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  @Field(() => Uuid, { description: 'Id of the person.' })
  id!: string;

  @Column({ type: 'text' })
  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Column({ type: 'text' })
  email!: string;

  @Column({ type: 'text', nullable: true })
  phone!: string | null;

  /** A program of an organisation: it gets no mail and logs in by its secret alone. */
  @Column({ type: 'boolean', default: false })
  machine!: boolean;

  @Column({ type: 'text', default: 'NB' })
  @Field(() => InterfaceLanguage, { description: 'The language that mails to the person are written in.' })
  language!: Language;

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}

/** A role, held (deputy order 0) or as deputy (1, 2, … in order); an inactive row counts for nothing (R12). */
@Entity('role')
export class Role {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  id!: string;

  @Column({ type: 'uuid', name: 'region_id' })
  regionId!: string;

  @Column({ type: 'uuid', name: 'person_id' })
  personId!: string;

  @Column({ type: 'uuid', nullable: true, name: 'organisation_id' })
  organisationId!: string | null;

  @Column({ type: 'text' })
  kind!: RoleKind;

  @Column({ type: 'integer', name: 'deputy_order', default: 0 })
  deputyOrder!: number;

  @Column({ type: 'boolean', default: true })
  active!: boolean;

  @Column({ type: 'timestamptz', name: 'granted_at', default: () => 'samanker_now()' })
  grantedAt!: Date;

  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true })
  endedAt!: Date | null;
}

/** One role of the person who asks. */
@ObjectType({ description: 'A role that you hold.' })
export class HeldRole {
  @Field(() => RoleName, { description: 'Which role.' })
  kind!: RoleKind;

  @Field(() => Uuid, { nullable: true, description: 'In which organisation; null for a role in the region as such.' })
  organisationId!: string | null;
}

/** The person who asks, and the time that the service reckons with. */
@ObjectType({ description: 'Who you are to the service, for whom you act, and what day it is in domain time.' })
export class Me {
  @Field(() => Uuid, { description: 'Your id.' })
  personId!: string;

  @Field(() => String, { description: 'Your name.' })
  name!: string;

  @Field(() => InterfaceLanguage, { description: 'Your language.' })
  language!: Language;

  @Field(() => Uuid, { nullable: true, description: 'The organisation you act for; null when you act for the region.' })
  organisationId!: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the organisation you act for.' })
  organisationName!: string | null;

  @Field(() => Int, { nullable: true, description: 'Inhabitants of the organisation you act for.' })
  population!: number | null;

  @Field(() => [HeldRole], { description: 'Your roles in the region.' })
  roles!: HeldRole[];

  @Field(() => LogInName, { description: 'How you logged in.' })
  logIn!: LogInMethod;

  @Field(() => InstantScalar, {
    description: 'Domain time: what deadlines and reminders are counted from. Equals real time in production.',
  })
  now!: Date;

  @Field(() => LocalDateScalar, { description: 'The date of domain time in Europe/Oslo.' })
  today!: string;
}
