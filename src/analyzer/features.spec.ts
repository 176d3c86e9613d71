import { FeatureTable } from './feature-table.js';
import { visitFeatures } from './features.js';
import type { QuestionKind } from './question.js';
import { tokensOf } from './tokens.js';

interface Feature {
  hash: number;
  position: number;
}

function featuresOf(text: string, question: QuestionKind = 'other'): Feature[] {
  const features: Feature[] = [];
  visitFeatures(text, tokensOf(text), question, (hash, position) => features.push({ hash, position }));
  return features;
}

const hashes = (text: string, question?: QuestionKind) => featuresOf(text, question).map(({ hash }) => hash);

describe('visitFeatures', () => {
  it('sees the same in the same text, as unsigned 32-bit numbers', () => {
    expect(hashes('Still no reply!')).toEqual(hashes('Still no reply!'));
    expect(
      hashes('Still no reply!').every((hash) => Number.isInteger(hash) && hash >= 0 && hash < 2 ** 32),
    ).toBe(true);
  });

  it('gives each feature to its token, in order', () => {
    const positions = featuresOf('slow and dear').map(({ position }) => position);
    expect([...new Set(positions)]).toEqual([0, 1, 2]);
    expect(positions).toEqual([...positions].sort());
  });

  it('takes one, two and three words, and two to five characters with the boundaries of the word', () => {
    // “<a>” has the grams “<a”, “<a>” and “a>”.
    expect(hashes('a')).toHaveLength(3 + 3);
    // “<abcd>” has 5 + 4 + 3 + 2 grams of two to five characters.
    expect(hashes('abcd')).toHaveLength(3 + 14);
  });

  it.each([
    ['case', 'GREAT', 'great'],
    ['the shape of apostrophes', 'don’t', "don't"],
    ['figures', 'waited 45 min', 'waited 12 min'],
    ['letters drawn out beyond two', 'sooooo', 'soo'],
  ])('does not mind %s', (_what, text, like) => {
    expect(hashes(text)).toEqual(hashes(like));
  });

  it('minds the order of words, marks, and what was asked', () => {
    const sets = ['good not', 'not good', 'not good!', 'not good :('].map((text) => hashes(text).join());
    expect(new Set(sets).size).toBe(4);
    expect(hashes('Nothing', 'improvement')).not.toEqual(hashes('Nothing', 'praise'));
    expect(hashes('Nothing', 'improvement')).toEqual(expect.arrayContaining(hashes('Nothing')));
  });

  it('has fewer features for a token than a sum has room for', () => {
    const word = Array.from({ length: 300 }, (_letter, at) => 'abcdefghij'[at % 10]).join('');
    expect(hashes(`${word}!?;:`, 'improvement').length).toBeLessThan(FeatureTable.MAX_TERMS);
  });
});
