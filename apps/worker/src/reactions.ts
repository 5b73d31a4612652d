import type { Reactions } from '@samanker/outbox';

/** What reacts to what, all of it: event → jobs. An event that nobody reacts to stands here with an empty list. */
export const reactions = {
  MeetingsImported: [],
  MeetingCancelled: [],
  ClosedWeeksSaved: [],
  NeedDeclared: ['detect-overlap'],
  NeedChanged: ['detect-overlap'],
  NeedWithdrawn: ['detect-overlap'],
  ProcurementCaseCreated: [],
  DecisionDeadlineChanged: [],
  CaseStageChanged: [],
  ParticipationStateChanged: ['aggregate-volumes'],
  VolumesDeclared: ['aggregate-volumes'],
  MunicipalityInvited: ['send-invitation'],
  RouteAdjusted: [],
  AnchoringStepSubmitted: [],
  AnchoringStepDecided: [],
  DecisionSuperseded: [],
  MergeProposalMade: [],
  MergeProposalAccepted: [],
  MergeProposalRejected: [],
  MergedDemandReportFrozen: [],
  MailQueued: ['send-mail'],
} as const satisfies Reactions;
