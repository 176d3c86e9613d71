import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { EtagInterceptor } from './etag.interceptor.js';
import { HealthController } from './health.controller.js';
import { Idempotency } from './idempotency.js';
import { ProblemFilter } from './problem.filter.js';
import { TenantTransactionInterceptor } from './tenant-transaction.interceptor.js';
import { validationPipe } from './validation.js';

/** How every request is treated: one transaction, one shape of error, one way to check input. */
@Global()
@Module({
  controllers: [HealthController],
  providers: [
    Idempotency,
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_INTERCEPTOR, useClass: TenantTransactionInterceptor },
    { provide: APP_INTERCEPTOR, useClass: EtagInterceptor },
    { provide: APP_PIPE, useFactory: validationPipe },
  ],
  exports: [Idempotency],
})
export class HttpModule {}
