import type { CaseMapQuery, ParticipationState } from '../generated/documents';
import type { Spoken } from '../language/language';
import type { LookName } from '../organisation/map-look';
import type { MapKind } from '../organisation/municipality-map';
import type { Sign } from '../page/marks';
import type { Standing } from './standing';

/** What the map can show. */
export const SHOWN = ['state', 'status', 'share'] as const;
export type ShownOnMap = (typeof SHOWN)[number];

export type MapRow = NonNullable<CaseMapQuery['caseBoard']>['rows'][number] & {
  /** Expected value of all its lines; null while it has declared nothing. */
  readonly value: string | null;
  /** Its part of the expected value of the case. */
  readonly share: number;
  readonly standing: Standing | null;
};

type Look = readonly [look: LookName, sign?: Sign];

const STATES: Record<ParticipationState, Look> = {
  ANCHORED: ['done', 'done'],
  ANCHORING: ['going', 'open'],
  INVITED: ['asked', 'waiting'],
  LEGALITY_REVIEW: ['tight', 'waiting'],
  REANCHOR_REQUIRED: ['late', 'warning'],
  DECLINED: ['out', 'out'],
  WITHDRAWN: ['out', 'stop'],
};
const STATUSES: Record<Standing | 'ANCHORED' | 'NO_PLAN', Look> = {
  ANCHORED: ['done', 'done'],
  ON_TRACK: ['going', 'open'],
  AT_RISK: ['tight', 'waiting'],
  OUTCOME_MISSING: ['out', 'document'],
  LATE: ['late', 'warning'],
  CANNOT_MAKE_IT: ['stopped', 'stop'],
  NO_PLAN: ['asked'],
};
/** Parts of the value in per cent; each class goes up to its limit. */
const SHARES = [
  { key: 'under1', under: 0.01, look: 'step1' },
  { key: 'under2', under: 0.02, look: 'step2' },
  { key: 'under5', under: 0.05, look: 'step3' },
  { key: 'under10', under: 0.1, look: 'step4' },
  { key: 'over10', under: Infinity, look: 'step5' },
] as const;

const keysOf = <Key extends string>(looks: Record<Key, Look>): Key[] => Object.keys(looks) as Key[];

/** The legend of what is shown. */
export function kindsOf(shown: ShownOnMap, { t }: Spoken): MapKind[] {
  if (shown === 'state')
    return keysOf(STATES).map((key) => ({
      key,
      name: t.participationStates[key],
      look: STATES[key][0],
      sign: STATES[key][1],
    }));
  if (shown === 'status')
    return keysOf(STATUSES).map((key) => ({
      key,
      name:
        key === 'ANCHORED'
          ? t.participationStates.ANCHORED
          : key === 'NO_PLAN'
            ? t.map.noPlan
            : t.planningStatuses[key],
      look: STATUSES[key][0],
      sign: STATUSES[key][1],
    }));
  return [
    ...SHARES.map(({ key, look }) => ({ key, name: t.mapShares[key], look })),
    { key: 'none', name: t.mapShares.none, look: 'asked' as const },
  ];
}

/** On the map, and not asked to take part. */
export const notInvited = ({ t }: Spoken): MapKind => ({ key: 'absent', name: t.map.notInvited, look: 'none' });

/** The kind that a municipality is of. */
export function kindOf(shown: ShownOnMap, row: MapRow): string {
  if (shown === 'state') return row.state;
  if (shown === 'status') return row.state === 'ANCHORED' ? 'ANCHORED' : (row.standing ?? 'NO_PLAN');
  return row.value === null ? 'none' : (SHARES.find(({ under }) => row.share < under) ?? SHARES[0]).key;
}

/** `12,3 %`: small parts are not rounded to nothing. */
export function shareText(share: number, { number }: Spoken): string {
  return `${number(Math.round(share * 1000) / 10)}\u00a0%`;
}
