import { Field, ObjectType } from '@nestjs/graphql';
import { InstantScalar, LocalDateScalar, Uuid } from '@samanker/request';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That an organisation left a case, and by which decision (R5b). Rows are only ever added; a new invitation ends one. */
@Entity('leaving')
@ObjectType({ description: 'How an organisation left a case: by whose decision, of which day, and why.' })
export class Leaving {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  @Field(() => Uuid, { description: 'Id of the leaving.' })
  id!: string;

  @Column({ name: 'region_id', type: 'uuid' })
  regionId!: string;

  @Column({ name: 'participation_id', type: 'uuid' })
  participationId!: string;

  @Column({ name: 'decided_on', type: 'date' })
  @Field(() => LocalDateScalar, { description: 'The day of the decision.' })
  decidedOn!: string;

  @Column({ name: 'decided_by', type: 'text' })
  @Field(() => String, { description: 'Who decided: the council, another body, or an office.' })
  decidedBy!: string;

  @Column({ name: 'decision_reference', type: 'text' })
  @Field(() => String, { description: 'The reference of the decision: PS 12/26, or the archive’s case.' })
  decisionReference!: string;

  @Column({ type: 'text' })
  @Field(() => String, { description: 'Why it left.' })
  because!: string;

  @Column({ name: 'decision_link', type: 'text', default: '' })
  @Field(() => String, { description: 'A link to the decision; empty when none was given.' })
  decisionLink!: string;

  @Column({ name: 'attachment_id', type: 'uuid', nullable: true })
  @Field(() => Uuid, { nullable: true, description: 'The decision as a file, where it was uploaded.' })
  attachmentId!: string | null;

  @Column({ name: 'on_behalf', type: 'boolean' })
  @Field(() => Boolean, { description: 'Whether the host registered it, on the organisation’s written behalf (R29).' })
  onBehalf!: boolean;

  /** The steps that were open, and are awaited again when it comes back. */
  @Column({ name: 'withdrawn_step_ids', type: 'uuid', array: true, default: [] })
  withdrawnStepIds!: string[];

  @Column({ name: 'recorded_by', type: 'uuid', nullable: true })
  recordedBy!: string | null;

  @Column({ name: 'recorded_at', type: 'timestamptz' })
  @Field(() => InstantScalar, { description: 'When it was registered, and counted from.' })
  recordedAt!: Date;

  @Column({ name: 'returned_at', type: 'timestamptz', nullable: true })
  returnedAt!: Date | null;
}

/** The leaving in force of the participation `p` of an outer query as JSON; null while it has not left. */
export const LEAVING_SQL = `(select json_build_object('id', g.id, 'regionId', g.region_id, 'participationId', g.participation_id,
     'decidedOn', g.decided_on, 'decidedBy', g.decided_by, 'decisionReference', g.decision_reference, 'because', g.because,
     'decisionLink', g.decision_link, 'attachmentId', g.attachment_id, 'onBehalf', g.on_behalf, 'recordedAt', g.recorded_at)
   from leaving g where g.participation_id = p.id and g.returned_at is null)`;

/** A leaving out of JSON: its instant is text there. */
export function leavingOf(row: Leaving | null): Leaving | null {
  return row && Object.assign(new Leaving(), row, { recordedAt: new Date(row.recordedAt), returnedAt: null });
}
