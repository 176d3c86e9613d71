import fc from 'fast-check';
import { clausesOf, MAX_CLAUSE_TOKENS } from './clauses.js';
import { tokensOf } from './tokens.js';
import { wordsOf } from './words.js';

const split = (text: string) => {
  const tokens = tokensOf(text);
  return clausesOf(text, tokens, wordsOf(text, tokens).forms);
};
const parts = (text: string) => split(text).map(({ start, end }) => text.slice(start, end));

describe('a comment is split into clauses', () => {
  it('where a sentence ends', () => {
    expect(parts('Great tool. Too slow!\nI left')).toEqual(['Great tool', 'Too slow', 'I left']);
  });

  it.each(['but', 'although', 'however', 'while', 'except', 'yet'])('before “%s”', (turn) => {
    const clauses = split(`support was great ${turn} the invoice was wrong`);
    expect(clauses.map(({ isTurn }) => isTurn)).toEqual([false, true]);
  });

  it.each(['apart from', 'other than', 'only complaint'])('before “%s”', (turn) => {
    expect(split(`all was easy ${turn} the invoice`).map(({ isTurn }) => isTurn)).toEqual([false, true]);
  });

  it('where the space after a full stop was forgotten', () => {
    expect(parts('They were late.The driver was kind')).toEqual(['They were late', 'The driver was kind']);
  });

  it('at commas, semicolons, brackets and dashes', () => {
    expect(parts('slow, dear; ugly (and loud) - sadly cold')).toEqual([
      'slow',
      'dear',
      'ugly',
      'loud',
      'sadly cold',
    ]);
  });

  it('before an “and” that begins a new statement, not between two words', () => {
    expect(parts('quick and easy and the price is fair')).toEqual(['quick and easy', 'the price is fair']);
  });

  it('without the word that links them', () => {
    expect(parts('Great app but the price went up')).toEqual(['Great app', 'the price went up']);
  });

  it('not inside a number or a name', () => {
    expect(parts('version 3.5 of node.js works')).toEqual(['version 3.5 of node.js works']);
  });

  it('not before a “though” that ends the sentence', () => {
    expect(parts('too dear though.')).toEqual(['too dear though']);
  });

  it('after many words without a sign', () => {
    expect(split('word '.repeat(100)).every(({ from, to }) => to - from <= MAX_CLAUSE_TOKENS)).toBe(true);
  });
});

it('clauses cover every token once and in order', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      const clauses = split(text);
      expect(clauses[0]?.from ?? 0).toBe(0);
      expect(clauses.at(-1)?.to ?? 0).toBe(tokensOf(text).length);
      for (const [i, { from }] of clauses.entries()) expect(from).toBe(clauses[i - 1]?.to ?? 0);
    }),
  );
});
