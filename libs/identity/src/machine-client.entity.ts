import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { InstantScalar, Uuid } from '@samanker/request';
import type { MachineScope } from '@samanker/verb';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export enum MachineScopeName {
  READ = 'read',
  NEEDS = 'needs',
  VOLUMES = 'volumes',
  CALENDARS = 'calendars',
}
registerEnumType(MachineScopeName, {
  name: 'MachineScope',
  description: 'What a program is given access to; in the token request in lower case.',
  valuesMap: {
    READ: { description: 'Every question. Without it a program can only send, not ask.' },
    NEEDS: { description: 'Registers, changes, declares and withdraws the organisation’s needs.' },
    VOLUMES: { description: 'Saves and declares the organisation’s volumes.' },
    CALENDARS: { description: 'Keeps the organisation’s bodies, meetings and closed weeks.' },
  },
});

/** A program of an organisation. It acts as a person of its own, who gets no mail and never logs in otherwise. */
@Entity('machine_client')
@ObjectType({ description: 'A program that has access on behalf of an organisation, by client credentials.' })
export class MachineClient {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  @Field(() => Uuid, { description: 'Id of the program’s access.' })
  id!: string;

  @Column({ type: 'uuid', name: 'region_id' })
  regionId!: string;

  @Column({ type: 'uuid', name: 'organisation_id' })
  @Field(() => Uuid, { description: 'The organisation that it acts for.' })
  organisationId!: string;

  @Column({ type: 'uuid', name: 'person_id' })
  personId!: string;

  @Column({ type: 'text' })
  @Field(() => String, { description: 'What the organisation calls it.' })
  name!: string;

  @Column({ type: 'text', name: 'client_id' })
  @Field(() => String, { description: 'The client_id of the token request.' })
  clientId!: string;

  @Column({ type: 'bytea', name: 'secret_hash' })
  secretHash!: Buffer;

  @Column({ type: 'bytea', nullable: true, name: 'previous_secret_hash' })
  previousSecretHash!: Buffer | null;

  @Column({ type: 'timestamptz', nullable: true, name: 'previous_valid_until' })
  @Field(() => InstantScalar, {
    nullable: true,
    description: 'Until when the secret before this one still opens; null when there was none. Domain time.',
  })
  previousValidUntil!: Date | null;

  @Column({ type: 'text', array: true })
  @Field(() => [MachineScopeName], { description: 'What it has access to.' })
  scopes!: MachineScope[];

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' })
  @Field(() => InstantScalar, { description: 'When it was given access; real time.' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', name: 'expires_at' })
  @Field(() => InstantScalar, { description: 'When its access ends by itself; domain time.' })
  expiresAt!: Date;

  @Column({ type: 'timestamptz', nullable: true, name: 'revoked_at' })
  @Field(() => InstantScalar, { nullable: true, description: 'When its access was taken away; real time.' })
  revokedAt!: Date | null;
}

/** A program with its secret, which is told once. */
@ObjectType({ description: 'A program’s access, and its secret: told once, when it is made.' })
export class IssuedMachineClient {
  @Field(() => MachineClient, { description: 'The access.' })
  client!: MachineClient;

  @Field(() => String, {
    nullable: true,
    description:
      'The client_secret of the token request. Null when this answers a repeated request: it is kept nowhere, so make a new one by rotateMachineClientSecret.',
  })
  clientSecret!: string | null;
}
