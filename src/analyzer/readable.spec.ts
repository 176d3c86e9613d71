import { MAX_ANALYZED_CHARS, readableOf } from './readable.js';

it('markup becomes as many spaces, so that offsets stay', () => {
  expect(readableOf('a <b>c</b>&nbsp;d')).toBe('a    c          d');
});

it('a tag that breaks the line breaks the sentence', () => {
  expect(readableOf('<p>slow</p><p>dear')).toBe('\n  slow\n   \n  dear');
});

it('what nobody sees is not read', () => {
  expect(readableOf('<script>bad()</script>ok<!-- bad -->').trim()).toBe('ok');
});

it('control characters become spaces, line breaks stay', () => {
  expect(readableOf('a\u0000b\nc\u0007')).toBe('a b\nc ');
});

it('arrows, hearts and ampersands are no markup', () => {
  expect(readableOf('I <3 it & 2 < 3 -> ok')).toBe('I <3 it & 2 < 3 -> ok');
});

it('ends before the limit rather than between the halves of an emoji', () => {
  expect(readableOf('😀'.repeat(MAX_ANALYZED_CHARS))).toHaveLength(MAX_ANALYZED_CHARS);
  expect(readableOf(`a${'😀'.repeat(MAX_ANALYZED_CHARS)}`)).toHaveLength(MAX_ANALYZED_CHARS - 1);
});
