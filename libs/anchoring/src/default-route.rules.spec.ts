import { defaultRoute } from './default-route.rules';

const executive = { id: 'e', name: 'Formannskapet', kind: 'EXECUTIVE_COMMITTEE' as const };
const council = { id: 'c', name: 'Bystyret', kind: 'COUNCIL' as const };
const shortly = (bodies: Parameters<typeof defaultRoute>[0]['bodies'], today = '2016-02-01') =>
  defaultRoute({ bodies }, today).map(({ title, weight, position }) => [position, title, weight]);

describe('the route of a municipality that has no template (R1)', () => {
  it('goes by the chief executive and the executive committee to the council', () =>
    expect(shortly([council, executive])).toEqual([
      [1, 'Rådmannen', 'RECOMMENDING'],
      [2, 'Formannskapet', 'RECOMMENDING'],
      [3, 'Bystyret', 'DECIDING'],
    ]));
  it('ends with the last body that is known; the last always decides', () => {
    expect(shortly([executive])).toEqual([
      [1, 'Rådmannen', 'RECOMMENDING'],
      [2, 'Formannskapet', 'DECIDING'],
    ]);
    expect(shortly([])).toEqual([[1, 'Rådmannen', 'DECIDING']]);
  });
  it('calls the chief executive what the office is called', () =>
    expect(shortly([], '2026-02-01')).toEqual([[1, 'Kommunedirektøren', 'DECIDING']]));
});
