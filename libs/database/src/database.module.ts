import { Global, Module, type DynamicModule, type OnApplicationShutdown, Inject } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { dataSourceOf, type DatabaseOptions } from './data-source';
import { DATA_SOURCE, Transactions } from './transactions';

/** The connected data source and the transactions over it, for the whole process. */
@Global()
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(@Inject(DATA_SOURCE) private readonly dataSource: DataSource) {}

  static forRoot(options: DatabaseOptions): DynamicModule {
    return {
      module: DatabaseModule,
      providers: [{ provide: DATA_SOURCE, useFactory: () => dataSourceOf(options).initialize() }, Transactions],
      exports: [DATA_SOURCE, Transactions],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.dataSource.destroy();
  }
}
