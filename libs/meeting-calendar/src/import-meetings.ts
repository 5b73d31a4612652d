import { Injectable } from '@nestjs/common';
import { createUnionType } from '@nestjs/graphql';
import type { Work } from '@samanker/database';
import { isMember } from '@samanker/organisation';
import {
  IdempotencyKeyReused,
  LogInTooWeak,
  InvalidInput,
  NotFound,
  NotPermitted,
  type Asker,
} from '@samanker/request';
import { Verbs } from '@samanker/verb';
import { comparePlan as compare } from './compare-plan';
import type { DecisionBody } from './decision-body.entity';
import { ImportMeetingsInput } from './import-meetings.input';
import { mayKeepCalendar } from './meeting-calendar.permissions';
import { bodiesOf } from './meeting-calendar.queries';
import { FileHasFaults, MeetingImport } from './meeting-import';
import { PLAN_FIELDS, type PlanField } from './read-plan';
import { storePlan } from './store-plan';

const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;

export const ImportMeetingsResult = createUnionType({
  name: 'ImportMeetingsResult',
  description: 'What the file changed (or would change in a dry run), or why it was not imported.',
  types: () =>
    [MeetingImport, FileHasFaults, NotFound, NotPermitted, InvalidInput, IdempotencyKeyReused, LogInTooWeak] as const,
  resolveType: (value: object) => value.constructor,
});

/** Imports a calendar: all of the file or nothing of it; the same file again changes nothing (B56). */
@Injectable()
export class ImportMeetings {
  constructor(private readonly verbs: Verbs) {}

  carryOut(asker: Asker, input: ImportMeetingsInput) {
    // Kept until it is answered: after storing, a comparison would find no difference any more.
    let found: MeetingImport | null = null;
    return this.verbs.run(asker, input, {
      verb: 'importMeetings',
      longFields: PLAN_FIELDS,
      load: (work) => lockBodies(work, input.organisationId),
      may: mayKeepCalendar.of(() => input),
      carryOut: async (work, bodies) => {
        const field = fieldOf(input, bodies);
        if (field instanceof InvalidInput) return field;
        const read = await compare(work, input, field, bodies);
        found = read.found;
        return input.dryRun ? { id: input.organisationId } : storePlan(work, input.organisationId, field, read);
      },
      answer: async (work) => {
        if (found) return found;
        const bodies = await bodiesOf(work, input.organisationId);
        const field = fieldOf(input, bodies);
        return field instanceof InvalidInput ? (field as never) : (await compare(work, input, field, bodies)).found;
      },
    });
  }
}

/** Locks the bodies, so that two imports at once come one after the other. */
async function lockBodies(work: Work, organisationId: string): Promise<DecisionBody[] | null> {
  if (!(await isMember(work, organisationId, work.today))) return null;
  await work.query(
    'select id from decision_body where region_id = $1 and organisation_id = $2 order by id for update',
    [work.regionId, organisationId],
  );
  return bodiesOf(work, organisationId);
}

/** The one way in which the calendar was handed in, or what is wrong with the terms of reading it. */
function fieldOf(input: ImportMeetingsInput, bodies: readonly DecisionBody[]): PlanField | InvalidInput {
  const [first, second] = PLAN_FIELDS.filter((field) => input[field] !== null && input[field] !== undefined);
  if (!first) return new InvalidInput(['input', 'csv'], 'REQUIRED');
  if (second) return new InvalidInput(['input', second], 'NOT_ALLOWED_HERE');
  const { year, bodyId } = input;
  if (year !== null && year !== undefined && (year < FIRST_YEAR || year > LAST_YEAR))
    return new InvalidInput(['input', 'year'], 'NOT_ALLOWED_HERE');
  if (bodyId && !bodies.some(({ id }) => id === bodyId)) return new InvalidInput(['input', 'bodyId'], 'UNKNOWN_BODY');
  return first;
}
