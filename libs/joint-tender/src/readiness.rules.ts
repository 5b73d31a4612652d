import Decimal from 'decimal.js';
import {
  countsTowardsMaximum,
  gapSentence,
  menderOf,
  type ReportContent,
  type ReportFacts,
  type Standing,
} from '@samanker/merged-demand-report';
import { Choice, ParticipationState, type Reason } from '@samanker/participation';
import { CaseStage } from '@samanker/procurement-case';
import { ThresholdClass } from '@samanker/procurement-law';
import type { Language, RoleKind, Texts } from '@samanker/request';

/** What R24 asks for before a joint tender goes out, each as a code for programs. */
export type ConditionCode =
  | 'CASE_NOT_OPEN'
  | 'REPORT_NOT_FROZEN'
  | 'REPORT_OUTDATED'
  | 'FIRM_NOT_ANCHORED'
  | 'NO_ORGANISATION_NUMBER'
  | 'NO_VOLUMES'
  | 'NO_MAXIMUM_QUANTITY'
  | 'NO_MAXIMUM_VALUE'
  | 'TOO_FEW_PARTICIPANTS'
  | 'CLASS_UNKNOWN';

/** A condition that is not met, and who can mend it. */
export interface FailedCondition {
  readonly code: ConditionCode;
  /** Whom or what it is about: the name of an organisation or an item; empty when it is about the case. */
  readonly about: string;
  readonly itemId: string | null;
  /** For FIRM_NOT_ANCHORED: what is lacking. */
  readonly reason: Reason | null;
  /** Who can mend it: an organisation, or the region as such when null. */
  readonly organisationId: string | null;
  readonly organisationName: string | null;
  readonly roles: readonly RoleKind[];
}

export interface ReadinessQuestion {
  readonly facts: ReportFacts;
  readonly content: ReportContent;
  readonly sha256: string;
  readonly standings: ReadonlyMap<string, Standing>;
  readonly latestFrozen: { readonly sha256: string } | null;
}

/** One named participant of the tender, per part. */
export interface NamedParticipant {
  readonly partId: string;
  readonly organisationId: string;
  readonly organisationNumber: string | null;
  readonly organisationName: string;
  readonly choice: Choice.FIRM | Choice.OPTION;
}

const GONE: readonly ParticipationState[] = [ParticipationState.DECLINED, ParticipationState.WITHDRAWN];
const FEWEST = 2;

/** Everybody who takes part in a part, firm or with an option: those whom the notice must name (R24, B62). */
export function namedParticipants({
  facts,
  standings,
}: Pick<ReadinessQuestion, 'facts' | 'standings'>): NamedParticipant[] {
  return facts.participants.flatMap((one) => {
    const { state, choices } = standings.get(one.participationId)!;
    if (GONE.includes(state)) return [];
    return facts.parts.flatMap(({ id: partId }): NamedParticipant[] => {
      const choice = choices.get(partId);
      if (choice !== Choice.FIRM && choice !== Choice.OPTION) return [];
      return [
        {
          partId,
          organisationId: one.organisationId,
          organisationNumber: one.organisationNumber,
          organisationName: one.name,
          choice,
        },
      ];
    });
  });
}

/** R24: every condition that is not met. Who is anchored has been worked out from rows, not read from a stored state. */
export function failedConditions(question: ReadinessQuestion): FailedCondition[] {
  const { facts, content, sha256, standings, latestFrozen } = question;
  const { hostOrganisationId, hostName, stage } = facts.procurementCase;
  const host = { organisationId: hostOrganisationId, organisationName: hostName };
  const region = { organisationId: null, organisationName: null };
  const failed: FailedCondition[] = [];
  const fail = (
    code: ConditionCode,
    mends: Pick<FailedCondition, 'organisationId' | 'organisationName' | 'roles'>,
    more: Partial<FailedCondition> = {},
  ): void => {
    failed.push({ code, about: '', itemId: null, reason: null, ...mends, ...more });
  };

  if (stage !== CaseStage.INVITED) fail('CASE_NOT_OPEN', { ...host, roles: ['COORDINATOR'] });
  if (!latestFrozen) fail('REPORT_NOT_FROZEN', { ...host, roles: ['COORDINATOR'] });
  else if (latestFrozen.sha256 !== sha256) fail('REPORT_OUTDATED', { ...host, roles: ['COORDINATOR'] });

  const named = namedParticipants(question);
  const firm = new Set(
    named.filter(({ choice }) => choice === Choice.FIRM).map(({ organisationId }) => organisationId),
  );
  const taking = new Set(named.map(({ organisationId }) => organisationId));
  if (firm.size < FEWEST) fail('TOO_FEW_PARTICIPANTS', { ...host, roles: ['COORDINATOR'] });

  for (const one of [...facts.participants].sort((a, b) => ((a.number ?? a.name) < (b.number ?? b.name) ? -1 : 1))) {
    if (!taking.has(one.organisationId)) continue;
    const own = { organisationId: one.organisationId, organisationName: one.name };
    const { state, reasons } = standings.get(one.participationId)!;
    if (firm.has(one.organisationId) && state !== ParticipationState.ANCHORED) {
      for (const reason of reasons) {
        const { by, roles } = menderOf(reason.code);
        fail('FIRM_NOT_ANCHORED', { ...(by === 'HOST' ? host : own), roles }, { about: one.name, reason });
      }
    }
    if (!one.organisationNumber)
      fail('NO_ORGANISATION_NUMBER', { ...region, roles: ['SECRETARIAT'] }, { about: one.name });
    if (!content.lines.some((line) => line.organisationId === one.organisationId && countsTowardsMaximum(line))) {
      fail('NO_VOLUMES', { ...own, roles: ['COORDINATOR', 'CONTRIBUTOR'] }, { about: one.name });
    }
  }
  for (const item of content.items) {
    if (new Decimal(item.maximumQuantity).isZero())
      fail('NO_MAXIMUM_QUANTITY', { ...host, roles: ['COORDINATOR'] }, { about: item.name, itemId: item.itemId });
  }
  for (const { gap, itemId } of content.missing) {
    const item = gap === 'NO_PRICE' && content.items.find((one) => one.itemId === itemId);
    if (item) fail('NO_MAXIMUM_VALUE', { ...host, roles: ['COORDINATOR'] }, { about: item.name, itemId });
  }
  if (new Decimal(content.values.maximum).isZero()) fail('NO_MAXIMUM_VALUE', { ...host, roles: ['COORDINATOR'] });
  if (content.threshold.class === ThresholdClass.UNKNOWN) fail('CLASS_UNKNOWN', { ...region, roles: ['SECRETARIAT'] });
  return failed;
}

