import type { Reactions } from '@samanker/outbox';

/** What reacts to what, all of it: event → jobs. An event that nobody reacts to stands here with an empty list. */
export const reactions = {
  PersonRegistered: [],
  RoleGranted: [],
  // Who is written to is worked out when the mail is written (R12).
  RoleEnded: [],
  MeetingsImported: ['plan-organisation'],
  MeetingCancelled: ['reopen-steps-of-meeting'],
  ClosedWeeksSaved: ['plan-organisation'],
  NeedDeclared: ['detect-overlap'],
  NeedChanged: ['detect-overlap'],
  NeedWithdrawn: ['detect-overlap'],
  ProcurementCaseCreated: [],
  DecisionDeadlineChanged: ['plan-case'],
  CaseStageChanged: ['plan-case'],
  ParticipationStateChanged: ['aggregate-volumes', 'plan-participation'],
  VolumesDeclared: ['aggregate-volumes'],
  MunicipalityInvited: ['send-invitation'],
  RouteAdjusted: [],
  AttachmentUploaded: [],
  AnchoringStepSubmitted: [],
  AnchoringStepDecided: [],
  DecisionSuperseded: [],
  MergeProposalMade: ['send-merge-proposal-notice'],
  MergeProposalAccepted: [],
  MergeProposalRejected: [],
  MergedDemandReportFrozen: [],
  ParticipantsFrozen: [],
  LogInCodeAsked: ['send-log-in-code'],
  CheckpointMade: ['write-checkpoint', 'send-checkpoint'],
  MailQueued: ['send-mail'],
} as const satisfies Reactions;
