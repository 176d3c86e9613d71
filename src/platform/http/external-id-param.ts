import { Param, type PipeTransform } from '@nestjs/common';
import { Invalid } from '../errors.js';

/** Longest id another system may give a thing, in characters. */
export const EXTERNAL_ID_LENGTH = 200;

class ExternalIdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (value.length >= 1 && value.length <= EXTERNAL_ID_LENGTH) return value;
    const detail = `must be 1 to ${EXTERNAL_ID_LENGTH} characters long`;
    throw Invalid.because([{ pointer: '/externalId', detail }]);
  }
}

/** The `:externalId` path parameter: what the tenant's other systems call a thing. */
export const ExternalIdParam = () => Param('externalId', new ExternalIdPipe());
