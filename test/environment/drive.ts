import { osloInstant } from '@samanker/clock';
import type { Drive } from '../../apps/console/src/replay/drive';
import { markModelled } from '../../apps/console/src/replay/mark-modelled';
import type { RegionSeed } from '../../apps/console/src/seed/agder';
import type { Client, SamankerUnderTest } from './samanker';

/** Drives a replay through the environment under test. */
export function driveOf(env: SamankerUnderTest, seed: RegionSeed): Drive {
  const clients = new Map<string, Promise<Client>>();
  return {
    as(key) {
      const person = seed.people.find((one) => one.key === key)!;
      const organisationId = person.roles[0]!.organisationId;
      let client = clients.get(key);
      if (!client) clients.set(key, (client = env.as({ personId: person.id, regionId: seed.id, organisationId })));
      return client as ReturnType<Drive['as']>;
    },
    setClock: (wallClock) => env.setClock(osloInstant(wallClock.slice(0, 10), wallClock.slice(11)).toISOString()),
    drain: () => env.drain(),
    markModelled: (caseId) => markModelled(env.admin, seed.id, caseId),
  };
}
