import { nb } from '../language/nb';
import { countsOf, shownRows, whyLate, type Row, type Step, type View } from './board-rows';
import { heldWithout, saidSlack, standingOf } from './standing';

const step = (more: Partial<Step>): Step => ({
  title: 'Formannskapet',
  state: 'WAITING',
  outcome: null,
  decidedOn: null,
  meetingOn: null,
  plannedOn: null,
  latestOn: null,
  dueOn: null,
  overdue: false,
  role: 'RECORDER',
  responsibleName: null,
  deputyFor: null,
  ...more,
});

const row = (organisationName: string, more: Partial<Row> = {}): Row => ({
  participationId: organisationName,
  organisationId: organisationName,
  organisationName,
  population: 1000,
  state: 'ANCHORING',
  status: 'ON_TRACK',
  plannedFinishOn: null,
  latestSubmissionOn: null,
  slackDays: null,
  provisional: false,
  crossesElection: false,
  dueOn: null,
  overdue: false,
  dueIn7Days: false,
  waitsForYou: false,
  nobodyToAsk: false,
  volumesDeclared: false,
  powerOfAttorneyRecorded: false,
  answerOrigin: 'REAL',
  choices: [{ number: 1, choice: null }],
  note: null,
  theySay: null,
  contact: null,
  leaving: null,
  steps: [],
  ...more,
});

const TODAY = '2016-09-01';
const ALL: View = { filter: 'ALL', choice: '', text: '', sort: 'DUE' };
const names = (rows: readonly Row[]): string[] => rows.map(({ organisationName }) => organisationName);

describe('the rows of the board', () => {
  const rows = [
    row('Åmli', { slackDays: 40, population: 1800, latestSubmissionOn: '2016-10-01' }),
    row('Birkenes', { status: 'LATE', slackDays: -3, overdue: true, latestSubmissionOn: '2016-09-01' }),
    row('Arendal', { population: 44000, choices: [{ number: 1, choice: 'FIRM' }], volumesDeclared: true }),
    row('Ærøy', { state: 'DECLINED', status: null }),
  ];

  it('each count is what its filter shows', () => {
    const counts = countsOf(rows, TODAY);
    expect(counts).toMatchObject({ ALL: 4, LATE: 1, ON_TRACK: 2, GONE: 1, OVERDUE: 1, NO_VOLUMES: 2 });
    for (const [filter, count] of Object.entries(counts))
      expect(shownRows(rows, { ...ALL, filter: filter as View['filter'] }, TODAY)).toHaveLength(count);
  });

  it('is searched by name in any case, and narrowed by what is chosen for a part', () => {
    expect(names(shownRows(rows, { ...ALL, text: ' åM' }, TODAY))).toEqual(['Åmli']);
    expect(names(shownRows(rows, { ...ALL, choice: '1:FIRM' }, TODAY))).toEqual(['Arendal']);
    expect(names(shownRows(rows, { ...ALL, choice: '1:NONE', filter: 'LATE' }, TODAY))).toEqual(['Birkenes']);
    expect(shownRows(rows, { ...ALL, choice: '2:FIRM' }, TODAY)).toEqual([]);
  });

  it('is sorted: the service’s own order, least to spare, Norwegian names, first to hand in, largest', () => {
    expect(names(shownRows(rows, ALL, TODAY))).toEqual(['Åmli', 'Birkenes', 'Arendal', 'Ærøy']);
    expect(names(shownRows(rows, { ...ALL, sort: 'SLACK' }, TODAY))).toEqual(['Birkenes', 'Åmli', 'Arendal', 'Ærøy']);
    expect(names(shownRows(rows, { ...ALL, sort: 'NAME' }, TODAY))).toEqual(['Arendal', 'Birkenes', 'Ærøy', 'Åmli']);
    expect(names(shownRows(rows, { ...ALL, sort: 'SUBMISSION' }, TODAY)).slice(0, 2)).toEqual(['Birkenes', 'Åmli']);
    expect(names(shownRows(rows, { ...ALL, sort: 'POPULATION' }, TODAY)).slice(0, 2)).toEqual(['Arendal', 'Åmli']);
    expect(names(rows)).toEqual(['Åmli', 'Birkenes', 'Arendal', 'Ærøy']);
  });

  it('R6: who is late says at which step, and what would have been in time', () => {
    const steps = [
      step({ title: 'Rådmannen', state: 'DECIDED' }),
      step({ plannedOn: '2016-09-21', latestOn: '2016-09-28' }),
      step({ title: 'Kommunestyret', plannedOn: '2016-10-26', latestOn: '2016-09-28' }),
    ];
    const late = row('Birkenes', { status: 'LATE', steps, latestSubmissionOn: '2016-08-20' });
    expect(whyLate(late, TODAY)).toMatchObject({
      step: { title: 'Kommunestyret' },
      latestOn: '2016-09-28',
      submissionMissedOn: '2016-08-20',
    });
    const lost = row('Bykle', { status: 'CANNOT_MAKE_IT', steps: [step({ plannedOn: '2017-01-11' })] });
    expect(whyLate(lost, TODAY)).toMatchObject({ latestOn: null, submissionMissedOn: null });
    expect(whyLate(row('Arendal'), TODAY)).toBeNull();
  });

  it('R6: a meeting that was held and has no outcome is said, not called late; days to spare contradict nothing', () => {
    const steps = [
      step({ title: 'Rådmannen', state: 'DECIDED', decidedOn: '2016-08-20' }),
      step({ state: 'SUBMITTED', meetingOn: '2016-08-31' }),
    ];
    const held = row('Kvinesdal', { status: 'LATE', slackDays: 26, steps });
    expect(heldWithout(steps, TODAY)).toBe(steps[1]);
    expect(standingOf(held, TODAY)).toBe('OUTCOME_MISSING');
    expect(whyLate(held, TODAY)).toBeNull();
    expect(countsOf([held], TODAY)).toMatchObject({ LATE: 0, OUTCOME_MISSING: 1 });
    // On the day of the meeting nothing is missing yet; and who cannot make it does not, whatever the meeting said.
    expect(standingOf(held, '2016-08-31')).toBe('LATE');
    expect(standingOf({ ...held, status: 'CANNOT_MAKE_IT' }, TODAY)).toBe('CANNOT_MAKE_IT');
    expect(standingOf({ status: null, steps: [] }, TODAY)).toBeNull();
    expect(saidSlack(26, 'OUTCOME_MISSING', nb)).toBe('26 dager å gå på');
    expect(saidSlack(26, 'LATE', nb)).toBe('likevel 26 dager å gå på');
    expect(saidSlack(-1, 'LATE', nb)).toBe('1 dag for sent');
  });
});
