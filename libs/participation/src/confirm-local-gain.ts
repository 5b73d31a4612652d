import { Injectable } from '@nestjs/common';
import { createUnionType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { InvalidInput, Refusal, Uuid, type Asker, type Texts } from '@samanker/request';
import { Verbs } from '@samanker/verb';
import { behalfOf, loggedBehalf, markOnBehalf } from './act-on-behalf';
import { logAbout } from './act-on-participation';
import { lockParticipation, refusedInParticipation } from './lock-participation';
import { OnBehalfInput } from './on-behalf.input';
import { participationAnswers } from './participation-result';
import { Participation } from './participation.entity';
import { mayDecideFor } from './participation.permissions';
import { participationById } from './participation.queries';
import { recomputeParticipation } from './recompute-participation';

/** There is nobody to vouch for the gain yet. */
@ObjectType({ implements: () => [Refusal], description: 'No local leader is named who could confirm the gain.' })
export class LocalLeaderMissing extends Refusal {
  static readonly texts: Texts = {
    nb: 'Ingen lokal leder er navngitt. Oppgi lokal leder sammen med valget av deler først.',
    nn: 'Ingen lokal leiar er namngitt. Oppgi lokal leiar saman med valet av delar først.',
    en: 'No local leader is named. Name one together with the choice of parts first.',
  };
}

@InputType({ description: 'The local leader confirms the local gain.' })
export class ConfirmLocalGainInput {
  @Field(() => Uuid, { description: 'The participation.' })
  participationId!: string;

  @Field(() => OnBehalfInput, { nullable: true, description: 'For the host on written behalf only.' })
  onBehalf?: OnBehalfInput | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Repeat a request safely: the same key gives the same answer. Kept for 7 days.',
  })
  idempotencyKey?: string | null;
}

export const ConfirmLocalGainResult = createUnionType({
  name: 'ConfirmLocalGainResult',
  description: 'The participation with its gain confirmed, or why it was not.',
  types: () => [...participationAnswers, LocalLeaderMissing] as const,
  resolveType: (value: object) => value.constructor,
});

/** Records that the named local leader has confirmed the local gain (R5). Confirmed already is confirmed. */
@Injectable()
export class ConfirmLocalGain {
  constructor(private readonly verbs: Verbs) {}

  carryOut(asker: Asker, input: ConfirmLocalGainInput): Promise<Participation | Refusal> {
    return this.verbs.run(asker, input, {
      verb: 'confirmLocalGain',
      load: (work) => lockParticipation(work, input.participationId),
      may: mayDecideFor,
      carryOut: async (work, subject) => {
        const behalf = await behalfOf(work, subject, input.onBehalf);
        if (behalf instanceof InvalidInput) return behalf;
        const refused = refusedInParticipation(subject);
        if (refused) return refused;
        if (subject.localLeader.trim() === '') return new LocalLeaderMissing(['input', 'participationId']);
        if (subject.localGainConfirmedAt) return { id: subject.id };
        await work.execute(
          'update participation set local_gain_confirmed_at = $2, version = version + 1 where id = $1',
          [subject.id, work.now],
        );
        await markOnBehalf(work, subject, 'confirmLocalGain', behalf);
        work.log({
          verb: 'confirmLocalGain',
          ...logAbout(subject),
          after: {
            confirmedAt: work.now.toISOString(),
            onBehalf: loggedBehalf(behalf),
          },
        });
        await recomputeParticipation(work, subject.id, { begun: true });
        return { id: subject.id };
      },
      answer: async (work, id) => (await participationById(work, id))!,
    });
  }
}
