import { sharedCurve, sharesOf } from './case-forecast.rules';

const participants = [
  { participationId: 'a', firmValue: '300.00', optionValue: '0' },
  { participationId: 'b', firmValue: '100.00', optionValue: '0' },
  { participationId: 'c', firmValue: '0', optionValue: '50.00' },
];
const routes = participants.map(({ participationId }) => ({ participationId, input: null, anchoredOn: null }));
const finishOf = new Map([
  ['a', '2016-10-01'],
  ['b', '2016-11-01'],
  ['c', '2016-10-01'],
]);

describe('the forecast of a case (R7)', () => {
  it('firm and option value are shares of sums of their own (R21)', () => {
    const shares = sharesOf(participants);
    expect(shares).toMatchObject({ firmValue: '400.00', optionValue: '50.00' });
    expect([...shares.firm.values()]).toEqual([0.75, 0.25, 0]);
    expect([...shares.option.values()]).toEqual([0, 0, 1]);
  });

  it('nobody has declared volumes: every share is 0, and municipalities are still counted', () => {
    const shares = sharesOf(participants.map((one) => ({ ...one, firmValue: '0', optionValue: '0' })));
    expect(sharedCurve(routes, finishOf, shares).at(-1)).toEqual({
      on: '2016-11-01',
      anchored: 3,
      firmShare: 0,
      optionShare: 0,
    });
  });

  it('the curve carries both shares from day to day', () => {
    expect(sharedCurve(routes, finishOf, sharesOf(participants))).toEqual([
      { on: '2016-10-01', anchored: 2, firmShare: 0.75, optionShare: 1 },
      { on: '2016-11-01', anchored: 3, firmShare: 1, optionShare: 1 },
    ]);
  });

  it('without the slowest: it is left out of the sum, not moved', () => {
    expect(sharedCurve(routes, finishOf, sharesOf(participants), 1)).toEqual([
      { on: '2016-10-01', anchored: 2, firmShare: 0.75, optionShare: 1 },
    ]);
  });
});
