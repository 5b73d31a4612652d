import { contractKindOf, strictestClass, thresholdClass, type ContractKind } from '@samanker/procurement-law';
import { anchoringGaps, hasLeft, type AnchoringGap } from './anchoring-gaps.rules';
import type { ReportContent, ReportGapKind } from './report-content';
import type { ParticipantFact, ReportFacts } from './report-facts';
import { outsideLimits } from './report-limits.rules';
import { grouped, pricedLines, sum, valueSpan, toOre, type PricedLine } from './report-value.rules';

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
  const gone = new Set(participants.filter(hasLeft).map((one) => one.participationId));
  const gapsOf = gapsOfParticipants(facts, participants);
  const anchored = new Set(
    participants.filter((one) => gapsOf.get(one.participationId)!.length === 0).map((one) => one.participationId),
  );
  const lines = inOrder(pricedLines(facts, anchored, gone), participants);
  const values = valueSpan(lines);
  const threshold = thresholdOf(facts, lines);
  const { procurementCase: of } = facts;

  return {
    caseId: of.id,
    title: of.title,
    host: { organisationId: of.hostOrganisationId, name: of.hostName, organisationNumber: of.hostOrganisationNumber },
    figuresOrigin: of.figuresOrigin,
    parts: parts.map((part) => {
      const choices = participants.map((one) => ({ one, choice: choiceOf(one, part.id) }));
      return {
        partId: part.id,
        number: part.number,
        title: part.title,
        firm: choices.filter(({ choice }) => choice === 'FIRM').length,
        firmAnchored: choices.filter(({ one, choice }) => choice === 'FIRM' && anchored.has(one.participationId))
          .length,
        option: choices.filter(({ choice }) => choice === 'OPTION').length,
        out: choices.filter(({ choice }) => choice === 'OUT').length,
        unanswered: choices.filter(({ choice }) => choice === null).length,
        values: valueSpan(lines.filter((line) => line.item.partId === part.id)),
      };
    }),
    participants: participants.map((one) => ({
      organisationId: one.organisationId,
      number: one.number,
      name: one.name,
      organisationNumber: one.organisationNumber,
      anchored: anchored.has(one.participationId),
      routeFinishedOn: one.routeFinishedOn,
      powerOfAttorney: one.powerOfAttorney !== null,
      ownMaximum: one.powerOfAttorney?.ownMaximum ? toOre(one.powerOfAttorney.ownMaximum) : null,
      localLeader: one.localLeader,
      answerOrigin: one.answerOrigin,
      choices: parts.map((part) => ({ partId: part.id, choice: choiceOf(one, part.id) })),
      values: valueSpan(lines.filter((line) => line.participationId === one.participationId)),
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
      maximumQuantity: sum(
        lines
          .filter((line) => line.item.id === item.id && line.commitment !== 'UNANSWERED')
          .map((line) => line.maximum),
      ),
    })),
    totals: totalsOf(lines),
    lines: lines.map((line) => ({
      organisationId: line.organisationId,
      itemId: line.item.id,
      year: line.year,
      commitment: line.commitment,
      expected: line.expected,
      maximum: line.maximum,
      expectedValue: line.expectedValue,
      maximumValue: line.maximumValue,
      origin: line.origin,
      carriedForward: line.carriedForward,
    })),
    values,
    threshold,
    timeLine: timeLineOf(facts, participants, anchored),
    missing: missingOf(facts, participants, gapsOf, lines, threshold.verified),
  };
}

function gapsOfParticipants(facts: ReportFacts, participants: readonly ParticipantFact[]): Map<string, AnchoringGap[]> {
  // Limits are checked against the lines as if everybody were anchored: whether one is inside does not hang on being inside.
  const all = new Set(participants.map((one) => one.participationId));
  const gone = new Set(participants.filter(hasLeft).map((one) => one.participationId));
  const lines = grouped(pricedLines(facts, all, gone), (line) => line.participationId);
  return new Map(
    participants.map((one) => {
      const outside = outsideLimits(one, facts, lines.get(one.participationId) ?? []);
      const answered = facts.parts.some((part) => ['FIRM', 'OPTION'].includes(choiceOf(one, part.id) ?? ''));
      const gaps = anchoringGaps(one, facts, outside);
      // Who takes part in nothing cannot be anchored, and is no gap either.
      return [one.participationId, answered ? gaps : ['ROUTE_NOT_FINISHED' as const]];
    }),
  );
}

function thresholdOf(facts: ReportFacts, lines: readonly PricedLine[]): ReportContent['threshold'] {
  const noticeOn = facts.procurementCase.decisionDeadline;
  const counted = lines.filter((line) => line.commitment !== 'UNANSWERED');
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
  participants: readonly ParticipantFact[],
  anchored: ReadonlySet<string>,
): ReportContent['timeLine'] {
  const { openedOn, decisionDeadline, firstYear, years, optionYears } = facts.procurementCase;
  type Event = Omit<ReportContent['timeLine'][number], 'anchored'>;
  const events: Event[] = [
    { date: openedOn, event: 'OPENED', organisationId: null },
    ...participants
      .filter((one) => one.routeFinishedOn !== null && anchored.has(one.participationId))
      .map((one): Event => ({ date: one.routeFinishedOn!, event: 'ANCHORED', organisationId: one.organisationId })),
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
  gapsOf: ReadonlyMap<string, readonly AnchoringGap[]>,
  lines: readonly PricedLine[],
  thresholdVerified: boolean,
): Gap[] {
  const missing: Gap[] = [];
  const add = (gap: ReportGapKind, where: Partial<Omit<Gap, 'gap'>> = {}): void => {
    missing.push({ gap, organisationId: null, partId: null, itemId: null, ...where });
  };
  const own = grouped(lines, (line) => line.participationId);
  const parts = [...facts.parts].sort((a, b) => a.number - b.number);
  for (const one of participants) {
    if (hasLeft(one)) continue;
    const { organisationId } = one;
    const unanswered = parts.filter((part) => choiceOf(one, part.id) === null);
    for (const part of unanswered) add('NO_ANSWER', { organisationId, partId: part.id });
    const takesPart = parts.some((part) => ['FIRM', 'OPTION'].includes(choiceOf(one, part.id) ?? ''));
    if (!takesPart) continue;
    for (const gap of gapsOf.get(one.participationId) ?? []) add(gap, { organisationId });
    const mine = own.get(one.participationId) ?? [];
    if (!one.volumesDeclared || mine.length === 0) add('NO_VOLUMES', { organisationId });
    if (mine.some((line) => line.origin === 'MODELLED')) add('MODELLED_FIGURES', { organisationId });
    if (one.answerOrigin === 'MODELLED') add('MODELLED_ANSWER', { organisationId });
    if (mine.some((line) => line.carriedForward)) add('VOLUMES_CARRIED_FORWARD', { organisationId });
    const firm = one.choices.some((choice) => choice.choice === 'FIRM');
    if (firm && !(one.localLeader && one.localGainConfirmed)) add('LOCAL_GAIN_NOT_CONFIRMED', { organisationId });
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

function choiceOf(participant: ParticipantFact, partId: string): ParticipantFact['choices'][number]['choice'] | null {
  return participant.choices.find((one) => one.partId === partId)?.choice ?? null;
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
