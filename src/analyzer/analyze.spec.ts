import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Verbatim } from './analysis.js';
import { analyze } from './analyze.js';
import { EmbeddedModel } from './model.js';
import { MAX_ANALYZED_CHARS } from './readable.js';
import { STARTER_THEMES } from './starter-themes.js';
import { ThemeFinder } from './theme-finder.js';

const model = EmbeddedModel.parse(readFileSync(new URL('../../models/analysis-en.bin', import.meta.url)));
const finder = new ThemeFinder(
  STARTER_THEMES.map(({ key }) => ({ id: key, starter: key, keywords: [], phrases: [], examples: [] })),
  (text) => model.read(text, null).judge().vector,
);
const guessLanguage = () => ({ code: 'en', isReliable: true });
const analysisOf = (text: string, around: Partial<Verbatim> = {}) =>
  analyze(
    { ...{ text, question: null, language: 'en', score: null }, ...around },
    { model, finder, guessLanguage },
  );
const said = (text: string) =>
  analysisOf(text).mentions.map(({ themeId, polarity, span }) => [
    themeId,
    polarity,
    text.slice(span.start, span.end),
  ]);

describe('a comment that praises one thing and blames another', () => {
  it('is mixed, and each theme has its own polarity and words', () => {
    const text = 'Support was great but the invoice was wrong twice';
    expect(said(text)).toEqual([
      ['support', 'positive', 'Support was great'],
      ['billing', 'negative', 'the invoice was wrong twice'],
    ]);
    expect(analysisOf(text).sentiment?.polarity).toBe('mixed');
  });

  it.each([
    ['Love the app, hate the price.', { website_app: 'positive', pricing: 'negative' }],
    ['Everything is fine except the delivery', { delivery: 'negative' }],
    ['Setup was a breeze. The manual is confusing.', { onboarding: 'positive', documentation: 'negative' }],
    [
      'Staff were lovely although we waited for hours',
      { staff_attitude: 'positive', appointments: 'negative' },
    ],
    ['The invoice was not wrong, and the price is fair', { billing: 'positive', pricing: 'positive' }],
    ['The delivery, which took three weeks, was late', { delivery: 'negative' }],
  ])('“%s”', (text, expected) => {
    const found = Object.fromEntries(analysisOf(text).mentions.map((m) => [m.themeId, m.polarity]));
    expect(found).toMatchObject(expected);
  });

  it('on one theme alike, the theme is mixed', () => {
    expect(said('The price is great. But the price is awful, too.')).toMatchObject([
      ['pricing', 'mixed', expect.anything()],
    ]);
  });
});

describe('an answer that names nothing', () => {
  it('is praise after a question for improvements', () => {
    expect(analysisOf('Nothing', { question: 'What could we do better?' })).toMatchObject({
      sentiment: { polarity: 'positive' },
      actionability: 'none',
      mentions: [],
    });
  });
});

describe('the score', () => {
  it('informs the second judgement and leaves the first alone', () => {
    const [low, high] = [0, 1].map((score) => analysisOf('It is what it is', { score }));
    expect(low!.sentiment).toEqual(high!.sentiment);
    expect(low!.sentimentWithScore).not.toEqual(high!.sentimentWithScore);
    expect(analysisOf('It is what it is').sentimentWithScore).toBeNull();
  });
});

describe('nothing is made up', () => {
  it('for a language the model cannot judge', () => {
    const german = () => ({ code: 'de', isReliable: true });
    const verbatim = { text: 'Die Rechnung stimmt nicht', question: null, language: 'de', score: 0.5 };
    expect(analyze(verbatim, { model, finder, guessLanguage: german })).toEqual({
      language: { code: 'de', isReliable: true, isSupported: false },
      ...{ sentiment: null, sentimentWithScore: null, actionability: null, emotions: [], mentions: [] },
    });
  });

  it.each([
    '',
    ' ',
    '.',
    '👍',
    '👍👍👍🏽',
    'https://example.com/a?b=c',
    '12',
    '\u0000\u0007',
    '<p></p>',
    '???',
  ])('for “%s”, which has no words', (text) =>
    expect(analysisOf(text)).toMatchObject({
      sentiment: null,
      emotions: [],
      mentions: [],
      actionability: null,
    }),
  );
});

describe('spans are ranges of the verbatim itself', () => {
  it.each([
    ['emoji around it', 'Hm. 😀👩‍👧 The support was great 🎉', '😀👩‍👧 The support was great 🎉'],
    [
      'an accent that is a mark of its own',
      'The café\u0301 support was great',
      'The café\u0301 support was great',
    ],
    ['pasted markup', '<div class="x"><b>The support was great</b></div>', 'The support was great'],
    ['text from right to left', 'שלום! the support was great', 'the support was great'],
    ['control characters', '\u0000\u0007The support was great\u0000', 'The support was great'],
  ])('with %s', (_what, text, expected) => {
    expect(said(text).find(([themeId]) => themeId === 'support')?.[2]).toBe(expected);
  });

  it('whatever is written', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.nat(0xffff)).map((codes) => String.fromCharCode(...codes)), // halves of pairs as well
      fc
        .array(
          fc.constantFrom(
            'Support',
            'great',
            'but',
            'price',
            '😀',
            'e\u0301',
            '<b>',
            '.',
            ' ',
            '\u202e',
            "n't",
            'late',
            '\ud83d',
            '\ude00',
            '👩‍👧',
            'مرحبا',
            'furious!!',
          ),
        )
        .map((parts) => parts.join(' ')),
    );
    fc.assert(
      fc.property(anything, fc.constantFrom(null, 0, 0.5, 1), (text, score) => {
        const analysis = analysisOf(text, { score });
        for (const { span } of [...analysis.emotions, ...analysis.mentions]) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(text.slice(span.start, span.end).trim().length).toBe(span.end - span.start);
          expect(span.end).toBeGreaterThan(span.start);
        }
        expect(analysisOf(text, { score })).toEqual(analysis);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a million characters', () => {
  it.each([
    'a',
    'great support ',
    '<div ',
    '<!--',
    '&a',
    '😀',
    "don't, ",
    'never no ',
    '\u0000',
    'e\u0301',
    '\n',
    '(',
    'http://',
    'שלום ',
    '\ud83d',
    '\u{1f1e6}',
  ])('of “%s” are read up to the limit', (part) => {
    const analysis = analysisOf(part.repeat(1_000_000 / part.length));
    for (const { span } of [...analysis.emotions, ...analysis.mentions])
      expect(span.end).toBeLessThanOrEqual(MAX_ANALYZED_CHARS + 1);
  });
});
