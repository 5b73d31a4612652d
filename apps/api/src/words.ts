import { anchoringEntities, AnchoringModule } from '@samanker/anchoring';
import { attachmentEntities } from '@samanker/attachment';
import { AuditModule } from '@samanker/audit';
import { classificationEntities, ClassificationModule } from '@samanker/classification';
import { expectationEntities, ExpectationModule } from '@samanker/expectation';
import { identityEntities, IdentityModule } from '@samanker/identity';
import { jointTenderEntities, JointTenderModule } from '@samanker/joint-tender';
import { meetingCalendarEntities, MeetingCalendarModule } from '@samanker/meeting-calendar';
import { mergedDemandReportEntities, MergedDemandReportModule } from '@samanker/merged-demand-report';
import { mergeProposalEntities, MergeProposalModule } from '@samanker/merge-proposal';
import { needEntities, NeedModule } from '@samanker/need';
import { noteEntities, NoteModule } from '@samanker/note';
import { questionEntities, QuestionModule } from '@samanker/question';
import { organisationEntities, OrganisationModule } from '@samanker/organisation';
import { participationEntities, ParticipationModule } from '@samanker/participation';
import { procurementCaseEntities, ProcurementCaseModule } from '@samanker/procurement-case';
import { procurementLawEntities, ProcurementLawModule } from '@samanker/procurement-law';
import { reminderEntities, ReminderModule } from '@samanker/reminder';
import { RunningCaseModule } from '@samanker/running-case';
import { volumeEntities, VolumeModule } from '@samanker/volume';

/** The words that API and worker know, lowest rung first. */
export const words = [
  OrganisationModule,
  IdentityModule,
  ClassificationModule,
  ProcurementLawModule,
  MeetingCalendarModule,
  ExpectationModule,
  NeedModule,
  ProcurementCaseModule,
  ParticipationModule,
  NoteModule,
  QuestionModule,
  VolumeModule,
  AnchoringModule,
  RunningCaseModule,
  MergeProposalModule,
  MergedDemandReportModule,
  JointTenderModule,
  AuditModule,
  ReminderModule,
];

/** The entities of the words, for TypeORM. */
export const entities = [
  ...attachmentEntities,
  ...organisationEntities,
  ...identityEntities,
  ...classificationEntities,
  ...meetingCalendarEntities,
  ...expectationEntities,
  ...needEntities,
  ...procurementCaseEntities,
  ...participationEntities,
  ...noteEntities,
  ...questionEntities,
  ...volumeEntities,
  ...anchoringEntities,
  ...reminderEntities,
  ...mergeProposalEntities,
  ...procurementLawEntities,
  ...mergedDemandReportEntities,
  ...jointTenderEntities,
];
