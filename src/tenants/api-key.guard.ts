import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { requestOf } from '../platform/http/principal.js';
import { ALLOW, PUBLIC } from '../platform/http/route.js';
import { CredentialsService } from './credentials.service.js';
import { ActionNotAllowed, CredentialInvalid, CredentialMissing } from './tenants.errors.js';

/** Lets a request through to a route when its API key allows the route's action. */
@Injectable()
export class ApiKeyGuard implements CanActivate {
  constructor(
    private readonly credentials: CredentialsService,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.reflector.get<boolean>(PUBLIC, context.getHandler())) return true;
    const request = requestOf(context);
    const [scheme, token] = (request.headers.authorization ?? '').split(' ');
    if (scheme?.toLowerCase() !== 'bearer' || !token) throw new CredentialMissing();
    const principal = await this.credentials.principalOf(token);
    if (!principal) throw new CredentialInvalid();
    const action = this.reflector.get<string | undefined>(ALLOW, context.getHandler());
    if (action === undefined || !principal.may(action)) throw new ActionNotAllowed(action ?? 'none');
    request.principal = principal;
    return true;
  }
}
