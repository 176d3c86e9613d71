import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../platform/http/route.js';
import { formOf, ShowsPage, TakesOneClick } from '../platform/http/takes-form.js';
import { acceptedLanguages } from '../surveys/language.js';
import { PagesService } from '../surveys/pages.service.js';
import { UNDO, unsubscribePage, type UnsubscribePage } from './unsubscribe-page.js';
import { Unsubscribing } from './unsubscribing.service.js';

/** Where the links to unsubscribe lead; they need no key but the token in them. */
@ApiExcludeController()
@Controller('u')
export class UnsubscribeController {
  constructor(
    private readonly unsubscribing: Unsubscribing,
    private readonly pages: PagesService,
  ) {}

  @Get(':token')
  @Public()
  @ShowsPage()
  async show(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.answer(reply, await this.unsubscribing.show(token, languagesOf(request)));
  }

  /** The page's own form, and the one-click unsubscribing of mail programs (RFC 8058), which sends no cookie and reads nothing. */
  @Post(':token')
  @HttpCode(200)
  @Public()
  @TakesOneClick()
  async take(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const languages = languagesOf(request);
    const isUndo = formOf(request).has(UNDO);
    const page = await (isUndo
      ? this.unsubscribing.askAgain(token, languages)
      : this.unsubscribing.unsubscribe(token, languages));
    return this.answer(reply, page);
  }

  private answer(reply: FastifyReply, page: UnsubscribePage): string {
    const { frame, content } = unsubscribePage(page);
    const { html, headers } = this.pages.page(frame, content);
    reply.status(page.step === 'unknown' ? 404 : 200).headers(headers);
    return html;
  }
}

function languagesOf({ headers }: FastifyRequest): string[] {
  return acceptedLanguages(headers['accept-language'] ?? '');
}
