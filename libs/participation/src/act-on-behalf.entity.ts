import { Field, ObjectType } from '@nestjs/graphql';
import { InstantScalar, Uuid } from '@samanker/request';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One act of the host for an organisation (R29). Rows are only ever added. */
@Entity('act_on_behalf')
@ObjectType({
  description: 'Something that the host registered on an organisation’s written behalf. It stays marked for ever.',
})
export class ActOnBehalf {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  @Field(() => Uuid, { description: 'Id of the act.' })
  id!: string;

  @Column({ name: 'region_id', type: 'uuid' })
  regionId!: string;

  @Column({ name: 'participation_id', type: 'uuid' })
  participationId!: string;

  @Column({ type: 'text' })
  @Field(() => String, { description: 'What was done, as the name of the mutation: decideAnchoringStep.' })
  verb!: string;

  @Column({ name: 'subject_type', type: 'text' })
  @Field(() => String, { description: 'What it was done to: Participation or AnchoringStep.' })
  subjectType!: string;

  @Column({ name: 'subject_id', type: 'uuid' })
  @Field(() => Uuid, { description: 'Id of what it was done to.' })
  subjectId!: string;

  @Column({ name: 'host_organisation_id', type: 'uuid' })
  @Field(() => Uuid, { description: 'The organisation that was host then.' })
  hostOrganisationId!: string;

  @Column({ name: 'person_id', type: 'uuid', nullable: true })
  personId!: string | null;

  @Column({ type: 'text' })
  @Field(() => String, { description: 'Why the host did it.' })
  because!: string;

  @Column({ type: 'text' })
  @Field(() => String, { description: 'Where the organisation’s written request is.' })
  evidence!: string;

  @Column({ name: 'attachment_id', type: 'uuid', nullable: true })
  @Field(() => Uuid, { nullable: true, description: 'The written request itself, where it was uploaded.' })
  attachmentId!: string | null;

  @Column({ type: 'timestamptz' })
  @Field(() => InstantScalar, { description: 'When.' })
  at!: Date;
}

/** The acts of the participation `p` of an outer query as JSON, in the order in which they were done. */
export const ACTS_ON_BEHALF_SQL = `(select coalesce(json_agg(json_build_object('id', b.id, 'regionId', b.region_id,
     'participationId', b.participation_id, 'verb', b.verb, 'subjectType', b.subject_type, 'subjectId', b.subject_id,
     'hostOrganisationId', b.host_organisation_id, 'because', b.because, 'evidence', b.evidence,
     'attachmentId', b.attachment_id, 'at', b.at) order by b.at, b.id), '[]')
   from act_on_behalf b where b.participation_id = p.id)`;

/** Acts out of JSON: their instants are text there. */
export function actsOnBehalfOf(rows: readonly ActOnBehalf[]): ActOnBehalf[] {
  return rows.map((row) => Object.assign(new ActOnBehalf(), row, { at: new Date(row.at) }));
}
