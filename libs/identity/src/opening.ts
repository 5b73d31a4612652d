import type { DataSource } from 'typeorm';
import { seatsOf } from './known-person';
import { openSeats } from './log-in.rules';
import { openSession } from './session';

/**
 * How to open a session for a person whom the provider has recognised: at the first place where the person has a role
 * and the provider lets them act. Null where there is none.
 */
export async function openingFor(
  dataSource: DataSource,
  personId: string,
  numbers: readonly string[] | null,
): Promise<(() => Promise<string>) | null> {
  const seats = openSeats(await seatsOf(dataSource, personId), numbers);
  const [seat] = seats;
  if (!seat) return null;
  const { regionId, organisationId } = seat;
  return () =>
    openSession(dataSource, {
      personId,
      regionId,
      organisationId,
      logIn: 'OIDC',
      providerOrganisationIds: numbers && seats.flatMap((one) => one.organisationId ?? []),
    });
}
