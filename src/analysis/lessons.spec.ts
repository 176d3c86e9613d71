import fc from 'fast-check';
import type { Analysis } from '../analyzer/analysis.js';
import { casesOf, isHeldOut, type Lesson } from './lessons.js';

const text = 'The invoice was late. Support was kind.';
const found: Analysis = {
  language: { code: 'en', isReliable: true, isSupported: true },
  sentiment: { polarity: 'mixed', confidence: 0.8 },
  sentimentWithScore: null,
  actionability: 'none',
  emotions: [
    { emotion: 'anger', intensity: 0.5, confidence: 0.6, orElse: [], span: { start: 0, end: 21 } },
    { emotion: 'anger', intensity: 0.2, confidence: 0.6, orElse: [], span: { start: 22, end: 39 } },
  ],
  mentions: [
    { themeId: 'billing', polarity: 'negative', confidence: 0.9, span: { start: 0, end: 21 }, emotions: [] },
    { themeId: 'billing', polarity: 'positive', confidence: 0.5, span: { start: 22, end: 39 }, emotions: [] },
  ],
};
const lesson: Lesson = {
  verbatimId: 'v-1',
  text,
  question: 'Why?',
  found,
  mentions: [
    { themeId: 'billing', polarity: 'neutral', span: { start: 22, end: 39 } },
    { themeId: 'support', polarity: 'positive', span: { start: 22, end: 39 } },
  ],
  emotions: ['gratitude'],
};

describe('a corrected text teaches', () => {
  it('which themes it mentions', () => {
    expect(casesOf('themes', lesson)).toEqual([
      { verbatimId: 'v-1', text, question: 'Why?', found: ['billing'], truth: ['billing', 'support'] },
    ]);
  });

  it('how its words speak of each of them, against what was found there or of the whole', () => {
    expect(casesOf('polarity', lesson)).toMatchObject([
      { text: 'Support was kind.', found: ['positive'], truth: ['neutral'] },
      { text: 'Support was kind.', found: ['mixed'], truth: ['positive'] },
    ]);
  });

  it('what its writer feels', () => {
    expect(casesOf('emotions', lesson)).toMatchObject([{ text, found: ['anger'], truth: ['gratitude'] }]);
  });

  it('nothing of a part nobody spoke of', () => {
    const silent = { ...lesson, mentions: null, emotions: null };
    expect([casesOf('themes', silent), casesOf('polarity', silent), casesOf('emotions', silent)]).toEqual([
      [],
      [],
      [],
    ]);
  });
});

it('about three texts in ten are kept from training, always the same ones', () => {
  const ids = fc.sample(fc.uuid(), { numRuns: 2_000, seed: 7 });
  const share = ids.filter(isHeldOut).length / ids.length;
  expect(Math.abs(share - 0.3)).toBeLessThan(0.04);
  expect(ids.map(isHeldOut)).toEqual(ids.map(isHeldOut));
});
