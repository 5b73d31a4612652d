import { createHash } from 'node:crypto';
import { cpvCodeOf, cpvCodesByCode, unitCodeOf, unitsByCode } from '@samanker/classification';
import type { Work } from '@samanker/database';
import { canonicalJson, wordingSha256 } from '@samanker/decision-log';
import { InvalidInput, type Refusal } from '@samanker/request';
import type { NeedFieldsInput } from './need-fields.input';
import type { Need } from './need.entity';
import { lockNeeds } from './need.queries';
import { PersonalNumberInText } from './need.refusals';
import { checkNeed, textWithPersonalNumber } from './need.rules';

/** Unit and CPV codes as they stand in the lists, once everything has been checked. */
export interface CheckedCodes {
  readonly unitCode: string;
  readonly cpvCodes: readonly string[];
}

/** R15: checks what was written, and that its unit and CPV codes exist. */
export async function checkFields(
  work: Work,
  fields: NeedFieldsInput,
  path: readonly string[],
  declare: boolean,
): Promise<CheckedCodes | Refusal> {
  const fault = checkNeed(fields, path, { declare, today: work.today });
  if (fault) return fault;
  const personal = textWithPersonalNumber(fields);
  if (personal) return new PersonalNumberInText([...path, personal]);

  const unitCode = unitCodeOf(fields.unitCode) ?? fields.unitCode;
  if (!(await unitsByCode(work, [unitCode])).has(unitCode))
    return new InvalidInput([...path, 'unitCode'], 'UNKNOWN_UNIT');
  const cpvCodes = fields.cpvCodes.map((text) => cpvCodeOf(text) ?? '');
  const known = await cpvCodesByCode(work, cpvCodes);
  for (const [index, code] of cpvCodes.entries()) {
    if (!known.has(code)) return new InvalidInput([...path, 'cpvCodes', index], 'UNKNOWN_CPV');
    if (cpvCodes.indexOf(code) !== index) return new InvalidInput([...path, 'cpvCodes', index], 'DUPLICATE');
  }
  return { unitCode, cpvCodes };
}

/** The columns that follow from what was written, in the order of COLUMNS. */
function values(fields: NeedFieldsInput, { unitCode }: CheckedCodes): unknown[] {
  return [
    fields.title.trim(),
    fields.problem.trim(),
    fields.effect ?? '',
    fields.indicator ?? '',
    fields.targetGroup ?? '',
    fields.currentSolution ?? '',
    fields.currentYearlyCost?.amount ?? null,
    fields.tried ?? '',
    fields.quantity,
    unitCode,
    fields.wantedFrom,
    fields.wantedTo,
    fields.contractEndsOn ?? null,
    fields.optionMonths ?? 0,
    fields.yearlyValue?.amount ?? null,
    fields.sourcing ?? 'UNDECIDED',
    fields.localValue ?? '',
    fields.localLeader ?? '',
    fields.rootCause ?? null,
    fields.figuresOrigin ?? 'REAL',
  ];
}

const COLUMNS = `title, problem, effect, indicator, target_group, current_solution, current_yearly_cost, tried, quantity, unit_code,
  wanted_from, wanted_to, contract_ends_on, option_months, yearly_value, sourcing, local_value, local_leader, root_cause, figures_origin`;
const COLUMN_COUNT = 20;
const placesAfter = (taken: number): string =>
  Array.from({ length: COLUMN_COUNT }, (_, index) => `$${index + taken + 1}`).join(', ');

/** Puts a new need in; declared at once, or a draft. Returns its id. */
export async function insertNeed(
  work: Work,
  organisationId: string,
  fields: NeedFieldsInput,
  codes: CheckedCodes,
  declare: boolean,
): Promise<string> {
  const row = await work.one<{ id: string }>(
    `insert into need (region_id, organisation_id, declared_at, state, ${COLUMNS})
     values ($1, $2, $3, case when $3::timestamptz is null then 'DRAFT' else 'DECLARED' end, ${placesAfter(3)}) returning id`,
    [work.regionId, organisationId, declare ? work.now : null, ...values(fields, codes)],
    'insert-need',
  );
  await insertCodes(work, row!.id, codes);
  return row!.id;
}

/** Writes a need anew and counts its version up. */
export async function updateNeed(
  work: Work,
  needId: string,
  fields: NeedFieldsInput,
  codes: CheckedCodes,
): Promise<void> {
  await work.execute(`update need set version = version + 1, (${COLUMNS}) = row(${placesAfter(1)}) where id = $1`, [
    needId,
    ...values(fields, codes),
  ]);
  await work.execute('delete from need_cpv where need_id = $1', [needId]);
  await insertCodes(work, needId, codes);
}

/** Moves a need to another state. Its version stays: what it says is the same as before. */
export async function moveNeed(work: Work, needId: string, state: string, declaredAt: Date | null): Promise<void> {
  await work.execute('update need set state = $2, declared_at = coalesce(declared_at, $3) where id = $1', [
    needId,
    state,
    declaredAt,
  ]);
}

async function insertCodes(work: Work, needId: string, { cpvCodes }: CheckedCodes): Promise<void> {
  await work.execute(
    `insert into need_cpv (region_id, need_id, cpv_code, is_main)
     select $1, $2, code, place = 1 from unnest($3::text[]) with ordinality as given(code, place)`,
    [work.regionId, needId, cpvCodes],
  );
}

/** Locks the need that a verb is about; null when there is none. */
export async function lockNeedToWrite(work: Work, needId: string): Promise<Need | null> {
  return (await lockNeeds(work, [needId]))[0] ?? null;
}

/** What the decision log remembers of a need: figures and a hash of its texts; the name of a person never (R32). */
export function forLog(need: Need): Record<string, unknown> {
  const { state, version, quantity, unitCode, cpvCodes, wantedFrom, wantedTo, yearlyValue, caseId } = need;
  const texts = [
    need.problem,
    need.effect,
    need.indicator,
    need.targetGroup,
    need.currentSolution,
    need.tried,
    need.localValue,
  ];
  const textsSha256 = createHash('sha256').update(canonicalJson(texts)).digest('hex');
  return {
    state,
    version,
    titleSha256: wordingSha256(need.title),
    quantity,
    unitCode,
    cpvCodes,
    wantedFrom,
    wantedTo,
    yearlyValue,
    caseId,
    textsSha256,
  };
}
