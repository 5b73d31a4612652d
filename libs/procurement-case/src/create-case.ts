import type { Work } from '@samanker/database';
import { withoutWording } from '@samanker/decision-log';
import { FiguresOrigin } from '@samanker/need';
import { ProcurementCaseCreated } from './procurement-case.events';

/** A case that is about to be made; already checked. */
export interface CaseGiven {
  readonly title: string;
  readonly description?: string | null;
  readonly hostOrganisationId: string;
  /** The day on which it began, where that was before today. */
  readonly openedOn?: string | null;
  readonly decisionDeadline: string;
  readonly firstYear: number;
  readonly years: number;
  readonly optionYears?: number | null;
  readonly waitsForLegalityReview?: boolean | null;
  readonly figuresOrigin?: FiguresOrigin | null;
  readonly parts: readonly {
    readonly title: string;
    readonly items: readonly {
      readonly name: string;
      readonly unitCode: string;
      readonly cpvCode: string;
      /** NOK excluding VAT. */
      readonly unitPrice?: string | null;
      readonly dutyToBuy?: boolean | null;
    }[];
  }[];
}

/** The ids of a case that was just made, in the order in which its parts and items were given. */
export interface CaseMade {
  readonly caseId: string;
  readonly parts: readonly { readonly id: string; readonly itemIds: readonly string[] }[];
}

/**
 * Makes a case with its parts and items: three statements, whatever their number. Called by the verb and by an accepted
 * merge proposal; `verb` is the name that stands in the log.
 */
export async function createCase(work: Work, given: CaseGiven, verb = 'createProcurementCase'): Promise<CaseMade> {
  const openedOn = given.openedOn ?? work.today;
  const row = await work.one<{ id: string }>(
    `insert into procurement_case (region_id, host_organisation_id, title, description, opened_on, decision_deadline,
       first_year, years, option_years, waits_for_legality_review, figures_origin)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning id`,
    [
      work.regionId,
      given.hostOrganisationId,
      given.title,
      given.description ?? '',
      openedOn,
      given.decisionDeadline,
      given.firstYear,
      given.years,
      given.optionYears ?? 0,
      given.waitsForLegalityReview ?? false,
      given.figuresOrigin ?? FiguresOrigin.REAL,
    ],
  );
  const caseId = row!.id;
  const partIds = await insertParts(work, caseId, given);
  const itemIds = await insertItems(work, caseId, given, partIds);
  let next = 0;
  const parts = given.parts.map((part, at) => ({ id: partIds[at]!, itemIds: part.items.map(() => itemIds[next++]!) }));
  work.log({
    verb,
    subjectType: 'ProcurementCase',
    subjectId: caseId,
    caseId,
    organisationId: given.hostOrganisationId,
    after: withoutWording({ ...given, openedOn }, ['title', 'description', 'name']),
  });
  work.publish(new ProcurementCaseCreated({ caseId }));
  return { caseId, parts };
}

async function insertParts(work: Work, caseId: string, given: CaseGiven): Promise<string[]> {
  const rows = await work.query<{ id: string; number: number }>(
    `insert into case_part (region_id, case_id, number, title)
     select $1, $2, number, title from unnest($3::text[]) with ordinality as given (title, number) returning id, number`,
    [work.regionId, caseId, given.parts.map((part) => part.title)],
  );
  return rows.sort((a, b) => a.number - b.number).map((row) => row.id);
}

async function insertItems(
  work: Work,
  caseId: string,
  given: CaseGiven,
  partIds: readonly string[],
): Promise<string[]> {
  const items = given.parts.flatMap((part, at) => part.items.map((item) => ({ ...item, partId: partIds[at]! })));
  const rows = await work.query<{ id: string; number: number }>(
    `insert into volume_item (region_id, case_id, part_id, number, name, unit_code, cpv_code, unit_price, duty_to_buy)
     select $1, $2, part_id, number, name, unit_code, cpv_code, unit_price, duty_to_buy
     from unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::numeric[], $8::boolean[])
       with ordinality as given (part_id, name, unit_code, cpv_code, unit_price, duty_to_buy, number)
     returning id, number`,
    [
      work.regionId,
      caseId,
      items.map((item) => item.partId),
      items.map((item) => item.name),
      items.map((item) => item.unitCode),
      items.map((item) => item.cpvCode),
      items.map((item) => item.unitPrice ?? null),
      items.map((item) => item.dutyToBuy ?? false),
    ],
  );
  return rows.sort((a, b) => a.number - b.number).map((row) => row.id);
}
