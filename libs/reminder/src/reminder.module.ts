import { Module } from '@nestjs/common';
import { AcceptEscalation } from './accept-escalation';
import { DeclineEscalation } from './decline-escalation';
import { EscalationOffer } from './escalation-offer.entity';
import { Mail, Reminder } from './mail.entity';
import { KeptReminderPolicy } from './reminder-policy';
import { RemindAnew } from './remind-anew';
import { RemindNow } from './remind-now';
import { ReminderResolver } from './reminder.resolver';
import { SaveReminderPolicy } from './save-reminder-policy';
import { SendAnswerNotice } from './send-answer-notice';
import { SendLeavingNotice } from './send-leaving-notice';
import { SendCheckpoint } from './send-checkpoint';
import { SendDelegationNotice } from './send-delegation-notice';
import { SendInvitation } from './send-invitation';
import { SendLogInCode } from './send-log-in-code';
import { SendMail } from './send-mail';
import { SendMergeProposalNotice } from './send-merge-proposal-notice';

export const reminderEntities = [Mail, Reminder, EscalationOffer, KeptReminderPolicy];

/** Needs the mail module beside it, which is global in both hosts. */
@Module({
  providers: [
    ReminderResolver,
    AcceptEscalation,
    DeclineEscalation,
    SaveReminderPolicy,
    RemindNow,
    SendInvitation,
    SendLogInCode,
    SendMail,
    SendMergeProposalNotice,
    SendCheckpoint,
    RemindAnew,
    SendDelegationNotice,
    SendAnswerNotice,
    SendLeavingNotice,
  ],
  exports: [
    SendInvitation,
    SendLogInCode,
    SendMail,
    SendMergeProposalNotice,
    SendCheckpoint,
    RemindAnew,
    SendDelegationNotice,
    SendAnswerNotice,
    SendLeavingNotice,
  ],
})
export class ReminderModule {}
