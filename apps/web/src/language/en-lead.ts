import type { Said } from './catalogue';
import type { lead as nb } from './nb-lead';

/** English: what the host does with a case as such (R5b), the legality review of a decision, and a route that is changed. */
export const lead: Said<typeof nb> = {
  legality: {
    title: 'Legality review',
    intro: 'Three or more members of the council can demand a legality review of the decision. They have three weeks.',
    demand: 'Record a demand for review',
    demandedOn: 'The day the demand came',
    effect: 'The municipality does not count as anchored until the demand is settled.',
    demanded: 'The demand is recorded.',
    pending: (day: string) =>
      `A legality review was demanded on ${day}. The municipality does not count as anchored until it is settled.`,
    settle: 'The decision stands',
    settleHelp:
      'Confirm when the answer says that the decision is lawful. If it is void, record the new decision at its step.',
    settled: 'The review is settled. The decision stands.',
  },
  lead: {
    title: 'Lead the case',
    deadline: 'Move the deadline',
    newDeadline: 'New deadline for decisions',
    deadlineHelp: 'All plans are made anew, and the municipalities see the new deadline.',
    tryFirst: 'See first who makes it.',
    moved: (day: string) => `The deadline is now ${day}.`,
    pause: 'Pause the case',
    resume: 'Take the case up again',
    cancel: 'Cancel the case',
    reason: 'Why',
    reasonHelp: 'Everybody who takes part sees the reason.',
    pausing: {
      act: 'Pause the case',
      help: 'Nobody is reminded until the case is taken up again.',
      done: 'The case is paused.',
    },
    resuming: {
      act: 'Take the case up again',
      help: 'The plans are made anew, and the municipalities are asked again.',
      done: 'The case is taken up again.',
    },
    cancelling: {
      act: 'Cancel the case',
      help: 'This cannot be undone. All that is recorded can still be read.',
      done: 'The case is cancelled.',
    },
  },
  adjust: {
    title: 'Change the route',
    help: 'Decided steps stand. The dates are worked out anew when you save.',
    fixed: (step: string, name: string) => `${step}, ${name}: decided.`,
    notRequired: (name: string) => `Not needed: ${name}`,
    nobodyDecides: 'Somebody must decide. Let at least one step decide.',
    save: 'Save the route',
    saved: 'The route is changed, and the dates are worked out anew.',
  },
};
