import { type DynamicModule, Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import { ApolloDriver } from '@nestjs/apollo';
import { AttachmentModule, type AttachmentStore } from '@samanker/attachment';
import { DATA_SOURCE, DatabaseModule, type Address } from '@samanker/database';
import { DecisionLogModule } from '@samanker/decision-log';
import { LogInModule, type LogInSettings } from '@samanker/identity';
import { MailModule, type MailSettings } from '@samanker/mail';
import { OutboxModule } from '@samanker/outbox';
import { VerbModule } from '@samanker/verb';
import type { DataSource } from 'typeorm';
import { graphqlOptions } from './graphql.options';
import { HealthController } from './health.controller';
import { entities, words } from './words';

export interface ApiOptions {
  readonly databaseUrl: Address;
  /** Needed by the development log-in, which lists the people of every region. */
  readonly sweeperUrl?: Address;
  readonly mail: MailSettings;
  /** Without a provider of log-ins nobody gets in by one. */
  readonly logIn?: Partial<LogInSettings>;
  readonly attachmentStore: AttachmentStore;
  /** Whether everybody who is logged in may ask for the schema; otherwise only those with the right. */
  readonly introspection: boolean;
  readonly poolSize?: number;
  /** Takes faults of ours, with the id of the request that met them. */
  readonly report?: (fault: unknown, requestId: string) => void;
}

/** The API host: the words, and how GraphQL reaches them. */
@Module({})
export class ApiModule {
  static forRoot(options: ApiOptions): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        DatabaseModule.forRoot({
          url: options.databaseUrl,
          sweeperUrl: options.sweeperUrl,
          applicationName: 'samanker-api',
          poolSize: options.poolSize,
          entities,
        }),
        DecisionLogModule,
        OutboxModule,
        VerbModule,
        AttachmentModule.register(options.attachmentStore),
        { ...MailModule.register({ settings: options.mail, hostMailbox: true }), global: true },
        GraphQLModule.forRootAsync<ApolloDriverConfig>({
          driver: ApolloDriver,
          inject: [DATA_SOURCE],
          useFactory: (dataSource: DataSource) =>
            graphqlOptions(dataSource, options.report ?? (() => undefined), options.introspection),
        }),
        LogInModule.register({
          publicUrl: options.mail.sender.publicUrl,
          production: options.mail.production,
          provider: null,
          ...options.logIn,
        }),
        ...words,
      ],
      controllers: [HealthController],
    };
  }
}
