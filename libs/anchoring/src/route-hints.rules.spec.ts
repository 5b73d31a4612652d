import { hintSentence, ROUTE_HINTS, routeHints, type HintSituation, type HintStep } from './route-hints.rules';

const step = (change: Partial<HintStep> = {}): HintStep => ({
  id: change.title ?? 'Kommunedirektøren',
  title: 'Kommunedirektøren',
  kind: 'ADMINISTRATIVE',
  weight: 'DECIDING',
  state: 'OPEN',
  bodyKind: null,
  outcome: null,
  budgetCoverage: null,
  ...change,
});
const council = step({ title: 'Kommunestyret', kind: 'POLITICAL', bodyKind: 'COUNCIL' });
const committee = (outcome: HintStep['outcome']): HintStep =>
  step({ title: 'Helseutvalget', kind: 'POLITICAL', weight: 'RECOMMENDING', bodyKind: 'COMMITTEE', outcome });
const hints = (change: Partial<HintSituation>) =>
  routeHints({
    steps: [step()],
    maximumValue: '1000000.00',
    eeaThreshold: '1750000.00',
    termYears: 4,
    ...change,
  }).map(({ code, stepId }) => `${code} ${stepId}`);

describe('hints on a route (R1)', () => {
  it('are none for a small purchase of four years that the administration decides', () => {
    expect(hints({})).toEqual([]);
    expect(hints({ maximumValue: null, eeaThreshold: null })).toEqual([]);
    expect(hints({ steps: [] })).toEqual([]);
  });

  it('a value above the EEA threshold is likely a matter for a political body; at the threshold it is not (B28)', () => {
    expect(hints({ maximumValue: '1750000.00' })).toEqual([]);
    expect(hints({ maximumValue: '1750000.01' })).toEqual(['DELEGATION_LIMIT Kommunedirektøren']);
    expect(hints({ maximumValue: '9999999.00', steps: [step({ weight: 'RECOMMENDING' }), council] })).toEqual([]);
    expect(hints({ maximumValue: '9999999.00', steps: [step(), step({ ...council, state: 'NOT_REQUIRED' })] })).toEqual(
      ['DELEGATION_LIMIT Kommunedirektøren'],
    );
  });

  it('more than four years with options, unless the council itself decides', () => {
    expect(hints({ termYears: 5 })).toEqual(['LONG_TERM Kommunedirektøren']);
    expect(hints({ termYears: 5, steps: [council] })).toEqual([]);
    expect(hints({ termYears: 5, steps: [step({ ...council, bodyKind: 'EXECUTIVE_COMMITTEE' })] })).toEqual([
      'LONG_TERM Kommunestyret',
    ]);
  });

  it('a body that has advised against the case or taken it further, while the administration decides (B27)', () => {
    const decided = { steps: [committee('NOT_RECOMMENDED'), step()] };
    expect(hints(decided)).toEqual(['MATTER_OF_PRINCIPLE Kommunedirektøren']);
    expect(hints({ steps: [committee('RECOMMENDED'), step()] })).toEqual([]);
    expect(hints({ steps: [committee('NOT_RECOMMENDED'), council] })).toEqual([]);
  });

  it('an approval that says nothing of the money, or points to next year’s budget', () => {
    const approved = (budgetCoverage: HintStep['budgetCoverage']): HintStep =>
      step({ ...council, state: 'DECIDED', outcome: 'APPROVED', budgetCoverage });
    expect(hints({ steps: [approved(null)] })).toEqual(['BUDGET_COVERAGE_UNSTATED Kommunestyret']);
    expect(hints({ steps: [approved('NEXT_YEARS_BUDGET')] })).toEqual(['BUDGET_NOT_ADOPTED Kommunestyret']);
    expect(hints({ steps: [approved('ADOPTED_LINE')] })).toEqual([]);
    expect(hints({ steps: [step({ ...council, state: 'DECIDED', outcome: 'REJECTED' })] })).toEqual([]);
  });

  it('say what they rest on, in three languages; a title is taken as it is', () => {
    const [found] = routeHints({
      steps: [step()],
      maximumValue: '2000000.50',
      eeaThreshold: '1750000.00',
      termYears: 1,
    });
    expect(hintSentence(found!, 'NB').replace(/\s/g, ' ')).toMatch(
      /^Verdien kan bli 2 000 000,50 kr, over EØS-terskelen på 1 750 000,00 kr/,
    );
    expect(hintSentence(found!, 'EN')).toContain('NOK 2,000,000.50');
    expect(hintSentence({ code: 'MATTER_OF_PRINCIPLE', params: { step: 'Utvalg {limit} $&' } }, 'NN')).toMatch(
      /^Utvalg \{limit\} \$& har rådd frå saka/,
    );
    for (const { nn } of Object.values(ROUTE_HINTS)) expect(nn).not.toMatch(/\bikke\b/);
  });
});
