import { Controller, Get, Inject, ServiceUnavailableException } from '@nestjs/common';
import { DATA_SOURCE } from '@samanker/database';
import type { DataSource } from 'typeorm';

/** Tells an orchestrator whether to keep the process (live) and whether to send it requests (ready). */
@Controller('health')
export class HealthController {
  constructor(@Inject(DATA_SOURCE) private readonly dataSource: DataSource) {}

  @Get('live')
  live(): { status: string } {
    return { status: 'live' };
  }

  @Get('ready')
  async ready(): Promise<{ status: string }> {
    try {
      await this.dataSource.query('select samanker_now()');
    } catch {
      throw new ServiceUnavailableException({ status: 'the database does not answer' });
    }
    return { status: 'ready' };
  }
}
