import { Readable } from 'node:stream';
import { applyDecorators, PayloadTooLargeException, UnsupportedMediaTypeException } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

/** Media types of files to import. */
const TABLE_TYPES = ['text/csv', 'text/tab-separated-values', 'application/octet-stream'];

/** Media types of pictures. */
const IMAGE_TYPES = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'];

/** A mail as it is sent. */
const MESSAGE_TYPES = ['message/rfc822'];

export const FILE_TYPES = [...TABLE_TYPES, ...IMAGE_TYPES, ...MESSAGE_TYPES];

/** The route's body is a file, which arrives as a stream. Every other route takes JSON and nothing else. */
export const TakesFile = () => takes(TABLE_TYPES);

/** The route's body is a picture, which arrives as a stream. */
export const TakesImage = () => takes(IMAGE_TYPES);

/** The route's body is a mail, which arrives as a stream. */
export const TakesMessage = () => takes(MESSAGE_TYPES);

/** All of a file that is to be small; empty when there is none. */
export async function bytesOf({ body }: FastifyRequest, maxBytes: number): Promise<Buffer> {
  if (body == null) return Buffer.alloc(0);
  if (!(body instanceof Readable)) throw new UnsupportedMediaTypeException('Send the file itself.');
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) throw new PayloadTooLargeException(`It may have at most ${maxBytes / 1_000} kB.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

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
