import type { Work } from '@samanker/database';
import type { FiguresOrigin } from '@samanker/need';
import { CasePart, ProcurementCase, VolumeItem } from './procurement-case.entity';
import type { CaseStage } from './procurement-case.rules';

const COLUMNS = `c.id, c.region_id as "regionId", c.host_organisation_id as "hostOrganisationId", h.name as "hostName", c.title,
  c.description, c.stage, c.stage_reason as "stageReason", c.stage_before_pause as "stageBeforePause",
  c.opened_on as "openedOn", c.decision_deadline as "decisionDeadline", c.first_year as "firstYear", c.years,
  c.option_years as "optionYears", c.waits_for_legality_review as "waitsForLegalityReview",
  c.figures_origin as "figuresOrigin", c.volume_version as "volumeVersion", c.version, c.created_at as "createdAt",
  (select coalesce(json_agg(json_build_object('id', p.id, 'regionId', p.region_id, 'caseId', p.case_id, 'number', p.number,
     'title', p.title, 'items', (select coalesce(json_agg(json_build_object('id', i.id, 'regionId', i.region_id,
       'caseId', i.case_id, 'partId', i.part_id, 'number', i.number, 'name', i.name, 'unitCode', i.unit_code,
       'cpvCode', i.cpv_code, 'unitPrice', i.unit_price::text, 'dutyToBuy', i.duty_to_buy) order by i.number), '[]')
       from volume_item i where i.part_id = p.id)) order by p.number), '[]')
   from case_part p where p.case_id = c.id) as parts`;

function caseOf(row: ProcurementCase): ProcurementCase {
  const parts = row.parts.map((part) =>
    Object.assign(new CasePart(), part, { items: part.items.map((item) => Object.assign(new VolumeItem(), item)) }),
  );
  return Object.assign(new ProcurementCase(), row, { parts });
}

/** The cases of the region with parts and items, newest first: one statement. */
export async function procurementCases(work: Work): Promise<ProcurementCase[]> {
  const rows = await work.query<ProcurementCase>(
    `select ${COLUMNS} from procurement_case c join organisation h on h.id = c.host_organisation_id order by c.id desc`,
    [],
    'procurement-cases',
  );
  return rows.map(caseOf);
}

/** One case with parts and items, or null. */
export async function procurementCaseById(work: Work, id: string): Promise<ProcurementCase | null> {
  const row = await work.one<ProcurementCase>(
    `select ${COLUMNS} from procurement_case c join organisation h on h.id = c.host_organisation_id where c.id = $1`,
    [id],
    'procurement-case-by-id',
  );
  return row ? caseOf(row) : null;
}

/** What a verb needs to know of the case that it has locked. */
export interface LockedCase {
  readonly id: string;
  readonly hostOrganisationId: string;
  readonly title: string;
  readonly stage: CaseStage;
  readonly stageBeforePause: CaseStage | null;
  readonly openedOn: string;
  readonly decisionDeadline: string;
  readonly firstYear: number;
  readonly years: number;
  readonly optionYears: number;
  readonly waitsForLegalityReview: boolean;
  readonly figuresOrigin: FiguresOrigin;
  readonly volumeVersion: number;
  readonly version: number;
}

/**
 * Locks a case, the first lock of the ladder: whoever changes what its totals are made of holds it to the commit.
 * `no key` lets rows that point at the case be inserted meanwhile.
 */
export async function lockCase(work: Work, id: string): Promise<LockedCase | null> {
  return work.one<LockedCase>(
    `select id, host_organisation_id as "hostOrganisationId", title, stage, stage_before_pause as "stageBeforePause",
       opened_on as "openedOn", decision_deadline as "decisionDeadline", first_year as "firstYear", years,
       option_years as "optionYears", waits_for_legality_review as "waitsForLegalityReview",
       figures_origin as "figuresOrigin", volume_version as "volumeVersion", version
     from procurement_case where id = $1 for no key update`,
    [id],
    'lock-case',
  );
}

/** Says that the totals of the case have changed: an older aggregate no longer counts (R20). */
export async function bumpVolumeVersion(work: Work, caseId: string): Promise<void> {
  await work.execute('update procurement_case set volume_version = volume_version + 1 where id = $1', [caseId]);
}

/** Pushes a stage down onto the case: invited by anchoring, frozen by the joint tender. The caller has asked `mayGo`. */
export async function pushStage(work: Work, caseId: string, stage: CaseStage): Promise<void> {
  await work.execute('update procurement_case set stage = $2, version = version + 1 where id = $1', [caseId, stage]);
}
