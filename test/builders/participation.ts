import { aPerson, anOrganisation, type BuiltPerson, type Ground } from './organisation';
import { aCase, type BuiltCase } from './procurement-case';

export interface BuiltParticipation {
  readonly case: BuiltCase;
  readonly participationId: string;
  readonly organisationId: string;
  /** The organisation's own coordinator. */
  readonly person: BuiltPerson;
}

export interface ParticipationWanted {
  readonly case?: BuiltCase;
  readonly organisationId?: string;
  readonly name?: string;
  readonly population?: number;
  readonly state?: string;
  /** By part, in their order; null where nothing is chosen. */
  readonly choices?: readonly ('FIRM' | 'OPTION' | 'OUT' | null)[];
  readonly localLeader?: string;
  readonly localGainConfirmed?: boolean;
  readonly routeFinishedOn?: string | null;
  readonly powerOfAttorney?: boolean;
  readonly ownMaximum?: string | null;
  readonly limits?: {
    readonly total?: string;
    readonly perYear?: string;
    readonly perInhabitantPerYear?: string;
    readonly latestEnd?: string;
  };
}

/** One organisation's part in a case; what is missing is made. The stored state is as wanted, not worked out. */
export async function aParticipation(ground: Ground, wanted: ParticipationWanted = {}): Promise<BuiltParticipation> {
  const { admin } = ground;
  const built = wanted.case ?? (await aCase(ground));
  const { regionId, caseId } = built;
  const organisationId =
    wanted.organisationId ??
    (await anOrganisation(ground, regionId, {
      ...(wanted.name ? { name: wanted.name } : {}),
      population: wanted.population ?? 10_000,
    }));
  const person = await aPerson(ground, regionId, { organisationId, roles: ['COORDINATOR'] });
  const { total, perYear, perInhabitantPerYear, latestEnd } = wanted.limits ?? {};
  const [{ id: participationId }] = await admin.query(
    `insert into participation (region_id, case_id, organisation_id, state, local_leader, local_gain_confirmed_at, route_finished_on,
       limit_total, limit_per_year, limit_per_inhabitant_per_year, limit_latest_end)
     values ($1, $2, $3, $4, $5, case when $6 then now() end, $7, $8, $9, $10, $11) returning id`,
    [
      regionId,
      caseId,
      organisationId,
      wanted.state ?? 'INVITED',
      wanted.localLeader ?? '',
      wanted.localGainConfirmed ?? false,
      wanted.routeFinishedOn ?? null,
      total ?? null,
      perYear ?? null,
      perInhabitantPerYear ?? null,
      latestEnd ?? null,
    ],
  );
  for (const [at, choice] of (wanted.choices ?? []).entries())
    if (choice)
      await admin.query('insert into part_choice values ($1, $2, $3, $4)', [
        regionId,
        participationId,
        built.parts[at]!.id,
        choice,
      ]);
  if (wanted.powerOfAttorney)
    await admin.query(
      `insert into power_of_attorney (region_id, participation_id, host_organisation_id, signatory, authority, signed_on, own_maximum)
       values ($1, $2, $3, 'Rådmannen', 'Kommunestyrets vedtak', '2016-02-01', $4)`,
      [regionId, participationId, built.hostOrganisationId, wanted.ownMaximum ?? null],
    );
  return { case: built, participationId, organisationId, person };
}

/** Everything that an anchored participation needs: firm in every part unless chosen otherwise. */
export function anAnchoredParticipation(ground: Ground, wanted: ParticipationWanted = {}): Promise<BuiltParticipation> {
  return aParticipation(ground, {
    state: 'ANCHORED',
    choices: ['FIRM', 'FIRM'],
    localLeader: 'Enhetsleder for hjemmetjenesten',
    localGainConfirmed: true,
    routeFinishedOn: '2016-01-28',
    powerOfAttorney: true,
    ...wanted,
  });
}
