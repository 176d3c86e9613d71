import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { EmbeddedModel } from './model.js';

const bytes = readFileSync('models/analysis-en.bin');
const fresh = () => EmbeddedModel.parse(bytes);
const judged = (model: EmbeddedModel, text: string) => model.read(text, null).judge().vector;

it('a word read before is judged as if it were new', () => {
  const used = fresh();
  for (const text of ['slow', 'so slow', 'Slow SLOW slow!'])
    expect(judged(used, text)).toEqual(judged(fresh(), text));
});

it('words that want the same place in memory do not take each other’s spelling', () => {
  const used = fresh();
  // Many more words than are remembered.
  const words = Array.from(
    { length: 20_000 },
    (_word, at) => `w${at.toString(36).replace(/\d/g, 'x')}é${at % 7}`,
  );
  const before = words.slice(0, 20).map((word) => judged(fresh(), word));
  for (const word of words) judged(used, word);
  expect(words.slice(0, 20).map((word) => judged(used, word))).toEqual(before);
});

it('whatever was read before changes nothing', () => {
  const used = fresh();
  const other = fresh();
  const texts = fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.lorem()), { maxLength: 10 });
  fc.assert(
    fc.property(texts, fc.string(), (before, text) => {
      for (const one of before) judged(used, one);
      expect(judged(used, text)).toEqual(judged(other, text));
    }),
  );
});
