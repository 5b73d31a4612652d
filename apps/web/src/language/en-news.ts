import type { Said } from './catalogue';
import type { news as nb } from './nb-news';

/** English: what is new. */
export const news: Said<typeof nb> = {
  news: {
    title: 'News',
    intro: 'What others have done in the last 30 days, in cases that concern you.',
    none: 'Nothing new in the last 30 days.',
    unseen: (number) => (number === 0 ? 'Nothing that you have not seen.' : `${number} that you have not seen`),
    markSeen: 'Mark all as seen',
    new: 'New',
  },
  newsKinds: {
    INVITED: (who) => `${who} was invited.`,
    ROUTE_ADJUSTED: (who) => `${who} has changed its route.`,
    SUBMITTED: (who, step, date) => `${who}: the case goes to ${step} on ${date}.`,
    DECIDED: (who, step, outcome) => `${step} in ${who}: ${outcome}.`,
    DECISION_SUPERSEDED: (who, step, outcome) => `${step} in ${who} has a new decision: ${outcome}.`,
    MEETING_CANCELLED: (who, step) =>
      `${who}: the meeting was cancelled. Hand the case in to another meeting: ${step}.`,
    PARTS_CHOSEN: (who) => `${who} has chosen what it takes part in.`,
    GAIN_CONFIRMED: (who) => `${who} has confirmed the local gain.`,
    VOLUMES_DECLARED: (who) => `${who} has declared its volumes.`,
    CONDITION_SETTLED: (who, state) => `${who}: a condition is ${state}.`,
    ATTORNEY_RECORDED: (who) => `${who} has recorded the power of attorney.`,
    ATTORNEY_WITHDRAWN: (who) => `${who} has withdrawn the power of attorney.`,
    LEFT: (who) => `${who} has left the case. See what it changes for the others.`,
    LEGALITY_REVIEW: (who) => `${who}: the legality review was demanded or settled.`,
    STATE_CHANGED: (who, state) => `${who} is now “${state}”.`,
    DEADLINE_MOVED: (date) => `The deadline for all was moved to ${date}.`,
    REPORT_FROZEN: (version) => `Version ${version} of the merged-demand report was frozen.`,
    PARTICIPANTS_FROZEN: 'The participants of the joint tender were frozen.',
    CASE_PAUSED: 'The case was paused.',
    CASE_RESUMED: 'The case goes on.',
    CASE_CANCELLED: 'The case was cancelled.',
    QUESTION_ASKED: (who: string, byHost: boolean) =>
      byHost ? `The host has asked ${who} a question.` : `${who} has asked the host a question.`,
    QUESTION_ANSWERED: (who: string, byHost: boolean) =>
      byHost ? `${who} has answered a question from the host.` : `The host has answered a question from ${who}.`,
    ANSWER_SHARED: (who: string) => `The host has shared its answer to a question from ${who} with all.`,
    NOTE_SHARED: (who: string) => `A note about ${who} is shared.`,
  },
};
