import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { Conflict, Invalid } from '../errors.js';
import { requestOf } from './principal.js';

/** Somebody else changed it since the caller read it. */
export class Stale extends Conflict {
  override readonly status = 412;
  override readonly title = 'Precondition failed';

  constructor(noun: string, version: number) {
    super(`${noun}.stale`, `The ${noun} was changed meanwhile; it is at version ${version}. Read it again.`, {
      version,
    });
  }
}

/** The version of `If-Match: "3"`; undefined when the header is absent or `*`. */
export const IfMatch = createParamDecorator(
  (_data: unknown, context: ExecutionContext): number | undefined => {
    const header = requestOf(context).headers['if-match'];
    if (header === undefined || header === '*') return undefined;
    const version = /^(?:W\/)?"(\d{1,9})"$/.exec(header)?.[1];
    if (version === undefined) {
      throw new Invalid(
        'request.if_match_invalid',
        'If-Match must be the ETag that was returned, such as "3".',
      );
    }
    return Number(version);
  },
  [describeHeader],
);

/** Lets the OpenAPI document name the header of every route that reads it. */
function describeHeader(target: object, method: string | symbol | undefined): void {
  const route = Object.getOwnPropertyDescriptor(target, method!)!;
  const description = 'The ETag that was read: a change made meanwhile answers 412.';
  ApiHeader({ name: 'If-Match', required: false, description })(target, method!, route);
}

/** Throws `Stale` when the caller expected another version than the row has. */
export function assertVersion(noun: string, row: { version: number }, expected: number | undefined): void {
  if (expected !== undefined && row.version !== expected) throw new Stale(noun, row.version);
}
