import { PHRASES } from '../surveys/phrases.js';
import { DRAW_PHRASES, drawPhrasesIn } from './draw-phrases.js';

const names = (phrase: string) => (phrase.match(/\{\w+\}/g) ?? []).toSorted();

describe('what a prize draw says', () => {
  it('is said in every language Heed speaks', () => {
    expect(Object.keys(DRAW_PHRASES).sort()).toEqual(Object.keys(PHRASES).sort());
  });

  it.each(Object.keys(DRAW_PHRASES))('has the same to fill in: %s', (tag) => {
    const said = Object.entries(DRAW_PHRASES[tag]!).map(([key, phrase]) => [key, names(phrase as string)]);
    const english = Object.entries(DRAW_PHRASES.en!).map(([key, phrase]) => [key, names(phrase as string)]);
    expect(said).toEqual(english);
  });

  it('is in English for everybody else', () => {
    expect(drawPhrasesIn(['ja'])).toBe(DRAW_PHRASES.en);
    expect(drawPhrasesIn(['de-AT'])).toBe(DRAW_PHRASES.de);
  });
});
