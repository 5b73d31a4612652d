import type { ScriptChoice } from './act';

/** What makes a municipality's course differ from the ordinary one. */
export type Oddity =
  | 'COMMITTEE_SAYS_NO'
  | 'DEFERRED_BY_EXECUTIVE_COMMITTEE'
  | 'RETURNED_BY_COUNCIL'
  | 'WITHDRAWN_BY_COMMITTEE'
  | 'APPROVED_WITH_CONDITIONS'
  | 'NOBODY_RECORDS'
  | 'CANNOT_MAKE_IT';

export interface MunicipalityPlan {
  readonly technology: ScriptChoice;
  readonly centre: ScriptChoice;
  /** The first day on which its deciding body is looked for. */
  readonly decidesFrom: string;
  readonly oddity: Oddity | null;
}

const [JUNE, SEPTEMBER, OCTOBER, NOVEMBER, LATE] = [
  '2016-06-01',
  '2016-09-01',
  '2016-10-03',
  '2016-10-31',
  '2016-11-17',
] as const;

/**
 * That 21 of the 30 took part from the start and 9 with an option, and that each chose for itself whether to use the
 * response centre, is known (facts of the field, C6). WHICH ones, when they decided and how is not: all of this is
 * modelled, and marked so wherever it is shown.
 */
export const PLAN: Readonly<Record<string, MunicipalityPlan>> = {
  '0901': { technology: 'FIRM', centre: 'FIRM', decidesFrom: OCTOBER, oddity: null },
  '0904': { technology: 'FIRM', centre: 'FIRM', decidesFrom: SEPTEMBER, oddity: 'COMMITTEE_SAYS_NO' },
  '0906': { technology: 'FIRM', centre: 'OPTION', decidesFrom: JUNE, oddity: null },
  '0911': { technology: 'FIRM', centre: 'FIRM', decidesFrom: NOVEMBER, oddity: null },
  '0912': { technology: 'OPTION', centre: 'OPTION', decidesFrom: NOVEMBER, oddity: null },
  '0914': { technology: 'FIRM', centre: 'FIRM', decidesFrom: SEPTEMBER, oddity: 'DEFERRED_BY_EXECUTIVE_COMMITTEE' },
  '0919': { technology: 'FIRM', centre: 'FIRM', decidesFrom: SEPTEMBER, oddity: null },
  '0926': { technology: 'FIRM', centre: 'FIRM', decidesFrom: SEPTEMBER, oddity: 'APPROVED_WITH_CONDITIONS' },
  '0928': { technology: 'FIRM', centre: 'FIRM', decidesFrom: OCTOBER, oddity: null },
  '0929': { technology: 'FIRM', centre: 'OUT', decidesFrom: NOVEMBER, oddity: null },
  '0935': { technology: 'FIRM', centre: 'FIRM', decidesFrom: LATE, oddity: null },
  '0937': { technology: 'FIRM', centre: 'FIRM', decidesFrom: OCTOBER, oddity: null },
  '0938': { technology: 'OPTION', centre: 'OUT', decidesFrom: LATE, oddity: null },
  '0940': { technology: 'OPTION', centre: 'OPTION', decidesFrom: OCTOBER, oddity: null },
  '0941': { technology: 'OPTION', centre: 'OUT', decidesFrom: NOVEMBER, oddity: null },
  '1001': { technology: 'FIRM', centre: 'FIRM', decidesFrom: JUNE, oddity: null },
  '1002': { technology: 'FIRM', centre: 'FIRM', decidesFrom: SEPTEMBER, oddity: null },
  '1003': { technology: 'FIRM', centre: 'FIRM', decidesFrom: OCTOBER, oddity: 'WITHDRAWN_BY_COMMITTEE' },
  '1004': { technology: 'FIRM', centre: 'OPTION', decidesFrom: SEPTEMBER, oddity: 'RETURNED_BY_COUNCIL' },
  '1014': { technology: 'FIRM', centre: 'FIRM', decidesFrom: JUNE, oddity: null },
  '1017': { technology: 'FIRM', centre: 'FIRM', decidesFrom: OCTOBER, oddity: null },
  '1018': { technology: 'FIRM', centre: 'FIRM', decidesFrom: SEPTEMBER, oddity: null },
  '1021': { technology: 'OPTION', centre: 'OPTION', decidesFrom: NOVEMBER, oddity: null },
  '1026': { technology: 'OPTION', centre: 'OPTION', decidesFrom: OCTOBER, oddity: null },
  '1027': { technology: 'OPTION', centre: 'OUT', decidesFrom: LATE, oddity: null },
  '1029': { technology: 'FIRM', centre: 'FIRM', decidesFrom: NOVEMBER, oddity: null },
  '1032': { technology: 'FIRM', centre: 'FIRM', decidesFrom: LATE, oddity: null },
  '1034': { technology: 'OPTION', centre: 'OPTION', decidesFrom: SEPTEMBER, oddity: null },
  '1037': { technology: 'FIRM', centre: 'OUT', decidesFrom: NOVEMBER, oddity: 'NOBODY_RECORDS' },
  '1046': { technology: 'OPTION', centre: 'OPTION', decidesFrom: NOVEMBER, oddity: 'CANNOT_MAKE_IT' },
};
