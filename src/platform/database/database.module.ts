import { Global, Inject, Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { Config } from '../../config.js';
import { CONFIG } from '../config.module.js';
import { assertAppRole } from './app-role.js';
import { Database } from './database.js';
import { SnakeCase } from './snake-case.js';
import { TenantDirectory } from './tenant-directory.js';

/** How long a request waits for a free connection before it answers 503, in milliseconds. */
const CONNECTION_WAIT_MS = 10_000;

@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [CONFIG],
      useFactory: (config: Config) => ({
        type: 'postgres' as const,
        url: config.databaseUrl,
        autoLoadEntities: true,
        namingStrategy: new SnakeCase(),
        poolSize: config.databasePoolSize,
        applicationName: 'heed',
        extra: {
          pipeline: true, // a statement is sent before the one ahead of it is answered
          statement_timeout: config.databaseStatementTimeoutMs,
          idle_in_transaction_session_timeout: config.databaseStatementTimeoutMs,
          connectionTimeoutMillis: CONNECTION_WAIT_MS,
        },
      }),
    }),
  ],
  providers: [Database, TenantDirectory],
  exports: [Database, TenantDirectory],
})
export class DatabaseModule implements OnModuleInit {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  async onModuleInit(): Promise<void> {
    await assertAppRole(this.source);
  }
}
