import { yearOf } from '@samanker/clock';
import type { Work } from '@samanker/database';
import { latestPlanned, type Language } from '@samanker/request';
import { kindOfName } from './body-names.rules';
import type { DecisionBody } from './decision-body.entity';
import type { ImportMeetingsInput } from './import-meetings.input';
import { placeInWords } from './import-place.rules';
import type { ImportFaultFound, ReadPlan } from './imported-meeting.rules';
import { knownMeetingsOf } from './meeting-calendar.queries';
import { differencesOf, withKeys, type MeetingDifference } from './meeting-differences.rules';
import { ImportFault, LeftOutOfImport, MeetingChange, MeetingImport, UnknownBody } from './meeting-import';
import { IMPORT_FAULTS } from './meeting-import-faults.rules';
import { readPlan, type PlanField } from './read-plan';

/** Faults that are told of one file: nobody mends more in one go, and the count says what is left. */
const MOST_TOLD = 200;
const MOST_BODIES = 30;

/** What a plan says, beside what is written of it. */
export interface ComparedPlan {
  readonly found: MeetingImport;
  readonly differences: readonly MeetingDifference[];
}

/** What the plan would change, and everything in it that cannot be taken over. */
export async function comparePlan(
  work: Work,
  input: ImportMeetingsInput,
  field: PlanField,
  bodies: readonly DecisionBody[],
): Promise<ComparedPlan> {
  const read = await readPlan(input, field, {
    bodies,
    latest: latestPlanned(work.today),
    seriesUntil: `${yearOf(work.today) + 1}-12-31`,
    year: input.year ?? null,
    bodyId: input.bodyId ?? null,
  });
  const known = await knownMeetingsOf(work, input.organisationId);
  const names = new Map(bodies.map(({ id, name }) => [id, name]));
  const { language } = work.actor;
  const differences = differencesOf(withKeys(read.meetings, known), known);
  const found = Object.assign(new MeetingImport(), {
    dryRun: input.dryRun,
    rows: read.meetings.length,
    changes: differences.map(({ place, meeting: _, ...difference }) =>
      Object.assign(new MeetingChange(), {
        ...difference,
        place: place && placeInWords(place, language),
        bodyName: names.get(difference.bodyId) ?? '',
      }),
    ),
    faultCount: read.faults.length,
    faults: read.faults.slice(0, MOST_TOLD).map((fault) => faultInWords(fault, language)),
    leftOutCount: read.leftOut.length,
    leftOut: read.leftOut
      .slice(0, MOST_TOLD)
      .map(({ place, text, because }) =>
        Object.assign(new LeftOutOfImport(), { place: placeInWords(place, language), text, because }),
      ),
    unknownBodies: unknownBodies(read),
  });
  return { found, differences };
}

function faultInWords({ line, column, place, fault, limit }: ImportFaultFound, language: Language): ImportFault {
  const texts = IMPORT_FAULTS[fault];
  const text = language === 'NN' ? texts.nn : language === 'EN' ? texts.en : texts.nb;
  return Object.assign(new ImportFault(), {
    line,
    column,
    place: placeInWords(place, language),
    fault,
    message: text.replace('{limit}', () => limit),
  });
}

/** The bodies that could be registered to take in what is left out. */
function unknownBodies({ faults, leftOut }: ReadPlan): UnknownBody[] {
  const times = new Map<string, number>();
  const names = [
    ...faults.filter(({ fault }) => fault === 'UNKNOWN_BODY').map(({ limit }) => limit),
    ...leftOut.flatMap(({ bodyName }) => bodyName ?? []),
  ];
  for (const name of names) times.set(name, (times.get(name) ?? 0) + 1);
  return [...times]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_BODIES)
    .map(([name, count]) => Object.assign(new UnknownBody(), { name, kind: kindOfName(name), times: count }));
}
