import { applyDecorators } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

/** Media types of files to import. */
const TABLE_TYPES = ['text/csv', 'text/tab-separated-values', 'application/octet-stream'];

/** Media types of pictures. */
const IMAGE_TYPES = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'];

export const FILE_TYPES = [...TABLE_TYPES, ...IMAGE_TYPES];

/** The route's body is a file, which arrives as a stream. Every other route takes JSON and nothing else. */
export const TakesFile = () => takes(TABLE_TYPES);

/** The route's body is a picture, which arrives as a stream. */
export const TakesImage = () => takes(IMAGE_TYPES);

/** Whether the route of a request takes a body of this media type as a stream. */
export function takesFile({ routeOptions, headers }: FastifyRequest): boolean {
  const { takesFile: types } = (routeOptions.config ?? {}) as { takesFile?: string[] };
  const [type = ''] = (headers['content-type'] ?? '').split(';');
  return types?.includes(type.trim().toLowerCase()) ?? false;
}

function takes(types: string[]) {
  return applyDecorators(
    RouteConfig({ takesFile: types }),
    ApiConsumes(...types),
    ApiBody({ schema: { type: 'string', format: 'binary' } }),
  );
}
