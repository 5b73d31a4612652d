import { Global, Inject, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { dataSourceOf, type DatabaseOptions } from './data-source';
import { SWEEPER_DATA_SOURCE } from './sweeper';
import { DATA_SOURCE, Transactions } from './transactions';

/** The connected data sources and the transactions over them, for the whole process. */
@Global()
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(
    @Inject(DATA_SOURCE) private readonly dataSource: DataSource,
    @Inject(SWEEPER_DATA_SOURCE) private readonly sweeper: DataSource | null,
  ) {}

  /** `sweeperUrl` is the log-in that sees open rows of all regions; a process without sweeps leaves it out. */
  static forRoot({ sweeperUrl, ...options }: DatabaseOptions & { sweeperUrl?: string }): DynamicModule {
    return {
      module: DatabaseModule,
      providers: [
        { provide: DATA_SOURCE, useFactory: () => dataSourceOf(options).initialize() },
        {
          provide: SWEEPER_DATA_SOURCE,
          useFactory: () =>
            sweeperUrl
              ? dataSourceOf({
                  url: sweeperUrl,
                  applicationName: `${options.applicationName}-sweeper`,
                  poolSize: 4,
                }).initialize()
              : null,
        },
        Transactions,
      ],
      exports: [DATA_SOURCE, SWEEPER_DATA_SOURCE, Transactions],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.dataSource.destroy();
    await this.sweeper?.destroy();
  }
}
