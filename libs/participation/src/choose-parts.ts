import { Injectable } from '@nestjs/common';
import { createUnionType, Field, ID, InputType } from '@nestjs/graphql';
import type { Work } from '@samanker/database';
import { checkText, firstFault, InvalidInput, Refusal, Uuid, type Asker } from '@samanker/request';
import { Verbs, type Done } from '@samanker/verb';
import { behalfOf, loggedBehalf, markOnBehalf } from './act-on-behalf';
import { logAbout } from './act-on-participation';
import { lockParticipation, refusedInParticipation, type LockedParticipation } from './lock-participation';
import { OnBehalfInput } from './on-behalf.input';
import { participationAnswers } from './participation-result';
import { Participation } from './participation.entity';
import { mayDecideFor } from './participation.permissions';
import { participationById } from './participation.queries';
import { Choice } from './participation.rules';
import { recomputeParticipation } from './recompute-participation';

@InputType({ description: 'The choice for one part.' })
export class PartChoiceInput {
  @Field(() => Uuid, { description: 'The part.' })
  partId!: string;

  @Field(() => Choice, { description: 'The choice.' })
  choice!: Choice;
}

@InputType({ description: 'What an organisation chooses, part by part. Parts that are left out keep their choice.' })
export class ChoosePartsInput {
  @Field(() => Uuid, { description: 'The participation.' })
  participationId!: string;

  @Field(() => [PartChoiceInput], { description: 'The choices, each part at most once.' })
  choices!: PartChoiceInput[];

  @Field(() => String, {
    nullable: true,
    description:
      'The local leader who vouches for the local gain; needed for a firm part. At most 200 characters; left out keeps the one there is.',
  })
  localLeader?: string | null;

  @Field(() => OnBehalfInput, { nullable: true, description: 'For the host on written behalf only.' })
  onBehalf?: OnBehalfInput | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Repeat a request safely: the same key gives the same answer. Kept for 7 days.',
  })
  idempotencyKey?: string | null;
}

export const ChoosePartsResult = createUnionType({
  name: 'ChoosePartsResult',
  description: 'The participation with its choices, or why they were not kept.',
  types: () => participationAnswers,
  resolveType: (value: object) => value.constructor,
});

/** Chooses firm, option or out per part (R5): the technology firm, the response centre with an option. */
@Injectable()
export class ChooseParts {
  constructor(private readonly verbs: Verbs) {}

  carryOut(asker: Asker, input: ChoosePartsInput): Promise<Participation | Refusal> {
    return this.verbs.run(asker, input, {
      verb: 'chooseParts',
      load: (work) => lockParticipation(work, input.participationId),
      may: mayDecideFor,
      carryOut: (work, subject) => chooseFor(work, subject, input),
      answer: async (work, id) => (await participationById(work, id))!,
    });
  }
}

/** Chooses for a locked participation; the log names the verb that the person carried out. */
export async function chooseFor(
  work: Work,
  subject: LockedParticipation,
  input: ChoosePartsInput,
  verb: 'chooseParts' | 'importRunningCase' = 'chooseParts',
): Promise<Done | Refusal> {
  const behalf = await behalfOf(work, subject, input.onBehalf);
  if (behalf instanceof InvalidInput) return behalf;
  const refused = refusedInParticipation(subject);
  if (refused) return refused;
  const parts = await work.query<{ id: string; choice: Choice | null }>(
    `select k.id, h.choice from case_part k left join part_choice h on h.part_id = k.id and h.participation_id = $2 where k.case_id = $1`,
    [subject.case.id, subject.id],
  );
  const before = new Map(parts.map((part) => [part.id, part.choice]));
  const fault = firstFault(
    checkText(input.localLeader, ['input', 'localLeader'], 200),
    ...input.choices.flatMap(({ partId }, at) => [
      !before.has(partId) && new InvalidInput(['input', 'choices', at, 'partId'], 'UNKNOWN_REFERENCE'),
      input.choices.findIndex((other) => other.partId === partId) < at &&
        new InvalidInput(['input', 'choices', at, 'partId'], 'DUPLICATE'),
    ]),
  );
  if (fault) return fault;

  const changed = input.choices.filter(({ partId, choice }) => before.get(partId) !== choice);
  const localLeader = input.localLeader?.trim() ?? subject.localLeader;
  if (changed.length === 0 && localLeader === subject.localLeader) return { id: subject.id };
  await work.execute(
    `insert into part_choice (region_id, participation_id, part_id, choice)
     select $1, $2, part_id, choice from unnest($3::uuid[], $4::text[]) as given (part_id, choice)
     on conflict (participation_id, part_id) do update set choice = excluded.choice`,
    [work.regionId, subject.id, changed.map(({ partId }) => partId), changed.map(({ choice }) => choice)],
  );
  // Another leader has confirmed nothing yet.
  await work.execute(
    `update participation set local_leader = $2, version = version + 1,
       local_gain_confirmed_at = case when local_leader = $2 then local_gain_confirmed_at end
     where id = $1`,
    [subject.id, localLeader],
  );
  await markOnBehalf(work, subject, 'chooseParts', behalf);
  work.log({
    verb,
    ...logAbout(subject),
    before: { choices: changed.map(({ partId }) => ({ partId, choice: before.get(partId) })) },
    after: {
      choices: changed.map(({ partId, choice }) => ({ partId, choice })),
      localLeaderChanged: localLeader !== subject.localLeader,
      onBehalf: loggedBehalf(behalf),
    },
  });
  await recomputeParticipation(work, subject.id, { begun: true, choiceChanged: changed.length > 0 });
  return { id: subject.id };
}
