import { thresholdsOfFile } from '@samanker/procurement-law';
import type { ItemFact, LineFact, ParticipantFact, ReportFacts, StepFact } from './report-facts';

export const step = (changes: Partial<StepFact> = {}): StepFact => ({
  id: `step-${changes.position ?? 1}`,
  position: 1,
  parallelGroup: changes.position ?? 1,
  kind: 'POLITICAL',
  weight: 'DECIDING',
  bodyId: 'body-1',
  state: 'DECIDED',
  outcome: 'APPROVED',
  decidedOn: '2016-11-23',
  ...changes,
});
export const approved = [step()];
export const noLimits = {
  total: null,
  perYear: null,
  perInhabitantPerYear: null,
  latestEnd: null,
  hostOrganisationId: null,
  partIds: null,
  shareOfCost: null,
};

export function participant(id: string, changes: Partial<ParticipantFact> = {}): ParticipantFact {
  return {
    participationId: `participation-${id}`,
    organisationId: `organisation-${id}`,
    number: id,
    name: `Kommune ${id}`,
    organisationNumber: '963296746',
    population: 1000,
    state: 'ANCHORED',
    left: null,
    answerOrigin: 'REAL',
    registeredOnBehalf: false,
    localLeader: 'Leder for helse og omsorg',
    localGainConfirmed: true,
    legalityReviewDemanded: false,
    volumesDeclared: true,
    choices: [{ partId: 'part-1', choice: 'FIRM' }],
    steps: approved,
    openConditions: 0,
    refusedConditions: 0,
    powerOfAttorney: { hostOrganisationId: 'organisation-1001', ownMaximum: null },
    limits: noLimits,
    ...changes,
  };
}

export const item: ItemFact = {
  id: 'item-1',
  partId: 'part-1',
  number: 1,
  name: 'Trygghetsalarm',
  unitCode: 'PCS',
  cpvCode: '35121700',
  unitPrice: '1000.00',
  dutyToBuy: true,
};

export function line(id: string, year: number, expected: string, changes: Partial<LineFact> = {}): LineFact {
  return {
    participationId: `participation-${id}`,
    itemId: 'item-1',
    year,
    expected,
    maximum: null,
    unitPrice: null,
    origin: 'DECLARED',
    ...changes,
  };
}

export function facts(
  changes: Partial<ReportFacts> = {},
  ofCase: Partial<ReportFacts['procurementCase']> = {},
): ReportFacts {
  return {
    today: '2016-12-15',
    procurementCase: {
      id: 'case-1',
      title: 'Trygghets- og varslingsteknologi',
      stage: 'INVITED',
      hostOrganisationId: 'organisation-1001',
      hostName: 'Kristiansand',
      hostOrganisationNumber: '963296746',
      openedOn: '2016-03-01',
      decisionDeadline: '2016-12-15',
      firstYear: 2017,
      years: 2,
      optionYears: 0,
      waitsForLegalityReview: false,
      figuresOrigin: 'REAL',
      ...ofCase,
    },
    parts: [{ id: 'part-1', number: 1, title: 'Teknologi' }],
    items: [item],
    participants: [participant('1001')],
    lines: [line('1001', 2017, '100'), line('1001', 2018, '120')],
    thresholds: thresholdsOfFile(),
    ...changes,
  };
}
