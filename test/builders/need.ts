import type { Ground } from './organisation';

let made = 0;

/** What matters of a need in a test; all else is made up. */
export interface NeedBuilt {
  readonly title?: string;
  readonly problem?: string;
  readonly cpvCodes?: readonly string[];
  readonly quantity?: string;
  readonly unitCode?: string;
  readonly wantedFrom?: string;
  readonly wantedTo?: string;
  readonly state?: 'DRAFT' | 'DECLARED' | 'IN_CASE' | 'SOLVED_IN_HOUSE' | 'WITHDRAWN';
  readonly caseId?: string | null;
  readonly modelled?: boolean;
}

/** A need of an organisation, declared unless said otherwise. Put in past the verbs: nothing is detected by itself. */
export async function aNeed(
  { admin }: Ground,
  regionId: string,
  organisationId: string,
  built: NeedBuilt = {},
): Promise<string> {
  const {
    title = `Behov ${++made}`,
    problem = 'Et problem.',
    cpvCodes = ['33195000'],
    quantity = '10',
    unitCode = 'STK',
  } = built;
  const {
    wantedFrom = '2017-01-01',
    wantedTo = '2020-12-31',
    state = 'DECLARED',
    caseId = null,
    modelled = false,
  } = built;
  const [row] = await admin.query(
    `insert into need (region_id, organisation_id, title, problem, quantity, unit_code, wanted_from, wanted_to, state, case_id, figures_origin, declared_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, case when $9 = 'DRAFT' then null else samanker_now() end) returning id`,
    [
      regionId,
      organisationId,
      title,
      problem,
      quantity,
      unitCode,
      wantedFrom,
      wantedTo,
      state,
      caseId,
      modelled ? 'MODELLED' : 'REAL',
    ],
  );
  await admin.query(
    `insert into need_cpv (region_id, need_id, cpv_code, is_main)
     select $1, $2, code, place = 1 from unnest($3::text[]) with ordinality as given(code, place)`,
    [regionId, row.id, cpvCodes],
  );
  return row.id;
}
