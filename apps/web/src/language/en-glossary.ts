/** English: the product's words and what they mean. */
export const glossary = {
  glossary: {
    title: 'Glossary',
    intro: 'The words we use, explained briefly.',
    search: 'Search the glossary',
    found: (number: number) => `${number} ${number === 1 ? 'word' : 'words'}`,
    none: 'No word fits. Try a shorter one.',
    here: 'Words on this page',
    whole: 'See the whole glossary',
  },
  terms: {
    joint: {
      word: 'joint procurement',
      says: 'Several municipalities buy the same thing together. One of them is the host and buys for all.',
    },
    host: { word: 'host', says: 'The municipality that leads the case and buys on behalf of the others.' },
    need: {
      word: 'need',
      says: 'A problem that a municipality wants to solve. It is described before anybody has chosen a solution.',
    },
    mergeProposal: {
      word: 'merge proposal',
      says: 'Needs of several municipalities that may belong together. Two people must accept before it becomes a case.',
    },
    part: {
      word: 'part',
      says: 'A separate part of the procurement. The municipality chooses for each part whether to take part.',
    },
    firm: { word: 'firm', says: 'The municipality is bound to take part once everything is decided.' },
    option: { word: 'option', says: 'The municipality is named and may join later. It is not bound yet.' },
    anchored: {
      word: 'anchored',
      says: 'Everybody who must say yes has said yes, and the power of attorney is recorded.',
    },
    route: {
      word: 'anchoring route',
      says: 'The way of the case through the municipality: who treats it, and in which order.',
    },
    step: { word: 'step', says: 'One treatment on the route, by a leader or in a meeting.' },
    caseDocument: {
      word: 'case document',
      says: 'The text that the meeting treats. It explains the case and proposes a decision.',
    },
    statement: { word: 'statement', says: 'A council of users says what it thinks. It does not decide.' },
    recommendation: {
      word: 'recommendation',
      says: 'A committee recommends a decision. The case goes on even when the committee says no.',
    },
    decision: {
      word: 'decision',
      says: 'What is decided by whoever has the last word. A decision is never changed, but a new one may replace it.',
    },
    delegated: {
      word: 'delegated decision',
      says: 'A leader decides because the council has given the leader that right.',
    },
    minutes: { word: 'minutes', says: 'The official record of the meeting, with decisions and votes.' },
    calendar: {
      word: 'meeting calendar',
      says: 'The dates of the meetings of the political bodies. The deadlines follow from it.',
    },
    submission: {
      word: 'submission deadline',
      says: 'The last day on which the case can be handed in for the meeting.',
    },
    provisional: {
      word: 'provisional',
      says: 'The meeting calendar is not adopted. The dates build on last year’s meetings.',
    },
    postponed: { word: 'postponed', says: 'The meeting did not decide the case now. It comes up in a later meeting.' },
    slack: { word: 'days to spare', says: 'The days between the planned finish and the deadline of the case.' },
    onTrack: { word: 'on track', says: 'The plan meets the deadline with a good margin.' },
    atRisk: {
      word: 'at risk',
      says: 'The plan meets the deadline, but only just. One postponed meeting may be enough to miss it.',
    },
    late: { word: 'late', says: 'A date of the plan has passed, but the deadline can still be met.' },
    cannot: { word: 'cannot make it', says: 'No meeting in the adopted calendar is early enough.' },
    reanchor: {
      word: 'must be treated again',
      says: 'Something has changed beyond the limits of the decision. The municipality does not count as anchored until it says yes again.',
    },
    legality: {
      word: 'legality review',
      says: 'Somebody has asked whether the decision is lawful. The county governor settles it.',
    },
    attorney: {
      word: 'power of attorney',
      says: 'The document that lets the host act for the municipality in the case.',
    },
    limits: {
      word: 'limits of the decision',
      says: 'What the decision sets as a ceiling, for instance an amount per year.',
    },
    condition: {
      word: 'condition',
      says: 'Something that must be met. Some conditions must be met before the notice is published.',
    },
    volume: { word: 'volume', says: 'How much the municipality expects to buy each year.' },
    modelled: { word: 'modelled', says: 'The figure or date is calculated. Nobody in the municipality has given it.' },
    report: { word: 'merged-demand report', says: 'Who takes part, how much they will buy, and what it is worth.' },
    frozen: { word: 'frozen', says: 'The content is kept as a version that nobody can change.' },
    threshold: { word: 'threshold', says: 'The amount that decides which rules apply to the procurement.' },
    tender: { word: 'joint tender', says: 'The competition that is announced for all participants at once.' },
    reminder: { word: 'reminder', says: 'An e-mail about something you must do, and by when.' },
    escalation: {
      word: 'notice to a leader',
      says: 'An e-mail to the next leader when a deadline is missed. The coordinator decides whether it is sent.',
    },
    deputy: { word: 'deputy', says: 'Whoever acts while somebody else is away.' },
    behalf: {
      word: 'on behalf of the municipality',
      says: 'The host records something for the municipality at its written request. It is marked for ever.',
    },
    log: { word: 'decision log', says: 'Every change in order. Nobody can alter the log without it showing.' },
  },
};
