/** What people look for in the log, and the verbs that belong to it. Each verb stands in one of them. */
export const LOG_KINDS = {
  DECISIONS: [
    'decideAnchoringStep',
    'submitAnchoringStep',
    'supersedeDecision',
    'recordDecisionDetails',
    'reopenStepsOfMeeting',
    'settleCondition',
    'recordLegalityReview',
    'uploadAttachment',
    'handOverStep',
  ],
  PARTICIPATION: [
    'inviteMunicipalities',
    'chooseParts',
    'confirmLocalGain',
    'recordPowerOfAttorney',
    'withdrawPowerOfAttorney',
    'recomputeParticipation',
    'addNote',
    'changeNote',
    'withdrawNote',
    'saveTheySayDate',
  ],
  VOLUMES: ['declareVolumes', 'importVolumes', 'fillLinesFromNeeds', 'freezeMergedDemandReport'],
  CASES: [
    'createProcurementCase',
    'changeDecisionDeadline',
    'pauseProcurementCase',
    'resumeProcurementCase',
    'cancelProcurementCase',
    'proposeParticipants',
    'confirmParticipants',
    'withdrawProposal',
    'importRunningCase',
  ],
  NEEDS: [
    'registerNeed',
    'changeNeed',
    'declareNeed',
    'withdrawNeed',
    'markNeedSolvedInHouse',
    'takeNeedIntoCase',
    'proposeMerge',
    'outdateMergeProposal',
    'acceptMergeProposal',
    'rejectMergeProposal',
    'withdrawAcceptance',
  ],
  CALENDARS: [
    'addMeeting',
    'cancelMeeting',
    'importMeetings',
    'saveClosedWeeks',
    'saveDecisionBody',
    'saveRouteTemplate',
    'adjustRoute',
  ],
  MAILS: [
    'sendMail',
    'sendInvitation',
    'sendMergeProposalNotice',
    'sweepReminders',
    'offerEscalation',
    'acceptEscalation',
    'remindNow',
    'declineEscalation',
  ],
  PEOPLE: [
    'registerPerson',
    'changePerson',
    'grantRole',
    'endRole',
    'handOverRole',
    'erasePerson',
    'allowCodeLogIn',
    'createMachineClient',
    'rotateMachineClientSecret',
    'revokeMachineClient',
    'delegateRole',
    'endDelegation',
    'saveOfficialAddress',
  ],
  LOG: ['makeCheckpoint', 'sendCheckpoint', 'exportDecisionLog'],
} as const;

/** One of the things that people look for. */
export type LogKind = keyof typeof LOG_KINDS;

/** The kind that stands in an address; null when it is none. */
export function readKind(text: string | null): LogKind | null {
  return text !== null && Object.hasOwn(LOG_KINDS, text) ? (text as LogKind) : null;
}
