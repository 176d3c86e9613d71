import { sentenceAround, suggestionFor } from './suggestion.js';

describe('a suggestion', () => {
  it('is a theme found by the phrase', () => {
    expect(suggestionFor('dark mode', ['I want dark mode.'], new Set())).toEqual({
      key: 'dark-mode',
      name: 'Dark mode',
      keywords: [],
      phrases: ['dark mode'],
      examples: ['I want dark mode.'],
    });
    expect(suggestionFor('tiles', [], new Set())).toMatchObject({ keywords: ['tiles'], phrases: [] });
  });

  it('has a key that is free and can be one', () => {
    expect(suggestionFor('crème brûlée', [], new Set()).key).toBe('cre-me-bru-le-e');
    expect(suggestionFor('dark mode', [], new Set(['dark-mode', 'dark-mode-2'])).key).toBe('dark-mode-3');
    expect(suggestionFor('日本', [], new Set()).key).toBe('topic');
    expect(suggestionFor('x'.repeat(200), [], new Set()).key).toHaveLength(50);
  });
});

describe('an example', () => {
  const around = (text: string, words: string) => {
    const start = text.indexOf(words);
    return sentenceAround(text, { start, end: start + words.length });
  };

  it('is the sentence that holds the phrase', () => {
    expect(around('Fine. I miss\tdark mode! Bye.', 'dark mode')).toBe('I miss dark mode!');
    expect(around('dark mode', 'dark mode')).toBe('dark mode');
  });

  it('is none when the sentence never ends', () => {
    expect(around(`${'word '.repeat(100)}dark mode`, 'dark mode')).toBeNull();
  });
});
