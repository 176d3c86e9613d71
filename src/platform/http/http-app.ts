import {
  type INestApplicationContext,
  type LoggerService,
  type Type,
  UnsupportedMediaTypeException,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../../config.js';
import { newId } from '../ids.js';
import { RateLimited } from '../errors.js';
import { Metrics } from '../metrics.js';
import { readJson } from './json-body.js';
import { endConnectionsOnClose } from './last-answers.js';
import { answerProblem } from './problem.filter.js';
import { FILE_TYPES, takesFile } from './takes-file.js';
import { acceptForms } from './takes-form.js';

/** The API on Fastify, ready to listen. */
export async function createHttpApp(
  module: Parameters<typeof NestFactory.create>[0],
  config: Config,
  logger: LoggerService | false,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: config.bodyLimitBytes,
    genReqId: () => newId(),
    routerOptions: { maxParamLength: 300 }, // an e-mail address, its @ escaped
    // Anybody can write X-Forwarded-For, and the rate of those without a key is limited by address.
    trustProxy: config.trustedProxies.length > 0 ? config.trustedProxies : false,
    frameworkErrors: answerProblem,
    return503OnClosing: true,
    forceCloseConnections: 'idle',
  });
  const app = await NestFactory.create<NestFastifyApplication>(module as Type, adapter, {
    logger,
    bodyParser: false,
    bufferLogs: false,
    abortOnError: false, // whoever starts it says why it could not; Nest would end the process
  });
  const fastify = adapter.getInstance<FastifyInstance>();
  acceptJson(fastify, config);
  acceptStreams(fastify, config);
  acceptForms(fastify, config.bodyLimitBytes);
  measureRequests(fastify, app);
  await limitRate(fastify, config);
  endConnectionsOnClose(fastify);
  return app;
}

function acceptJson(fastify: FastifyInstance, { bodyLimitBytes }: Config): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: bodyLimitBytes },
    (_request, body, done) => {
      try {
        done(null, readJson(body as Buffer));
      } catch (error) {
        done(error as Error);
      }
    },
  );
}

/**
 * Files to import arrive as they are; the route reads the stream and minds the size. Anywhere else a stream
 * must not pass for a body: looking for its fields would go on until the memory is used up.
 */
function acceptStreams(fastify: FastifyInstance, { importLimitBytes }: Config): void {
  fastify.addContentTypeParser(FILE_TYPES, { bodyLimit: importLimitBytes }, (request, payload, done) => {
    if (takesFile(request)) done(null, payload);
    else done(new UnsupportedMediaTypeException('This takes application/json, not a file.'));
  });
}

/** Counted per API key, so that one busy integration does not slow another tenant; per address without one. */
async function limitRate(fastify: FastifyInstance, { rateLimitPerMinute }: Config): Promise<void> {
  if (rateLimitPerMinute === 0) return;
  await fastify.register(rateLimit, {
    max: rateLimitPerMinute,
    timeWindow: 60_000,
    enableDraftSpec: true,
    keyGenerator: (request) => request.headers.authorization ?? request.ip,
    errorResponseBuilder: (_request, { max, ttl }) =>
      new RateLimited(`More than ${max} requests a minute; wait ${Math.ceil(ttl / 1_000)} s.`),
  });
}

function measureRequests(fastify: FastifyInstance, app: INestApplicationContext): void {
  const metrics = app.get(Metrics);
  fastify.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id).header('x-content-type-options', 'nosniff');
    done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    metrics.observeRequest(
      request.method,
      request.routeOptions.url ?? 'none',
      reply.statusCode,
      reply.elapsedTime / 1_000,
    );
    done();
  });
}
