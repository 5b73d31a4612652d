import { createHash } from 'node:crypto';
import { canonicalJson } from '@samanker/decision-log';
import { ThresholdClass } from '@samanker/procurement-law';
import { assembleReport } from './merged-demand-report.rules';
import { gapSentence } from './report-gap.rules';
import type { ParticipantFact, ReportFacts } from './report-facts';
import { step, noLimits, participant, item, line, facts } from './report-facts.fixture';

describe('R22 the merged-demand report', () => {
  it('adds up by hand: firm and anchored, firm and not anchored, option, out, not answered', () => {
    const report = assembleReport(
      facts(
        {
          participants: [
            participant('1001'),
            participant('1002', { powerOfAttorney: null }),
            participant('1003', { choices: [{ partId: 'part-1', choice: 'OPTION' }], steps: [] }),
            participant('1004', { choices: [{ partId: 'part-1', choice: 'OUT' }] }),
            participant('1014', {
              choices: [],
              state: 'INVITED',
              powerOfAttorney: null,
              volumesDeclared: false,
              steps: [],
            }),
          ],
          lines: [
            line('1001', 2017, '100', { maximum: '150' }),
            line('1001', 2018, '120.5000'),
            line('1002', 2017, '10', { unitPrice: '900.00' }),
            line('1003', 2017, '7'),
            line('1004', 2017, '5000'),
            line('1014', 2017, '3000'),
          ],
        },
        { optionYears: 1 },
      ),
    );
    // Committed: Kristiansand 100 + 120.5 pieces at 1000 = 220 500. Not anchored: 10 at 900 = 9 000.
    // Maximum: 150 000 + 120 500 + 120 500 (2019 carried forward) + 9 000 + 9 000 (2019) + 7 000 + 7 000 (2019) = 423 000.
    expect(report.values).toEqual({ minimum: '220500.00', expected: '229500.00', maximum: '423000.00' });
    expect(report.items[0]!.maximumQuantity).toBe('425');
    expect(report.parts[0]).toMatchObject({ firm: 2, firmAnchored: 1, option: 1, out: 1, unanswered: 1 });
    expect(report.totals.find((total) => total.year === 2017 && total.commitment === 'COMMITTED')).toMatchObject({
      expected: '100',
      maximum: '150',
      expectedValue: '100000.00',
      organisations: 1,
    });
    expect(report.totals.find((total) => total.year === 2017 && total.commitment === 'NOT_ANCHORED')!.expected).toBe(
      '3017',
    );
    expect(report.missing.map(({ gap, organisationId }) => `${gap} ${organisationId}`)).toEqual([
      'VOLUMES_CARRIED_FORWARD organisation-1001',
      'POWER_OF_ATTORNEY_MISSING organisation-1002',
      'VOLUMES_CARRIED_FORWARD organisation-1002',
      'ROUTE_NOT_FINISHED organisation-1003',
      'VOLUMES_CARRIED_FORWARD organisation-1003',
      'NO_ANSWER organisation-1014',
      'THRESHOLD_NOT_VERIFIED null',
    ]);
  });

  it('R20: every total is the exact sum of its lines, also with quantities that do not come out even', () => {
    const lines = ['0.3333', '0.3333', '0.3334'].map((quantity, index) =>
      line(`10${index}`, 2017, quantity, { unitPrice: '0.10' }),
    );
    const report = assembleReport(facts({ participants: ['100', '101', '102'].map((id) => participant(id)), lines }));
    expect(report.totals[0]).toMatchObject({ expected: '1', expectedValue: '0.09' });
    expect(report.lines.map((one) => one.expectedValue)).toEqual(['0.03', '0.03', '0.03']);
  });

  it('R26: the value over the whole term, options and extensions included, decides the class', () => {
    const report = assembleReport(
      facts(
        {
          participants: [
            ...Array.from({ length: 21 }, (_, index) => participant(`11${index}`)),
            ...Array.from({ length: 9 }, (_, index) =>
              participant(`12${index}`, { choices: [{ partId: 'part-1', choice: 'OPTION' }] }),
            ),
          ],
          lines: [
            ...Array.from({ length: 21 }, (_, index) =>
              [2017, 2018, 2019, 2020].map((year) => line(`11${index}`, year, '100')),
            ).flat(),
            ...Array.from({ length: 9 }, (_, index) =>
              [2017, 2018, 2019, 2020].map((year) => line(`12${index}`, year, '50')),
            ).flat(),
          ],
        },
        { years: 4 },
      ),
    );
    expect(report.values.maximum).toBe('10200000.00');
    expect(report.threshold).toMatchObject({ class: ThresholdClass.PART_III, noticeOn: '2016-12-15', verified: false });
    expect(report.threshold.findings[0]).toMatchObject({
      value: '10200000.00',
      reached: { amount: '1750000.00' },
      next: null,
    });
  });

  it('the same data gives the same hash, whatever the order of the rows', () => {
    const one = facts({
      parts: [
        { id: 'part-1', number: 1, title: 'Teknologi' },
        { id: 'part-2', number: 2, title: 'Responssenter' },
      ],
      items: [item, { ...item, id: 'item-2', partId: 'part-2', number: 2, cpvCode: '79711000' }],
      participants: ['1001', '1002', '0906'].map((id) =>
        participant(id, {
          choices: [
            { partId: 'part-1', choice: 'FIRM' },
            { partId: 'part-2', choice: 'OPTION' },
          ],
        }),
      ),
      lines: ['1001', '1002', '0906'].flatMap((id) => [
        line(id, 2017, '3.50'),
        line(id, 2018, '2', { itemId: 'item-2' }),
      ]),
    });
    const other: ReportFacts = {
      ...one,
      parts: [...one.parts].reverse(),
      items: [...one.items].reverse(),
      participants: [...one.participants].reverse().map((p) => ({ ...p, choices: [...p.choices].reverse() })),
      lines: [...one.lines]
        .reverse()
        .map((l) => ({ ...l, expected: `${l.expected}${l.expected.includes('.') ? '00' : '.0000'}` })),
      thresholds: [...one.thresholds].reverse(),
    };
    const hash = (of: ReportFacts) =>
      createHash('sha256')
        .update(canonicalJson(assembleReport(of)))
        .digest('hex');
    expect(hash(other)).toBe(hash(one));
    expect(hash({ ...one, lines: one.lines.slice(1) })).not.toBe(hash(one));
  });

  it('R21: who has left counts for nothing, and is not asked for anything', () => {
    const report = assembleReport(facts({ participants: [participant('1001', { state: 'WITHDRAWN' })] }));
    expect(report.values.maximum).toBe('0.00');
    expect(report.lines).toEqual([]);
    expect(report.missing).toEqual([]);
  });

  it.each([
    [
      'ROUTE_NOT_FINISHED',
      { steps: [step({ weight: 'RECOMMENDING', state: 'SUBMITTED', outcome: null }), step({ position: 2 })] },
    ],
    ['ROUTE_NOT_FINISHED', { steps: [] }],
    ['CONDITION_OPEN', { openConditions: 1 }],
    ['CONDITION_NOT_ACCEPTED', { refusedConditions: 1 }],
    ['POWER_OF_ATTORNEY_MISSING', { powerOfAttorney: null }],
    [
      'POWER_OF_ATTORNEY_OTHER_HOST',
      { powerOfAttorney: { hostOrganisationId: 'organisation-0906', ownMaximum: null } },
    ],
    [
      'POWER_OF_ATTORNEY_TOO_SMALL',
      { powerOfAttorney: { hostOrganisationId: 'organisation-1001', ownMaximum: '219999.99' } },
    ],
    ['LEGALITY_REVIEW_DEMANDED', { legalityReviewDemanded: true }],
    ['LOCAL_LEADER_MISSING', { localLeader: '' }],
    ['LOCAL_GAIN_UNCONFIRMED', { localGainConfirmed: false }],
    ['LIMIT_PER_INHABITANT', { limits: { ...noLimits, perInhabitantPerYear: '119.99' } }],
    ['LIMIT_LATEST_END', { limits: { ...noLimits, latestEnd: '2018-12-30' } }],
    ['LIMIT_HOST', { limits: { ...noLimits, hostOrganisationId: 'organisation-0906' } }],
  ] as [string, Partial<ParticipantFact>][])(
    'R5, R4: %s is not anchored, whatever the stored state says',
    (gap, changes) => {
      const report = assembleReport(facts({ participants: [participant('1001', changes)] }));
      expect(report.participants[0]!.anchored).toBe(false);
      expect(report.missing.map((one) => one.gap)).toContain(gap);
      expect(report.values.minimum).toBe('0.00');
    },
  );

  it('R2: a no of a deciding body declines: nothing is counted, nothing is asked', () => {
    const report = assembleReport(
      facts({ participants: [participant('1001', { steps: [step({ outcome: 'REJECTED' })] })] }),
    );
    expect(report.participants[0]!.anchored).toBe(false);
    expect(report.participants[0]!.choices.map(({ choice }) => choice)).toEqual(report.parts.map(() => 'OUT'));
    expect(report.parts.map(({ firm, option }) => firm + option)).toEqual(report.parts.map(() => 0));
    expect(report.values.maximum).toBe('0.00');
    expect(report.missing).toEqual([]);
  });

  it('R2: a committee that says no while the council says yes is anchored', () => {
    const steps = [step({ weight: 'RECOMMENDING', outcome: 'NOT_RECOMMENDED' }), step({ position: 2 })];
    expect(assembleReport(facts({ participants: [participant('1001', { steps })] })).participants[0]!.anchored).toBe(
      true,
    );
  });

  it('R5: a case that waits for the legality review counts the three weeks from the last decision', () => {
    const waiting = { waitsForLegalityReview: true };
    const before = assembleReport(facts({ today: '2016-12-14' }, waiting));
    expect(before.missing[0]).toMatchObject({ gap: 'LEGALITY_REVIEW_PERIOD', figures: { until: '2016-12-14' } });
    expect(assembleReport(facts({ today: '2016-12-15' }, waiting)).participants[0]!.anchored).toBe(true);
  });

  it('puts each gap into the language of the reader, with its figures', () => {
    const limits = { ...noLimits, total: '100000.00' };
    const [gap] = assembleReport(facts({ participants: [participant('1001', { limits })] })).missing;
    expect(gapSentence(gap!, 'NN').replace(/\s/g, ' ')).toBe(
      'Samla verdi kan bli 220 000,00 kr, og vedtaket set grensa ved 100 000,00 kr.',
    );
    expect(gapSentence({ gap: 'NO_VOLUMES', figures: {} }, 'EN')).toBe(
      'The municipality has not declared its volumes.',
    );
  });

  it('R3, R4: a part that the decision does not cover, and a share of the common costs, from what all have declared', () => {
    const of = (limits: object, other = {}, day = {}) =>
      assembleReport(
        facts({
          participants: [
            participant('1001', { limits: { ...noLimits, ...limits } }),
            participant('1002', { powerOfAttorney: null, ...other }),
          ],
          lines: [line('1001', 2017, '1'), line('1002', 2017, '3')],
          ...day,
        }),
      ).participants[0]!.anchored;
    expect([of({ partIds: ['part-1'] }), of({ partIds: ['part-2'] })]).toEqual([true, false]);
    expect([of({ shareOfCost: '25.00' }), of({ shareOfCost: '24.99' })]).toEqual([true, false]);
    const undeclared = { volumesDeclared: false };
    expect(of({ shareOfCost: '24.99' }, undeclared)).toBe(true);
    expect(of({ shareOfCost: '24.99' }, undeclared, { today: '2016-12-16' })).toBe(false);
    expect(of({ shareOfCost: '25.00' }, { choices: [{ partId: 'part-1', choice: 'OUT' }] })).toBe(false);
  });

  it('R4: a limit that is just reached still holds (52 kroner per inhabitant and year)', () => {
    const limits = {
      ...noLimits,
      perInhabitantPerYear: '120.00',
      perYear: '120000.00',
      total: '220000.00',
      latestEnd: '2018-12-31',
    };
    expect(assembleReport(facts({ participants: [participant('1001', { limits })] })).participants[0]!.anchored).toBe(
      true,
    );
  });
});
