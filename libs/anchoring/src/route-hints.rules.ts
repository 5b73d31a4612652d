import Decimal from 'decimal.js';
import { formatDecimal } from '@samanker/clock';
import type { DecisionBodyKind } from '@samanker/meeting-calendar';
import type { Language, Texts } from '@samanker/request';
import type { BudgetCoverage } from './decision.entity';
import type { StepKind, StepOutcome, StepState, StepWeight } from './step-outcome.rules';

/** What a person is made aware of (R1). A hint never blocks: who decides is the municipality's own question. */
export const ROUTE_HINTS = {
  DELEGATION_LIMIT: {
    nb: 'Verdien kan bli {value} kr, over EØS-terskelen på {limit} kr, og saken avgjøres administrativt. Den hører trolig til et politisk organ; se delegeringsreglementet.',
    nn: 'Verdien kan bli {value} kr, over EØS-terskelen på {limit} kr, og saka blir avgjord administrativt. Ho høyrer truleg til eit politisk organ; sjå delegeringsreglementet.',
    en: 'The value can reach NOK {value}, above the EEA threshold of NOK {limit}, and the decision is administrative. It is likely a matter for a political body; see the delegation rules.',
  },
  BUDGET_COVERAGE_UNSTATED: {
    nb: 'Vedtaket sier ikke hvor pengene kommer fra. Kontroller at det er dekning i budsjettet.',
    nn: 'Vedtaket seier ikkje kvar pengane kjem frå. Kontroller at det er dekning i budsjettet.',
    en: 'The decision does not say where the money comes from. Check that the budget covers it.',
  },
  BUDGET_NOT_ADOPTED: {
    nb: 'Vedtaket legger pengene i neste års budsjett, så dekningen er ikke vedtatt ennå.',
    nn: 'Vedtaket legg pengane i budsjettet for neste år, så dekninga er ikkje vedteken enno.',
    en: 'The decision places the money in next year’s budget, so the coverage is not adopted yet.',
  },
  LONG_TERM: {
    nb: 'Avtalen kan vare i {years} år med opsjoner, mer enn fire. Kontroller hvem som kan binde kommunen så lenge.',
    nn: 'Avtalen kan vare i {years} år med opsjonar, meir enn fire. Kontroller kven som kan binde kommunen så lenge.',
    en: 'The contract can last {years} years with options, more than four. Check who can bind the municipality that long.',
  },
  MATTER_OF_PRINCIPLE: {
    nb: '{step} har frarådet saken eller brakt den videre, og den avgjøres administrativt. En sak av prinsipiell betydning kan ikke delegeres dit (kommuneloven).',
    nn: '{step} har rådd frå saka eller ført ho vidare, og ho blir avgjord administrativt. Ei sak av prinsipiell betydning kan ikkje delegerast dit (kommunelova).',
    en: '{step} has advised against the case or taken it further, and the decision is administrative. A matter of principle cannot be delegated there (the Local Government Act).',
  },
} as const satisfies Record<string, Texts>;

export type RouteHintCode = keyof typeof ROUTE_HINTS;

/** A hint with what fills the blanks of its sentence. */
export interface RouteHintFound {
  readonly code: RouteHintCode;
  /** The step it is about; null when it is about the whole route. */
  readonly stepId: string | null;
  readonly params: Readonly<Record<string, string>>;
}

/** A step as the hints see it. */
export interface HintStep {
  readonly id: string;
  readonly title: string;
  readonly kind: StepKind;
  readonly weight: StepWeight;
  readonly state: StepState;
  readonly bodyKind: DecisionBodyKind | null;
  /** Of the decision in force. */
  readonly outcome: StepOutcome | null;
  readonly budgetCoverage: BudgetCoverage | null;
}

/** What the hints follow from. Amounts are NOK excluding VAT. */
export interface HintSituation {
  /** In the order of the route. */
  readonly steps: readonly HintStep[];
  /** What the participation can come to cost over the whole term, options counted; null while no volumes are known. */
  readonly maximumValue: string | null;
  /** The EEA threshold for municipalities in force; null when it is not known. */
  readonly eeaThreshold: string | null;
  /** Years of the contract, options counted. */
  readonly termYears: number;
}

const LONG_YEARS = 4;

/**
 * R1: what the data can show of delegation limits (B27, B28), budget coverage, long term and matters of principle. The
 * threshold stands for a limit that each municipality sets itself, so every hint says what it rests on.
 */
export function routeHints({ steps, maximumValue, eeaThreshold, termYears }: HintSituation): RouteHintFound[] {
  const required = steps.filter(({ state }) => state !== 'NOT_REQUIRED');
  const deciding = required.filter(({ weight, outcome }) => weight === 'DECIDING' && outcome !== 'SENT_UP');
  const administrative = deciding.every(({ kind }) => kind === 'ADMINISTRATIVE') ? deciding.at(-1) : undefined;
  const hints: RouteHintFound[] = [];
  if (administrative && maximumValue && eeaThreshold && new Decimal(maximumValue).gt(eeaThreshold))
    hints.push({
      code: 'DELEGATION_LIMIT',
      stepId: administrative.id,
      params: { value: maximumValue, limit: eeaThreshold },
    });
  if (administrative)
    for (const { title } of required.filter(opposed).slice(0, 1))
      hints.push({ code: 'MATTER_OF_PRINCIPLE', stepId: administrative.id, params: { step: title } });
  // The council itself can bind the municipality for as long as it will.
  if (termYears > LONG_YEARS && !deciding.some(({ bodyKind }) => bodyKind === 'COUNCIL'))
    hints.push({ code: 'LONG_TERM', stepId: deciding.at(-1)?.id ?? null, params: { years: String(termYears) } });
  for (const step of deciding) {
    if (step.outcome !== 'APPROVED' && step.outcome !== 'APPROVED_WITH_CONDITIONS') continue;
    if (step.budgetCoverage === null) hints.push({ code: 'BUDGET_COVERAGE_UNSTATED', stepId: step.id, params: {} });
    if (step.budgetCoverage === 'NEXT_YEARS_BUDGET')
      hints.push({ code: 'BUDGET_NOT_ADOPTED', stepId: step.id, params: {} });
  }
  return hints;
}

function opposed({ kind, outcome }: HintStep): boolean {
  return kind === 'POLITICAL' && (outcome === 'NOT_RECOMMENDED' || outcome === 'SENT_UP');
}

/** A hint in words. A title is people's own text: nothing in it is read as a pattern. */
export function hintSentence({ code, params }: Pick<RouteHintFound, 'code' | 'params'>, language: Language): string {
  const form = language === 'NN' ? 'nn' : language === 'EN' ? 'en' : 'nb';
  return ROUTE_HINTS[code][form].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name] ?? '';
    return name === 'value' || name === 'limit' ? formatDecimal(value, form) : value;
  });
}
