import { Injectable } from '@nestjs/common';
import { createUnionType, Field, ID, InputType } from '@nestjs/graphql';
import type { Work } from '@samanker/database';
import { isMember } from '@samanker/organisation';
import {
  IdempotencyKeyReused,
  LogInTooWeak,
  InvalidInput,
  latestPlanned,
  NotFound,
  NotPermitted,
  Uuid,
  type Asker,
  type Language,
} from '@samanker/request';
import { Verbs, type Done } from '@samanker/verb';
import type { DecisionBody } from './decision-body.entity';
import { MeetingsImported } from './meeting-calendar.events';
import { mayKeepCalendar } from './meeting-calendar.permissions';
import { bodiesOf, knownMeetingsOf } from './meeting-calendar.queries';
import { FileHasFaults, ImportFault, MeetingChange, MeetingImport } from './meeting-import';
import { differencesOf } from './meeting-differences.rules';
import { IMPORT_FAULTS } from './meeting-import-faults.rules';
import { readMeetingFile, type ImportedMeeting, type ImportFaultFound } from './meeting-import.rules';

/** Faults that are told of one file. */
const MOST_FAULTS = 200;

@InputType({ description: 'A meeting calendar as CSV.' })
export class ImportMeetingsInput {
  @Field(() => Uuid, { description: 'The organisation whose calendar it is.' })
  organisationId!: string;

  @Field(() => String, {
    description:
      'The file, with a header. Columns: body (name), meeting_id, date; and, where wanted, start (HH:MM), kind, submission_deadline. Comma, semicolon or tab. At most 5 000 meetings and 1 000 000 characters.',
  })
  csv!: string;

  @Field(() => Boolean, { description: 'True: only tell what the file would change. Nothing is stored.' })
  dryRun!: boolean;

  @Field(() => ID, {
    nullable: true,
    description: 'Repeat a request safely: the same key never imports twice. Kept for 7 days.',
  })
  idempotencyKey?: string | null;
}

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
      longFields: ['csv'],
      load: (work) => lockBodies(work, input.organisationId),
      may: mayKeepCalendar.of(() => input),
      carryOut: async (work, bodies) => {
        const read = await compare(work, input, bodies);
        found = read.found;
        return input.dryRun ? { id: input.organisationId } : store(work, input.organisationId, read);
      },
      answer: async (work) => found ?? (await compare(work, input, await bodiesOf(work, input.organisationId))).found,
    });
  }
}

interface Compared {
  readonly meetings: readonly ImportedMeeting[];
  readonly found: MeetingImport;
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

async function compare(work: Work, input: ImportMeetingsInput, bodies: readonly DecisionBody[]): Promise<Compared> {
  const { meetings, faults } = readMeetingFile(input.csv, bodies, latestPlanned(work.today));
  const known = await knownMeetingsOf(work, input.organisationId);
  const names = new Map(bodies.map(({ id, name }) => [id, name]));
  const changes = differencesOf(meetings, known).map((difference) =>
    Object.assign(new MeetingChange(), { ...difference, bodyName: names.get(difference.bodyId) ?? '' }),
  );
  const found = Object.assign(new MeetingImport(), {
    dryRun: input.dryRun,
    rows: meetings.length,
    changes,
    faultCount: faults.length,
    // Nobody mends more in one go; the count says what is left.
    faults: faults.slice(0, MOST_FAULTS).map((fault) => faultInWords(fault, work.actor.language)),
  });
  return { meetings, found };
}

function faultInWords({ line, column, fault, limit }: ImportFaultFound, language: Language): ImportFault {
  const texts = IMPORT_FAULTS[fault];
  const text = language === 'NN' ? texts.nn : language === 'EN' ? texts.en : texts.nb;
  return Object.assign(new ImportFault(), { line, column, fault, message: text.replace('{limit}', limit) });
}

async function store(work: Work, organisationId: string, { meetings, found }: Compared): Promise<Done | FileHasFaults> {
  if (found.faultCount > 0) return new FileHasFaults(found);
  const lines = new Set(
    found.changes.filter(({ change }) => change === 'ADDED' || change === 'CHANGED').map(({ line }) => line),
  );
  if (lines.size === 0) return { id: organisationId };
  await work.execute(
    `insert into meeting (region_id, body_id, external_id, date, starts_at, kind, submission_deadline)
     select $1, m."bodyId", m."externalId", m.date, m."startsAt", m.kind, m."submissionDeadline"
     from jsonb_to_recordset($2::jsonb)
       as m("bodyId" uuid, "externalId" text, date date, "startsAt" time, kind text, "submissionDeadline" date)
     on conflict (region_id, body_id, external_id) do update set date = excluded.date, starts_at = excluded.starts_at,
       kind = excluded.kind, submission_deadline = excluded.submission_deadline`,
    [work.regionId, JSON.stringify(meetings.filter(({ line }) => lines.has(line)))],
  );
  const changes = found.changes
    .filter(({ line }) => line !== null && lines.has(line))
    .map(({ change, bodyId, externalId, date, dateBefore }) => ({ change, bodyId, externalId, date, dateBefore }));
  work.log({
    verb: 'importMeetings',
    subjectType: 'Organisation',
    subjectId: organisationId,
    organisationId,
    after: { changes },
  });
  work.publish(new MeetingsImported({ organisationId }));
  return { id: organisationId };
}
