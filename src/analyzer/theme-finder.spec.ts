import type { ThemeToFind } from './analysis.js';
import { ThemeFinder } from './theme-finder.js';
import { tokensOf } from './tokens.js';
import { wordsOf } from './words.js';

const NOTHING_KNOWN = () => new Float32Array(2);
const theme = (id: string, given: Partial<ThemeToFind> = {}): ThemeToFind => ({
  ...{ id, starter: null, keywords: [], phrases: [], examples: [] },
  ...given,
});
const find = (themes: ThemeToFind[], text: string, vector: Float32Array | null = null) => {
  const tokens = tokensOf(text);
  const finder = new ThemeFinder(themes, (example) => vectors[example] ?? NOTHING_KNOWN());
  return finder.find(wordsOf(text, tokens), { from: 0, to: tokens.length }, vector);
};
const vectors: Record<string, Float32Array> = { 'the gate was shut': Float32Array.of(1, 0) };

describe('a starter theme', () => {
  const text = 'The invoice was wrong, and the next invoice as well';

  it('is found by what is built in, under the id of the tenant, and only where the tenant has it', () => {
    expect(find([theme('money', { starter: 'billing' })], text)).toMatchObject([{ themeId: 'money' }]);
    expect(find([], text)).toEqual([]);
  });

  it('is as sure when its words are repeated among those of the tenant', () => {
    const billing = { starter: 'billing', keywords: ['invoices'] };
    expect(find([theme('money', billing)], text)).toEqual(
      find([theme('money', { starter: 'billing' })], text),
    );
  });

  it('is found by words the tenant added, too', () => {
    const billing = { starter: 'billing', keywords: ['dosh'] };
    expect(find([theme('money', billing)], 'Where is my dosh')).toMatchObject([
      { themeId: 'money', from: 3 },
    ]);
  });
});

describe("a theme of the tenant's own", () => {
  it('is found by its keywords in their inflected forms', () => {
    const [found] = find([theme('pipes', { keywords: ['pipe'] })], 'All the pipes leaked');
    expect(found).toMatchObject({ themeId: 'pipes', from: 2, to: 3 });
  });

  it('is found by its phrases, whatever signs they hold, more surely than by a word', () => {
    const themes = [theme('gate', { keywords: ['gate'] }), theme('hours', { phrases: ['opening-hours!'] })];
    const [gate, hours] = find(themes, 'the gate has odd opening hours');
    expect(hours!.confidence).toBeGreaterThan(gate!.confidence);
  });

  it('is found where a clause is like one of its examples', () => {
    const themes = [theme('gate', { examples: ['the gate was shut'] })];
    expect(find(themes, 'nobody opened up', Float32Array.of(0.96, 0.28))).toMatchObject([
      { themeId: 'gate', from: 0, to: 3, confidence: expect.closeTo(0.96) as number },
    ]);
    expect(find(themes, 'nobody opened up', Float32Array.of(0, 1))).toEqual([]);
  });

  it('is found once in a clause, and more surely by two finds', () => {
    const themes = [theme('gate', { keywords: ['gate', 'fence'] })];
    const [once] = find(themes, 'the gate');
    const [twice, ...others] = find(themes, 'the gate and fence');
    expect(others).toEqual([]);
    expect(twice!.confidence).toBeGreaterThan(once!.confidence);
  });
});

it('a theme that another was merged into is found by the rules of both', () => {
  const themes = [theme('money', { starter: 'pricing' }), theme('money', { starter: 'billing' })];
  expect(find(themes, 'far too expensive').map(({ themeId }) => themeId)).toEqual(['money']);
  expect(find(themes, 'a wrong invoice').map(({ themeId }) => themeId)).toEqual(['money']);
});

it('a starter theme nobody knows any more is found by its words alone', () => {
  expect(find([theme('a', { starter: 'gone', keywords: ['gate'] })], 'a gate')).toHaveLength(1);
});
