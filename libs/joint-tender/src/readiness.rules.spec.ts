import { assembleReport, standings, type ReportFacts } from '@samanker/merged-demand-report';
import { conditionSentence, failedConditions, namedParticipants } from './readiness.rules';

type Participant = ReportFacts['participants'][number];

function participant(id: string, changes: Partial<Participant> = {}): Participant {
  return {
    participationId: `participation-${id}`,
    organisationId: `organisation-${id}`,
    number: id,
    name: `Kommune ${id}`,
    organisationNumber: '963296746',
    population: 1000,
    state: 'INVITED',
    left: null,
    legalityReviewDemanded: false,
    answerOrigin: 'REAL',
    registeredOnBehalf: false,
    localLeader: 'Enhetsleder',
    localGainConfirmed: true,
    volumesDeclared: true,
    choices: [{ partId: 'part-1', choice: 'FIRM' }],
    steps: [
      {
        id: `step-${id}`,
        position: 1,
        parallelGroup: 1,
        kind: 'POLITICAL',
        weight: 'DECIDING',
        bodyId: 'body',
        state: 'DECIDED',
        outcome: 'APPROVED',
        decidedOn: '2016-11-23',
      },
    ],
    openConditions: 0,
    refusedConditions: 0,
    powerOfAttorney: { hostOrganisationId: 'host', ownMaximum: null },
    limits: {
      total: null,
      perYear: null,
      perInhabitantPerYear: null,
      latestEnd: null,
      hostOrganisationId: null,
      partIds: null,
      shareOfCost: null,
    },
    ...changes,
  };
}

function question(
  participants: Participant[],
  { stage = 'INVITED', frozen = true, unitPrice = '100.00' as string | null } = {},
) {
  const facts: ReportFacts = {
    today: '2016-12-15',
    procurementCase: {
      id: 'case',
      title: 'Sak',
      stage,
      hostOrganisationId: 'host',
      hostName: 'Kristiansand',
      hostOrganisationNumber: '963296746',
      openedOn: '2016-01-01',
      decisionDeadline: '2016-12-15',
      firstYear: 2017,
      years: 1,
      optionYears: 0,
      waitsForLegalityReview: false,
      figuresOrigin: 'REAL',
    },
    parts: [{ id: 'part-1', number: 1, title: 'Del' }],
    items: [
      {
        id: 'item-1',
        partId: 'part-1',
        number: 1,
        name: 'Alarm',
        unitCode: 'STK',
        cpvCode: '35121700',
        unitPrice,
        dutyToBuy: false,
      },
    ],
    participants,
    lines: participants.map(({ participationId }) => {
      return {
        participationId,
        itemId: 'item-1',
        year: 2017,
        expected: '10',
        maximum: null,
        unitPrice: null,
        origin: 'DECLARED',
      };
    }),
    thresholds: (['LOWER_LIMIT', 'NATIONAL', 'EEA_MUNICIPAL'] as const).map((kind, at) => {
      return {
        kind: kind as ReportFacts['thresholds'][number]['kind'],
        validFrom: '2016-01-01',
        amount: `${10 ** (5 + at)}.00`,
        source: 'test',
        verified: true,
      };
    }),
  };
  const content = assembleReport(facts);
  return {
    facts,
    content,
    sha256: 'now',
    standings: standings(facts),
    latestFrozen: frozen ? { sha256: 'now' } : null,
  };
}

const codes = (asked: ReturnType<typeof question>) => failedConditions(asked).map(({ code }) => code);

describe('R24 readiness of a joint tender', () => {
  it('is ready when every condition is met, whatever the stored states say', () => {
    expect(codes(question([participant('0901'), participant('0904')]))).toEqual([]);
  });

  it.each([
    ['REPORT_NOT_FROZEN', question([participant('0901'), participant('0904')], { frozen: false })],
    ['REPORT_OUTDATED', { ...question([participant('0901'), participant('0904')]), sha256: 'later' }],
    ['CASE_NOT_OPEN', question([participant('0901'), participant('0904')], { stage: 'PAUSED' })],
    ['TOO_FEW_PARTICIPANTS', question([participant('0901')])],
    ['NO_ORGANISATION_NUMBER', question([participant('0901'), participant('0904', { organisationNumber: null })])],
    [
      'FIRM_NOT_ANCHORED',
      question([participant('0901'), participant('0904'), participant('0906', { powerOfAttorney: null })]),
    ],
    ['NO_MAXIMUM_VALUE', question([participant('0901'), participant('0904')], { unitPrice: null })],
  ])('fails with %s', (code, asked) => expect(codes(asked)).toContain(code));

  it('does not ask an option to be anchored, but names it; who left or said no is neither named nor asked', () => {
    const option = participant('0906', { choices: [{ partId: 'part-1', choice: 'OPTION' }], powerOfAttorney: null });
    const left = participant('0911', { state: 'WITHDRAWN' });
    const asked = question([participant('0901'), participant('0904'), option, left]);
    expect(codes(asked)).toEqual([]);
    expect(namedParticipants(asked).map(({ organisationId, choice }) => `${organisationId} ${choice}`)).toEqual([
      'organisation-0901 FIRM',
      'organisation-0904 FIRM',
      'organisation-0906 OPTION',
    ]);
  });

  it('says in three languages what is wrong, and names who can mend it', () => {
    const open = participant('0906', { openConditions: 2 });
    const [failed] = failedConditions(question([participant('0901'), participant('0904'), open]));
    expect(failed).toMatchObject({
      organisationName: 'Kristiansand',
      roles: ['COORDINATOR'],
      reason: { code: 'CONDITION_OPEN' },
    });
    expect(conditionSentence(failed!, 'NB')).toBe(
      'Kommune 0906 er ikke forankret. Vilkår som må være avklart før kunngjøring: 2.',
    );
    expect(conditionSentence(failed!, 'NN')).toBe(
      'Kommune 0906 er ikkje forankra. Vilkår som må vere avklara før kunngjering: 2.',
    );
    expect(conditionSentence(failed!, 'EN')).toBe(
      'Kommune 0906 is not anchored. Conditions to be settled before the notice: 2.',
    );
    // A name is people's own text: nothing in it is read as a pattern or a place to fill in.
    expect(conditionSentence({ ...failed!, about: "$& {reason} $'" }, 'EN')).toBe(
      "$& {reason} $' is not anchored. Conditions to be settled before the notice: 2.",
    );
  });
});
