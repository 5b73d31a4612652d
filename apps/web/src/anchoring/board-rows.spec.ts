import { countsOf, shownRows, whyLate, type Row, type Step, type View } from './board-rows';

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
  steps: [],
  ...more,
});

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
    const counts = countsOf(rows);
    expect(counts).toMatchObject({ ALL: 4, LATE: 1, ON_TRACK: 2, GONE: 1, OVERDUE: 1, NO_VOLUMES: 2 });
    for (const [filter, count] of Object.entries(counts))
      expect(shownRows(rows, { ...ALL, filter: filter as View['filter'] })).toHaveLength(count);
  });

  it('is searched by name in any case, and narrowed by what is chosen for a part', () => {
    expect(names(shownRows(rows, { ...ALL, text: ' åM' }))).toEqual(['Åmli']);
    expect(names(shownRows(rows, { ...ALL, choice: '1:FIRM' }))).toEqual(['Arendal']);
    expect(names(shownRows(rows, { ...ALL, choice: '1:NONE', filter: 'LATE' }))).toEqual(['Birkenes']);
    expect(shownRows(rows, { ...ALL, choice: '2:FIRM' })).toEqual([]);
  });

  it('is sorted: the service’s own order, least to spare, Norwegian names, first to hand in, largest', () => {
    expect(names(shownRows(rows, ALL))).toEqual(['Åmli', 'Birkenes', 'Arendal', 'Ærøy']);
    expect(names(shownRows(rows, { ...ALL, sort: 'SLACK' }))).toEqual(['Birkenes', 'Åmli', 'Arendal', 'Ærøy']);
    expect(names(shownRows(rows, { ...ALL, sort: 'NAME' }))).toEqual(['Arendal', 'Birkenes', 'Ærøy', 'Åmli']);
    expect(names(shownRows(rows, { ...ALL, sort: 'SUBMISSION' })).slice(0, 2)).toEqual(['Birkenes', 'Åmli']);
    expect(names(shownRows(rows, { ...ALL, sort: 'POPULATION' })).slice(0, 2)).toEqual(['Arendal', 'Åmli']);
    expect(names(rows)).toEqual(['Åmli', 'Birkenes', 'Arendal', 'Ærøy']);
  });

  it('R6: who is late says at which step, and what would have been in time', () => {
    const steps = [
      step({ title: 'Rådmannen', state: 'DECIDED' }),
      step({ plannedOn: '2016-09-21', latestOn: '2016-09-28' }),
      step({ title: 'Kommunestyret', plannedOn: '2016-10-26', latestOn: '2016-09-28' }),
    ];
    const late = row('Birkenes', { status: 'LATE', steps, latestSubmissionOn: '2016-08-20' });
    expect(whyLate(late, '2016-09-01')).toMatchObject({
      step: { title: 'Kommunestyret' },
      latestOn: '2016-09-28',
      submissionMissedOn: '2016-08-20',
    });
    const lost = row('Bykle', { status: 'CANNOT_MAKE_IT', steps: [step({ plannedOn: '2017-01-11' })] });
    expect(whyLate(lost, '2016-09-01')).toMatchObject({ latestOn: null, submissionMissedOn: null });
    expect(whyLate(row('Arendal'), '2016-09-01')).toBeNull();
  });
});
