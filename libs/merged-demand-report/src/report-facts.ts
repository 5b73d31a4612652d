import type { StepKind, StepOutcome, StepState, StepWeight } from '@samanker/anchoring';
import type { LocalDate } from '@samanker/clock';
import type { Threshold } from '@samanker/procurement-law';

/** Whether a figure or an answer is real or made up after a model, shown wherever it is used. */
export type FactOrigin = 'REAL' | 'MODELLED';

export type ChoiceFact = 'FIRM' | 'OPTION' | 'OUT';

/** A step of a participation's route with the outcome in force, if there is one. */
export interface StepFact {
  readonly id: string;
  readonly position: number;
  readonly parallelGroup: number;
  readonly kind: StepKind;
  readonly weight: StepWeight;
  readonly bodyId: string | null;
  readonly state: StepState;
  /** The latest outcome that has not been superseded. */
  readonly outcome: StepOutcome | null;
  readonly decidedOn: LocalDate | null;
}

/** The decision by which an organisation left. */
export interface LeftFact {
  readonly decidedOn: LocalDate;
  readonly decisionReference: string;
}

/** One organisation in the case, as the rows say. Amounts are NOK excluding VAT. */
export interface ParticipantFact {
  readonly participationId: string;
  readonly organisationId: string;
  readonly number: string | null;
  readonly name: string;
  readonly organisationNumber: string | null;
  readonly population: number | null;
  /** The stored state: used only for what no row says, that the organisation has left the case. */
  readonly state: string;
  /** By which decision it left; null while it has not (R5b). */
  readonly left: LeftFact | null;
  readonly legalityReviewDemanded: boolean;
  readonly answerOrigin: FactOrigin;
  /** Whether the host has registered anything for it, on its written behalf (R29). */
  readonly registeredOnBehalf: boolean;
  readonly localLeader: string;
  readonly localGainConfirmed: boolean;
  readonly volumesDeclared: boolean;
  readonly choices: readonly { readonly partId: string; readonly choice: ChoiceFact }[];
  readonly steps: readonly StepFact[];
  readonly openConditions: number;
  readonly refusedConditions: number;
  readonly powerOfAttorney: { readonly hostOrganisationId: string; readonly ownMaximum: string | null } | null;
  readonly limits: {
    readonly total: string | null;
    readonly perYear: string | null;
    readonly perInhabitantPerYear: string | null;
    readonly latestEnd: LocalDate | null;
    readonly hostOrganisationId: string | null;
    readonly partIds: readonly string[] | null;
    readonly shareOfCost: string | null;
  };
}

export interface ItemFact {
  readonly id: string;
  readonly partId: string;
  readonly number: number;
  readonly name: string;
  readonly unitCode: string;
  readonly cpvCode: string;
  readonly unitPrice: string | null;
  readonly dutyToBuy: boolean;
}

export interface LineFact {
  readonly participationId: string;
  readonly itemId: string;
  readonly year: number;
  readonly expected: string;
  readonly maximum: string | null;
  readonly unitPrice: string | null;
  readonly origin: 'NEED' | 'DECLARED' | 'MODELLED';
}

/** Everything that a merged-demand report is made from, read in one statement and so in one snapshot (R22). */
export interface ReportFacts {
  /** Today in domain time: only the three weeks of a legality review are counted from it. */
  readonly today: LocalDate;
  readonly procurementCase: {
    readonly id: string;
    readonly title: string;
    readonly stage: string;
    readonly hostOrganisationId: string;
    readonly hostName: string;
    readonly hostOrganisationNumber: string | null;
    readonly openedOn: LocalDate;
    readonly decisionDeadline: LocalDate;
    readonly firstYear: number;
    readonly years: number;
    readonly optionYears: number;
    readonly waitsForLegalityReview: boolean;
    readonly figuresOrigin: FactOrigin;
  };
  readonly parts: readonly { readonly id: string; readonly number: number; readonly title: string }[];
  readonly items: readonly ItemFact[];
  readonly participants: readonly ParticipantFact[];
  readonly lines: readonly LineFact[];
  readonly thresholds: readonly Threshold[];
}
