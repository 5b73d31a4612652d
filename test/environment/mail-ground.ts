import { dataSourceOf, setDomainClock, Transactions } from '@samanker/database';
import { DecisionLog } from '@samanker/decision-log';
import { MailTransport, readMailSettings, type MailSettings } from '@samanker/mail';
import { Outbox } from '@samanker/outbox';
import { SendMail, sweepEscalations, sweepReminders } from '@samanker/reminder';
import type { DataSource } from 'typeorm';
import { testDatabase, type TestDatabase } from './database';

/** The reminder engine alone on a database of its own, without hosts, queue or schedule. */
export class MailGround {
  private constructor(
    readonly db: TestDatabase,
    readonly admin: DataSource,
    readonly transactions: Transactions,
    readonly sweeper: DataSource,
    private readonly app: DataSource,
    private readonly settings: MailSettings,
    private readonly transports: MailTransport[] = [],
  ) {}

  static async open(smtpUrl: string, clock: string, attemptWithin?: number): Promise<MailGround> {
    const db = await testDatabase();
    const open = (url: string, poolSize: number) =>
      dataSourceOf({ url, applicationName: 'mail-ground', poolSize }).initialize();
    const [admin, app, sweeper] = await Promise.all([
      open(db.adminUrl, 2),
      open(db.DATABASE_URL, 8),
      open(db.SWEEPER_DATABASE_URL, 4),
    ]);
    await setDomainClock(admin, new Date(clock));
    const transactions = new Transactions(app);
    new Outbox(transactions);
    new DecisionLog(transactions);
    const settings = {
      ...readMailSettings({ NODE_ENV: 'test', SMTP_URL: smtpUrl, PUBLIC_URL: 'http://localhost:3000' }),
      attemptWithin,
    };
    return new MailGround(db, admin, transactions, sweeper, app, settings);
  }

  setClock(instant: string): Promise<void> {
    return setDomainClock(this.admin, new Date(instant));
  }

  /** A worker's sender, with connections of its own. */
  sender(): SendMail {
    const transport = new MailTransport(this.settings);
    this.transports.push(transport);
    return new SendMail(this.transactions, this.sweeper, transport, this.settings);
  }

  sweep(): Promise<number> {
    return sweepReminders(this.transactions, this.sweeper);
  }

  escalate(): Promise<number> {
    return sweepEscalations(this.transactions, this.sweeper);
  }

  /** Every mail row, oldest first. */
  mails(): Promise<
    {
      id: string;
      kind: string;
      to_address: string;
      state: string;
      attempts: number;
      next_attempt_at: Date;
      last_response: string | null;
      mail_on: string;
    }[]
  > {
    return this.admin.query('select * from mail order by id');
  }

  async close(): Promise<void> {
    for (const transport of this.transports) transport.close();
    await Promise.all([this.admin.destroy(), this.app.destroy(), this.sweeper.destroy()]);
    await this.db.drop();
  }
}
