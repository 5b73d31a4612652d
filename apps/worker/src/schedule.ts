import type { INestApplicationContext } from '@nestjs/common';
import { replanAllStale } from '@samanker/anchoring';
import { ATTACHMENT_STORE, sweepAttachments } from '@samanker/attachment';
import { takeDailyCheckpoints } from '@samanker/audit';
import { Transactions } from '@samanker/database';
import { sweepAttempts, sweepCodes, sweepSessions, sweepToConnect } from '@samanker/identity';
import { LogKeys } from '@samanker/decision-log';
import type { Relay } from '@samanker/outbox';
import { tidyPersonalData } from '@samanker/privacy';
import { SendMail, sweepEscalations, sweepReminders } from '@samanker/reminder';
import type { DataSource } from 'typeorm';

/** What the timed tasks work with. */
export interface ScheduleContext {
  /** Finds the words’ own services. */
  readonly app: INestApplicationContext;
  /** Sees open rows of every region. */
  readonly sweeper: DataSource;
  readonly relay: Relay;
}

/** A task that runs every so often in every worker. Safe when many run at once; returns how much it did. */
export interface TimedTask {
  readonly name: string;
  readonly everyMilliseconds: number;
  readonly run: (context: ScheduleContext) => Promise<number>;
}

/** Everything that is timed, on one page. Intervals are real time; what is due is judged in domain time by the rows. */
export const schedule: readonly TimedTask[] = [
  { name: 'relay', everyMilliseconds: 1_000, run: ({ relay }) => relay.relay() },
  { name: 'ring-again', everyMilliseconds: 2_000, run: ({ relay }) => relay.ringAgain() },
  // Before the reminders: what is planned for a day that has passed must not be reminded of.
  {
    name: 'replan-stale',
    everyMilliseconds: 10_000,
    run: ({ app, sweeper }) => replanAllStale(app.get(Transactions), sweeper),
  },
  {
    name: 'sweep-reminders',
    everyMilliseconds: 5_000,
    run: ({ app, sweeper }) => sweepReminders(app.get(Transactions), sweeper),
  },
  {
    name: 'sweep-escalations',
    everyMilliseconds: 15_000,
    run: ({ app, sweeper }) => sweepEscalations(app.get(Transactions), sweeper),
  },
  {
    name: 'send-due-mail',
    everyMilliseconds: 2_000,
    run: ({ app }) => app.get(SendMail, { strict: false }).sendDueMail(),
  },
  {
    name: 'sweep-log-ins',
    everyMilliseconds: 60_000,
    run: async ({ sweeper }) =>
      (await sweepSessions(sweeper)) +
      (await sweepAttempts(sweeper)) +
      (await sweepToConnect(sweeper)) +
      (await sweepCodes(sweeper)),
  },
  {
    name: 'sweep-attachments',
    everyMilliseconds: 3_600_000,
    run: ({ app, sweeper }) => sweepAttachments(app.get(Transactions), sweeper, app.get(ATTACHMENT_STORE)),
  },
  { name: 'tidy-personal-data', everyMilliseconds: 3_600_000, run: ({ sweeper }) => tidyPersonalData(sweeper) },
  {
    name: 'daily-checkpoints',
    everyMilliseconds: 300_000,
    run: ({ app, sweeper }) =>
      takeDailyCheckpoints(app.get(Transactions), sweeper, app.get(LogKeys, { strict: false })),
  },
  { name: 'tidy', everyMilliseconds: 3_600_000, run: ({ relay }) => relay.tidy().then(() => 0) },
];
