import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DecimalScalar, InstantScalar, LocalDateScalar, Uuid } from '@samanker/request';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export enum NeedState {
  DRAFT = 'DRAFT',
  DECLARED = 'DECLARED',
  IN_CASE = 'IN_CASE',
  SOLVED_IN_HOUSE = 'SOLVED_IN_HOUSE',
  WITHDRAWN = 'WITHDRAWN',
}
registerEnumType(NeedState, {
  name: 'NeedState',
  description: 'Where a need stands.',
  valuesMap: {
    DRAFT: { description: 'Seen by its own organisation only.' },
    DECLARED: { description: 'Open: seen by the region, and compared with the needs of the others.' },
    IN_CASE: { description: 'Taken up in a procurement case, which it points to.' },
    SOLVED_IN_HOUSE: { description: 'Solved without buying: a good end.' },
    WITHDRAWN: { description: 'Taken back by its organisation.' },
  },
});

export enum Sourcing {
  UNDECIDED = 'UNDECIDED',
  IN_HOUSE = 'IN_HOUSE',
  MARKET = 'MARKET',
  BOTH = 'BOTH',
}
registerEnumType(Sourcing, {
  name: 'Sourcing',
  description: 'How the organisation thinks of meeting a need.',
  valuesMap: {
    UNDECIDED: { description: 'Not decided.' },
    IN_HOUSE: { description: 'With own people and means.' },
    MARKET: { description: 'Bought in the market.' },
    BOTH: { description: 'Partly bought, partly own work.' },
  },
});

export enum RootCause {
  PROCESS = 'PROCESS',
  PROCUREMENT = 'PROCUREMENT',
  PROFESSION = 'PROFESSION',
  LEADERSHIP = 'LEADERSHIP',
}
registerEnumType(RootCause, {
  name: 'RootCause',
  description: 'Where the problem has its root.',
  valuesMap: {
    PROCESS: { description: 'In how the work is done.' },
    PROCUREMENT: { description: 'In how it was bought.' },
    PROFESSION: { description: 'In the profession: knowledge, methods.' },
    LEADERSHIP: { description: 'In leadership and anchoring.' },
  },
});

export enum FiguresOrigin {
  REAL = 'REAL',
  MODELLED = 'MODELLED',
}
registerEnumType(FiguresOrigin, {
  name: 'FiguresOrigin',
  description: 'Whether figures come from the organisation itself.',
  valuesMap: {
    REAL: { description: 'Given by the organisation.' },
    MODELLED: { description: 'Calculated, for example from population; shown as such wherever it is shown.' },
  },
});

/** A need, described as a problem before any solution (R15). Counts only, never data about patients or pupils. */
@ObjectType({
  description:
    'A need of one organisation, described as a problem before any solution. Counts only, never data about patients or pupils.',
})
@Entity('need')
export class Need {
  @Field(() => Uuid, { description: 'Id of the need.' })
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  id!: string;

  @Column({ name: 'region_id', type: 'uuid' })
  regionId!: string;

  @Field(() => Uuid, { description: 'Whose need it is.' })
  @Column({ name: 'organisation_id', type: 'uuid' })
  organisationId!: string;

  @Field(() => String, { description: 'Name of the organisation.' })
  organisationName!: string;

  @Field(() => String, { description: 'What is needed, in a line.' })
  @Column({ type: 'text' })
  title!: string;

  @Field(() => String, { description: 'The problem, before any solution.' })
  @Column({ type: 'text' })
  problem!: string;

  @Field(() => String, { description: 'The effect that is wanted.' })
  @Column({ type: 'text', default: '' })
  effect!: string;

  @Field(() => String, { description: 'How one will see that the effect has come.' })
  @Column({ type: 'text', default: '' })
  indicator!: string;

  @Field(() => String, { description: 'For whom, as a group.' })
  @Column({ name: 'target_group', type: 'text', default: '' })
  targetGroup!: string;

