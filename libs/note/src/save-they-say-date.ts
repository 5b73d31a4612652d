import { Injectable } from '@nestjs/common';
import { createUnionType, Field, ID, InputType } from '@nestjs/graphql';
import { RoleName } from '@samanker/identity';
import { lockParticipation, logAbout, partiesOf } from '@samanker/participation';
import {
  capacityOf,
  IdempotencyKeyReused,
  InvalidInput,
  LocalDateScalar,
  LogInTooWeak,
  NotFound,
  NotPermitted,
  Uuid,
  type Asker,
  type Refusal,
  type RoleKind,
} from '@samanker/request';
import { Verbs } from '@samanker/verb';
import { mayWriteNote, WRITES_NOTES } from './note.permissions';
import { theySayDateById } from './note.queries';
import { faultOfSaid, NoteVisibility, TheySaySource, writtenFor } from './note.rules';
import { TheySayDate } from './they-say-date.entity';

@InputType({ description: 'When a municipality says that it will have decided.' })
export class SaveTheySayDateInput {
  @Field(() => Uuid, { description: 'The participation.' })
  participationId!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day; null when nothing is said any longer.' })
  on?: string | null;

  @Field(() => TheySaySource, { description: 'How it was said.' })
  source!: TheySaySource;

  @Field(() => RoleName, { nullable: true, description: 'The title of who said it: one of the municipality.' })
  saidBy?: RoleKind | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day on which it was said; today when left out.' })
  heardOn?: string | null;

  @Field(() => NoteVisibility, { defaultValue: NoteVisibility.CASE, description: 'Who reads it.' })
  visibility!: NoteVisibility;

  @Field(() => ID, {
    nullable: true,
    description: 'Repeat a request safely: the same key gives the same answer. Kept for 7 days.',
  })
  idempotencyKey?: string | null;
}

export const SaveTheySayDateResult = createUnionType({
  name: 'SaveTheySayDateResult',
  description: 'What was said as it stands, or why it was not written down.',
  types: () => [TheySayDate, NotFound, NotPermitted, InvalidInput, IdempotencyKeyReused, LogInTooWeak] as const,
  resolveType: (value: object) => value.constructor,
});

/**
 * Writes down when a municipality says that it will have decided. It replaces what the same organisation wrote down before,
 * which stays as history. No plan changes by it, and no reminder waits for it.
 */
@Injectable()
export class SaveTheySayDate {
  constructor(private readonly verbs: Verbs) {}

  carryOut(asker: Asker, input: SaveTheySayDateInput): Promise<TheySayDate | Refusal> {
    return this.verbs.run(asker, input, {
      verb: 'saveTheySayDate',
      load: (work) => lockParticipation(work, input.participationId),
      may: mayWriteNote,
      carryOut: async (work, subject) => {
        const fault = faultOfSaid(input, work.today);
        if (fault) return fault;
        const { organisationId } = subject;
        const parties = { organisationId, hostOrganisationId: subject.case.hostOrganisationId };
        const whose = writtenFor(capacityOf(work.actor, WRITES_NOTES, partiesOf(subject)), parties);
        const said = {
          on: input.on ?? null,
          source: input.source,
          saidBy: input.saidBy ?? null,
          heardOn: input.heardOn ?? work.today,
          visibility: input.visibility,
        };
        await work.execute(
          `update they_say_date set replaced_at = $3
           where participation_id = $1 and organisation_id is not distinct from $2::uuid and replaced_at is null`,
          [subject.id, whose, work.now],
        );
        const saved = (await work.one<{ id: string }>(
          `insert into they_say_date (region_id, participation_id, organisation_id, says_on, source, said_by, heard_on,
             visibility, written_by, written_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id`,
          [
            ...[work.regionId, subject.id, whose, said.on, said.source, said.saidBy, said.heardOn, said.visibility],
            work.actor.personId,
            work.now,
          ],
        ))!;
        work.log({ verb: 'saveTheySayDate', ...logAbout(subject), after: { theySayDateId: saved.id, ...said } });
        return saved;
      },
      answer: (work, id) => theySayDateById(work, id),
    });
  }
}
