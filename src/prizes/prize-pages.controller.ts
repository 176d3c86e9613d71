import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ResponsePagesService } from '../answering/response-pages.service.js';
import type { Link } from '../campaigns/link.js';
import { LinksService } from '../campaigns/links.service.js';
import type { Config } from '../config.js';
import { Clock } from '../platform/clock.js';
import { CONFIG } from '../platform/config.module.js';
import { Rate } from '../platform/http/rate.js';
import { Public } from '../platform/http/route.js';
import { formOf, ShowsPage, TakesForm } from '../platform/http/takes-form.js';
import { acceptedLanguages } from '../surveys/language.js';
import type { DrawRecord } from './draw-record.js';
import { ADDRESS_LENGTH, ENTRY_FIELDS } from './prize-page.js';
import { type PrizePage, PrizePagesService } from './prize-pages.service.js';

/** What one address may ask for in a minute: an office behind one address, entering together. */
const REQUESTS_PER_ADDRESS = 600;
const REMEMBERED_CALLERS = 100_000;

/** The public pages of prize draws. */
@ApiExcludeController()
@Controller('d')
export class PrizePagesController {
  private readonly rate = new Rate(REQUESTS_PER_ADDRESS, REMEMBERED_CALLERS);

  constructor(
    private readonly prizes: PrizePagesService,
    private readonly pages: ResponsePagesService,
    private readonly links: LinksService,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get(':token')
  @Public()
  @ShowsPage()
  show(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.answer(request, reply, token, ['draw', 'ticket'], (link, tags) =>
      this.prizes.show(link, tags),
    );
  }

  @Get(':token/record.json')
  @Public()
  @ShowsPage()
  async record(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DrawRecord | string> {
    const link = this.linkOf(token, ['draw']);
    const record = link && !this.isTooMuch(request) ? await this.prizes.record(link) : null;
    if (!record) return this.answer(request, reply, token, [], () => Promise.resolve(null));
    reply.header('content-disposition', 'attachment; filename="prize-draw.json"');
    return record;
  }

  @Post(':token')
  @Public()
  @TakesForm()
  enter(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const form = formOf(request);
    const wanted = {
      email: (form.get(ENTRY_FIELDS.email) ?? '').slice(0, ADDRESS_LENGTH + 1),
      isAgreed: form.has(ENTRY_FIELDS.consent),
    };
    return this.answer(request, reply, token, ['ticket'], (link, tags) =>
      this.prizes.enter(link, wanted, tags),
    );
  }

  /** A page whatever happens: people are shown no JSON. */
  private async answer(
    request: FastifyRequest,
    reply: FastifyReply,
    token: string,
    kinds: Link['kind'][],
    make: (link: Link, tags: string[]) => Promise<PrizePage | null>,
  ): Promise<string> {
    const accepted = acceptedLanguages(request.headers['accept-language'] ?? '');
    const nobodys = (notice: 'unknown' | 'tooMany') =>
      this.pages.nobodys(notice, { language: null, accepted, isEmbedded: false });
    const link = this.linkOf(token, kinds);
    const page = this.isTooMuch(request)
      ? nobodys('tooMany')
      : ((link && (await make(link, accepted))) ?? nobodys('unknown'));
    reply.status(page.status).headers(page.headers);
    return page.html;
  }

  private linkOf(token: string, kinds: Link['kind'][]): Link | null {
    const link = this.links.read(token);
    return link && kinds.includes(link.kind) ? link : null;
  }

  private isTooMuch({ ip }: FastifyRequest): boolean {
    if (this.config.rateLimitPerMinute === 0) return false;
    return !this.rate.takes(ip, this.clock.now().getTime());
  }
}
