import { applyDecorators } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

/** Media types of files to import. */
export const FILE_TYPES = ['text/csv', 'text/tab-separated-values', 'application/octet-stream'];

/** The route's body is a file, which arrives as a stream. Every other route takes JSON and nothing else. */
export const TakesFile = () =>
  applyDecorators(
    RouteConfig({ takesFile: true }),
    ApiConsumes(...FILE_TYPES),
    ApiBody({ schema: { type: 'string', format: 'binary' } }),
  );

export function takesFile({ routeOptions }: FastifyRequest): boolean {
  return (routeOptions.config as { takesFile?: boolean } | undefined)?.takesFile === true;
}
