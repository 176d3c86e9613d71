import { MAX_GAP_WORDS, Phrases } from './phrases.js';
import { tokensOf } from './tokens.js';
import { wordsOf } from './words.js';

const found = (pattern: string, text: string) => {
  const phrases = new Phrases<string>();
  phrases.addPattern(pattern, 'x');
  const tokens = tokensOf(text);
  return phrases
    .matches(wordsOf(text, tokens), 0, tokens.length)
    .map(({ from, to }) => text.slice(tokens[from]!.start, tokens[to - 1]!.end));
};

describe('a pattern', () => {
  it('finds a word in its inflected forms', () => {
    expect(found('delivery', 'Both deliveries of the delivery firm')).toEqual(['deliveries', 'delivery']);
    expect(found('cancel', 'I cancelled; cancelling is hard')).toEqual(['cancelled', 'cancelling']);
    expect(found('break', 'It broke, now it is broken')).toEqual(['broke', 'broken']);
  });

  it('finds words only in a row', () => {
    expect(found('customer service', 'Customer services')).toEqual(['Customer services']);
    expect(found('customer service', 'service for the customer')).toEqual([]);
  });

  it('finds a word marked = only as it is written', () => {
    expect(found('=training', 'the training to train')).toEqual(['training']);
  });

  it('finds either of two words', () => {
    expect(found('no|never reply', 'no reply, never replied')).toEqual(['no reply', 'never replied']);
  });

  it(`leaves up to ${MAX_GAP_WORDS} words between others for a *`, () => {
    expect(found('never * answer', 'never answered')).toEqual(['never answered']);
    expect(found('never * answer', 'never got a real answer')).toEqual(['never got a real answer']);
    expect(found('never * answer', 'never got a really useful answer')).toEqual([]);
  });

  it('does not go on from a word of another pattern', () => {
    const phrases = new Phrases<string>();
    phrases.addPattern('good|bad food', 'meal');
    phrases.addPattern('good price', 'deal');
    const text = 'bad price';
    expect(phrases.matches(wordsOf(text, tokensOf(text)), 0, 2)).toEqual([]);
  });
});

it('a literal is taken as it is, signs and all', () => {
  const phrases = new Phrases<string>();
  phrases.addLiteral('A|B * =c', 'x');
  phrases.addLiteral('---', 'nothing');
  const text = 'a b c';
  expect(phrases.matches(wordsOf(text, tokensOf(text)), 0, 3)).toEqual([{ value: 'x', from: 0, to: 3 }]);
});
