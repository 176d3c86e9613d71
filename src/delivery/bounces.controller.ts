import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Allow } from '../platform/http/route.js';
import { bytesOf, TakesMessage } from '../platform/http/takes-file.js';
import { type BouncesView, type BounceView, incomingBounceOf, PostBounces } from './bounces.dto.js';
import { BouncesService } from './bounces.service.js';

/** Returned mails bring the first kilobytes of what was sent, rarely all of it. */
const MAX_MESSAGE_BYTES = 1_000_000;

@ApiTags('Mail')
@Controller('v1/bounces')
export class BouncesController {
  constructor(private readonly bounces: BouncesService) {}

  /** Takes what a mail provider's webhook tells of mails that were sent. */
  @Post()
  @HttpCode(200)
  @Allow('bounce.create')
  async note(@Body() { bounces }: PostBounces): Promise<BouncesView> {
    const items: BounceView[] = [];
    for (const bounce of bounces) items.push({ outcome: await this.bounces.note(incomingBounceOf(bounce)) });
    return { items };
  }

  /** Takes a mail that came back, as it is: a delivery status notification (RFC 3464) or a feedback report (RFC 5965). */
  @Post('messages')
  @HttpCode(200)
  @Allow('bounce.create')
  @TakesMessage()
  async noteMessage(@Req() request: FastifyRequest): Promise<BounceView> {
    return { outcome: await this.bounces.noteMessage(await bytesOf(request, MAX_MESSAGE_BYTES)) };
  }
}
