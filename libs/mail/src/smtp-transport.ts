import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { isPlainAddress } from './mail-address.rules';
import type { MailMessage } from './mail.rules';
import { MAIL_SETTINGS, type MailSettings } from './mail-settings';
import { readFailure, type SendFailure } from './send-failure.rules';

/** The mail server has taken the message. */
export interface SendSuccess {
  kind: 'sent';
  /** The recipients the server accepted: the one stored address. */
  accepted: string[];
  /** The server's own last line. */
  response: string;
}

/** What became of one attempt to send one message. */
export type SendOutcome = SendSuccess | SendFailure;

// Milliseconds. The whole attempt ends before 30 s, so that a server that hangs, or trickles, holds up nobody longer (C4).
const CONNECT_WITHIN = 10_000;
const SILENT_AT_MOST = 20_000;
const WHOLE_ATTEMPT = 25_000;
const CONNECTIONS = 5;
const MESSAGES_PER_CONNECTION = 200;

/** The only thing in the product that speaks SMTP outwards. */
@Injectable()
export class MailTransport implements OnApplicationShutdown {
  private readonly wholeAttempt: number;
  private url: string;
  private transporter;

  constructor(@Inject(MAIL_SETTINGS) private readonly settings: MailSettings) {
    this.wholeAttempt = settings.attemptWithin ?? WHOLE_ATTEMPT;
    this.url = settings.smtpUrl;
    this.transporter = this.connectTo(this.url);
  }

  private connectTo(url: string) {
    return createTransport({
      pool: true,
      url,
      maxConnections: CONNECTIONS,
      maxMessages: MESSAGES_PER_CONNECTION,
      // When and whether to try again is decided by nextAttemptAt() alone: a hidden second try could send twice.
      maxRequeues: 0,
      connectionTimeout: Math.min(CONNECT_WITHIN, this.wholeAttempt),
      greetingTimeout: Math.min(CONNECT_WITHIN, this.wholeAttempt),
      dnsTimeout: Math.min(CONNECT_WITHIN, this.wholeAttempt),
      socketTimeout: Math.min(SILENT_AT_MOST, this.wholeAttempt),
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  /** Sends one message to its one recipient, once. Never throws for what the server does; the answer says what happened. */
  async send(message: MailMessage): Promise<SendOutcome> {
    if (!isPlainAddress(message.to)) {
      return { kind: 'permanent', code: 'ADDRESS', response: 'Not one plain e-mail address; nothing was sent' };
    }
    const end = new AbortController();
    const timer = setTimeout(() => end.abort(), this.wholeAttempt);
    try {
      const info = await this.current().sendMail({
        envelope: { from: message.from.address, to: [message.to] },
        from: message.from,
        to: { name: '', address: message.to },
        ...(message.replyTo ? { replyTo: { name: '', address: message.replyTo } } : {}),
        subject: message.subject,
        messageId: message.messageId,
        date: new Date(message.date),
        headers: message.headers,
        text: message.text,
        html: message.html,
        attachments: message.attachments.map((file) => ({ ...file, contentDisposition: 'attachment' as const })),
        xMailer: false,
        signal: end.signal,
      });
      return { kind: 'sent', accepted: info.accepted ?? [], response: info.response ?? '' };
    } catch (error) {
      return readFailure(error);
    } finally {
      clearTimeout(timer);
    }
  }

  /** After the log-in has been exchanged new mails go over new connections; the old ones deliver what they have. */
  private current() {
    const now = this.settings.smtpUrlNow?.() ?? this.url;
    if (now !== this.url) {
      this.transporter.close();
      this.url = now;
      this.transporter = this.connectTo(now);
    }
    return this.transporter;
  }

  /** Closes the connections; what is being delivered is delivered first. */
  close(): void {
    this.transporter.close();
  }

  onApplicationShutdown(): void {
    this.close();
  }
}
