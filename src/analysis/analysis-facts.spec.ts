import { analysisFacts, type AnalyzedVerbatim, NO_ANALYSIS } from './analysis-facts.js';

const verbatim: AnalyzedVerbatim = {
  language: 'en',
  sentiment: { polarity: 'negative' },
  sentimentWithScore: { polarity: 'mixed' },
  actionability: 'suggestion',
  emotions: [
    { emotion: 'anger', intensity: 0.4 },
    { emotion: 'anger', intensity: 0.7 },
  ],
  mentions: [
    { themeId: 't-1', polarity: 'negative' },
    { themeId: 't-2', polarity: 'mixed' },
    { themeId: 't-3', polarity: 'neutral' },
  ],
};

const keys = new Map([
  ['t-1', ['pricing', 'cost']],
  ['t-2', ['support']],
  ['t-3', ['website']],
]);

describe('what rules can ask about the verbatims of a response', () => {
  it('is what any of them says, each thing once', () => {
    const other = { ...verbatim, language: 'de', emotions: [], mentions: [], actionability: null };
    expect(analysisFacts([verbatim, other], keys)).toEqual({
      themes: ['pricing', 'cost', 'support', 'website'],
      praised: ['support'],
      blamed: ['pricing', 'cost', 'support'],
      sentiments: ['negative'],
      sentimentsWithScore: ['mixed'],
      emotions: { anger: 0.7 },
      languages: ['en', 'de'],
      actionabilities: ['suggestion'],
    });
  });

  it('is nothing without any', () => {
    expect(NO_ANALYSIS).toMatchObject({ themes: [], emotions: {}, languages: [] });
  });
});
