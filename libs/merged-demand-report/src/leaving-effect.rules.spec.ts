import { leavingEffect } from './leaving-effect.rules';
import { assembleReport } from './merged-demand-report.rules';
import { facts, line, noLimits, participant } from './report-facts.fixture';

const three = (limits = {}) =>
  facts({
    participants: ['1001', '1002', '1003'].map((id) =>
      participant(id, id === '1003' ? { limits: { ...noLimits, ...limits } } : {}),
    ),
    lines: ['1001', '1002', '1003'].map((id) => line(id, 2017, '100', { maximum: '150' })),
  });

describe('what it changes that an organisation leaves (R5b)', () => {
  it('its volumes and values count no more, nobody else’s change, and it is no participant', () => {
    const { now, without, items } = leavingEffect(three(), 'participation-1002');
    expect([now.participants, without.participants]).toEqual([3, 2]);
    expect(now.values).toEqual({ minimum: '300000.00', expected: '300000.00', maximum: '450000.00' });
    expect(without.values).toEqual({ minimum: '200000.00', expected: '200000.00', maximum: '300000.00' });
    expect(items).toEqual([{ itemId: 'item-1', name: 'Trygghetsalarm', unitCode: 'PCS', now: '450', without: '300' }]);
  });

  it('the threshold class follows the value that is left', () => {
    const big = facts({
      participants: [participant('1001'), participant('1002')],
      lines: [line('1001', 2017, '400'), line('1002', 2017, '2000')],
    });
    const { now, without } = leavingEffect(big, 'participation-1002');
    expect(now.thresholdClass).not.toBe(without.thresholdClass);
  });

  it('R4: says whose limit for its share of the common costs would be passed, and only those', () => {
    expect(leavingEffect(three({ shareOfCost: '40' }), 'participation-1002').sharesPassed).toEqual([
      {
        participationId: 'participation-1003',
        organisationId: 'organisation-1003',
        name: 'Kommune 1003',
        reason: { code: 'LIMIT_SHARE_OF_COST', params: { value: '50', limit: '40' } },
      },
    ]);
    expect(leavingEffect(three({ shareOfCost: '60' }), 'participation-1002').sharesPassed).toEqual([]);
    // Passed already: that is not for the one who leaves.
    expect(leavingEffect(three({ shareOfCost: '20' }), 'participation-1002').sharesPassed).toEqual([]);
  });

  it('who leaves with nothing declared changes no figure', () => {
    const none = facts({ participants: [participant('1001'), participant('1002')] });
    const { now, without, items } = leavingEffect(none, 'participation-1002');
    expect(items).toEqual([]);
    expect(without.values).toEqual(now.values);
  });
});

describe('who has left, in the report (R22, R5b)', () => {
  const left = { decidedOn: '2016-11-02', decisionReference: 'PS 12/16' };

  it('stands apart with day and decision, is out of every part, and is in no count of those who take part', () => {
    const report = assembleReport(
      facts({ participants: [participant('1001'), participant('1002', { state: 'WITHDRAWN', left })] }),
    );
    const [stays, gone] = report.participants;
    expect(gone).toMatchObject({ left, anchored: false, choices: [{ choice: 'OUT' }] });
    expect(stays).not.toHaveProperty('left');
    expect(report.parts[0]).toMatchObject({ firm: 1, option: 0, out: 1, unanswered: 0 });
  });
});
