import type { Work } from '@samanker/database';
import { wordingSha256 } from '@samanker/decision-log';
import type { DecisionBodyKind } from './meeting-calendar.rules';

/** A body that is known to decide, of which nothing else is known yet. */
export interface BodyNamed {
  readonly organisationId: string;
  readonly name: string;
  readonly kind: DecisionBodyKind;
}

/** Registers bodies without a calendar, so that what they decided can be kept; one that is there already stays as it is. */
export async function registerBodies(work: Work, bodies: readonly BodyNamed[], verb: string): Promise<void> {
  if (bodies.length === 0) return;
  const rows = await work.query<{ id: string; organisationId: string; kind: string; name: string }>(
    `insert into decision_body (region_id, organisation_id, name, kind)
     select $1, b."organisationId", b.name, b.kind
     from jsonb_to_recordset($2::jsonb) as b("organisationId" uuid, name text, kind text)
     on conflict (region_id, organisation_id, name) do nothing
     returning id, organisation_id as "organisationId", kind, name`,
    [work.regionId, JSON.stringify(bodies)],
  );
  for (const { id, organisationId, kind, name } of rows)
    work.log({
      verb,
      subjectType: 'DecisionBody',
      subjectId: id,
      organisationId,
      after: { kind, nameSha256: wordingSha256(name) },
    });
}
