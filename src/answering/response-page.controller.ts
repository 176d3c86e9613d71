import { Controller, Get, Inject, Logger, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Link } from '../campaigns/link.js';
import type { Config } from '../config.js';
import { Clock } from '../platform/clock.js';
import { CONFIG } from '../platform/config.module.js';
import { asDatabaseProblem } from '../platform/http/database-problem.js';
import { Rate } from '../platform/http/rate.js';
import { Public } from '../platform/http/route.js';
import { formOf, ShowsPage, TakesForm } from '../platform/http/takes-form.js';
import { acceptedLanguages } from '../surveys/language.js';
import { AnsweringService } from './answering.service.js';
import { FIELDS } from './form.js';
import type { NoticeName } from './page-phrases-en.js';
import { isFromElsewhere } from './provenance.js';
import { type Answered, ResponsePagesService, type Wish } from './response-pages.service.js';

/** What one person's own link may be asked for in a minute: more than anybody types. */
const REQUESTS_PER_LINK = 240;
/** What one address may ask of links that are anybody's, in a minute: an office behind one address, answering together. */
const REQUESTS_PER_ADDRESS = 1_200;
const REMEMBERED_CALLERS = 100_000;

type Parameters = Record<string, string | string[] | undefined>;

/** The pages people answer on; they are in HTML and need no key but the token in their address. */
@ApiExcludeController()
@Controller()
export class ResponsePageController {
  private readonly logger = new Logger('ResponsePage');
  private readonly perLink = new Rate(REQUESTS_PER_LINK, REMEMBERED_CALLERS);
  private readonly perAddress = new Rate(REQUESTS_PER_ADDRESS, REMEMBERED_CALLERS);

  constructor(
    private readonly answering: AnsweringService,
    private readonly pages: ResponsePagesService,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get(['r/:token', 'e/:token'])
  @Public()
  @ShowsPage()
  async show(
    @Param('token') token: string,
    @Query() query: Parameters,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const wish = wishOf(request, query.lang);
    const asking = { score: single(query.score), isChange: query.change !== undefined };
    const page = await this.page(token, request, wish, (link) => this.answering.show(link, asking, wish));
    return answer(reply, page);
  }

  @Post(['r/:token', 'e/:token'])
  @Public()
  @TakesForm()
  async take(
    @Param('token') token: string,
    @Query() query: Parameters,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const form = formOf(request);
    const wish = wishOf(request, form.get(FIELDS.language) ?? query.lang);
    const page = await this.page(token, request, wish, (link) =>
      this.answering.take(link, form, wish, this.isElsewhere(request)),
    );
    return answer(reply, page);
  }

  @Post(['r/:token/partial', 'e/:token/partial'])
  @Public()
  @TakesForm()
  async takePartial(
    @Param('token') token: string,
    @Query() query: Parameters,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const form = formOf(request);
    const wish = wishOf(request, query.lang);
    const link = this.answering.linkOf(token);
    const status = this.isTooMuch(link, token, request)
      ? 429
      : link
        ? await this.answering.takePartial(link, form, wish, this.isElsewhere(request))
        : 404;
    reply.status(status).header('cache-control', 'no-store');
  }

  /** A page whatever happens: people are shown no JSON. */
  private async page(
    token: string,
    request: FastifyRequest,
    wish: Wish,
    make: (link: Link) => Promise<Answered>,
  ): Promise<Answered> {
    const link = this.answering.linkOf(token);
    if (this.isTooMuch(link, token, request)) return this.nobodys('tooMany', wish, 60);
    if (!link) return this.pages.nobodys('unknown', wish);
    try {
      return await make(link);
    } catch (error) {
      if (!asDatabaseProblem(error)) {
        this.logger.error({ message: 'A response page failed', requestId: request.id, err: error });
      }
      return this.nobodys('trouble', wish, 5);
    }
  }

  private nobodys(notice: NoticeName, wish: Wish, retryAfterSeconds: number): Answered {
    const page = this.pages.nobodys(notice, wish);
    return { ...page, headers: { ...page.headers, 'retry-after': String(retryAfterSeconds) } };
  }

  private isTooMuch(link: Link | null, token: string, { ip }: FastifyRequest): boolean {
    if (this.config.rateLimitPerMinute === 0) return false;
    const isOwn = link?.kind === 'personal' || link?.kind === 'ballot';
    const now = this.clock.now().getTime();
    return !(isOwn ? this.perLink.takes(token, now) : this.perAddress.takes(ip, now));
  }

  private isElsewhere({ headers }: FastifyRequest): (origins: string[]) => boolean {
    const said = {
      secFetchSite: single(headers['sec-fetch-site']),
      origin: headers.origin,
      host: headers.host,
    };
    return (origins) => isFromElsewhere(said, new URL(this.config.publicUrl).origin, origins);
  }
}

function wishOf(request: FastifyRequest, language: string | string[] | undefined): Wish {
  return {
    language: single(language) ?? null,
    accepted: acceptedLanguages(request.headers['accept-language'] ?? ''),
    isEmbedded: request.routeOptions.url?.startsWith('/e') ?? false,
  };
}

function answer(reply: FastifyReply, { status, headers, html }: Answered): string {
  reply.status(status).headers(headers);
  return html;
}

function single(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
