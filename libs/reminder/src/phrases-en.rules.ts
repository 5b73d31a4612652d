import type { Phrases } from './phrases.rules';

const BODIES: [RegExp, string][] = [
  [/(kommunestyre|bystyre|herredsstyre|heradsstyre)/i, 'the municipal council'],
  [/formannskap/i, 'the executive committee'],
  [/eldreråd|råd for eldre/i, 'the council for the elderly'],
  [/ungdomsråd/i, 'the youth council'],
];

/** The mails in English. */
export const ENGLISH: Phrases = {
  task: {
    TEXT_IN: {
      before: (day, body) => `Send the case for consideration ${body} by ${day}`,
      today: (day, body) => `Send the case for consideration ${body} today, ${day}`,
      after: (day, body) => `Send the case for consideration ${body} now. It was due ${day}`,
      subjectBefore: 'send the case by',
      subjectAfter: 'the case was due',
      missing: (day) => `the case should have been sent ${day}`,
      consequence: (municipality) => `Without the case ${municipality} cannot decide in time.`,
      link: 'Open the case',
    },
    DECISION_MADE: {
      before: (day, body) => `Record the outcome ${body} after the meeting on ${day}`,
      today: (day, body) => `Record the outcome ${body} after the meeting today, ${day}`,
      after: (day, body) => `Record what was decided ${body} on ${day}`,
      subjectBefore: 'what will be decided',
      subjectAfter: 'what was decided',
      missing: (day, body) => `we do not know what was decided ${body} ${day}`,
      consequence: (municipality) =>
        `Was it adopted, postponed or changed? The answer settles whether ${municipality} counts as anchored, and when the tender can go out.`,
      link: 'Record the outcome',
    },
    ADMINISTRATIVE_DECISION: {
      before: (day) => `Decide the case by ${day}`,
      today: (day) => `Decide the case today, ${day}`,
      after: (day) => `Decide the case now. It was due ${day}`,
      subjectBefore: 'decide the case by',
      subjectAfter: 'the decision was due',
      missing: (day) => `the case should have been decided ${day}`,
      consequence: () => 'Without the answer the case stands still, and those who come next have less time.',
      link: 'Open the case',
    },
    VOLUMES: {
      before: (day) => `Report the quantities by ${day}`,
      today: (day) => `Report the quantities today, ${day}`,
      after: (day) => `Report the quantities now. They were due ${day}`,
      subjectBefore: 'report the quantities by',
      subjectAfter: 'the quantities were due',
      missing: (day) => `the quantities were due ${day}`,
      consequence: (municipality) =>
        `Without the quantities ${municipality} is missing from the totals of the merged-demand report.`,
      link: 'Report the quantities',
    },
    POWER_OF_ATTORNEY: {
      before: (day) => `Record the power of attorney by ${day}`,
      today: (day) => `Record the power of attorney today, ${day}`,
      after: (day) => `Record the power of attorney now. It was due ${day}`,
      subjectBefore: 'power of attorney due',
      subjectAfter: 'power of attorney was due',
      missing: (day) => `the power of attorney was due ${day}`,
      consequence: (municipality) =>
        `Without it ${municipality} does not count as anchored and cannot take part when the tender goes out.`,
      link: 'Record the power of attorney',
    },
    QUESTION: {
      before: (day) => `Answer the question about the joint procurement by ${day}`,
      today: (day) => `Answer the question about the joint procurement today, ${day}`,
      after: (day) => `Answer the question about the joint procurement now. It was due ${day}`,
      subjectBefore: 'answer a question by',
      subjectAfter: 'a question should be answered',
      missing: (day) => `a question should have been answered ${day}`,
      consequence: () => 'Whoever asks cannot go on without the answer.',
      link: 'Read and answer',
    },
  },
  body: (name) => `in ${name ? (BODIES.find(([known]) => known.test(name))?.[1] ?? name) : 'the meeting'}`,
  and: 'and',
  others: (first) => `${first} and others`,
  more: (count) => `${count} more`,
  to: (name) => `To ${name}.`,
  deputy: (name, holder) => `To ${name}, deputy for ${holder}.`,
  postRoom: (municipality) =>
    `To the official address of ${municipality}. Nobody is registered as responsible for this. Please pass it on, and register who is.`,
  missedMeeting: (body, next, instead) =>
    `If that day is missed, the next chance ${body} is ${next}${instead ? ` instead of ${instead}` : ''}.`,
  meetingLost: (body, next, instead) =>
    `If the case does not reach this meeting, the next chance ${body} is ${next}${instead ? ` instead of ${instead}` : ''}.`,
  noLaterMeeting: (body) => `No later meeting is registered ${body}.`,
  asked: (asker) => `${asker} has asked and cannot go on without the answer.`,
  finalDecision: (day) => `The final decision then comes ${day} at the earliest.`,
  anchoredOf: ({ anchored, of }) =>
    anchored === 0
      ? `None of the ${of} municipalities is anchored yet.`
      : `${anchored} of ${of} municipalities ${anchored === 1 ? 'is' : 'are'} anchored.`,
  contact: (name, organisation, phone) =>
    `Questions? Contact ${name}, ${organisation}${phone ? `, telephone ${phone}` : ''}.`,
  facts: {
    procurement: 'Joint procurement',
    municipality: 'Municipality',
    step: 'Step',
    due: 'Due',
    meeting: 'Meeting',
  },
  digest: {
    opening: (count, first) => `${count} tasks are waiting. The first: ${first}`,
    subject: (count) => `${count} tasks, the first`,
    link: 'Open my tasks',
  },
  escalation: {
    action: (missing) => `Help the case along: ${missing}`,
    subject: 'needs help, it was due',
    subjectOfMeeting: 'needs help, the meeting was',
    responsible: (name, reminders) =>
      reminders === 0
        ? `${name} is responsible.`
        : `${name} is responsible and has had ${reminders === 1 ? 'one reminder' : `${reminders} reminders`}.`,
    nobody: 'Nobody is registered as responsible.',
    request: 'Please see that it is done, or name a deputy.',
    onBehalf: (coordinator, host) => `This message is sent for ${coordinator}, coordinator in ${host}.`,
    link: 'See what is missing',
  },
  invitation: {
    action: (day, municipality) => `Answer the invitation by ${day}: will ${municipality} take part?`,
    subject: 'answer the invitation by',
    opening: (host, municipality, others) =>
      others > 0
        ? `${host} invites ${municipality} and ${others} ${others === 1 ? 'other' : 'others'} to buy together.`
        : `${host} invites ${municipality} to buy together.`,
    openingForHost: (host, others) =>
      `${host} hosts the purchase and has invited ${others} ${others === 1 ? 'other' : 'others'}. The host too must decide whether it takes part.`,
    archiveCopy: (municipality, contact) =>
      `To the official address of ${municipality}. This is the copy for the archive: ${contact} has had the same invitation.`,
    steps: [
      'Choose for each part: takes part, takes part with an option, or does not take part.',
      'Confirm who considers and decides the case with you.',
      'Report the quantities that you expect.',
    ],
    decideBy: (day) => `Your decision must be made by ${day}.`,
    silence: (municipality) => `Without an answer ${municipality} does not count as taking part.`,
    link: 'Answer the invitation',
  },
  proposal: {
    action: (day, count, municipalities) =>
      `Consider the merge proposal of ${day}: ${count} needs from ${municipalities} may belong together.`,
    subject: 'new merge proposal',
    municipalities: (count) => `${count} municipalities`,
    needs: 'The needs',
    reasons: 'Why they may belong together',
    twoPeople:
      'Nothing is merged before two people have accepted it. The proposal stands until it is accepted or rejected.',
    link: 'Consider the proposal',
  },
};
