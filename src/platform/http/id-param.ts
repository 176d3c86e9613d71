import { Param, type PipeTransform } from '@nestjs/common';
import { NotFound } from '../errors.js';
import { isId } from '../ids.js';

/** What is not even an id names nothing: 404, as for an id of another tenant. */
class IdPipe implements PipeTransform<string, string> {
  constructor(private readonly noun: string) {}

  transform(value: string): string {
    const id = value.toLowerCase();
    if (!isId(id)) throw NotFound.of(this.noun, JSON.stringify(value.slice(0, 50)));
    return id;
  }
}

/** The `:id` (or other) path parameter naming a row of the given noun. */
export const IdParam = (noun: string, name = 'id') => Param(name, new IdPipe(noun));
