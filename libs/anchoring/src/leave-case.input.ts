import { Field, ID, InputType } from '@nestjs/graphql';
import { OnBehalfInput } from '@samanker/participation';
import { checkText, firstFault, InvalidInput, LocalDateScalar, Uuid } from '@samanker/request';

@InputType({ description: 'That an organisation leaves a case: by whose decision, of which day, and why (R5b).' })
export class LeaveCaseInput {
  @Field(() => Uuid, { description: 'The participation.' })
  participationId!: string;

  @Field(() => LocalDateScalar, {
    description: 'The day of the decision; not before the case was opened, not after today.',
  })
  decidedOn!: string;

  @Field(() => String, {
    description: 'Who decided: the council, another body, or an office; at most 200 characters.',
  })
  decidedBy!: string;

  @Field(() => String, {
    description: 'The reference of the decision: PS 12/26, or the archive’s case; at most 100 characters.',
  })
  decisionReference!: string;

  @Field(() => String, { description: 'Why; at most 2 000 characters.' })
  because!: string;

  @Field(() => String, { nullable: true, description: 'A link to the decision; begins with https://.' })
  decisionLink?: string | null;

  @Field(() => Uuid, {
    nullable: true,
    description: 'The decision as a file that was uploaded for this participation. A link is as good.',
  })
  attachmentId?: string | null;

  @Field(() => OnBehalfInput, { nullable: true, description: 'For the host on written behalf only.' })
  onBehalf?: OnBehalfInput | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Repeat a request safely: the same key gives the same answer. Kept for 7 days.',
  })
  idempotencyKey?: string | null;
}

/** The first value that is wrong in itself. */
export function faultOfLeaving(input: LeaveCaseInput, openedOn: string, today: string): InvalidInput | null {
  const link = input.decisionLink?.trim() ?? '';
  return firstFault(
    input.decidedOn > today && new InvalidInput(['input', 'decidedOn'], 'DATE_IN_FUTURE'),
    input.decidedOn < openedOn && new InvalidInput(['input', 'decidedOn'], 'DATE_TOO_EARLY', openedOn),
    checkText(input.decidedBy, ['input', 'decidedBy'], 200, true),
    checkText(input.decisionReference, ['input', 'decisionReference'], 100, true),
    checkText(input.because, ['input', 'because'], 2_000, true),
    checkText(link, ['input', 'decisionLink'], 1_000),
    link !== '' && !/^https:\/\/[^\s<>"]+$/.test(link) && new InvalidInput(['input', 'decisionLink'], 'NOT_A_LINK'),
  );
}
