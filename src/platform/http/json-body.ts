import { isUtf8 } from 'node:buffer';
import { BadRequestException } from '@nestjs/common';
import { Invalid } from '../errors.js';

/** Deepest nesting of arrays and objects in a body. */
export const MAX_JSON_DEPTH = 32;

/**
 * Reads a JSON body. Stricter than `JSON.parse` where leniency would cost later: the bytes must be UTF-8,
 * the nesting bounded, and no text may hold NUL or half a surrogate pair, which PostgreSQL cannot store.
 */
export function readJson(bytes: Buffer): unknown {
  // Many clients announce JSON with every request, also with those that have nothing to say.
  if (bytes.length === 0) return undefined;
  if (!isUtf8(bytes)) throw new BadRequestException('The body is not valid UTF-8.');
  const text = bytes.toString('utf8');
  if (depthOf(text) > MAX_JSON_DEPTH) {
    throw new BadRequestException(`The body is nested deeper than ${MAX_JSON_DEPTH} levels.`);
  }
  const value = parse(text);
  // A raw NUL is a syntax error, so both culprits can only come as escapes; most bodies have none.
  if (/\\u(0000|d[89a-f])/i.test(text)) refuseUnstorable(value, '');
  return value;
}

function parse(text: string): unknown {
  try {
    // A function told of every field makes reading several times slower, so it is used only where it may find something.
    const reviver = /__proto__|\\u005f/i.test(text) ? refusePrototype : undefined;
    return JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text, reviver);
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new BadRequestException(`The body is not valid JSON: ${error.message}`);
    throw error;
  }
}

function refusePrototype(key: string, value: unknown): unknown {
  if (key === '__proto__') throw new Invalid('request.invalid', 'The field name "__proto__" is not allowed.');
  return value;
}

function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (inString) {
      if (code === 0x5c) i++;
      else if (code === 0x22) inString = false;
    } else if (code === 0x22) inString = true;
    else if (code === 0x5b || code === 0x7b) deepest = Math.max(deepest, ++depth);
    else if (code === 0x5d || code === 0x7d) depth--;
  }
  return deepest;
}

function refuseUnstorable(value: unknown, pointer: string): void {
  if (typeof value === 'string') {
    if (value.includes('\u0000')) throw unstorable(pointer, 'contains a NUL character');
    if (!value.isWellFormed()) throw unstorable(pointer, 'contains half of a surrogate pair');
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, member] of Object.entries(value)) {
      refuseUnstorable(key, pointer);
      refuseUnstorable(member, `${pointer}/${key}`);
    }
  }
}

function unstorable(pointer: string, detail: string): Invalid {
  return Invalid.because([{ pointer: pointer || '/', detail }]);
}
