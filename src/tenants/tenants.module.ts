import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApiKey } from './api-key.entity.js';
import { ApiKeyGuard } from './api-key.guard.js';
import { ApiKeysController } from './api-keys.controller.js';
import { ApiKeysService } from './api-keys.service.js';
import { CredentialsService } from './credentials.service.js';
import { Department } from './department.entity.js';
import { DepartmentMember } from './department-member.entity.js';
import { DepartmentsController } from './departments.controller.js';
import { DepartmentsService } from './departments.service.js';
import { Member } from './member.entity.js';
import { MembersController } from './members.controller.js';
import { MembersService } from './members.service.js';
import { Tenant } from './tenant.entity.js';
import { TenantsController } from './tenants.controller.js';
import { TenantsService } from './tenants.service.js';

/** Companies, the people and departments in them, and the keys that open them. */
@Module({
  imports: [TypeOrmModule.forFeature([Tenant, Member, Department, DepartmentMember, ApiKey])],
  controllers: [TenantsController, MembersController, DepartmentsController, ApiKeysController],
  providers: [
    TenantsService,
    MembersService,
    DepartmentsService,
    ApiKeysService,
    CredentialsService,
    { provide: APP_GUARD, useClass: ApiKeyGuard },
  ],
  exports: [TenantsService, MembersService, DepartmentsService, ApiKeysService],
})
export class TenantsModule {}
