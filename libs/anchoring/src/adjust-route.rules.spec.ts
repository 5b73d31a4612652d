import { adjustedRoute, type WantedStep } from './adjust-route.rules';
import type { RouteStep } from './route.rules';

const step = (id: string, position: number, more: Partial<RouteStep> = {}): RouteStep => ({
  id,
  position,
  parallelGroup: position,
  kind: 'POLITICAL',
  weight: 'RECOMMENDING',
  bodyId: `body-${id}`,
  state: 'WAITING',
  outcome: null,
  decidedOn: null,
  submittedMeetingDate: null,
  ...more,
});
const wanted = (from: RouteStep | null, parallelGroup: number, more: Partial<WantedStep> = {}): WantedStep => ({
  id: from?.id ?? null,
  parallelGroup,
  kind: from?.kind ?? 'POLITICAL',
  weight: from?.weight ?? 'RECOMMENDING',
  bodyId: from ? from.bodyId : 'body-new',
  notRequired: false,
  ...more,
});

const committee = step('committee', 1, { state: 'DECIDED', outcome: 'RECOMMENDED', decidedOn: '2016-09-14' });
const executive = step('executive', 2, { state: 'SUBMITTED', submittedMeetingDate: '2016-10-05' });
const council = step('council', 3, { weight: 'DECIDING' });
const route = [committee, executive, council];

describe('adjusting a running route (R1)', () => {
  it('adds, moves and leaves out undecided steps', () => {
    expect(adjustedRoute(route, [wanted(committee, 1), wanted(null, 2), wanted(council, 3)])).toEqual({
      states: ['DECIDED', 'WAITING', 'WAITING'],
      leavesMeeting: [],
      removed: ['executive'],
    });
  });

  it('lets a submitted step go from its meeting when another body takes it, or nobody needs it', () => {
    expect(
      adjustedRoute(route, [wanted(committee, 1), wanted(executive, 2, { bodyId: 'other' }), wanted(council, 3)]),
    ).toMatchObject({
      states: ['DECIDED', 'WAITING', 'WAITING'],
      leavesMeeting: ['executive'],
    });
    expect(
      adjustedRoute(route, [wanted(committee, 1), wanted(executive, 2, { notRequired: true }), wanted(council, 3)]),
    ).toMatchObject({
      states: ['DECIDED', 'NOT_REQUIRED', 'WAITING'],
      leavesMeeting: ['executive'],
    });
  });

  it('never touches what is decided', () => {
    expect(adjustedRoute(route, [wanted(executive, 1), wanted(council, 2)])).toEqual({
      index: null,
      field: null,
      fault: 'NOT_ALLOWED_HERE',
    });
    expect(adjustedRoute(route, [wanted(committee, 1, { weight: 'DECIDING' }), wanted(council, 2)])).toEqual({
      index: 0,
      field: 'weight',
      fault: 'NOT_ALLOWED_HERE',
    });
    expect(adjustedRoute(route, [wanted(committee, 1, { notRequired: true }), wanted(council, 2)])).toEqual({
      index: 0,
      field: 'notRequired',
      fault: 'NOT_ALLOWED_HERE',
    });
    expect(adjustedRoute(route, [wanted(null, 1), wanted(committee, 2), wanted(council, 3)])).toEqual({
      index: 0,
      field: 'id',
      fault: 'NOT_ALLOWED_HERE',
    });
  });

  it('keeps a step that was postponed, and demands that somebody decides', () => {
    const postponed = { ...executive, state: 'OPEN' as const, outcome: 'DEFERRED' as const };
    expect(adjustedRoute([committee, postponed, council], [wanted(committee, 1), wanted(council, 2)])).toMatchObject({
      index: null,
    });
    expect(adjustedRoute(route, [wanted(committee, 1), wanted(executive, 2)])).toMatchObject({ index: null });
    expect(adjustedRoute(route, [wanted(committee, 1), wanted(council, 2, { notRequired: true })])).toMatchObject({
      index: null,
    });
  });

  it('refuses a step of another route and a step named twice', () => {
    expect(adjustedRoute(route, [wanted({ ...council, id: 'strange' }, 1)])).toEqual({
      index: 0,
      field: 'id',
      fault: 'UNKNOWN_REFERENCE',
    });
    expect(adjustedRoute(route, [wanted(committee, 1), wanted(council, 2), wanted(council, 3)])).toEqual({
      index: 2,
      field: 'id',
      fault: 'DUPLICATE',
    });
  });
});
