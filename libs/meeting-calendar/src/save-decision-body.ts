import { Injectable } from '@nestjs/common';
import { createUnionType } from '@nestjs/graphql';
import type { Work } from '@samanker/database';
import { withoutWording } from '@samanker/decision-log';
import { isMember } from '@samanker/organisation';
import {
  checkText,
  firstFault,
  IdempotencyKeyReused,
  LogInTooWeak,
  InvalidInput,
  NotFound,
  NotPermitted,
  type Asker,
} from '@samanker/request';
import { Verbs, type Done } from '@samanker/verb';
import { SaveDecisionBodyInput } from './decision-body-input';
import { DecisionBody } from './decision-body.entity';
import { MeetingsImported } from './meeting-calendar.events';
import { mayKeepCalendar } from './meeting-calendar.permissions';
import { bodyById } from './meeting-calendar.queries';

const MOST_DAYS = 90;

export const SaveDecisionBodyResult = createUnionType({
  name: 'SaveDecisionBodyResult',
  description: 'The body as it stands now, or why it was not saved.',
  types: () => [DecisionBody, NotFound, NotPermitted, InvalidInput, IdempotencyKeyReused, LogInTooWeak] as const,
  resolveType: (value: object) => value.constructor,
});

/** Adds or changes a decision body; deadlines that follow from it are planned anew. */
@Injectable()
export class SaveDecisionBody {
  constructor(private readonly verbs: Verbs) {}

  carryOut(asker: Asker, input: SaveDecisionBodyInput) {
    return this.verbs.run(asker, input, {
      verb: 'saveDecisionBody',
      load: (work) => lockBodies(work, input.organisationId, input.id ?? null),
      may: mayKeepCalendar.of(() => input),
      carryOut: (work, { known }) => save(work, input, known),
      answer: (work, id) => bodyById(work, id) as Promise<DecisionBody>,
    });
  }
}

/** Locks the bodies of the organisation, so that two cannot take the same name at once. */
async function lockBodies(
  work: Work,
  organisationId: string,
  id: string | null,
): Promise<{ known: DecisionBody | null } | null> {
  if (!(await isMember(work, organisationId, work.today))) return null;
  await work.query(
    'select id from decision_body where region_id = $1 and organisation_id = $2 order by id for update',
    [work.regionId, organisationId],
  );
  if (!id) return { known: null };
  const known = await bodyById(work, id);
  return known?.organisationId === organisationId ? { known } : null;
}

async function save(
  work: Work,
  input: SaveDecisionBodyInput,
  known: DecisionBody | null,
): Promise<Done | InvalidInput> {
  const fault = firstFault(
    checkText(input.name, ['input', 'name'], 200, true),
    checkDays(input.submissionDays, ['input', 'submissionDays']),
    checkDays(input.handoverDays, ['input', 'handoverDays']),
  );
  if (fault) return fault;
  const after = {
    name: input.name.trim(),
    kind: input.kind,
    submissionDays: input.submissionDays,
    handoverDays: input.handoverDays,
    calendarOrigin: input.calendarOrigin,
  };
  const values = [
    work.regionId,
    input.organisationId,
    after.name,
    after.kind,
    after.submissionDays,
    after.handoverDays,
    after.calendarOrigin,
  ];
  const taken = await work.one(
    `select from decision_body where region_id = $1 and organisation_id = $2 and name = $3 and id is distinct from $4`,
    [...values.slice(0, 3), known?.id ?? null],
  );
  if (taken) return new InvalidInput(['input', 'name'], 'DUPLICATE');
  const row = known
    ? await work.one<Done>(
        `update decision_body set name = $3, kind = $4, submission_days = $5, handover_days = $6, calendar_origin = $7
         where region_id = $1 and organisation_id = $2 and id = $8 returning id`,
        [...values, known.id],
      )
    : await work.one<Done>(
        `insert into decision_body (region_id, organisation_id, name, kind, submission_days, handover_days, calendar_origin)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict (region_id, organisation_id, name) do nothing returning id`,
        values,
      );
  if (!row) return new InvalidInput(['input', 'name'], 'DUPLICATE');
  const before = known && {
    name: known.name,
    kind: known.kind,
    submissionDays: known.submissionDays,
    handoverDays: known.handoverDays,
    calendarOrigin: known.calendarOrigin,
  };
  work.log({
    verb: 'saveDecisionBody',
    subjectType: 'DecisionBody',
    subjectId: row.id,
    organisationId: input.organisationId,
    before: withoutWording(before, ['name']),
    after: withoutWording(after, ['name']),
  });
  work.publish(new MeetingsImported({ organisationId: input.organisationId }));
  return { id: row.id };
}

function checkDays(days: number, path: string[]): InvalidInput | null {
  if (days < 0) return new InvalidInput(path, 'NEGATIVE');
  return days > MOST_DAYS ? new InvalidInput(path, 'TOO_LARGE', MOST_DAYS) : null;
}
