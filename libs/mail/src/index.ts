export { type CalendarEntry } from './calendar-file.rules';
export { DevelopmentMailbox } from './development-mailbox';
export { DevelopmentMailboxController } from './development-mailbox.controller';
export { isPlainAddress, MailRefused, plainAddress } from './mail-address.rules';
export { type MailSection } from './mail-layout.rules';
export { nextAttemptAt } from './mail-retry.rules';
export { MailModule, type MailModuleOptions } from './mail.module';
export {
  buildMessage,
  type MailDraft,
  type MailMessage,
  type MailSender,
  messageIdOf,
  OPENING_LIMIT,
  SUBJECT_LIMIT,
  subjectLine,
  type SubjectParts,
} from './mail.rules';
export { MAIL_SETTINGS, type MailSettings, readMailSettings } from './mail-settings';
export { type SendFailure } from './send-failure.rules';
export { MailTransport, type SendOutcome, type SendSuccess } from './smtp-transport';
export { type StoredMail, type StoredMailSummary } from './stored-mail';
