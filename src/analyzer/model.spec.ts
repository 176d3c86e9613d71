import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { EMOTION_LABELS } from './labels.js';
import { type ModelParts, modelBytes, modelParts, UnreadableModel } from './model-file.js';
import { EmbeddedModel } from './model.js';

const bytes = new Uint8Array(readFileSync('models/analysis-en.bin'));
const model = EmbeddedModel.parse(bytes);
const label = (name: (typeof EMOTION_LABELS)[number]) => EMOTION_LABELS.indexOf(name);
const sum = (probabilities: Record<string, number>) => Object.values(probabilities).reduce((a, b) => a + b);

describe('the bytes of a model', () => {
  const small: ModelParts = {
    header: { ...modelParts(bytes).header, rows: 2, dimensions: 2 },
    hashes: Uint32Array.of(1, 2),
    heads: new Float32Array(34 * 3),
    table: Int8Array.of(1, -1, 127, -127),
  };

  it('give back what they were made of', () => {
    expect(modelParts(modelBytes(small))).toEqual(small);
  });

  it('are read wherever they lie in memory', () => {
    const buffer = Buffer.concat([Buffer.from('xyz'), modelBytes(small)]).subarray(3);
    expect(modelParts(buffer)).toEqual(small);
  });

  it.each([
    ['nothing', () => new Uint8Array(0)],
    ['garbage', () => Uint8Array.from({ length: 5_000 }, (_byte, at) => (at * 7) % 256)],
    ['a model cut short in its header', () => bytes.slice(0, 40)],
    ['a model cut short in its table', () => bytes.slice(0, -1)],
    ['a model with something after it', () => new Uint8Array([...modelBytes(small), 0])],
    ['another format', () => modelBytes(small).with(8, 2)],
    ['a header that is not JSON', () => modelBytes(small).with(16, 0)],
    [
      'other labels',
      () => modelBytes({ ...small, header: withLabels(['glad', ...EMOTION_LABELS.slice(1)]) }),
    ],
    [
      'an odd number of dimensions',
      () => modelBytes({ ...small, header: { ...small.header, dimensions: 3 } }),
    ],
  ])('are refused when they are %s', (_what, wrong) => {
    expect(() => EmbeddedModel.parse(wrong())).toThrow(UnreadableModel);
  });

  function withLabels(emotion: string[]): ModelParts['header'] {
    return { ...small.header, heads: { ...small.header.heads, emotion } };
  }
});

describe('the model that ships', () => {
  it('fits in 8 MB', () => {
    expect(bytes.length).toBeLessThan(8e6);
  });

  it.each([
    ['The support team was fantastic, thank you!', 'positive'],
    ['The app keeps crashing and nobody answers', 'negative'],
    ['I have been waiting for three hours, terrible service', 'negative'],
  ] as const)('judges “%s” %s', (text, sentiment) => {
    expect(model.read(text, null).judge().sentiment[sentiment]).toBeGreaterThan(0.5);
  });

  it('takes “Nothing” for praise only when asked what could be better', () => {
    const positive = (question: string) => model.read('Nothing', question).judge().sentiment.positive;
    expect(positive('What could we do better?')).toBeGreaterThan(0.8);
    expect(positive('What was good?')).toBeLessThan(0.5);
  });

  it('judges a part of a text by that part', () => {
    const text = 'I love the staff but the food was disgusting';
    const reading = model.read(text, null);
    expect(reading.judge(0, 4).sentiment.positive).toBeGreaterThan(0.5);
    expect(reading.judge(5).sentiment.negative).toBeGreaterThan(0.5);
  });

  it('shows the very words that speak for an emotion', () => {
    const text = '🎉 Everything went well — thank you all!';
    const span = model.read(text, null).evidence('emotion', label('gratitude'))!;
    expect(text.slice(span.start, span.end)).toContain('thank');
    expect(text.slice(span.start, span.end)).not.toContain('Everything');
  });

  it('has no evidence in a text without words, and still judges it', () => {
    const reading = model.read(' … \u0007', 'What was good?');
    expect(reading.evidence('sentiment', 0)).toBeNull();
    expect(sum(reading.judge().sentiment)).toBeCloseTo(1);
  });

  it('reads a million characters, of which it takes what its limits allow', () => {
    for (const text of ['slow '.repeat(200_000), '<b>'.repeat(333_333), 'x'.repeat(1e6)])
      expect(sum(model.read(text, null).judge().actionability)).toBeCloseTo(1);
  });

  it('gives probabilities, a vector of length 1 or 0, and evidence inside the text, whatever it reads', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.nat(27), (text, emotion) => {
        const reading = model.read(text, null);
        const { vector, emotions, sentiment, actionability } = reading.judge();
        expect(emotions.every((probability) => probability >= 0 && probability <= 1)).toBe(true);
        expect([sum(sentiment), sum(actionability)].every((total) => Math.abs(total - 1) < 1e-5)).toBe(true);
        const length = Math.hypot(...vector);
        expect(length === 0 || Math.abs(length - 1) < 1e-5).toBe(true);
        const span = reading.evidence('emotion', emotion);
        expect(span === null).toBe(reading.tokens.length === 0);
        if (span) expect(0 <= span.start && span.start < span.end && span.end <= text.length).toBe(true);
      }),
    );
  });
});
