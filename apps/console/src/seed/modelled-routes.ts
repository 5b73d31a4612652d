import type { SeedOrganisation } from './agder-organisations';
import { sizeOf, type SeedBody, type SeedBodyKind } from './modelled-calendar';
import { seedId } from './seed-id';

export interface SeedTemplateStep {
  readonly position: number;
  /** Steps with the same number are open together. */
  readonly parallelGroup: number;
  readonly kind: 'ADMINISTRATIVE' | 'POLITICAL';
  readonly weight: 'ADVISORY' | 'RECOMMENDING' | 'DECIDING';
  readonly title: string;
  readonly role: 'UNIT_LEADER' | 'DIRECTOR' | 'CHIEF_EXECUTIVE' | 'RECORDER';
  readonly bodyId: string | null;
  /** What the script of the case calls the step: the kind of its body, or the role that decides. */
  readonly key: string;
  readonly workingDays: number | null;
}

export interface SeedRouteTemplate {
  readonly id: string;
  readonly organisationId: string;
  readonly name: string;
  readonly steps: readonly SeedTemplateStep[];
}

/** Where the executive committee may decide: three small ones, so that not every route ends in the council. */
const DECIDED_BY_EXECUTIVE_COMMITTEE = ['Iveland', 'Bykle', 'Marnardal'];

type Stage = readonly (
  | readonly [SeedBodyKind, SeedTemplateStep['weight']]
  | readonly ['UNIT_LEADER' | 'DIRECTOR' | 'CHIEF_EXECUTIVE', number]
)[];

/**
 * A municipality's usual way to a decision, modelled: longer where it is large. The advisory councils come first, since it
 * concerns them (R1); in a medium-sized one they are heard at the same time as the committee (as in Levanger, B32).
 */
export function modelledRoute(municipality: SeedOrganisation, bodies: readonly SeedBody[]): SeedRouteTemplate {
  const nn = municipality.language === 'NN';
  const stages = stagesOf(municipality);
  const steps: SeedTemplateStep[] = [];
  stages.forEach((stage, index) => {
    for (const [who, what] of stage) {
      const at = { position: steps.length + 1, parallelGroup: index + 1 };
      if (typeof what === 'number') {
        steps.push({
          ...at,
          kind: 'ADMINISTRATIVE',
          weight: 'RECOMMENDING',
          title: titleOf(who, nn),
          role: who as SeedTemplateStep['role'],
          bodyId: null,
          key: who,
          workingDays: what,
        });
      } else {
        const body = bodies.find(({ kind }) => kind === who)!;
        steps.push({
          ...at,
          kind: 'POLITICAL',
          weight: what,
          title: body.name,
          role: 'RECORDER',
          bodyId: body.id,
          key: who,
          workingDays: null,
        });
      }
    }
  });
  return {
    id: seedId('route-template', municipality.number),
    organisationId: municipality.id,
    name: nn ? 'Vanleg saksgang' : 'Vanlig saksgang',
    steps,
  };
}

function stagesOf(municipality: SeedOrganisation): Stage[] {
  const size = sizeOf(municipality);
  if (size === 'LARGE')
    return [
      [['UNIT_LEADER', 5]],
      [['DIRECTOR', 5]],
      [['CHIEF_EXECUTIVE', 5]],
      [
        ['ELDERLY_COUNCIL', 'ADVISORY'],
        ['DISABILITY_COUNCIL', 'ADVISORY'],
      ],
      [['COMMITTEE', 'RECOMMENDING']],
      [['EXECUTIVE_COMMITTEE', 'RECOMMENDING']],
      [['COUNCIL', 'DECIDING']],
    ];
  if (size === 'MEDIUM')
    return [
      [['DIRECTOR', 5]],
      [['CHIEF_EXECUTIVE', 5]],
      [
        ['ELDERLY_COUNCIL', 'ADVISORY'],
        ['DISABILITY_COUNCIL', 'ADVISORY'],
        ['COMMITTEE', 'RECOMMENDING'],
      ],
      [['EXECUTIVE_COMMITTEE', 'RECOMMENDING']],
      [['COUNCIL', 'DECIDING']],
    ];
  if (DECIDED_BY_EXECUTIVE_COMMITTEE.includes(municipality.name))
    return [[['CHIEF_EXECUTIVE', 10]], [['ELDERLY_COUNCIL', 'ADVISORY']], [['EXECUTIVE_COMMITTEE', 'DECIDING']]];
  return [
    [['CHIEF_EXECUTIVE', 10]],
    [['ELDERLY_COUNCIL', 'ADVISORY']],
    [['EXECUTIVE_COMMITTEE', 'RECOMMENDING']],
    [['COUNCIL', 'DECIDING']],
  ];
}

function titleOf(role: string, nn: boolean): string {
  if (role === 'UNIT_LEADER') return nn ? 'Vurdering hos einingsleiar' : 'Vurdering hos enhetsleder';
  if (role === 'DIRECTOR') return 'Vurdering hos kommunalsjef';
  return nn ? 'Tilråding frå rådmannen' : 'Innstilling fra rådmannen';
}
