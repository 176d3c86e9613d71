import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Database } from '../database/database.js';
import { Metrics } from '../metrics.js';
import { Public } from './route.js';

/** For orchestrators and Prometheus; reachable without a credential, so nothing of a tenant is in it. */
@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly metrics: Metrics,
  ) {}

  /** The process runs. */
  @Get('health/live')
  @Public()
  live(): { status: string } {
    return { status: 'ok' };
  }

  /** The process can do its work; 503 while the database does not answer. */
  @Get('health/ready')
  @Public()
  async ready(): Promise<{ status: string }> {
    await this.database.ping();
    return { status: 'ok' };
  }

  @Get('metrics')
  @Public()
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  scrape(): Promise<string> {
    return this.metrics.text();
  }
}
