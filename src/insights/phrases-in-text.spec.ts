import { isPartOf, phrasesIn, phrasesOf } from './phrases-in-text.js';

const found = (text: string) => [...phrasesIn(text)].map(([, { start, end }]) => text.slice(start, end));

describe('the phrases of a text', () => {
  it('begin and end with words that carry something', () => {
    expect(found('The cost of living and so on')).toEqual(['cost', 'cost of living', 'living']);
  });

  it('stay within a sentence, and within commas', () => {
    expect(found('Dark mode, please! Export hangs.')).toEqual([
      'Dark',
      'Dark mode',
      'mode',
      'Export',
      'Export hangs',
      'hangs',
    ]);
  });

  it('are the same in every inflected form', () => {
    const [one, other] = [phrasesIn('late deliveries'), phrasesIn('Late delivery')];
    expect([...one.keys()]).toEqual([...other.keys()]);
  });

  it('are no links, numbers, emoji or markup', () => {
    expect(found('See https://a.example/dark 42 😀 <b class="x">tiles</b>')).toEqual(['tiles']);
  });

  it('are none of a text without words, and quick to find in an endless one', () => {
    expect(found('… 👍 !!')).toEqual([]);
    expect(phrasesIn('tile '.repeat(200_000)).size).toBe(3);
  });
});

describe('what a theme is found by', () => {
  it('covers each part of it', () => {
    expect(phrasesOf('customer service hotline')).toContain('servic hotlin');
    expect(phrasesOf('refunds')).toEqual([...phrasesIn('refund').keys()]);
  });

  it('covers whole words only', () => {
    expect(isPartOf('mode', 'dark mode')).toBe(true);
    expect(isPartOf('mod', 'dark mode')).toBe(false);
  });
});
