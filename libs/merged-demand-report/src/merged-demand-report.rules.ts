import { contractKindOf, strictestClass, thresholdClass, type ContractKind } from '@samanker/procurement-law';
import { Choice, ParticipationState } from '@samanker/participation';
import type { ReportContent, ReportGapKind } from './report-content';
import type { ParticipantFact, ReportFacts } from './report-facts';
import { sum, toOre } from './amount.rules';
import { countsTowardsMaximum, grouped, pricedLines, valueSpan, type PricedLine } from './report-value.rules';
import { standings, type Standing } from './standing.rules';

type Gap = ReportContent['missing'][number];

/**
 * R22: the merged-demand report of a case. Who takes part, how much, worth how much, over which threshold and why, when,
 * and what is missing. Pure: the order of the rows handed in does not show in the result, and nothing in it tells when it
 * was made.
 */
export function assembleReport(facts: ReportFacts): ReportContent {
  const parts = [...facts.parts].sort((a, b) => a.number - b.number);
  const items = [...facts.items].sort((a, b) => a.number - b.number);
  const participants = [...facts.participants].sort(byNumber);
  const standingOf = standings(facts);
  const isAnchored = (one: ParticipantFact): boolean =>
    standingOf.get(one.participationId)!.state === ParticipationState.ANCHORED;
  const anchored = participants.filter(isAnchored);
  const lines = inOrder(pricedLines(facts, standingOf), participants);
  const byParticipation = grouped(lines, (line) => line.participationId);
  const byPart = grouped(lines, (line) => line.item.partId);
  const byItem = grouped(lines, (line) => line.item.id);
  const values = valueSpan(lines);
  const threshold = thresholdOf(facts, lines);
  const { procurementCase: of } = facts;
  const choiceIn = (one: ParticipantFact, partId: string): Choice | null => {
    const { state, choices } = standingOf.get(one.participationId)!;
    // R2, R5b: who has declined or left takes part in nothing, whatever it chose before.
    return takesNoPart(state) ? Choice.OUT : (choices.get(partId) ?? null);
  };

  return {
    caseId: of.id,
    title: of.title,
    host: { organisationId: of.hostOrganisationId, name: of.hostName, organisationNumber: of.hostOrganisationNumber },
    figuresOrigin: of.figuresOrigin,
    parts: parts.map((part) => {
      const choices = participants.map((one) => ({ one, choice: choiceIn(one, part.id) }));
      return {
        partId: part.id,
        number: part.number,
        title: part.title,
        firm: choices.filter(({ choice }) => choice === 'FIRM').length,
        firmAnchored: choices.filter(({ one, choice }) => choice === 'FIRM' && isAnchored(one)).length,
        option: choices.filter(({ choice }) => choice === 'OPTION').length,
        out: choices.filter(({ choice }) => choice === 'OUT').length,
        unanswered: choices.filter(({ choice }) => choice === null).length,
        values: valueSpan(byPart.get(part.id) ?? []),
      };
    }),
    participants: participants.map((one) => ({
      organisationId: one.organisationId,
      number: one.number,
      name: one.name,
      organisationNumber: one.organisationNumber,
      anchored: isAnchored(one),
      routeFinishedOn: standingOf.get(one.participationId)!.routeFinishedOn,
      powerOfAttorney: one.powerOfAttorney !== null,
      ownMaximum: one.powerOfAttorney?.ownMaximum ? toOre(one.powerOfAttorney.ownMaximum) : null,
      localLeader: one.localLeader,
      answerOrigin: one.answerOrigin,
      ...(one.registeredOnBehalf && { registeredOnBehalf: true }),
      ...(one.left && { left: one.left }),
      choices: parts.map((part) => ({ partId: part.id, choice: choiceIn(one, part.id) })),
      values: valueSpan(byParticipation.get(one.participationId) ?? []),
    })),
    items: items.map((item) => ({
      itemId: item.id,
      partId: item.partId,
      number: item.number,
      name: item.name,
      unitCode: item.unitCode,
      cpvCode: item.cpvCode,
      unitPrice: item.unitPrice === null ? null : toOre(item.unitPrice),
      dutyToBuy: item.dutyToBuy,
      maximumQuantity: sum((byItem.get(item.id) ?? []).filter(countsTowardsMaximum).map((line) => line.maximum)),
    })),
    totals: totalsOf(lines),
    lines: lines.map((line) => ({
      organisationId: line.organisationId,
      itemId: line.item.id,
      year: line.year,
      commitment: line.commitment,
      choice: line.choice,
      expected: line.expected,
      maximum: line.maximum,
      expectedValue: line.expectedValue,
      maximumValue: line.maximumValue,
      origin: line.origin,
      carriedForward: line.carriedForward,
    })),
    values,
    threshold,
    timeLine: timeLineOf(facts, anchored, standingOf),
    missing: missingOf(facts, participants, standingOf, lines, threshold.verified),
  };
}

function thresholdOf(facts: ReportFacts, lines: readonly PricedLine[]): ReportContent['threshold'] {
  const noticeOn = facts.procurementCase.decisionDeadline;
  const counted = lines.filter(countsTowardsMaximum);
  const byKind = grouped(counted, (line) => contractKindOf(line.item.cpvCode));
  const findings = [...byKind.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([contractKind, ofKind]: [ContractKind, PricedLine[]]) => {
      const value = toOre(sum(ofKind.map((line) => line.maximumValue)));
      return { contractKind, value, ...thresholdClass(value, contractKind, noticeOn, facts.thresholds) };
    });
  return {
    noticeOn,
    class: strictestClass(findings.map((finding) => finding.class)),
    verified: findings.every((finding) => finding.verified),
    findings,
  };
}

