import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdParam } from '../platform/http/id-param.js';
import { IfMatch } from '../platform/http/if-match.js';
import { PageQuery } from '../platform/http/page.js';
import { Caller, type Principal } from '../platform/http/principal.js';
import { Allow } from '../platform/http/route.js';
import { MembersService } from './members.service.js';
import { PERMISSIONS, type Role } from './permissions.js';
import { GrantExceedsOwn } from './tenants.errors.js';
import { AddMember, ChangeMember, MemberPage, MemberView, viewMember } from './tenants.dto.js';

@ApiTags('Members')
@Controller('v1/members')
export class MembersController {
  constructor(private readonly members: MembersService) {}

  /** Lists the people working in the tenant, in the order they were added. */
  @Get()
  @Allow('member.read')
  async list(@Query() query: PageQuery): Promise<MemberPage> {
    const { items, next } = await this.members.list(query);
    return { items: items.map(viewMember), next };
  }

  /** Adds a person. Nobody can give a role that may do more than they may themselves. */
  @Post()
  @Allow('member.manage')
  async add(@Body() body: AddMember, @Caller() caller: Principal): Promise<MemberView> {
    GrantExceedsOwn.check(caller, PERMISSIONS[body.role]);
    return viewMember(await this.members.add(body));
  }

  /** Reads one member. */
  @Get(':id')
  @Allow('member.read')
  async get(@IdParam('member') id: string): Promise<MemberView> {
    return viewMember(await this.members.get(id));
  }

  /** Changes a member's name or role. */
  @Patch(':id')
  @Allow('member.manage')
  async change(
    @IdParam('member') id: string,
    @Body() body: ChangeMember,
    @IfMatch() version: number | undefined,
    @Caller() caller: Principal,
  ): Promise<MemberView> {
    if (body.role) await this.assertMayChangeRole(id, body.role, caller);
    return viewMember(await this.members.change(id, body, version));
  }

  /** Ends a member's access: their API keys stop working, their past stays. */
  @Post(':id/deactivation')
  @Allow('member.manage')
  async deactivate(@IdParam('member') id: string, @Caller() caller: Principal): Promise<MemberView> {
    GrantExceedsOwn.check(caller, PERMISSIONS[(await this.members.get(id)).role]);
    return viewMember(await this.members.deactivate(id));
  }

  private async assertMayChangeRole(id: string, role: Role, caller: Principal): Promise<void> {
    const { role: present } = await this.members.get(id);
    GrantExceedsOwn.check(caller, [...PERMISSIONS[present], ...PERMISSIONS[role]]);
  }
}
