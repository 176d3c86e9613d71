import { Body, Controller, Get, Patch, Post, Put, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ExternalIdParam } from '../platform/http/external-id-param.js';
import { IdParam } from '../platform/http/id-param.js';
import { IfMatch } from '../platform/http/if-match.js';
import { Allow } from '../platform/http/route.js';
import {
  AccountFilter,
  AccountPage,
  AccountView,
  AddAccount,
  ChangeAccount,
  UpsertAccount,
  viewAccount,
} from './accounts.dto.js';
import { AccountsService } from './accounts.service.js';

@ApiTags('Accounts')
@Controller('v1/accounts')
export class AccountsController {
  constructor(private readonly accounts: AccountsService) {}

  /** Lists the customer companies, in the order they were added. */
  @Get()
  @Allow('account.read')
  async list(@Query() query: AccountFilter): Promise<AccountPage> {
    const { items, next } = await this.accounts.list(query);
    return { items: items.map(viewAccount), next };
  }

  /** Adds an account. */
  @Post()
  @Allow('account.write')
  async add(@Body() body: AddAccount): Promise<AccountView> {
    return viewAccount(await this.accounts.add(body));
  }

  /** Reads one account. */
  @Get(':id')
  @Allow('account.read')
  async get(@IdParam('account') id: string): Promise<AccountView> {
    return viewAccount(await this.accounts.get(id));
  }

  /** Changes an account. */
  @Patch(':id')
  @Allow('account.write')
  async change(
    @IdParam('account') id: string,
    @Body() body: ChangeAccount,
    @IfMatch() version: number | undefined,
  ): Promise<AccountView> {
    return viewAccount(await this.accounts.change(id, body, version));
  }

  /** Adds the account with this external id, or adds to what is known of it. */
  @Put('external/:externalId')
  @Allow('account.write')
  @ApiOkResponse({ type: AccountView })
  @ApiCreatedResponse({ type: AccountView })
  async upsert(
    @ExternalIdParam() externalId: string,
    @Body() body: UpsertAccount,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AccountView> {
    const { account, created } = await this.accounts.upsert({ ...body, externalId });
    reply.status(created ? 201 : 200);
    return viewAccount(account);
  }
}
