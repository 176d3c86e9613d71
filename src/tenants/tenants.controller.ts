import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Caller, type Principal } from '../platform/http/principal.js';
import { Allow } from '../platform/http/route.js';
import { ACTIONS } from './permissions.js';
import { CallerView, RenameTenant, TenantView, viewTenant } from './tenants.dto.js';
import { TenantsService } from './tenants.service.js';

@ApiTags('Tenant')
@Controller('v1')
export class TenantsController {
  constructor(private readonly tenants: TenantsService) {}

  /** Reads the tenant of the API key. */
  @Get('tenant')
  @Allow('tenant.read')
  async get(): Promise<TenantView> {
    return viewTenant(await this.tenants.current());
  }

  /** Renames the tenant. */
  @Patch('tenant')
  @Allow('tenant.manage')
  async rename(@Body() body: RenameTenant): Promise<TenantView> {
    return viewTenant(await this.tenants.rename(body.name));
  }

  /** Says whom the API key speaks for and what it may do. */
  @Get('caller')
  @Allow('tenant.read')
  caller(@Caller() caller: Principal): CallerView {
    return {
      tenantId: caller.tenantId,
      memberId: caller.member?.id ?? null,
      role: caller.member?.role ?? null,
      permissions: ACTIONS.filter((action) => caller.may(action)),
    };
  }
}
