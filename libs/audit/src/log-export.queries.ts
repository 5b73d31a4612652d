import type { Work } from '@samanker/database';
import { isLogInEnough } from '@samanker/verb';
import { mayAudit } from './audit.permissions';
import { LogExport } from './log-export.type';

/** How long an export can be fetched after it was asked for. */
const MINUTES = 15;
const MS_PER_MINUTE = 60_000;

/** An export as it is answered to whoever has just asked for it. */
export function newLogExport(id: string, caseId: string | null, entries: number): LogExport {
  const until = new Date(Date.now() + MINUTES * MS_PER_MINUTE);
  return Object.assign(new LogExport(), { id, caseId, entries, until, url: urlOf(id) });
}

/** An export that the asker has asked for, as the log itself tells it. */
export async function logExportById(work: Work, id: string): Promise<LogExport | null> {
  const row = await work.one<Omit<LogExport, 'url'>>(
    `select l.subject_id as id, l.case_id as "caseId", (l.entry::json -> 'after' ->> 'entries')::int as entries,
       l.recorded_at + make_interval(mins => ${MINUTES}) as until
     from decision_log l
     join decision_log_commitment c on c.region_id = l.region_id and c.commitment = l.entry::json ->> 'by'
     where l.region_id = $1 and l.subject_id = $2 and l.verb = 'exportDecisionLog' and c.person_id = $3`,
    [work.regionId, id, work.actor.personId],
    'log-export-by-id',
  );
  return row && Object.assign(new LogExport(), row, { url: urlOf(row.id) });
}

/** The export if the asker may still fetch it; null otherwise. */
export async function exportToFetch(work: Work, id: string): Promise<LogExport | null> {
  if (!mayAudit(work.actor, {}) || !isLogInEnough('exportDecisionLog', work.actor)) return null;
  const asked = await logExportById(work, id);
  return asked && asked.until.getTime() > Date.now() ? asked : null;
}

const urlOf = (id: string): string => `/decision-log/${id}.zip`;
