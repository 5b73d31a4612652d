import { permission, type Actor } from '@samanker/request';

/** R28: the auditor and the secretariat read the whole log, check it, take checkpoints of it and hand it out. */
export const mayAudit = permission<object>({ region: ['AUDITOR', 'SECRETARIAT'] });

/**
 * R28 in SQL, for the entry `l`: the whole log for those who audit; for others what was done for their own organisation,
 * and what was done in cases, which every member of the region sees.
 */
export function entriesSeenSql(actor: Actor, at: number): { readonly sql: string; readonly parameters: unknown[] } {
  return {
    sql: `($${at}::boolean or l.case_id is not null or l.organisation_id = $${at + 1}::uuid)`,
    parameters: [mayAudit(actor, {}), actor.organisationId],
  };
}

/**
 * The same for the name behind the commitment of the entry `e`, with the host of its case as `h` (R32): it is told to those
 * who audit, to the organisation that it was done for, and to the host; to others it was “a person”.
 */
export function namesSeenSql(at: number): string {
  return `($${at}::boolean or e."organisationId" = $${at + 1}::uuid or h.host_organisation_id = $${at + 1}::uuid)`;
}
