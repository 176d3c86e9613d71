import fc from 'fast-check';
import { MAX_JSON_DEPTH, readJson } from './json-body.js';

const read = (text: string) => readJson(Buffer.from(text));

describe('a JSON body', () => {
  it('is read as JSON.parse reads it', () => {
    fc.assert(
      fc.property(fc.json({ noUnicodeString: false }), (text) => {
        fc.pre(!/__proto__|\\u(0000|d[89a-f])/i.test(text));
        expect(read(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('may be empty, which says nothing', () => expect(read('')).toBeUndefined());

  it('may begin with a byte order mark', () => {
    expect(readJson(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from('{"a":1}')]))).toEqual({
      a: 1,
    });
  });

  it.each([
    ['{"a":', 'not valid JSON'],
    ['{"__proto__": {"admin": true}}', '__proto__'],
    ['["a\\u0000b"]', '/0: contains a NUL character'],
    ['{"a": {"b": "\\ud800"}}', '/a/b: contains half of a surrogate pair'],
    ['{"a\\u0000": 1}', 'contains a NUL character'],
  ])('%j is refused: %s', (text, reason) => {
    expect(() => read(text)).toThrow(reason);
  });

  it('is refused when it is not UTF-8', () => {
    expect(() => readJson(Buffer.from([0x22, 0xff, 0x22]))).toThrow('not valid UTF-8');
  });

  it('keeps an escaped backslash before u0000, which is no NUL', () => {
    expect(read('["\\\\u0000"]')).toEqual(['\\u0000']);
  });

  it('is bounded in depth, and brackets in texts do not count', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    expect(read(nested(MAX_JSON_DEPTH))).toBeDefined();
    expect(() => read(nested(MAX_JSON_DEPTH + 1))).toThrow('nested deeper');
    expect(() => read(nested(100_000))).toThrow('nested deeper');
    expect(read(`["${'['.repeat(1_000)}", "\\"["]`)).toHaveLength(2);
  });

  it('never crashes, whatever its bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        try {
          readJson(Buffer.from(bytes));
        } catch (error) {
          expect((error as Error).message).not.toMatch(/undefined|Maximum call stack/);
        }
      }),
    );
  });
});
