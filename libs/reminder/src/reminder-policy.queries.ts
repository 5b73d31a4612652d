import { WORKING_HOURS_END, WORKING_HOURS_START } from '@samanker/clock';
import type { Work } from '@samanker/database';
import { escalates, ExpectationKind, reminderOffsets, WORKING_DAYS_TO_ESCALATION } from '@samanker/expectation';
import { isMember } from '@samanker/organisation';
import { ReminderPolicy, ReminderSchedule } from './reminder-policy';
import { mayKeepReminderPolicy } from './reminder.permissions';

/** The kinds for which an organisation agreed that its leaders are written to by themselves. */
export async function escalatesByItself(work: Work, organisationId: string): Promise<ExpectationKind[]> {
  const row = await work.one<{ escalates: ExpectationKind[] }>(
    'select escalates from reminder_policy where region_id = $1 and organisation_id = $2',
    [work.regionId, organisationId],
  );
  return row?.escalates ?? [];
}

/** How an organisation is reminded; null when it is no member of the region. */
export async function reminderPolicy(work: Work, organisationId: string): Promise<ReminderPolicy | null> {
  if (!(await isMember(work, organisationId, work.today))) return null;
  const chosen = await escalatesByItself(work, organisationId);
  return Object.assign(new ReminderPolicy(), {
    organisationId,
    mayKeep: mayKeepReminderPolicy(work.actor, { organisationId }),
    sendingFrom: WORKING_HOURS_START,
    sendingTo: WORKING_HOURS_END,
    schedules: Object.values(ExpectationKind).map((kind) =>
      Object.assign(new ReminderSchedule(), {
        kind,
        workingDays: [...reminderOffsets(kind)],
        escalationAfter: escalates(kind) ? WORKING_DAYS_TO_ESCALATION : null,
        escalatesByItself: chosen.includes(kind),
      }),
    ),
  });
}
