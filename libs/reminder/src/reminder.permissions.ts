import { actsFor, holds, permission, type Actor, type RoleKind } from '@samanker/request';

/** R10: the offers of a case are seen by who settles them, the secretariat and the regional group. */
export const maySeeEscalations = permission({ host: ['COORDINATOR'], region: ['SECRETARIAT', 'REGIONAL_GROUP'] });

/** R10: the host's coordinator is offered the next level to write to. */
export const maySettleEscalation = permission({ host: ['COORDINATOR'] }, { sees: maySeeEscalations });

/** R10: the host's coordinator, or the secretariat, reminds by hand; the preview shows addresses (R28). */
export const mayRemindNow = permission({ host: ['COORDINATOR'], region: ['SECRETARIAT'] });

/** R28: a mail shows an address; all mails about a case are seen by the host's coordinator and the secretariat. */
export const maySeeMails = permission({ host: ['COORDINATOR'], region: ['SECRETARIAT'] });

/** R13: a mail is looked at beforehand by those whom it asks, by who coordinates the case, and by the secretariat. */
export const maySeeMailPreviews = permission({
  own: ['COORDINATOR', 'RECORDER', 'UNIT_LEADER', 'DIRECTOR', 'CHIEF_EXECUTIVE'],
  host: ['COORDINATOR'],
  region: ['SECRETARIAT'],
});

/** R10: only the municipality itself agrees that its leaders are written to without being asked first. */
export const mayKeepReminderPolicy = permission({ own: ['COORDINATOR', 'CHIEF_EXECUTIVE'] });

/** The same in SQL, for the mail `m` of the case `c`, and: others see the mails to their own organisation. */
export function mailsSeenSql(actor: Actor, at: number): { readonly sql: string; readonly parameters: unknown[] } {
  const own = actor.organisationId;
  return {
    sql: `($${at} or m.organisation_id = $${at + 1} or (c.host_organisation_id = $${at + 1} and $${at + 2}))`,
    parameters: [
      holds(actor, maySeeMails.grant.region!),
      own,
      own !== null && actsFor(actor, own, maySeeMails.grant.host!),
    ],
  };
}

/** What is asked of a person: of the person, and of the roles held in the organisation acted for (R12). */
export function rolesAskedOf({ roles, organisationId }: Actor): RoleKind[] {
  return roles.filter((role) => role.organisationId === organisationId).map(({ kind }) => kind);
}

/** What happens in any case of the region is news to those who lead it. */
export function seesNewsOfEveryCase(actor: Actor): boolean {
  return holds(actor, ['SECRETARIAT', 'REGIONAL_GROUP']);
}
