import { MUNICIPAL_ROLES } from './everything';
import { aDecidedRoute } from './merged-demand-report';
import { aBody } from './meeting-calendar';
import { aNeed } from './need';
import { aPerson, anOrganisation, aRegion } from './organisation';
import { anAnchoredParticipation } from './participation';
import { aCase } from './procurement-case';
import { aLine } from './volume';
import type { Client, SamankerUnderTest } from '../environment/samanker';

/** A region whose every text says whose it is. */
export interface MarkedRegion {
  readonly regionId: string;
  /** Stands in its names, titles and texts, and in nobody else's. */
  readonly mark: string;
  readonly caseId: string;
  readonly participationId: string;
  readonly itemId: string;
  readonly partId: string;
  readonly bodyId: string;
  readonly needId: string;
  readonly clients: readonly Client[];
}

/** Regions with a case, two municipalities, needs and a body each. */
export async function markedRegions(env: SamankerUnderTest, how: number): Promise<MarkedRegion[]> {
  const regions: MarkedRegion[] = [];
  for (let number = 1; number <= how; number++) regions.push(await markedRegion(env, `Merke${100 + number}`));
  return regions;
}

async function markedRegion(env: SamankerUnderTest, mark: string): Promise<MarkedRegion> {
  const regionId = await aRegion(env, { name: mark });
  const host = await anOrganisation(env, regionId, { name: `${mark} vertskommune` });
  const built = await aCase(env, {
    regionId,
    hostOrganisationId: host,
    title: `Sak ${mark}`,
    decisionDeadline: '2017-02-28',
    parts: [{ title: `Del ${mark}`, items: [{ name: `Alarm ${mark}`, unitPrice: '100.00' }] }],
  });
  const [part] = built.parts;
  const itemId = part!.itemIds[0]!;
  const municipalities = [];
  for (const name of [`${mark} nord`, `${mark} sør`]) {
    const one = await anAnchoredParticipation(env, { case: built, name, choices: ['FIRM'], localLeader: mark });
    await aDecidedRoute(env, one);
    await aLine(env, one, { itemId });
    await aNeed(env, regionId, one.organisationId, { title: `Behov ${mark}`, problem: mark });
    await aNeed(env, regionId, one.organisationId, { title: `Kladd ${mark}`, state: 'DRAFT' });
    municipalities.push(one);
  }
  const [own] = municipalities;
  const { bodyId } = await aBody(env, regionId, own!.organisationId, { kind: 'COMMITTEE', name: `Utvalg ${mark}` });
  const clients: Client[] = [];
  for (const organisationId of [own!.organisationId, host])
    clients.push(
      await env.as(await aPerson(env, regionId, { organisationId, roles: [...MUNICIPAL_ROLES], name: `Navn ${mark}` })),
    );
  const needId = await aNeed(env, regionId, own!.organisationId, { title: `Behov ${mark}` });
  return {
    regionId,
    mark,
    caseId: built.caseId,
    participationId: own!.participationId,
    itemId,
    partId: part!.id,
    bodyId,
    needId,
    clients,
  };
}
