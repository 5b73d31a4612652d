import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Uuid } from '@samanker/request';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DecisionBodyKind } from './meeting-calendar.rules';

registerEnumType(DecisionBodyKind, {
  name: 'DecisionBodyKind',
  description: 'What a decision body is in its organisation.',
  valuesMap: {
    COUNCIL: { description: 'The municipal or county council (kommunestyre, bystyre).' },
    EXECUTIVE_COMMITTEE: { description: 'The executive committee (formannskap).' },
    COMMITTEE: { description: 'A standing committee (utvalg).' },
    ELDERLY_COUNCIL: { description: 'The council for the elderly (eldreråd); advisory.' },
    DISABILITY_COUNCIL: { description: 'The council for people with disabilities; advisory.' },
    YOUTH_COUNCIL: { description: 'The youth council; advisory.' },
    REGIONAL_GROUP: { description: 'The regional coordination group; recommends, decides for nobody.' },
    ADVISORY_GROUP: { description: 'The advisory group of health, procurement and ICT.' },
  },
});

export enum CalendarOrigin {
  REAL = 'REAL',
  MODELLED = 'MODELLED',
}
registerEnumType(CalendarOrigin, {
  name: 'CalendarOrigin',
  description: 'Where the meetings of a body come from.',
  valuesMap: {
    REAL: { description: 'A calendar that the organisation has adopted or published.' },
    MODELLED: { description: 'Made up after a usual pattern, because the real calendar is not known.' },
  },
});

/** A political or advisory body with a calendar of meetings (R6). */
@Entity('decision_body')
@ObjectType({ description: 'A political or advisory body of an organisation, with its calendar of meetings.' })
export class DecisionBody {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  @Field(() => Uuid, { description: 'The id of the body.' })
  id!: string;

  @Column({ name: 'region_id', type: 'uuid' })
  regionId!: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  @Field(() => Uuid, { description: 'The organisation whose body this is.' })
  organisationId!: string;

  @Column({ type: 'text' })
  @Field(() => String, { description: 'What the organisation calls the body: Bystyret, Formannskapet.' })
  name!: string;

  @Column({ type: 'text' })
  @Field(() => DecisionBodyKind, { description: 'What kind of body it is.' })
  kind!: DecisionBodyKind;

  @Column({ name: 'submission_days', type: 'integer', default: 14 })
  @Field(() => Int, {
    description: 'Days before a meeting by which the text must be in, where the meeting names no date of its own.',
  })
  submissionDays!: number;

  @Column({ name: 'handover_days', type: 'integer', default: 7 })
  @Field(() => Int, {
    description: 'The least number of days from the meeting before in the same chain to a meeting of this body.',
  })
  handoverDays!: number;

  @Column({ name: 'calendar_origin', type: 'text', default: CalendarOrigin.REAL })
  @Field(() => CalendarOrigin, { description: 'Whether the calendar is the real one.' })
  calendarOrigin!: CalendarOrigin;
}
