import { Global, Inject, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { dataSourceOf, type DatabaseOptions } from './data-source';
import type { Address } from './live-address';
import { demandOrdinaryRole } from './ordinary-role';
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
  static forRoot({ sweeperUrl, ...options }: DatabaseOptions & { sweeperUrl?: Address }): DynamicModule {
    return {
      module: DatabaseModule,
      providers: [
        { provide: DATA_SOURCE, useFactory: () => opened('DATABASE_URL', options) },
        {
          provide: SWEEPER_DATA_SOURCE,
          useFactory: () =>
            sweeperUrl
              ? opened('SWEEPER_DATABASE_URL', {
                  url: sweeperUrl,
                  applicationName: `${options.applicationName}-sweeper`,
                  poolSize: 4,
                })
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

/** Connects; in production nothing is served by a log-in that row-level security does not hold. */
async function opened(setting: string, options: DatabaseOptions): Promise<DataSource> {
  const dataSource = await dataSourceOf(options).initialize();
  try {
    if (process.env.NODE_ENV === 'production') await demandOrdinaryRole(setting, dataSource);
    return dataSource;
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
}
