import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { LocalDateScalar, Uuid } from '@samanker/request';
import { WayOutKind, WayOutReason } from './ways-out.rules';

registerEnumType(WayOutKind, {
  name: 'WayOutKind',
  description: 'R7b: a lawful way on when the case is postponed or late.',
  valuesMap: {
    NEXT_ORDINARY_MEETING: { description: 'The next meeting of the body’s calendar.' },
    EXTRAORDINARY_MEETING: { description: 'A meeting of the body outside its calendar.' },
    REMOTE_MEETING: { description: 'The same, held remotely, where the council has allowed it.' },
    URGENT_MATTER: { description: 'The executive committee decides for the council, where it was given that power.' },
    DELEGATED_DECISION: { description: 'The chief executive decides; never in a matter of principle.' },
    OPTION_INSTEAD_OF_FIRM: { description: 'The organisation is named with an option and may join later.' },
    MOVE_THE_DEADLINE: { description: 'The deadline of the case is moved for everybody.' },
  },
});
registerEnumType(WayOutReason, {
  name: 'WayOutReason',
  description: 'Why ways out are shown.',
  valuesMap: {
    POSTPONED: { description: 'A body has put the case off, sent it back, or taken it from its agenda.' },
    LATE: { description: 'The route does not reach the deadline as planned.' },
    CANNOT_MAKE_IT: { description: 'No adopted calendar leaves room before the deadline.' },
  },
});

@ObjectType({ description: 'What a way out rests on, and whether that has been checked.' })
export class LegalBasis {
  @Field(() => String, { description: 'The Act, or the body whose decisions it is.' })
  act!: string;

  @Field(() => String, { description: 'The section or the decisions.' })
  section!: string;

  @Field(() => LocalDateScalar, { description: 'In force from.' })
  validFrom!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'In force to; null when it still is.' })
  validTo!: string | null;

  @Field(() => String, { description: 'Where this is known from.' })
  source!: string;

  @Field(() => Boolean, {
    description: 'Whether it has been checked against such a source; else have a lawyer check it.',
  })
  verified!: boolean;
}

@ObjectType({ description: 'One way out: when, whether in time, who acts, on what ground, and a text to send.' })
export class WayOut {
  @Field(() => WayOutKind, { description: 'Which way it is.' })
  kind!: WayOutKind;

  @Field(() => String, { description: 'What to do, in the language of the person who asks.' })
  title!: string;

  @Field(() => String, { description: 'Who acts, in that language.' })
  who!: string;

  @Field(() => String, { description: 'On what condition, in that language.' })
  condition!: string;

  @Field(() => String, { description: 'What it means for the tender, in that language.' })
  effect!: string;

  @Field(() => Uuid, { nullable: true, description: 'The step that is treated otherwise; null when none is.' })
  stepId!: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The earliest day of it, or the deadline that is needed; null when no meeting is known.',
  })
  on!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The last day of it that still works.' })
  latestOn!: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'When everything is done then, power of attorney included; null when it cannot be known.',
  })
  finishOn!: string | null;

  @Field(() => Boolean, { description: 'Whether that is by the deadline of the case, or by the moved one.' })
  inTime!: boolean;

  @Field(() => Boolean, { description: 'It rests on a calendar that is not adopted yet.' })
  provisional!: boolean;

  @Field(() => [String], { description: 'Organisations that are in time only by the moved deadline, by name.' })
  won!: string[];

  @Field(() => [LegalBasis], { description: 'What it rests on today.' })
  legalBases!: LegalBasis[];

  @Field(() => String, { description: 'A text in Bokmål that is ready to be sent.' })
  letterNb!: string;

  @Field(() => String, { description: 'The same in Nynorsk.' })
  letterNn!: string;
}

@ObjectType({ description: 'R7b: the lawful ways on for one municipality; none while its route goes as it should.' })
export class WaysOut {
  @Field(() => Uuid, { description: 'The participation.' })
  participationId!: string;

  @Field(() => LocalDateScalar, { description: 'The deadline of the case.' })
  decisionDeadline!: string;

  @Field(() => WayOutReason, { nullable: true, description: 'Why there are ways; null when none is needed.' })
  because!: WayOutReason | null;

  @Field(() => String, { nullable: true, description: 'The step that it is about.' })
  stepTitle!: string | null;

  @Field(() => [WayOut], { description: 'The ways, what follows the calendar first.' })
  ways!: WayOut[];
}
