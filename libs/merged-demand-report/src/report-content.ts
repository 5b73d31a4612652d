import type { LocalDate } from '@samanker/clock';
import type { ContractKind, Threshold, ThresholdClass } from '@samanker/procurement-law';
import type { Choice, Commitment, ReasonCode } from '@samanker/participation';
import type { FactOrigin, LeftFact } from './report-facts';
import type { ValueSpan } from './report-value.rules';

/** What a report still lacks, each with the organisation or the item it is about. */
export type ReportGapKind =
  | ReasonCode
  | 'NO_ANSWER'
  | 'NO_VOLUMES'
  | 'MODELLED_FIGURES'
  | 'MODELLED_ANSWER'
  | 'NO_ORGANISATION_NUMBER'
  | 'NO_PRICE'
  | 'THRESHOLD_NOT_VERIFIED'
  | 'VOLUMES_CARRIED_FORWARD';

export type ReportEventKind =
  'OPENED' | 'ANCHORED' | 'DECISION_DEADLINE' | 'TERM_STARTS' | 'TERM_ENDS' | 'EXTENSIONS_END';

/**
 * The content of a merged-demand report (R22): facts of the case only, in one order, without any time of reading. The
 * same data gives the same canonical JSON and so the same hash. GraphQL types of the same shape: report-content.type.ts.
 */
export interface ReportContent {
  readonly caseId: string;
  readonly title: string;
  readonly host: { readonly organisationId: string; readonly name: string; readonly organisationNumber: string | null };
  readonly figuresOrigin: FactOrigin;
  readonly parts: readonly {
    readonly partId: string;
    readonly number: number;
    readonly title: string;
    readonly firm: number;
    readonly firmAnchored: number;
    readonly option: number;
    readonly out: number;
    readonly unanswered: number;
    readonly values: ValueSpan;
  }[];
  readonly participants: readonly {
    readonly organisationId: string;
    readonly number: string | null;
    readonly name: string;
    readonly organisationNumber: string | null;
    readonly anchored: boolean;
    readonly routeFinishedOn: LocalDate | null;
    readonly powerOfAttorney: boolean;
    readonly ownMaximum: string | null;
    readonly localLeader: string;
    readonly answerOrigin: FactOrigin;
    /** Left out when nothing was: a report says the same as before there was anything to say. */
    readonly registeredOnBehalf?: boolean;
    /** Only of who has left (R5b): the decision by which it did. */
    readonly left?: LeftFact;
    readonly choices: readonly { readonly partId: string; readonly choice: Choice | null }[];
    readonly values: ValueSpan;
  }[];
  readonly items: readonly {
    readonly itemId: string;
    readonly partId: string;
    readonly number: number;
    readonly name: string;
    readonly unitCode: string;
    readonly cpvCode: string;
    readonly unitPrice: string | null;
    readonly dutyToBuy: boolean;
    /** The maximum quantity that the notice states: firm and option participants, extensions included. */
    readonly maximumQuantity: string;
  }[];
  /** Totals per item, year and commitment. */
  readonly totals: readonly {
    readonly itemId: string;
    readonly partId: string;
    readonly year: number;
    readonly extension: boolean;
    readonly commitment: Commitment;
    readonly expected: string;
    readonly maximum: string;
    readonly expectedValue: string;
    readonly maximumValue: string;
    readonly organisations: number;
  }[];
  /** Each organisation's line per item and year: the totals are their exact sums. */
  readonly lines: readonly {
    readonly organisationId: string;
    readonly itemId: string;
    readonly year: number;
    readonly commitment: Commitment;
    readonly choice: Choice | null;
    readonly expected: string;
    readonly maximum: string;
    readonly expectedValue: string | null;
    readonly maximumValue: string | null;
    readonly origin: 'NEED' | 'DECLARED' | 'MODELLED';
    readonly carriedForward: boolean;
  }[];
  readonly values: ValueSpan;
  readonly threshold: {
    /** The decision deadline stands for the day of the notice, which cannot be sent before. */
    readonly noticeOn: LocalDate;
    readonly class: ThresholdClass;
    readonly verified: boolean;
    readonly findings: readonly {
      readonly contractKind: ContractKind;
      readonly value: string;
      readonly class: ThresholdClass;
      readonly reached: Threshold | null;
      readonly next: Threshold | null;
      readonly verified: boolean;
    }[];
  };
  readonly timeLine: readonly {
    readonly date: LocalDate;
    readonly event: ReportEventKind;
    readonly organisationId: string | null;
    /** How many organisations are anchored by then. */
    readonly anchored: number;
  }[];
  readonly missing: readonly {
    readonly gap: ReportGapKind;
    readonly organisationId: string | null;
    readonly partId: string | null;
    readonly itemId: string | null;
    /** The figures of the sentence about it: value, limit, year, count. */
    readonly figures: Readonly<Record<string, string>>;
  }[];
}
