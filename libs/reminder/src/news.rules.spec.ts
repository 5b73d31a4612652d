import { CASE_WIDE, NEWS_OF, newsOf } from './news.rules';

describe('what is new', () => {
  it('tells the outcome of a decision and the meeting of a submission', () => {
    expect(newsOf({ verb: 'decideAnchoringStep', after: { outcome: 'APPROVED' } })).toEqual({
      kind: 'DECIDED',
      outcome: 'APPROVED',
      on: null,
      number: null,
    });
    expect(
      newsOf({ verb: 'submitAnchoringStep', after: { state: 'SUBMITTED', meetingOn: '2016-10-12' } }),
    ).toMatchObject({ kind: 'SUBMITTED', on: '2016-10-12' });
  });

  it('tells the new deadline and the number of a frozen report', () => {
    expect(newsOf({ verb: 'changeDecisionDeadline', after: { decisionDeadline: '2017-02-28' } })).toMatchObject({
      kind: 'DEADLINE_MOVED',
      on: '2017-02-28',
    });
    expect(newsOf({ verb: 'freezeMergedDemandReport', after: { number: 3, sha256: 'x' } })).toMatchObject({
      number: 3,
    });
    expect(newsOf({ verb: 'confirmParticipants', after: { reportNumber: 2 } })).toMatchObject({ number: 2 });
  });

  it('a draft of volumes is nobody else’s business (R28)', () => {
    expect(newsOf({ verb: 'declareVolumes', after: { declare: false } })).toBeNull();
    expect(newsOf({ verb: 'declareVolumes', after: { declare: true } })).not.toBeNull();
  });

  it('a state on the way is no news; being anchored, sent back or out is', () => {
    expect(newsOf({ verb: 'recomputeParticipation', after: { state: 'ANCHORING' } })).toBeNull();
    for (const state of ['ANCHORED', 'REANCHOR_REQUIRED', 'DECLINED'])
      expect(newsOf({ verb: 'recomputeParticipation', after: { state } })).toMatchObject({ outcome: state });
  });

  it('a note is told when it is shared: not one’s own, and once (R28)', () => {
    expect(newsOf({ verb: 'addNote', after: { visibility: 'OWN' } })).toBeNull();
    expect(newsOf({ verb: 'addNote', after: { visibility: 'CASE' } })).toMatchObject({ kind: 'NOTE_SHARED' });
    const change = (before: string, after: string) =>
      newsOf({ verb: 'changeNote', before: { visibility: before }, after: { visibility: after } });
    expect(change('OWN', 'CASE')).toMatchObject({ kind: 'NOTE_SHARED' });
    for (const [before, after] of [
      ['CASE', 'CASE'],
      ['CASE', 'OWN'],
      ['OWN', 'OWN'],
    ] as const)
      expect(change(before, after)).toBeNull();
  });

  it('an answer that is shared at once is one piece of news', () => {
    expect(newsOf({ verb: 'askQuestion', after: {} })).toMatchObject({ kind: 'QUESTION_ASKED' });
    expect(newsOf({ verb: 'answerQuestion', after: { shared: false } })).toMatchObject({ kind: 'QUESTION_ANSWERED' });
    expect(newsOf({ verb: 'answerQuestion', after: { shared: true } })).toMatchObject({ kind: 'ANSWER_SHARED' });
    expect(newsOf({ verb: 'shareAnswer', after: { shared: true } })).toMatchObject({ kind: 'ANSWER_SHARED' });
  });

  it('what the log says besides is not told', () => {
    expect(newsOf({ verb: 'sweepReminders', after: null })).toBeNull();
    expect(newsOf({ verb: 'toString', after: null })).toBeNull();
    for (const verb of CASE_WIDE) expect(NEWS_OF[verb]).toBeDefined();
  });
});
