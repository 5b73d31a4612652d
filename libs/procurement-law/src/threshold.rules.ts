import Decimal from 'decimal.js';
import type { LocalDate } from '@samanker/clock';

/** What a threshold is about, as the figures are kept (B1–B8). */
export enum ThresholdKind {
  LOWER_LIMIT = 'LOWER_LIMIT',
  NATIONAL = 'NATIONAL',
  EEA_MUNICIPAL = 'EEA_MUNICIPAL',
  EEA_STATE = 'EEA_STATE',
  WORKS_EEA = 'WORKS_EEA',
  SPECIAL_SERVICES = 'SPECIAL_SERVICES',
}

/** What is bought, as far as the thresholds tell things apart. */
export enum ContractKind {
  GOODS_AND_SERVICES = 'GOODS_AND_SERVICES',
  SPECIAL_SERVICES = 'SPECIAL_SERVICES',
  WORKS = 'WORKS',
}

/** Which part of the procurement regulation a value falls under, for a municipality. */
export enum ThresholdClass {
  OUTSIDE_THE_ACT = 'OUTSIDE_THE_ACT',
  PART_I = 'PART_I',
  PART_II = 'PART_II',
  PART_III = 'PART_III',
  PART_IV = 'PART_IV',
  UNKNOWN = 'UNKNOWN',
}

/** One figure of law with its period of validity: it holds from its date until the next of its kind. */
export interface Threshold {
  readonly kind: ThresholdKind;
  readonly validFrom: LocalDate;
  /** NOK excluding VAT. */
  readonly amount: string;
  readonly source: string;
  readonly verified: boolean;
}

/** A value placed among the thresholds, with the figures that decided it. */
export interface ThresholdFinding {
  readonly class: ThresholdClass;
  /** The highest threshold that the value reaches; null when it reaches none. */
  readonly reached: Threshold | null;
  /** The next threshold above the value; null when there is none. */
  readonly next: Threshold | null;
  /** Whether every figure that decided has been checked against its source. */
  readonly verified: boolean;
}

const LADDER: Readonly<Record<ContractKind, readonly (readonly [ThresholdKind, ThresholdClass])[]>> = {
  GOODS_AND_SERVICES: [
    [ThresholdKind.LOWER_LIMIT, ThresholdClass.PART_I],
    [ThresholdKind.NATIONAL, ThresholdClass.PART_II],
    [ThresholdKind.EEA_MUNICIPAL, ThresholdClass.PART_III],
  ],
  SPECIAL_SERVICES: [
    [ThresholdKind.LOWER_LIMIT, ThresholdClass.PART_I],
    [ThresholdKind.SPECIAL_SERVICES, ThresholdClass.PART_IV],
  ],
  WORKS: [
    [ThresholdKind.LOWER_LIMIT, ThresholdClass.PART_I],
    [ThresholdKind.NATIONAL, ThresholdClass.PART_II],
    [ThresholdKind.WORKS_EEA, ThresholdClass.PART_III],
  ],
};

// Before part IV came in 2017 the special services followed part II, whatever their value.
const SPECIAL_SERVICES_BEFORE_PART_IV: readonly (readonly [ThresholdKind, ThresholdClass])[] = [
  [ThresholdKind.LOWER_LIMIT, ThresholdClass.PART_I],
  [ThresholdKind.NATIONAL, ThresholdClass.PART_II],
];

/** The figure of a kind in force on a date: the latest one not after it (B1). */
export function thresholdInForce(
  kind: ThresholdKind,
  on: LocalDate,
  thresholds: readonly Threshold[],
): Threshold | null {
  let found: Threshold | null = null;
  for (const threshold of thresholds) {
    if (threshold.kind !== kind || threshold.validFrom > on) continue;
    if (!found || threshold.validFrom > found.validFrom) found = threshold;
  }
  return found;
}

/**
 * R26: places a value (NOK excluding VAT, options and extensions included) among the thresholds in force on the day the
 * notice is sent. "Equal or above" reaches a threshold (B9). Without figures for the day the class is UNKNOWN.
 */
export function thresholdClass(
  value: string,
  kind: ContractKind,
  on: LocalDate,
  thresholds: readonly Threshold[],
): ThresholdFinding {
  const lacksPartIv =
    kind === ContractKind.SPECIAL_SERVICES && !thresholdInForce(ThresholdKind.SPECIAL_SERVICES, on, thresholds);
  const steps = lacksPartIv ? SPECIAL_SERVICES_BEFORE_PART_IV : LADDER[kind];
  const figures = steps.map(([step]) => thresholdInForce(step, on, thresholds));
  if (figures.some((figure) => figure === null)) {
    return { class: ThresholdClass.UNKNOWN, reached: null, next: null, verified: false };
  }
  const amount = new Decimal(value);
  let height = 0;
  while (height < figures.length && amount.gte(figures[height]!.amount)) height += 1;
  const reached = height === 0 ? null : figures[height - 1]!;
  const next = figures[height] ?? null;
  // The national threshold for works is taken to be that of goods and services, which no source has confirmed (B3).
  const guessed = lacksPartIv || (kind === ContractKind.WORKS && height > 0 && height < 3);
  return {
    class: height === 0 ? ThresholdClass.OUTSIDE_THE_ACT : steps[height - 1]![1],
    reached,
    next,
    verified: !guessed && (reached?.verified ?? true) && (next?.verified ?? true),
  };
}

// Directive 2014/24/EU annex XIV by its main divisions and groups; the complete list is longer. Health, social, education,
// culture, administration, security, religious and other community services.
const SPECIAL_SERVICES_CPV = ['75', '80', '85', '92', '796110', '79622', '79624', '79625', '981', '982', '985'];

/** What a CPV code makes the contract: works (division 45), special services (annex XIV), else goods and services. */
export function contractKindOf(cpvCode: string): ContractKind {
  if (cpvCode.startsWith('45')) return ContractKind.WORKS;
  return SPECIAL_SERVICES_CPV.some((prefix) => cpvCode.startsWith(prefix))
    ? ContractKind.SPECIAL_SERVICES
    : ContractKind.GOODS_AND_SERVICES;
}

const STRICTEST_FIRST = [
  ThresholdClass.UNKNOWN,
  ThresholdClass.PART_III,
  ThresholdClass.PART_IV,
  ThresholdClass.PART_II,
  ThresholdClass.PART_I,
  ThresholdClass.OUTSIDE_THE_ACT,
];

/** Of several classes the one with the most duties; an unknown one comes first, since nothing may be built on it. */
export function strictestClass(classes: readonly ThresholdClass[]): ThresholdClass {
  return STRICTEST_FIRST.find((one) => classes.includes(one)) ?? ThresholdClass.OUTSIDE_THE_ACT;
}
