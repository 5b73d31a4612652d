import { Field, ObjectType } from '@nestjs/graphql';
import type { Work } from '@samanker/database';
import { Uuid } from '@samanker/request';
import { RouteHint } from './route-hint';
import { routeHintsOf } from './route-hint.queries';

@ObjectType({ description: 'Who has been invited.' })
export class InvitedMunicipalities {
  @Field(() => Uuid, { description: 'The case.' })
  caseId!: string;

  @Field(() => [Uuid], { description: 'The participations of the organisations, in the order they were named.' })
  participationIds!: string[];

  @Field(() => [RouteHint], { description: 'What to consider in their routes; none stands in the way.' })
  hints!: RouteHint[];
}

/** The participations of these organisations in the case, with what to consider in their routes (R1). */
export async function invited(
  work: Work,
  { caseId, organisationIds }: { readonly caseId: string; readonly organisationIds: readonly string[] },
): Promise<InvitedMunicipalities> {
  const rows = await work.query<{ id: string; organisationId: string }>(
    'select id, organisation_id as "organisationId" from participation where case_id = $1 and organisation_id = any($2::uuid[])',
    [caseId, organisationIds],
  );
  const byOrganisation = new Map(rows.map((row) => [row.organisationId, row.id]));
  const participationIds = [...new Set(organisationIds)].flatMap((id) => byOrganisation.get(id) ?? []);
  const hints = await routeHintsOf(work, participationIds);
  return Object.assign(new InvitedMunicipalities(), { caseId, participationIds, hints });
}
