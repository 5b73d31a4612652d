import type { Type } from '@nestjs/common';
import { PlanCase, PlanOrganisation, PlanParticipation, ReopenStepsOfMeeting } from '@samanker/anchoring';
import { WriteCheckpoint } from '@samanker/audit';
import { DetectOverlap } from '@samanker/merge-proposal';
import type { JobHandler } from '@samanker/outbox';
import {
  RemindAnew,
  SendAnswerNotice,
  SendLeavingNotice,
  SendDelegationNotice,
  SendCheckpoint,
  SendInvitation,
  SendLogInCode,
  SendMail,
  SendMergeProposalNotice,
} from '@samanker/reminder';
import { AggregateVolumes } from '@samanker/volume';

/** Every job handler of the words. */
export const jobs: Type<JobHandler>[] = [
  PlanCase,
  PlanOrganisation,
  PlanParticipation,
  ReopenStepsOfMeeting,
  DetectOverlap,
  AggregateVolumes,
  SendInvitation,
  SendLogInCode,
  SendMail,
  SendMergeProposalNotice,
  SendAnswerNotice,
  SendLeavingNotice,
  SendCheckpoint,
  WriteCheckpoint,
  RemindAnew,
  SendDelegationNotice,
];
