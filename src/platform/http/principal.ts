import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../actor.js';

/** Whoever a request speaks for: the tenant its credential names, and what it may do there. */
export interface Principal {
  tenantId: string;
  actor: Actor;
  /** Whether the credential and, where it stands for a member, the member's role allow an action. */
  may(action: string): boolean;
  /** The member it stands for, if any, with the departments whose tasks they may work on. */
  member: { id: string; role: string; departmentIds: string[] } | null;
}

declare module 'fastify' {
  interface FastifyRequest {
    principal?: Principal;
  }
}

export function requestOf(context: ExecutionContext): FastifyRequest {
  return context.switchToHttp().getRequest<FastifyRequest>();
}

/** The caller of a route that is not public. */
export const Caller = createParamDecorator((_data: unknown, context: ExecutionContext): Principal => {
  return requestOf(context).principal!;
});
