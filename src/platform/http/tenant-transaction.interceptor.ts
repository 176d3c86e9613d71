import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { Database } from '../database/database.js';
import { Idempotency } from './idempotency.js';
import { requestOf } from './principal.js';
import { OWN_TRANSACTION, SHOWN_ONCE } from './route.js';

/** One request, one tenant transaction; the answer leaves only after its commit. Reads are read-only. */
@Injectable()
export class TenantTransactionInterceptor implements NestInterceptor {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly reflector: Reflector,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = requestOf(context);
    if (!request.principal || this.reflector.get<boolean>(OWN_TRANSACTION, context.getHandler())) {
      return next.handle();
    }
    return from(this.inTransaction(request, context, next));
  }

  private inTransaction(
    request: FastifyRequest,
    context: ExecutionContext,
    next: CallHandler,
  ): Promise<unknown> {
    const { tenantId, actor } = request.principal!;
    const work = () => lastValueFrom(next.handle() as Observable<unknown>, { defaultValue: undefined });
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const shownOnce = this.reflector.get<string | undefined>(SHOWN_ONCE, context.getHandler());
    const readOnly = request.method === 'GET';
    const once = readOnly ? work : () => this.idempotency.once(request, reply, work, shownOnce);
    return this.database.inTenant(tenantId, once, { readOnly, actor });
  }
}
