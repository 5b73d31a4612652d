import type { Work } from '@samanker/database';
import { MachineClient } from './machine-client.entity';
import { mayKeepMachineClient } from './machine-client.permissions';

// The hashes of the secrets stay in the database.
const COLUMNS = `id, region_id as "regionId", organisation_id as "organisationId", person_id as "personId", name,
  client_id as "clientId", previous_valid_until as "previousValidUntil", scopes, created_at as "createdAt",
  expires_at as "expiresAt", revoked_at as "revokedAt"`;

const machineClient = (row: MachineClient): MachineClient => Object.assign(new MachineClient(), row);

/** The programs of one organisation, those with access first; none for those who do not answer for them. */
export async function machineClientsOf(work: Work, organisationId: string): Promise<MachineClient[]> {
  if (!mayKeepMachineClient(work.actor, { organisationId })) return [];
  const rows = await work.query<MachineClient>(
    `select ${COLUMNS} from machine_client where region_id = $1 and organisation_id = $2
     order by revoked_at is not null, expires_at desc, id limit 500`,
    [work.regionId, organisationId],
    'machine-clients-of',
  );
  return rows.map(machineClient);
}

/** One program. */
export async function machineClientById(work: Work, id: string): Promise<MachineClient | null> {
  const row = await work.one<MachineClient>(`select ${COLUMNS} from machine_client where region_id = $1 and id = $2`, [
    work.regionId,
    id,
  ]);
  return row && machineClient(row);
}

/** One program, locked until the commit. */
export async function lockMachineClient(work: Work, id: string): Promise<MachineClient | null> {
  const row = await work.one<MachineClient>(
    `select ${COLUMNS} from machine_client where region_id = $1 and id = $2 for update`,
    [work.regionId, id],
  );
  return row && machineClient(row);
}