const SENTENCES: Readonly<Record<ConditionCode, Texts>> = {
  CASE_NOT_OPEN: {
    nb: 'Saken er ikke åpen: den er ikke sendt ut, satt på pause, avlyst eller alt låst.',
    nn: 'Saka er ikkje open: ho er ikkje send ut, sett på pause, avlyst eller alt låst.',
    en: 'The case is not open: nobody is invited yet, or it is paused, cancelled or already frozen.',
  },
  REPORT_NOT_FROZEN: {
    nb: 'Den samlede behovsrapporten er ikke låst.',
    nn: 'Den samla behovsrapporten er ikkje låst.',
    en: 'The merged-demand report is not frozen.',
  },
  REPORT_OUTDATED: {
    nb: 'Opplysningene er endret etter at behovsrapporten ble låst. Lås en ny versjon.',
    nn: 'Opplysningane er endra etter at behovsrapporten vart låst. Lås ein ny versjon.',
    en: 'The data has changed since the report was frozen. Freeze a new version.',
  },
  FIRM_NOT_ANCHORED: {
    nb: '{about} er ikke forankret. {reason}',
    nn: '{about} er ikkje forankra. {reason}',
    en: '{about} is not anchored. {reason}',
  },
  NO_ORGANISATION_NUMBER: {
    nb: 'Organisasjonsnummeret til {about} mangler, og det må stå i kunngjøringen.',
    nn: 'Organisasjonsnummeret til {about} manglar, og det må stå i kunngjeringa.',
    en: 'The organisation number of {about} is missing, and the notice must state it.',
  },
  NO_VOLUMES: {
    nb: '{about} har ikke meldt inn volum.',
    nn: '{about} har ikkje meldt inn volum.',
    en: '{about} has not declared any volumes.',
  },
  NO_MAXIMUM_QUANTITY: {
    nb: 'Største mengde mangler for «{about}».',
    nn: 'Største mengd manglar for «{about}».',
    en: 'The maximum quantity of “{about}” is missing.',
  },
  NO_MAXIMUM_VALUE: {
    nb: 'Største verdi kan ikke oppgis: prisen mangler. {about}',
    nn: 'Største verdi kan ikkje oppgjevast: prisen manglar. {about}',
    en: 'The maximum value cannot be stated: the price is missing. {about}',
  },
  TOO_FEW_PARTICIPANTS: {
    nb: 'Færre enn to kommuner deltar fast, så det er ingen felles konkurranse.',
    nn: 'Færre enn to kommunar deltek fast, så det er ingen felles konkurranse.',
    en: 'Fewer than two municipalities take part firmly, so there is no joint tender.',
  },
  CLASS_UNKNOWN: {
    nb: 'Terskelverdiene for kunngjøringsdagen mangler i tjenesten.',
    nn: 'Terskelverdiane for kunngjeringsdagen manglar i tenesta.',
    en: 'The service lacks the thresholds for the day of the notice.',
  },
};

/** The condition in one sentence, in the language of whoever reads it. */
export function conditionSentence({ code, about, reason }: FailedCondition, language: Language): string {
  const texts = SENTENCES[code];
  const text = language === 'NN' ? texts.nn : language === 'EN' ? texts.en : texts.nb;
  const why = reason ? gapSentence({ gap: reason.code, figures: reason.params ?? {} }, language) : '';
  // Names are people's own text: as a function's answer nothing in them is read as a pattern.
  return text.replace(/\{(about|reason)\}/g, (_, what: string) => (what === 'about' ? about : why)).trim();
}
