import { type DynamicModule, Module } from '@nestjs/common';
import { AttachmentModule, type AttachmentStore } from '@samanker/attachment';
import { DatabaseModule, type Address } from '@samanker/database';
import { DecisionLogModule } from '@samanker/decision-log';
import { MailModule, type MailSettings } from '@samanker/mail';
import { OutboxModule } from '@samanker/outbox';
import { VerbModule } from '@samanker/verb';
import { entities, words } from '../../api/src/words';

export interface WorkerOptions {
  readonly databaseUrl: Address;
  readonly sweeperUrl: Address;
  readonly queueUrl: Address;
  /** Keeps the queues of several installations apart on one Redis. */
  readonly queuePrefix?: string;
  readonly mail: MailSettings;
  readonly attachmentStore: AttachmentStore;
  readonly logLevel: string;
}

/** The worker host: the same words as the API, without HTTP. */
@Module({})
export class WorkerModule {
  static forRoot(options: WorkerOptions): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        DatabaseModule.forRoot({
          url: options.databaseUrl,
          sweeperUrl: options.sweeperUrl,
          applicationName: 'samanker-worker',
          entities,
        }),
        DecisionLogModule,
        OutboxModule,
        VerbModule,
        AttachmentModule.register(options.attachmentStore),
        { ...MailModule.register({ settings: options.mail }), global: true },
        ...words,
      ],
    };
  }
}
