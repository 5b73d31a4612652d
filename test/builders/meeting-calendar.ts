import type { DecisionBodyKind, MeetingKind } from '@samanker/meeting-calendar';
import type { Ground } from './organisation';

export interface BuiltBody {
  readonly bodyId: string;
  readonly name: string;
  /** The id of the meeting on a date. */
  readonly meetings: Readonly<Record<string, string>>;
}

/** A decision body with its meetings. */
export async function aBody(
  { admin }: Ground,
  regionId: string,
  organisationId: string,
  {
    kind = 'COUNCIL' as DecisionBodyKind,
    name = kind as string,
    submissionDays = 14,
    handoverDays = 0,
    meetings = [] as readonly string[],
    meetingKind = 'ORDINARY' as MeetingKind,
  } = {},
): Promise<BuiltBody> {
  const [{ id: bodyId }] = await admin.query(
    `insert into decision_body (region_id, organisation_id, name, kind, submission_days, handover_days) values ($1, $2, $3, $4, $5, $6) returning id`,
    [regionId, organisationId, name, kind, submissionDays, handoverDays],
  );
  const rows: { id: string; date: string }[] = await admin.query(
    `insert into meeting (region_id, body_id, external_id, date, kind) select $1, $2, d, d::date, $4 from unnest($3::text[]) as d returning id, date`,
    [regionId, bodyId, meetings, meetingKind],
  );
  return { bodyId, name, meetings: Object.fromEntries(rows.map(({ id, date }) => [date, id])) };
}

/** Autumn of 2016 as a municipality meets: the executive committee about two weeks before the council. */
export const AUTUMN = {
  executive: ['2016-08-31', '2016-09-21', '2016-10-12', '2016-11-09', '2016-11-30', '2017-01-18'],
  council: ['2016-09-14', '2016-10-05', '2016-10-26', '2016-11-23', '2016-12-14', '2017-02-01'],
};

/** Executive committee and council with a calendar. */
export async function aCalendar(
  ground: Ground,
  regionId: string,
  organisationId: string,
  { executive = AUTUMN.executive, council = AUTUMN.council } = {},
): Promise<{ executive: BuiltBody; council: BuiltBody }> {
  return {
    executive: await aBody(ground, regionId, organisationId, {
      kind: 'EXECUTIVE_COMMITTEE',
      name: 'Formannskapet',
      meetings: executive,
    }),
    council: await aBody(ground, regionId, organisationId, {
      kind: 'COUNCIL',
      name: 'Kommunestyret',
      meetings: council,
    }),
  };
}
