import { UNITS } from '@samanker/classification';
import { aPerson, anOrganisation, aRegion, type BuiltPerson, type Ground } from './organisation';

export interface BuiltCase {
  readonly regionId: string;
  readonly caseId: string;
  readonly hostOrganisationId: string;
  /** The host's coordinator. */
  readonly coordinator: BuiltPerson;
  readonly parts: readonly { readonly id: string; readonly itemIds: readonly string[] }[];
}

export interface CaseWanted {
  readonly regionId?: string;
  readonly hostOrganisationId?: string;
  readonly title?: string;
  readonly stage?: 'PREPARING' | 'INVITED' | 'PARTICIPANTS_FROZEN' | 'PAUSED' | 'CANCELLED';
  readonly openedOn?: string;
  readonly decisionDeadline?: string;
  readonly firstYear?: number;
  readonly years?: number;
  readonly optionYears?: number;
  readonly waitsForLegalityReview?: boolean;
  readonly parts?: readonly {
    readonly title: string;
    readonly items: readonly {
      readonly name: string;
      readonly unitCode?: string;
      readonly unitPrice?: string | null;
    }[];
  }[];
}

const CPV = ['33195000', '85311000', '79512000'];

/** The units, and the few CPV codes that builders use. */
export async function someClassification({ admin }: Ground): Promise<void> {
  for (const { code, dimension, toBase, nameNb, nameNn, nameEn } of UNITS)
    await admin.query('insert into unit values ($1, $2, $3, $4, $5, $6) on conflict do nothing', [
      code,
      dimension,
      toBase,
      nameNb,
      nameNn,
      nameEn,
    ]);
  for (const code of CPV)
    await admin.query('insert into cpv_code values ($1, $1, $1, 4) on conflict do nothing', [code]);
}

/** The case of 2016 in small: technology (alarms, installation) and response centre (connections), four years and two. */
const PARTS: NonNullable<CaseWanted['parts']> = [
  {
    title: 'Trygghets- og varslingsteknologi',
    items: [
      { name: 'Trygghetsalarm', unitPrice: '2500.00' },
      { name: 'Installasjon', unitPrice: '900.00' },
    ],
  },
  { title: 'Kommunalt responssenter', items: [{ name: 'Tilknytning', unitPrice: '1200.00' }] },
];

/** A case with host, coordinator, parts and items; what is missing is made. */
export async function aCase(ground: Ground, wanted: CaseWanted = {}): Promise<BuiltCase> {
  const { admin } = ground;
  await someClassification(ground);
  const regionId = wanted.regionId ?? (await aRegion(ground));
  const hostOrganisationId =
    wanted.hostOrganisationId ?? (await anOrganisation(ground, regionId, { name: 'Kristiansand', population: 88_447 }));
  const coordinator = await aPerson(ground, regionId, { organisationId: hostOrganisationId, roles: ['COORDINATOR'] });
  const [{ id: caseId }] = await admin.query(
    `insert into procurement_case (region_id, host_organisation_id, title, stage, opened_on, decision_deadline, first_year, years, option_years, waits_for_legality_review)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id`,
    [
      regionId,
      hostOrganisationId,
      wanted.title ?? 'Kommunalt responssenter og felles anskaffelse trygghets- og varslingsteknologi',
      wanted.stage ?? 'INVITED',
      wanted.openedOn ?? '2016-01-15',
      wanted.decisionDeadline ?? '2016-12-15',
      wanted.firstYear ?? 2017,
      wanted.years ?? 4,
      wanted.optionYears ?? 2,
      wanted.waitsForLegalityReview ?? false,
    ],
  );
  const parts: { id: string; itemIds: string[] }[] = [];
  let itemNumber = 0;
  for (const [at, part] of (wanted.parts ?? PARTS).entries()) {
    const [{ id }] = await admin.query(
      'insert into case_part (region_id, case_id, number, title) values ($1, $2, $3, $4) returning id',
      [regionId, caseId, at + 1, part.title],
    );
    const itemIds: string[] = [];
    for (const { name, unitCode = 'STK', unitPrice = null } of part.items) {
      const [item] = await admin.query(
        `insert into volume_item (region_id, case_id, part_id, number, name, unit_code, cpv_code, unit_price) values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
        [regionId, caseId, id, ++itemNumber, name, unitCode, CPV[at % CPV.length], unitPrice],
      );
      itemIds.push(item.id);
    }
    parts.push({ id, itemIds });
  }
  return { regionId, caseId, hostOrganisationId, coordinator, parts };
}
