import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdParam } from '../platform/http/id-param.js';
import { IfMatch } from '../platform/http/if-match.js';
import { PageQuery } from '../platform/http/page.js';
import { Allow } from '../platform/http/route.js';
import { DepartmentsService } from './departments.service.js';
import {
  AddDepartment,
  ChangeDepartment,
  DepartmentMembersView,
  DepartmentPage,
  DepartmentView,
  viewDepartment,
} from './tenants.dto.js';

@ApiTags('Departments')
@Controller('v1/departments')
export class DepartmentsController {
  constructor(private readonly departments: DepartmentsService) {}

  /** Lists the teams that receive feedback. */
  @Get()
  @Allow('department.read')
  async list(@Query() query: PageQuery): Promise<DepartmentPage> {
    const { items, next } = await this.departments.list(query);
    return { items: items.map(viewDepartment), next };
  }

  /** Adds a department. */
  @Post()
  @Allow('department.manage')
  async add(@Body() body: AddDepartment): Promise<DepartmentView> {
    return viewDepartment(await this.departments.add(body));
  }

  /** Reads one department. */
  @Get(':id')
  @Allow('department.read')
  async get(@IdParam('department') id: string): Promise<DepartmentView> {
    return viewDepartment(await this.departments.get(id));
  }

  /** Renames a department or makes it the fallback. */
  @Patch(':id')
  @Allow('department.manage')
  async change(
    @IdParam('department') id: string,
    @Body() body: ChangeDepartment,
    @IfMatch() version: number | undefined,
  ): Promise<DepartmentView> {
    return viewDepartment(await this.departments.change(id, body, version));
  }

  /** Lists who works in a department. */
  @Get(':id/members')
  @Allow('department.read')
  async members(@IdParam('department') id: string): Promise<DepartmentMembersView> {
    return { memberIds: await this.departments.memberIds(id) };
  }

  /** Puts a member into a department; nothing happens when they are in it already. */
  @Put(':id/members/:memberId')
  @HttpCode(204)
  @Allow('department.manage')
  join(@IdParam('department') id: string, @IdParam('member', 'memberId') memberId: string): Promise<void> {
    return this.departments.join(id, memberId);
  }

  /** Takes a member out of a department. */
  @Delete(':id/members/:memberId')
  @HttpCode(204)
  @Allow('department.manage')
  leave(@IdParam('department') id: string, @IdParam('member', 'memberId') memberId: string): Promise<void> {
    return this.departments.leave(id, memberId);
  }
}
