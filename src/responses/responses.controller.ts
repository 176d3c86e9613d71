import { Body, Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Database } from '../platform/database/database.js';
import { IdParam } from '../platform/http/id-param.js';
import { Idempotency, idempotencyKey } from '../platform/http/idempotency.js';
import { Caller, type Principal } from '../platform/http/principal.js';
import { Allow, OwnTransaction } from '../platform/http/route.js';
import { IntakeService } from './intake.service.js';
import {
  BulkView,
  incomingOf,
  ReceivedView,
  ReceiveResponse,
  ReceiveResponses,
  ResponseFilter,
  ResponsePage,
  ResponseView,
  viewBulk,
  viewReceived,
  viewResponse,
} from './responses.dto.js';
import { ResponsesQueries } from './responses.queries.js';
import { ResponsesService } from './responses.service.js';

@ApiTags('Responses')
@Controller('v1/responses')
export class ResponsesController {
  constructor(
    private readonly intake: IntakeService,
    private readonly responses: ResponsesService,
    private readonly queries: ResponsesQueries,
    private readonly idempotency: Idempotency,
    private readonly database: Database,
  ) {}

  /** Takes one response in. When this answers 201 it is kept, and what follows from it will happen. */
  @Post()
  @Allow('response.create')
  @OwnTransaction()
  async receive(
    @Body() body: ReceiveResponse,
    @Caller() { tenantId, actor }: Principal,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReceivedView> {
    const incoming = incomingOf(body);
    const take = () => this.intake.receive(tenantId, actor, incoming).then(viewReceived);
    if (idempotencyKey(request) === undefined) return take();
    // A key stands or falls with its own response, so this one does not share a transaction.
    const alone = async () => {
      const [outcome] = await this.responses.receive([incoming]);
      if ('error' in outcome!) throw outcome.error;
      return viewReceived(outcome!.response);
    };
    const once = () => this.idempotency.once(request, reply, alone);
    return (await this.database.inTenant(tenantId, once, { actor })) as ReceivedView;
  }

  /** Takes up to 1,000 responses in. Good ones are kept, and for each of the others the answer says why not. */
  @Post('bulk')
  @HttpCode(200)
  @Allow('response.create')
  async receiveAll(@Body() body: ReceiveResponses): Promise<BulkView> {
    return viewBulk(await this.responses.receive(body.responses.map(incomingOf)));
  }

  /** Lists responses, newest first. */
  @Get()
  @Allow('response.read')
  async list(@Query() filter: ResponseFilter): Promise<ResponsePage> {
    const { items, next } = await this.queries.list(filter);
    return { items: items.map(viewResponse), next };
  }

  /** Reads one response. */
  @Get(':id')
  @Allow('response.read')
  async get(@IdParam('response') id: string): Promise<ResponseView> {
    return viewResponse(await this.queries.get(id));
  }
}
