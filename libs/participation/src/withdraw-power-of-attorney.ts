import { Injectable } from '@nestjs/common';
import { createUnionType, Field, ID, InputType } from '@nestjs/graphql';
import { addDays } from '@samanker/clock';
import type { Work } from '@samanker/database';
import { wordingSha256 } from '@samanker/decision-log';
import { expect } from '@samanker/expectation';
import { holdsBack } from '@samanker/procurement-case';
import { checkText, InvalidInput, Refusal, Uuid, type Asker } from '@samanker/request';
import { Verbs, type Done } from '@samanker/verb';
import { behalfOf, loggedBehalf, markOnBehalf } from './act-on-behalf';
import { logAbout } from './act-on-participation';
import { lockParticipation, type LockedParticipation } from './lock-participation';
import { OnBehalfInput } from './on-behalf.input';
import { participationAnswers } from './participation-result';
import { Participation } from './participation.entity';
import { mayDecideFor } from './participation.permissions';
import { participationById } from './participation.queries';
import { recomputeParticipation } from './recompute-participation';

@InputType({ description: 'A power of attorney to be withdrawn.' })
export class WithdrawPowerOfAttorneyInput {
  @Field(() => Uuid, { description: 'The participation.' })
  participationId!: string;

  @Field(() => String, { description: 'Why; at most 1 000 characters.' })
  because!: string;

  @Field(() => OnBehalfInput, { nullable: true, description: 'For the host on written behalf only.' })
  onBehalf?: OnBehalfInput | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Repeat a request safely: the same key gives the same answer. Kept for 7 days.',
  })
  idempotencyKey?: string | null;
}

export const WithdrawPowerOfAttorneyResult = createUnionType({
  name: 'WithdrawPowerOfAttorneyResult',
  description: 'The participation without a power of attorney in force, or why it was not withdrawn.',
  types: () => participationAnswers,
  resolveType: (value: object) => value.constructor,
});

/**
 * Withdraws the power of attorney (R5b), at any time, also when the participants are frozen or the case is closed: the
 * organisation no longer counts as anchored, the report shows it, and a new one is awaited while the case goes on. Who is
 * named in the joint tender stays named.
 */
@Injectable()
export class WithdrawPowerOfAttorney {
  constructor(private readonly verbs: Verbs) {}

  carryOut(asker: Asker, input: WithdrawPowerOfAttorneyInput): Promise<Participation | Refusal> {
    return this.verbs.run(asker, input, {
      verb: 'withdrawPowerOfAttorney',
      load: (work) => lockParticipation(work, input.participationId),
      may: mayDecideFor,
      carryOut: (work, subject) => withdrawIt(work, subject, input),
      answer: async (work, id) => (await participationById(work, id))!,
    });
  }
}

async function withdrawIt(
  work: Work,
  subject: LockedParticipation,
  input: WithdrawPowerOfAttorneyInput,
): Promise<Done | Refusal> {
  const behalf = await behalfOf(work, subject, input.onBehalf);
  if (behalf instanceof InvalidInput) return behalf;
  const refused = checkText(input.because, ['input', 'because'], 1000, true);
  if (refused) return refused;
  const gone = await work.one<{ id: string }>(
    `update power_of_attorney set withdrawn_at = $2, withdrawn_because = $3 where participation_id = $1 and withdrawn_at is null returning id`,
    [subject.id, work.now, input.because],
  );
  // Nothing in force: withdrawn already is withdrawn.
  if (!gone) return { id: subject.id };
  if (holdsBack(subject.case.stage) !== 'CLOSED') await awaitAnother(work, subject, gone.id);
  await markOnBehalf(work, subject, 'withdrawPowerOfAttorney', behalf);
  work.log({
    verb: 'withdrawPowerOfAttorney',
    ...logAbout(subject),
    before: { powerOfAttorneyId: gone.id },
    after: {
      becauseSha256: wordingSha256(input.because),
      onBehalf: loggedBehalf(behalf),
    },
  });
  await recomputeParticipation(work, subject.id, { begun: true });
  return { id: subject.id };
}

async function awaitAnother(work: Work, subject: LockedParticipation, withdrawnId: string): Promise<void> {
  // Never due in the past, also when the deadline has gone by; two weeks are the default of the last step (R6).
  const soon = addDays(work.today, 14);
  await expect(work, {
    kind: 'POWER_OF_ATTORNEY',
    caseId: subject.case.id,
    participationId: subject.id,
    subjectId: subject.id,
    organisationId: subject.organisationId,
    occasion: `withdrawn ${withdrawnId}`,
    role: 'COORDINATOR',
    dueOn:
      subject.case.decisionDeadline > work.today && subject.case.decisionDeadline < soon
        ? subject.case.decisionDeadline
        : soon,
    facts: { caseTitle: subject.case.title },
  });
}
