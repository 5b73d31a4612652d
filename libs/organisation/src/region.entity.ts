import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Uuid } from '@samanker/request';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A group of organisations that buy together; the unit of isolation (R30). */
@Entity('region')
@ObjectType({ description: 'A region: the organisations that buy together and see each other’s declared data.' })
export class Region {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  @Field(() => Uuid, { description: 'Id of the region.' })
  id!: string;

  @Column({ type: 'text' })
  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Column({ type: 'text' })
  slug!: string;

  @Column({ type: 'integer', name: 'at_risk_margin_days', default: 14 })
  @Field(() => Int, { description: 'Slack in calendar days under which a route counts as at risk (R6).' })
  atRiskMarginDays!: number;

  @Column({ type: 'integer', name: 'power_of_attorney_days', default: 10 })
  @Field(() => Int, {
    description: 'Working days set aside for the power of attorney, the last step of every route (R6).',
  })
  powerOfAttorneyDays!: number;

  @Field(() => Boolean, {
    description: 'Whether people may log in by a one-time code to their work address; it is enough for less.',
  })
  codeLogInAllowed!: boolean;
}

/** An organisation belongs to a region for a period; history keeps the old names (R33). */
@Entity('region_membership')
export class RegionMembership {
  @PrimaryColumn({ type: 'uuid', name: 'region_id' })
  regionId!: string;

  @PrimaryColumn({ type: 'uuid', name: 'organisation_id' })
  organisationId!: string;

  @PrimaryColumn({ type: 'date', name: 'valid_from' })
  validFrom!: string;

  @Column({ type: 'date', nullable: true, name: 'valid_to' })
  validTo!: string | null;
}
