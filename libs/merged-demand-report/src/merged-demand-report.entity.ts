import { Field, Int, ObjectType } from '@nestjs/graphql';
import { InstantScalar, Uuid } from '@samanker/request';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { MergedDemandReportContent } from './report-content.type';

/** A frozen version of the report: numbered, never changed (R22). The table allows insert and select only. */
@Entity('merged_demand_report')
@ObjectType({ description: 'A frozen, numbered version of a merged-demand report. It never changes.' })
export class MergedDemandReport {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  @Field(() => Uuid, { description: 'Id of the version.' })
  id!: string;

  @Column({ name: 'region_id', type: 'uuid' })
  regionId!: string;

  @Column({ name: 'case_id', type: 'uuid' })
  @Field(() => Uuid, { description: 'The case it is about.' })
  caseId!: string;

  @Column({ type: 'integer' })
  @Field(() => Int, { description: 'Number of the version, from 1.' })
  number!: number;

  /** Canonical JSON: exactly the bytes that the hash is taken over. */
  @Column({ name: 'content', type: 'text' })
  @Field(() => String, {
    description: 'The canonical JSON (RFC 8785) that the hash is taken over, for checking it oneself.',
  })
  canonicalContent!: string;

  @Column({ type: 'text' })
  @Field(() => String, { description: 'SHA-256 over the canonical JSON in UTF-8, hexadecimal.' })
  sha256!: string;

  @Column({ name: 'frozen_at', type: 'timestamptz', default: () => 'samanker_now()' })
  @Field(() => InstantScalar, { description: 'When it was frozen.' })
  frozenAt!: Date;

  @Column({ name: 'frozen_by', type: 'uuid' })
  @Field(() => Uuid, { description: 'Id of the person who froze it.' })
  frozenBy!: string;

  @Field(() => MergedDemandReportContent, { description: 'What it says.' })
  content!: MergedDemandReportContent;
}

/** A frozen version without its content: what a list shows. */
@ObjectType({ description: 'A frozen version of a report, without its content.' })
export class FrozenReportSummary {
  @Field(() => Uuid, { description: 'Id of the version.' })
  id!: string;

  @Field(() => Int, { description: 'Number of the version, from 1.' })
  number!: number;

  @Field(() => String, { description: 'SHA-256 over its canonical JSON.' })
  sha256!: string;

  @Field(() => InstantScalar, { description: 'When it was frozen.' })
  frozenAt!: Date;

  @Field(() => Uuid, { description: 'Id of the person who froze it.' })
  frozenBy!: string;
}

/** The report as the data is now. */
@ObjectType({
  description:
    'The merged-demand report computed from the data of this moment, and how it stands to the latest frozen version.',
})
export class LiveMergedDemandReport {
  @Field(() => Uuid, { description: 'The case it is about.' })
  caseId!: string;

  @Field(() => MergedDemandReportContent, { description: 'What it says.' })
  content!: MergedDemandReportContent;

  @Field(() => String, { description: 'SHA-256 over its canonical JSON: what a freeze now would get.' })
  sha256!: string;

  @Field(() => FrozenReportSummary, { nullable: true, description: 'The latest frozen version, if there is one.' })
  latestFrozen!: FrozenReportSummary | null;

  @Field(() => Boolean, { description: 'Whether the data still equals the latest frozen version.' })
  equalsLatestFrozen!: boolean;
}

/** The entities of this word. */
export const mergedDemandReportEntities = [MergedDemandReport];
