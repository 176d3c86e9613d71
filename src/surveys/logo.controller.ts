import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Database } from '../platform/database/database.js';
import { IdParam } from '../platform/http/id-param.js';
import { OwnTransaction, Public } from '../platform/http/route.js';
import { BrandService } from './brand.service.js';

/** What an address with the digest of a logo leads to never changes. */
const FOR_EVER = 'public, max-age=31536000, immutable';
const ASK_EACH_TIME = 'public, no-cache';

/** The logo as pages and mails show it, from the same place as the pages. */
@ApiExcludeController()
@Controller('brand')
export class LogoController {
  constructor(
    private readonly database: Database,
    private readonly brand: BrandService,
  ) {}

  @Get(':tenantId/logo')
  @Public()
  @OwnTransaction()
  async show(
    @IdParam('tenant', 'tenantId') tenantId: string,
    @Query('v') wanted: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { bytes, type, digest } = await this.database.inTenant(tenantId, () => this.brand.logo(), {
      readOnly: true,
    });
    const etag = `"${digest}"`;
    void reply
      .header('etag', etag)
      .header('cache-control', wanted === digest ? FOR_EVER : ASK_EACH_TIME)
      // An image opened by itself is a page of its own, on the address of the response pages.
      .header('content-security-policy', "default-src 'none'; sandbox");
    if (request.headers['if-none-match'] === etag) await reply.status(304).send();
    else await reply.type(type).send(bytes);
  }
}
