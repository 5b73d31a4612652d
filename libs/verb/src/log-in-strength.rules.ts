import type { Actor } from '@samanker/request';

/** What a program can be given access to. `read` is for questions; the others are for verbs. */
export const MACHINE_SCOPES = ['read', 'needs', 'volumes', 'calendars'] as const;

/** One of the scopes that a program can have. */
export type MachineScope = (typeof MACHINE_SCOPES)[number];

/** What a log-in with an identity provider is always enough for, said for the weaker ones. */
interface Enough {
  /** Whether a one-time code to the work address is enough. */
  readonly code: boolean;
  /** The scope that lets a program do it; null: no program does it. */
  readonly scope: MachineScope | null;
}

const VOLUMES: Enough = { code: true, scope: 'volumes' };
const DECISIONS: Enough = { code: true, scope: null };
const NOTES: Enough = { code: true, scope: null };
const NEEDS: Enough = { code: false, scope: 'needs' };
const CALENDARS: Enough = { code: false, scope: 'calendars' };
const STRONG_ONLY: Enough = { code: false, scope: null };

/**
 * Every verb, and which weaker log-ins are enough for it. A code is enough for volumes, notes and recording what was
 * decided; a program for what its scopes name. Neither ever decides for an organisation, freezes, awards, merges, or gives
 * anybody a right. What does not stand here is for strong log-ins only.
 */
export const LOG_IN_STRENGTH: Readonly<Record<string, Enough>> = {
  declareVolumes: VOLUMES,
  importVolumes: VOLUMES,

  submitAnchoringStep: DECISIONS,
  decideAnchoringStep: DECISIONS,
  recordDecisionDetails: DECISIONS,
  // Who is asked instead must be able to answer as well: it gives nobody a right.
  handOverStep: DECISIONS,
  supersedeDecision: DECISIONS,
  // The minutes of what is recorded.
  uploadAttachment: DECISIONS,

  addNote: NOTES,
  askQuestion: NOTES,
  answerQuestion: NOTES,
  changeNote: NOTES,
  saveTheySayDate: NOTES,
  shareAnswer: NOTES,
  withdrawNote: NOTES,

  registerNeed: NEEDS,
  changeNeed: NEEDS,
  declareNeed: NEEDS,
  withdrawNeed: NEEDS,
  markNeedSolvedInHouse: NEEDS,

  addMeeting: CALENDARS,
  cancelMeeting: CALENDARS,
  importMeetings: CALENDARS,
  saveClosedWeeks: CALENDARS,
  saveDecisionBody: CALENDARS,

  acceptEscalation: STRONG_ONLY,
  acceptMergeProposal: STRONG_ONLY,
  adjustRoute: STRONG_ONLY,
  allowCodeLogIn: STRONG_ONLY,
  cancelProcurementCase: STRONG_ONLY,
  changeDecisionDeadline: STRONG_ONLY,
  changePerson: STRONG_ONLY,
  chooseParts: STRONG_ONLY,
  confirmLocalGain: STRONG_ONLY,
  confirmParticipants: STRONG_ONLY,
  createMachineClient: STRONG_ONLY,
  createProcurementCase: STRONG_ONLY,
  declineEscalation: STRONG_ONLY,
  delegateRole: STRONG_ONLY,
  endDelegation: STRONG_ONLY,
  endRole: STRONG_ONLY,
  exportDecisionLog: STRONG_ONLY,
  freezeMergedDemandReport: STRONG_ONLY,
  grantRole: STRONG_ONLY,
  importRunningCase: STRONG_ONLY,
  inviteMunicipalities: STRONG_ONLY,
  leaveCase: STRONG_ONLY,
  makeCheckpoint: STRONG_ONLY,
  pauseProcurementCase: STRONG_ONLY,
  proposeParticipants: STRONG_ONLY,
  recordLegalityReview: STRONG_ONLY,
  recordPowerOfAttorney: STRONG_ONLY,
  registerPerson: STRONG_ONLY,
  rejectMergeProposal: STRONG_ONLY,
  remindNow: STRONG_ONLY,
  resumeProcurementCase: STRONG_ONLY,
  revokeMachineClient: STRONG_ONLY,
  rotateMachineClientSecret: STRONG_ONLY,
  saveOfficialAddress: STRONG_ONLY,
  saveReminderPolicy: STRONG_ONLY,
  saveRouteTemplate: STRONG_ONLY,
  settleCondition: STRONG_ONLY,
  withdrawPowerOfAttorney: STRONG_ONLY,
};

/** Is the way in which the actor logged in enough for this verb? Roles are another question, asked besides. */
export function isLogInEnough(verb: string, { logIn, scopes }: Pick<Actor, 'logIn' | 'scopes'>): boolean {
  const enough = Object.hasOwn(LOG_IN_STRENGTH, verb) ? LOG_IN_STRENGTH[verb]! : STRONG_ONLY;
  switch (logIn) {
    case 'OIDC':
    case 'DEVELOPMENT':
      return true;
    case 'CODE':
      return enough.code;
    case 'MACHINE':
      return enough.scope !== null && (scopes ?? []).includes(enough.scope);
    case 'SERVICE':
      // The worker carries out jobs, never verbs.
      return false;
  }
}