function totalsOf(lines: readonly PricedLine[]): ReportContent['totals'] {
  const groups = grouped(
    lines,
    (line) => `${String(line.item.number).padStart(3, '0')} ${line.year} ${line.commitment}`,
  );
  return [...groups.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, group]) => ({
      itemId: group[0]!.item.id,
      partId: group[0]!.item.partId,
      year: group[0]!.year,
      extension: group[0]!.extension,
      commitment: group[0]!.commitment,
      expected: sum(group.map((line) => line.expected)),
      maximum: sum(group.map((line) => line.maximum)),
      expectedValue: toOre(sum(group.map((line) => line.expectedValue))),
      maximumValue: toOre(sum(group.map((line) => line.maximumValue))),
      organisations: new Set(group.map((line) => line.organisationId)).size,
    }));
}

function timeLineOf(
  facts: ReportFacts,
  anchored: readonly ParticipantFact[],
  standingOf: ReadonlyMap<string, Standing>,
): ReportContent['timeLine'] {
  const { openedOn, decisionDeadline, firstYear, years, optionYears } = facts.procurementCase;
  type Event = Omit<ReportContent['timeLine'][number], 'anchored'>;
  const events: Event[] = [
    { date: openedOn, event: 'OPENED', organisationId: null },
    ...anchored.map(({ participationId, organisationId }): Event => {
      return {
        date: standingOf.get(participationId)!.routeFinishedOn ?? decisionDeadline,
        event: 'ANCHORED',
        organisationId,
      };
    }),
    { date: decisionDeadline, event: 'DECISION_DEADLINE', organisationId: null },
    { date: `${firstYear}-01-01`, event: 'TERM_STARTS', organisationId: null },
    { date: `${firstYear + years - 1}-12-31`, event: 'TERM_ENDS', organisationId: null },
  ];
  if (optionYears > 0) {
    events.push({
      date: `${firstYear + years + optionYears - 1}-12-31`,
      event: 'EXTENSIONS_END',
      organisationId: null,
    });
  }
  let count = 0;
  // The participants come in order of number and the sort is stable: equal dates keep one order.
  return events
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .map((event) => ({ ...event, anchored: event.event === 'ANCHORED' ? (count += 1) : count }));
}

function missingOf(
  facts: ReportFacts,
  participants: readonly ParticipantFact[],
  standingOf: ReadonlyMap<string, Standing>,
  lines: readonly PricedLine[],
  thresholdVerified: boolean,
): Gap[] {
  const missing: Gap[] = [];
  const add = (gap: ReportGapKind, where: Partial<Omit<Gap, 'gap'>> = {}): void => {
    missing.push({ gap, organisationId: null, partId: null, itemId: null, figures: {}, ...where });
  };
  const own = grouped(lines, (line) => line.participationId);
  const parts = [...facts.parts].sort((a, b) => a.number - b.number);
  for (const one of participants) {
    const { organisationId } = one;
    const { state, reasons, choices } = standingOf.get(one.participationId)!;
    if (takesNoPart(state)) continue;
    for (const part of parts) if (!choices.has(part.id)) add('NO_ANSWER', { organisationId, partId: part.id });
    if (![...choices.values()].some((choice) => choice !== 'OUT')) continue;
    for (const { code, params } of reasons) {
      if (code !== 'CHOICE_MISSING') add(code, { organisationId, figures: params ?? {} });
    }
    const mine = own.get(one.participationId) ?? [];
    if (!one.volumesDeclared || mine.length === 0) add('NO_VOLUMES', { organisationId });
    if (mine.some((line) => line.origin === 'MODELLED')) add('MODELLED_FIGURES', { organisationId });
    if (one.answerOrigin === 'MODELLED') add('MODELLED_ANSWER', { organisationId });
    if (mine.some((line) => line.carriedForward)) add('VOLUMES_CARRIED_FORWARD', { organisationId });
    if (!one.organisationNumber) add('NO_ORGANISATION_NUMBER', { organisationId });
  }
  const unpriced = new Set(lines.filter((line) => line.maximumValue === null).map((line) => line.item.id));
  for (const item of [...facts.items].sort((a, b) => a.number - b.number)) {
    if (unpriced.has(item.id)) add('NO_PRICE', { partId: item.partId, itemId: item.id });
  }
  if (facts.procurementCase.figuresOrigin === 'MODELLED') add('MODELLED_FIGURES');
  if (!thresholdVerified && lines.length > 0) add('THRESHOLD_NOT_VERIFIED');
  return missing;
}

function takesNoPart(state: ParticipationState): boolean {
  return state === ParticipationState.DECLINED || state === ParticipationState.WITHDRAWN;
}

function byNumber(a: ParticipantFact, b: ParticipantFact): number {
  const [left, right] = [
    `${a.number ?? '~'} ${a.name} ${a.organisationId}`,
    `${b.number ?? '~'} ${b.name} ${b.organisationId}`,
  ];
  return left < right ? -1 : left > right ? 1 : 0;
}

function inOrder(lines: readonly PricedLine[], participants: readonly ParticipantFact[]): PricedLine[] {
  const rank = new Map(participants.map((one, index) => [one.participationId, index]));
  return [...lines].sort(
    (a, b) =>
      a.item.number - b.item.number || a.year - b.year || rank.get(a.participationId)! - rank.get(b.participationId)!,
  );
}
