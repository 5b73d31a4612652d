import { addMonths, type LocalDate } from '@samanker/clock';
import { checkText, firstFault, InvalidInput, type RoleKind } from '@samanker/request';
import type { MachineScope } from '@samanker/verb';

/** The longest life of a program's access. */
const MOST_MONTHS = 12;
/** Hours for which the old secret still opens after it was exchanged, so that a program can be changed over in peace. */
export const SECRET_OVERLAP_HOURS = 24;

/** What somebody wants a program to have. */
export interface WantedMachineClient {
  readonly name: string;
  readonly scopes: readonly MachineScope[];
  readonly expiresOn: LocalDate;
}

/** The first fault of a wanted program: it has a name, at least one scope, and an end within a year. */
export function checkMachineClient(wanted: WantedMachineClient, today: LocalDate): InvalidInput | null {
  const { name, scopes, expiresOn } = wanted;
  const last = addMonths(today, MOST_MONTHS);
  return firstFault(
    checkText(name, ['input', 'name'], 200, true),
    scopes.length === 0 && new InvalidInput(['input', 'scopes'], 'REQUIRED'),
    new Set(scopes).size < scopes.length && new InvalidInput(['input', 'scopes'], 'DUPLICATE'),
    expiresOn < today && new InvalidInput(['input', 'expiresOn'], 'DATE_PASSED'),
    expiresOn > last && new InvalidInput(['input', 'expiresOn'], 'DATE_TOO_LATE', last),
  );
}

/**
 * The least roles in which a program can do what its scopes name. Calendars are kept by those who record (R28); that a
 * program records no decision all the same is seen to by the strength of its log-in.
 */
export function rolesForScopes(scopes: readonly MachineScope[]): RoleKind[] {
  const roles: RoleKind[] = [];
  if (scopes.includes('needs') || scopes.includes('volumes')) roles.push('CONTRIBUTOR');
  if (scopes.includes('calendars')) roles.push('RECORDER');
  return roles.length > 0 ? roles : ['READER'];
}

const CLIENT_ID = /^samanker-([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})-[0-9a-f]{16}$/;

/** The public name of a program: its region, in which it is looked up, and sixteen random hexadecimal digits. */
export function clientIdOf(regionId: string, random: string): string {
  return `samanker-${regionId.replaceAll('-', '')}-${random}`;
}

/** The region that a client id names; null when it is none of ours. */
export function regionOfClientId(clientId: string): string | null {
  const parts = CLIENT_ID.exec(clientId);
  return parts ? parts.slice(1).join('-') : null;
}
