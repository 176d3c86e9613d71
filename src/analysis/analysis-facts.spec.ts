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
    { themeKeys: ['pricing', 'cost'], polarity: 'negative' },
    { themeKeys: ['support'], polarity: 'mixed' },
    { themeKeys: ['website'], polarity: 'neutral' },
  ],
};

describe('what rules can ask about the verbatims of a response', () => {
  it('is what any of them says, each thing once', () => {
    const other = { ...verbatim, language: 'de', emotions: [], mentions: [], actionability: null };
    expect(analysisFacts([verbatim, other])).toEqual({
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
