import type { LocalDate } from '@samanker/clock';
import type { RoleKind } from '@samanker/request';
import type { SeedBodyKind } from './modelled-calendar';

/** What the script calls a step: the kind of its body, or the role that decides. */
export type StepKey = SeedBodyKind | 'UNIT_LEADER' | 'DIRECTOR' | 'CHIEF_EXECUTIVE';
export type ScriptChoice = 'FIRM' | 'OPTION' | 'OUT';
export type ScriptOutcome =
  | 'STATEMENT'
  | 'RECOMMENDED'
  | 'NOT_RECOMMENDED'
  | 'APPROVED'
  | 'APPROVED_WITH_CONDITIONS'
  | 'DEFERRED'
  | 'RETURNED'
  | 'WITHDRAWN_FROM_AGENDA';

export interface ScriptCell {
  /** Place of the item in the case, from 0. */
  readonly item: number;
  readonly year: number;
  readonly expected: string;
  readonly maximum: string;
}

/** One thing that one person does; municipalities are named by number, what has no id yet by what it is. */
export type Deed =
  | {
      readonly verb: 'registerNeed';
      readonly municipality: string;
      readonly title: string;
      readonly problem: string;
      readonly effect: string;
      readonly targetGroup: string;
      readonly currentSolution: string;
      readonly cpvCodes: readonly string[];
      readonly quantity: string;
      readonly wantedFrom: LocalDate;
      readonly wantedTo: LocalDate;
    }
  | { readonly verb: 'acceptMergeProposal'; readonly terms: ScriptTerms | null }
  | { readonly verb: 'inviteMunicipalities'; readonly municipalities: readonly string[] }
  | {
      readonly verb: 'submitAnchoringStep';
      readonly municipality: string;
      readonly step: StepKey;
      readonly meetingId: string;
    }
  | {
      readonly verb: 'decideAnchoringStep';
      readonly municipality: string;
      readonly step: StepKey;
      readonly outcome: ScriptOutcome;
      readonly decidedOn: LocalDate;
      readonly deferredToMeetingId?: string;
      readonly bodyCase?: string;
      readonly text?: string;
      readonly condition?: string;
      readonly limitPerInhabitantPerYear?: string;
    }
  | {
      readonly verb: 'chooseParts';
      readonly municipality: string;
      readonly technology: ScriptChoice;
      readonly centre: ScriptChoice;
      readonly localLeader: string;
    }
  | { readonly verb: 'confirmLocalGain'; readonly municipality: string }
  | { readonly verb: 'declareVolumes'; readonly municipality: string; readonly cells: readonly ScriptCell[] }
  | {
      readonly verb: 'recordPowerOfAttorney';
      readonly municipality: string;
      readonly signatory: string;
      readonly authority: string;
      readonly signedOn: LocalDate;
      readonly archiveReference: string;
    }
  | { readonly verb: 'settleCondition'; readonly municipality: string }
  | { readonly verb: 'acceptEscalation'; readonly municipality: string }
  | {
      readonly verb: 'addNote';
      readonly municipality: string;
      readonly text: string;
      readonly visibility: 'OWN' | 'CASE';
    }
  | {
      readonly verb: 'saveTheySayDate';
      readonly municipality: string;
      readonly on: LocalDate;
      readonly source: 'PHONE' | 'EMAIL' | 'MEETING';
      readonly saidBy: RoleKind;
    }
  | {
      readonly verb: 'delegateRole';
      readonly municipality: string;
      readonly role: RoleKind;
      /** Who stands in, by what they are besides. */
      readonly to: RoleKind;
      readonly fromOn: LocalDate;
      readonly toOn: LocalDate;
    }
  | { readonly verb: 'freezeMergedDemandReport' | 'proposeParticipants' | 'confirmParticipants' };

export interface ScriptItem {
  readonly name: string;
  readonly unitCode: string;
  readonly cpvCode: string;
  readonly unitPrice: string;
  /** Whether firm participants must buy it here. */
  readonly dutyToBuy?: boolean;
  /** Whether the registered needs stand in this item. */
  readonly takesNeeds: boolean;
}

/** What the accepted proposal makes of the needs. */
export interface ScriptTerms {
  readonly title: string;
  readonly description: string;
  readonly host: string;
  readonly decisionDeadline: LocalDate;
  readonly firstYear: number;
  readonly years: number;
  readonly optionYears: number;
  readonly parts: readonly { readonly title: string; readonly items: readonly ScriptItem[] }[];
}

/** A deed with its time and its person. */
export interface Act {
  /** Wall clock in Europe/Oslo: 2016-11-16T10:00. */
  readonly at: string;
  readonly as: string;
  readonly deed: Deed;
}
