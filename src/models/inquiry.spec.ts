import type { Polarity } from '../analyzer/analysis.js';
import { analysisOf, batchesOf, inquiryOf, MAX_CHARS_PER_REQUEST, MAX_TEXTS_PER_REQUEST } from './inquiry.js';
import { SoughtThemes } from './prompt.js';

const THEME = { id: 'b', starter: null, keywords: ['late'], phrases: [], examples: [] };
const themes = new SoughtThemes([THEME]);

const inquiry = (text: string, changes: object = {}, sought = themes, analyzer = 'host/model') =>
  inquiryOf({ text, question: 'Why?', language: null, score: null, names: [], ...changes }, analyzer, sought);

describe('a question about a verbatim', () => {
  const { hash } = inquiry('Late.')!;

  it.each([
    ['the score', inquiry('Late.', { score: 0 })],
    ['what the language is thought to be', inquiry('Late.', { language: 'de' })],
    ['the order of the themes', inquiry('Late.', {}, new SoughtThemes([THEME]))],
  ])('is the same whatever %s', (_, other) => expect(other!.hash).toBe(hash));

  it('is the same for two who differ in what is not sent', () => {
    const [one, other] = ['a@b.example', 'much.longer@c.example'].map((email) =>
      inquiry(`To ${email}: late`)!,
    );
    expect(one!.hash).toBe(other!.hash);
  });

  it.each([
    ['text', inquiry('late.')],
    ['question', inquiry('Late.', { question: null })],
    ['model', inquiry('Late.', {}, themes, 'host/other')],
    ['theme', inquiry('Late.', {}, new SoughtThemes([{ ...THEME, id: 'c' }]))],
    ['hint of a theme', inquiry('Late.', {}, new SoughtThemes([{ ...THEME, phrases: ['too late'] }]))],
  ])('is another with another %s', (_, other) => expect(other!.hash).not.toBe(hash));

  it.each([
    ['nothing is written', ' \n\t'],
    ['too much is written', 'x'.repeat(MAX_CHARS_PER_REQUEST + 1)],
  ])('is not asked when %s', (_, text) => expect(inquiry(text)).toBeNull());

  it('does not tell who wrote it, nor of whom the question speaks', () => {
    const { question, redacted } = inquiry('Cora waits', { question: 'Cora, why?', names: ['Cora'] })!;
    expect([question, redacted.text]).toEqual(['[NAME], why?', '[NAME] waits']);
  });
});

describe('requests', () => {
  it('take so many texts, and so many characters', () => {
    const short = Array.from({ length: MAX_TEXTS_PER_REQUEST + 1 }, (_, i) => inquiry(`Late ${i}`)!);
    const long = [1, 2].map(() => inquiry('x'.repeat(MAX_CHARS_PER_REQUEST))!);
    const sizes = batchesOf([...short, ...long]).map(({ length }) => length);
    expect(sizes).toEqual([MAX_TEXTS_PER_REQUEST, 1, 1, 1]);
  });

  it('are none for no texts', () => expect(batchesOf([])).toEqual([]));
});

describe('the language of a text', () => {
  const finding = { sentiment: null, actionability: null, emotions: [], mentions: [] };
  const found = (language: string | null, likely: string | null) =>
    analysisOf({ ...finding, language }, inquiry('Late.', { language: likely })!).language;

  it('is what the model says', () =>
    expect(found('en', 'de')).toMatchObject({ code: 'en', isReliable: true }));
  it('is what is likely when the model cannot tell', () =>
    expect(found(null, 'de-AT')).toMatchObject({ code: 'de', isReliable: false }));
  it('is unknown when nobody knows', () => expect(found(null, null).code).toBeNull());
});

describe('the sentiment together with the score', () => {
  const together = (polarity: Polarity, confidence: number, score: number | null) => {
    const finding = { language: 'en', actionability: null, emotions: [], mentions: [] };
    const sentiment = { polarity, confidence };
    return analysisOf({ ...finding, sentiment }, inquiry('Late.', { score })!).sentimentWithScore;
  };

  it('is what the model says in the light of the score', () => {
    expect(together('negative', 0.9, 0)?.polarity).toBe('negative');
    expect(together('neutral', 0.4, 0)?.polarity).toBe('negative');
    expect(together('neutral', 0.4, 1)?.polarity).toBe('positive');
  });

  it('stays mixed where the text says both', () =>
    expect(together('mixed', 0.6, 1)).toEqual({ polarity: 'mixed', confidence: 0.6 }));

  it('is unknown without a score, or without a sentiment', () => {
    const finding = { language: null, sentiment: null, actionability: null, emotions: [], mentions: [] };
    expect(together('positive', 0.9, null)).toBeNull();
    expect(analysisOf(finding, inquiry('Late.', { score: 1 })!).sentimentWithScore).toBeNull();
  });
});
