import { Inject } from '@nestjs/common';
import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Reads, type RequestRead } from '@samanker/database';
import { InterfaceLanguage } from '@samanker/identity';
import { MAIL_SETTINGS, type MailSettings } from '@samanker/mail';
import { AskedBy, Uuid, type Asker, type Language } from '@samanker/request';
import { AcceptEscalation, AcceptEscalationInput, AcceptEscalationResult } from './accept-escalation';
import { comingSteps } from './coming-step.queries';
import { ComingStep } from './coming-step.type';
import { DeclineEscalation, DeclineEscalationInput, DeclineEscalationResult } from './decline-escalation';
import { EscalationOffer } from './escalation-offer.entity';
import { escalationOffersOf } from './escalation.queries';
import { Mail } from './mail.entity';
import { MailPreview, MailPreviewKind, MailPreviewMoment } from './mail-preview';
import { previewedMail } from './mail-preview.queries';
import { MyTask } from './my-task.type';
import { ReminderPolicy } from './reminder-policy';
import { reminderPolicy } from './reminder-policy.queries';
import { SaveReminderPolicy, SaveReminderPolicyInput, SaveReminderPolicyResult } from './save-reminder-policy';
import { NewsItem } from './news-item.type';
import { newsOfAsker } from './news.queries';
import { remindableNow } from './plan-remind-now';
import { RemindableNow } from './remind-now.type';
import { RemindNow, RemindNowInput, RemindNowResult } from './remind-now';
import { mailLogOf, myTasksOf } from './reminder.queries';

const MOST_MAILS = 200;
const MOST_NEWS = 100;

@Resolver(() => EscalationOffer)
export class ReminderResolver {
  constructor(
    private readonly accept: AcceptEscalation,
    private readonly decline: DeclineEscalation,
    private readonly policySaver: SaveReminderPolicy,
    private readonly remind: RemindNow,
    @Inject(MAIL_SETTINGS) private readonly settings: MailSettings,
  ) {}

  @Query(() => [MyTask], {
    description: 'What is asked of you and of your roles in the organisation you act for, soonest first.',
  })
  async myTasks(@Reads() read: RequestRead): Promise<MyTask[]> {
    return myTasksOf(await read.work());
  }

  @Query(() => [ComingStep], {
    description: 'The planned steps of your roles that nothing is asked about yet, soonest first.',
  })
  async comingSteps(@Reads() read: RequestRead): Promise<ComingStep[]> {
    return comingSteps(await read.work());
  }

  @Query(() => [NewsItem], {
    description:
      'What others have done in the last thirty days and concerns you, the newest first: for your organisation, in the cases that it hosts, and what changes a whole case that it takes part in.',
  })
  async news(
    @Reads() read: RequestRead,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'How many at most, 1 to 100.' }) first: number,
  ): Promise<NewsItem[]> {
    return newsOfAsker(await read.work(), Math.min(Math.max(first, 1), MOST_NEWS));
  }

  @Query(() => [EscalationOffer], {
    description:
      'Offers to write to the next level about missed dates of a case, open ones first, each with a preview. For the coordinator at the host, the secretariat and the regional group.',
  })
  async escalationOffers(
    @Reads() read: RequestRead,
    @Args('caseId', { type: () => Uuid, description: 'The case.' }) caseId: string,
  ): Promise<EscalationOffer[]> {
    return escalationOffersOf(await read.work(), caseId, this.settings.sender);
  }

  @Query(() => [Mail], {
    description:
      'Mails about a case, refused ones first, then the newest. The coordinator at the host and the secretariat see all; others those to their own organisation.',
  })
  async mailLog(
    @Reads() read: RequestRead,
    @Args('caseId', { type: () => Uuid, description: 'The case.' }) caseId: string,
    @Args('first', { type: () => Int, defaultValue: MOST_MAILS, description: 'How many at most, 1 to 200.' })
    first: number,
    @Args('organisationId', { type: () => Uuid, nullable: true, description: 'Only those to one organisation.' })
    organisationId: string | null,
  ): Promise<Mail[]> {
    return mailLogOf(await read.work(), caseId, Math.min(Math.max(first, 1), MOST_MAILS), organisationId ?? null);
  }

  @Query(() => RemindableNow, {
    nullable: true,
    description:
      'Of whom somebody can be reminded now by hand; null for those who may not remind. What `remindNow` would do as a dry run, for all of the case.',
  })
  async remindableNow(
    @Reads() read: RequestRead,
    @Args('caseId', { type: () => Uuid, description: 'The case.' }) caseId: string,
  ): Promise<RemindableNow | null> {
    return remindableNow(await read.work(), caseId);
  }

  @Query(() => ReminderPolicy, {
    nullable: true,
    description: 'How an organisation is reminded: what is fixed, and what it has chosen.',
  })
  async reminderPolicy(
    @Reads() read: RequestRead,
    @Args('organisationId', { type: () => Uuid, description: 'The organisation.' }) organisationId: string,
  ): Promise<ReminderPolicy | null> {
    return reminderPolicy(await read.work(), organisationId);
  }

  @Query(() => MailPreview, {
    nullable: true,
    description:
      'A mail as it would be written now; null when nothing of the kind is asked of the organisation, or none goes at that moment. Nothing is sent.',
  })
  async previewMail(
    @Reads() read: RequestRead,
    @Args('participationId', { type: () => Uuid, description: 'The participation.' }) participationId: string,
    @Args('kind', { type: () => MailPreviewKind, description: 'Which mail.' }) kind: MailPreviewKind,
    @Args('moment', { type: () => MailPreviewMoment, description: 'When a reminder would go; others heed it not.' })
    moment: MailPreviewMoment,
    @Args('language', { type: () => InterfaceLanguage, description: 'The language of the reader.' })
    language: Language,
  ): Promise<MailPreview | null> {
    const asked = { participationId, kind, moment, language };
    return (await previewedMail(await read.work(), asked, this.settings.sender))?.preview ?? null;
  }

  @Mutation(() => SaveReminderPolicyResult, {
    description: 'Agrees, or no longer agrees, that leaders are written to without being asked first.',
  })
  saveReminderPolicy(
    @AskedBy() asker: Asker,
    @Args('input', { description: 'What the organisation agrees to.' }) input: SaveReminderPolicyInput,
  ) {
    return this.policySaver.carryOut(asker, input);
  }

  @Mutation(() => AcceptEscalationResult, {
    description: 'Writes to the next level about a missed date, as shown in the preview.',
  })
  acceptEscalation(
    @AskedBy() asker: Asker,
    @Args('input', { description: 'Which offer.' }) input: AcceptEscalationInput,
  ) {
    return this.accept.carryOut(asker, input);
  }

  @Mutation(() => DeclineEscalationResult, {
    description: 'Leaves the next level alone; the offer is not made again for this date.',
  })
  declineEscalation(
    @AskedBy() asker: Asker,
    @Args('input', { description: 'Which offer.' }) input: DeclineEscalationInput,
  ) {
    return this.decline.carryOut(asker, input);
  }

  @Mutation(() => RemindNowResult, {
    description:
      'Reminds municipalities now of what is awaited of them; a dry run says who would get what. One mail to a person on a day, in working hours.',
  })
  remindNow(@AskedBy() asker: Asker, @Args('input', { description: 'Whom.' }) input: RemindNowInput) {
    return this.remind.carryOut(asker, input);
  }
}
