import type { ThemeToFind } from './analysis.js';
import { STARTER_THEMES } from './starter-themes.js';
import { ThemeFinder } from './theme-finder.js';
import { tokensOf } from './tokens.js';
import { wordsOf } from './words.js';

const finderOf = (themes: ThemeToFind[]) => new ThemeFinder(themes, () => new Float32Array(1));
const all = finderOf(
  STARTER_THEMES.map(({ key }) => ({ id: key, starter: key, keywords: [], phrases: [], examples: [] })),
);
const themesOf = (text: string, finder = all) => {
  const tokens = tokensOf(text);
  const found = finder.find(wordsOf(text, tokens), { from: 0, to: tokens.length }, null);
  return found.map(({ themeId }) => themeId);
};

describe('customers speak of', () => {
  it.each([
    ['support', 'I phoned five times and never got an answer'],
    ['support', 'They solved my problem at once'],
    ['communication', 'nobody told me it had changed, no update at all'],
    ['staff_attitude', 'The lady on the desk was so kind'],
    ['appointments', 'We waited for over two hours'],
    ['onboarding', 'Setting everything up was easy'],
    ['documentation', 'The manual is out of date'],
    ['facilities', 'There is nowhere to park, the car park is full'],
    ['product_quality', 'It broke after two weeks'],
    ['usability', "I couldn't figure out how to do it"],
    ['performance', 'The system is down every Monday'],
    ['missing_features', 'I wish you could export to a spreadsheet'],
    ['security', 'I do not feel safe giving my personal details'],
    ['competitor', 'We are switching to another provider'],
    ['pricing', 'not worth the money'],
    ['billing', 'They charged my card twice'],
    ['delivery', 'It took three weeks to arrive'],
    ['website_app', 'the button on your site is dead'],
    ['account_access', "can't get into my account, the password reset fails"],
    ['choice', 'My size is always sold out'],
  ])('%s: “%s”', (theme, text) => expect(themesOf(text)).toContain(theme));
});

describe('how long something takes is said of what is named', () => {
  it.each([
    ['It took ages', ['delivery']],
    ['The refund took ages', ['billing']],
    ['Registration took three weeks', ['onboarding']],
    ['a very quick refund and a parcel on the doorstep', ['billing', 'delivery']],
  ])('“%s”', (text, themes) => expect(themesOf(text)).toEqual(themes));

  it('by a theme the tenant has', () => {
    const billing = { id: 'billing', starter: 'billing', keywords: [], phrases: [], examples: [] };
    const delivery = { ...billing, id: 'delivery', starter: 'delivery' };
    const found = (themes: ThemeToFind[]) => themesOf('The refund took ages', finderOf(themes));
    expect(found([billing, delivery])).toEqual(['billing']);
    expect(found([delivery])).toEqual(['delivery']);
    const own = { ...billing, id: 'money', starter: null, keywords: ['refund'] };
    expect(found([own, delivery])).toEqual(['money']);
  });
});

it.each([
  ...['They sell nice cars', 'It is that kind of day', 'We sat outside and listened to music'],
  ...['We met on Tuesday', 'Thank you', 'It is what it is', 'My mother and I'],
])('nothing in particular: “%s”', (text) => expect(themesOf(text)).toEqual([]));

it('each has a key, a name and words of its own, within what members may keep', () => {
  expect(new Set(STARTER_THEMES.map(({ key }) => key)).size).toBe(STARTER_THEMES.length);
  for (const { key, name, description, keywords, phrases } of STARTER_THEMES) {
    expect(key).toMatch(/^[a-z_]+$/);
    expect(name && description).toBeTruthy();
    expect([keywords.length, phrases.length].every((count) => count > 0 && count <= 200)).toBe(true);
  }
});