  @Field(() => String, { description: 'How it is solved today.' })
  @Column({ name: 'current_solution', type: 'text', default: '' })
  currentSolution!: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'What it costs today, NOK per year excluding VAT.' })
  @Column({ name: 'current_yearly_cost', type: 'numeric', precision: 16, scale: 2, nullable: true })
  currentYearlyCost!: string | null;

  @Field(() => String, { description: 'What was tried, where, and with what result.' })
  @Column({ type: 'text', default: '' })
  tried!: string;

  @Field(() => [String], { description: 'CPV codes, the main one first.' })
  cpvCodes!: string[];

  @Field(() => DecimalScalar, { description: 'How much is needed over the whole wanted period.' })
  @Column({ type: 'numeric', precision: 16, scale: 4 })
  quantity!: string;

  @Field(() => String, { description: 'Code of the unit of the quantity.' })
  @Column({ name: 'unit_code', type: 'text' })
  unitCode!: string;

  @Field(() => LocalDateScalar, { description: 'First day of the wanted period.' })
  @Column({ name: 'wanted_from', type: 'date' })
  wantedFrom!: string;

  @Field(() => LocalDateScalar, { description: 'Last day of the wanted period.' })
  @Column({ name: 'wanted_to', type: 'date' })
  wantedTo!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: "When today's contract ends." })
  @Column({ name: 'contract_ends_on', type: 'date', nullable: true })
  contractEndsOn!: string | null;

  @Field(() => Int, { description: "Months by which today's contract may be extended." })
  @Column({ name: 'option_months', type: 'integer', default: 0 })
  optionMonths!: number;

  @Field(() => DecimalScalar, { nullable: true, description: 'Expected value, NOK per year excluding VAT.' })
  @Column({ name: 'yearly_value', type: 'numeric', precision: 16, scale: 2, nullable: true })
  yearlyValue!: string | null;

  @Field(() => Sourcing, { description: 'In-house, market or both.' })
  @Column({ type: 'text', default: 'UNDECIDED' })
  sourcing!: Sourcing;

  @Field(() => String, { description: 'What is gained locally.' })
  @Column({ name: 'local_value', type: 'text', default: '' })
  localValue!: string;

  @Field(() => String, { description: 'The local leader who vouches for the gain.' })
  @Column({ name: 'local_leader', type: 'text', default: '' })
  localLeader!: string;

  @Field(() => RootCause, { nullable: true, description: 'Where the problem has its root.' })
  @Column({ name: 'root_cause', type: 'text', nullable: true })
  rootCause!: RootCause | null;

  @Field(() => NeedState, { description: 'Where it stands.' })
  @Column({ type: 'text', default: 'DECLARED' })
  state!: NeedState;

  @Field(() => Uuid, { nullable: true, description: 'The procurement case that has taken it up.' })
  @Column({ name: 'case_id', type: 'uuid', nullable: true })
  caseId!: string | null;

  @Field(() => FiguresOrigin, { description: 'Whether its figures come from the organisation itself.' })
  @Column({ name: 'figures_origin', type: 'text', default: 'REAL' })
  figuresOrigin!: FiguresOrigin;

  @Field(() => InstantScalar, { nullable: true, description: 'When it was declared; null for a draft.' })
  @Column({ name: 'declared_at', type: 'timestamptz', nullable: true })
  declaredAt!: Date | null;

  @Field(() => Int, {
    description: 'Counts the changes; name it when you change the need, so that nobody overwrites what others wrote.',
  })
  @Column({ type: 'integer', default: 1 })
  version!: number;
}

/** A CPV code of a need. */
@Entity('need_cpv')
export class NeedCpv {
  @Column({ name: 'region_id', type: 'uuid' })
  regionId!: string;

  @PrimaryColumn({ name: 'need_id', type: 'uuid' })
  needId!: string;

  @PrimaryColumn({ name: 'cpv_code', type: 'text' })
  cpvCode!: string;

  @Column({ name: 'is_main', type: 'boolean', default: false })
  isMain!: boolean;
}
