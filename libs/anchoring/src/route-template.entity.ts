import { Field, Int, ObjectType } from '@nestjs/graphql';
import { RoleName } from '@samanker/identity';
import { Uuid, type RoleKind } from '@samanker/request';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { StepKind, StepWeight } from './step-outcome.rules';

/** One step of a template. */
@Entity('route_template_step')
@ObjectType({ description: 'One step of a route template.' })
export class RouteTemplateStep {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  @Field(() => Uuid, { description: 'The id of the template step.' })
  id!: string;

  @Column({ name: 'region_id', type: 'uuid' })
  regionId!: string;

  @Column({ name: 'template_id', type: 'uuid' })
  templateId!: string;

  @Column({ type: 'integer' })
  @Field(() => Int, { description: 'The place in the route, from 1.' })
  position!: number;

  @Column({ name: 'parallel_group', type: 'integer' })
  @Field(() => Int, { description: 'Steps with the same number are open together; groups follow each other in order.' })
  parallelGroup!: number;

  @Column({ type: 'text' })
  @Field(() => StepKind, { description: 'Who decides: a person or a body.' })
  kind!: StepKind;

  @Column({ type: 'text' })
  @Field(() => StepWeight, { description: 'What the outcome counts for.' })
  weight!: StepWeight;

  @Column({ type: 'text' })
  @Field(() => String, { description: 'What the step is called.' })
  title!: string;

  @Column({ type: 'text' })
  @Field(() => RoleName, { description: 'The role that is responsible for the step.' })
  role!: RoleKind;

  @Column({ name: 'body_id', type: 'uuid', nullable: true })
  @Field(() => Uuid, { nullable: true, description: 'The body, for a political step.' })
  bodyId!: string | null;

  @Column({ name: 'working_days', type: 'integer', nullable: true })
  @Field(() => Int, { nullable: true, description: 'Working days to decide in, for an administrative step.' })
  workingDays!: number | null;
}

/** How an organisation usually decides; it pre-fills a route and never changes a running one (R1). */
@Entity('route_template')
@ObjectType({
  description: 'How an organisation usually anchors a case. It pre-fills new routes and never changes a running one.',
})
export class RouteTemplate {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  @Field(() => Uuid, { description: 'The id of the template.' })
  id!: string;

  @Column({ name: 'region_id', type: 'uuid' })
  regionId!: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  @Field(() => Uuid, { description: 'The organisation whose template this is.' })
  organisationId!: string;

  @Column({ type: 'text' })
  @Field(() => String, { description: 'What the organisation calls it.' })
  name!: string;

  @Field(() => [RouteTemplateStep], { description: 'The steps in order.' })
  steps!: RouteTemplateStep[];
}
