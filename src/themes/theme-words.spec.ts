import { excess, joined, MAX_EXAMPLES, tidied } from './theme-words.js';

describe('the words of a theme', () => {
  it('are kept once each, as they were first written, without stray spaces', () => {
    expect(tidied([' Refund ', 'refund', 'money  back', 'MONEY BACK'])).toEqual(['Refund', 'money back']);
  });

  it('go to the theme it is merged into, after those of that theme', () => {
    const own = { keywords: ['price'], phrases: [], examples: ['Too dear.'] };
    const other = { keywords: ['cost', 'Price'], phrases: ['worth it'], examples: [] };
    expect(joined(own, other)).toEqual({
      keywords: ['price', 'cost'],
      phrases: ['worth it'],
      examples: ['Too dear.'],
    });
  });

  it('are limited in number', () => {
    const examples = Array.from({ length: MAX_EXAMPLES + 1 }, (_, n) => `Sentence ${n}.`);
    expect(excess({ keywords: [], phrases: [], examples })).toEqual({
      list: 'examples',
      count: MAX_EXAMPLES + 1,
      most: MAX_EXAMPLES,
    });
    expect(excess({ keywords: [], phrases: [], examples: [] })).toBeNull();
  });
});
