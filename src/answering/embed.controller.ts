import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Controller, Get, Headers, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../platform/http/route.js';
import { ShowsPage } from '../platform/http/takes-form.js';

const SCRIPT = readFileSync(join(import.meta.dirname, 'embed.js'), 'utf8');
const ETAG = `"${createHash('sha256').update(SCRIPT).digest('base64url').slice(0, 22)}"`;
/** How long a browser may go without asking whether the script has changed, in seconds. */
const FRESH_SECONDS = 3_600;

/** The script that shows a survey inside the tenant's own product. */
@ApiExcludeController()
@Controller()
export class EmbedController {
  @Get('embed.js')
  @Public()
  @ShowsPage()
  script(
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): string | undefined {
    reply.headers({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': `public, max-age=${FRESH_SECONDS}`,
      etag: ETAG,
      // It runs on the tenant's own pages, which may be isolated from other origins.
      'cross-origin-resource-policy': 'cross-origin',
    });
    if (known?.split(/\s*,\s*/).some((tag) => tag.replace(/^W\//, '') === ETAG)) {
      reply.status(304);
      return undefined;
    }
    return SCRIPT;
  }
}
