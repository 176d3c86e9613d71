import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { STATUS_CODES } from 'node:http';
import { HeedError } from '../errors.js';
import { asDatabaseProblem } from './database-problem.js';

/** The body of every error: RFC 9457, with a stable `code`. */
export interface ProblemBody {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  [member: string]: unknown;
}

/** Turns whatever was thrown into `application/problem+json`. The only place that knows how. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Http');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    if (problemOf(error).status >= 500) {
      this.logger.error({ message: 'A request failed', requestId: request.id, err: error });
    }
    answerProblem(error, request, reply);
  }
}

/** Also for errors that Fastify meets before there is a route, such as an address that is no UTF-8. */
export function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const { retryAfterSeconds, ...body } = problemOf(error);
  if (retryAfterSeconds !== undefined) reply.header('retry-after', String(retryAfterSeconds));
  if (body.status === 401) reply.header('www-authenticate', 'Bearer realm="heed"');
  // A refused upload may still be arriving; the connection cannot be used again.
  if (body.status === 413) reply.header('connection', 'close');
  reply
    .status(body.status)
    .type('application/problem+json')
    .send(JSON.stringify({ ...body, requestId: request.id }));
}

export function problemOf(thrown: unknown): ProblemBody & { retryAfterSeconds?: number } {
  const error = asDatabaseProblem(thrown) ?? thrown;
  if (error instanceof HeedError) {
    const { problems, ...extra } = error.extra;
    return problem(error.status, error.code, error.message, error.title, {
      ...(problems ? { errors: problems } : {}),
      ...extra,
    });
  }
  const status = statusOf(error);
  if (status >= 500) {
    return problem(
      500,
      'internal_error',
      'Something went wrong on our side; it has been logged under this request id.',
    );
  }
  return problem(status, CODES[status] ?? 'request.refused', (error as Error).message);
}

const CODES: Record<number, string> = {
  400: 'request.malformed',
  404: 'route.not_found',
  405: 'request.method_not_allowed',
  408: 'request.timeout',
  413: 'request.too_large',
  414: 'request.uri_too_long',
  415: 'request.unsupported_media_type',
  429: 'request.rate_limited',
  431: 'request.headers_too_large',
};

function problem(
  status: number,
  code: string,
  detail: string,
  title = STATUS_CODES[status] ?? 'Error',
  extra: Record<string, unknown> = {},
): ProblemBody {
  return { type: 'about:blank', title, status, code, detail, ...extra };
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  // Fastify's own errors (body too large, unsupported media type, …) carry a status.
  const { statusCode } = error as { statusCode?: unknown };
  return typeof statusCode === 'number' && statusCode >= 400 ? statusCode : 500;
}
