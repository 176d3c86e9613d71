import fc from 'fast-check';
import { type Finding, readAnswer } from './answer.js';
import { SoughtThemes } from './prompt.js';

const THEME = { id: 'theme-1', starter: 'delivery', keywords: [], phrases: [], examples: [] };
const themes = new SoughtThemes([THEME]);
const asked = [
  { id: 'v1', question: null, text: 'Nice people, but late 😡 again.' },
  { id: 'v2', question: null, text: 'Fine.' },
];

const about = (id: string, fields: object = {}) => ({
  id,
  language: 'en',
  sentiment: { polarity: 'mixed', confidence: 0.8 },
  actionability: 'none',
  emotions: [],
  mentions: [],
  ...fields,
});
const felt = (quote: string, emotion = 'anger') => ({ emotion, intensity: 0.5, confidence: 1, quote });
const said = (quote: string, polarity = 'negative') => ({
  ...{ theme: 't1', polarity, confidence: 0.9, emotions: ['anger', 'anger'], quote },
});
const read = (...verbatims: unknown[]) => readAnswer(JSON.stringify({ verbatims }), asked, themes);

describe('a report on a text', () => {
  it('becomes a finding with the places of its quotes', () => {
    const [finding] = read(about('v1', { emotions: [felt('late 😡')], mentions: [said('late 😡 again')] }))!;
    expect(finding).toEqual({
      language: 'en',
      sentiment: { polarity: 'mixed', confidence: 0.8 },
      actionability: 'none',
      emotions: [
        { emotion: 'anger', intensity: 0.5, confidence: 1, orElse: [], span: { start: 17, end: 24 } },
      ],
      mentions: [
        {
          ...{ themeId: 'theme-1', polarity: 'negative', confidence: 0.9 },
          ...{ emotions: ['anger'], span: { start: 17, end: 30 } },
        },
      ],
    });
  });

  it('is matched by its id, whatever the order', () => {
    const findings = read(about('v2', { language: 'de' }), about('v1'))!;
    expect(findings.map((finding) => finding?.language)).toEqual(['en', 'de']);
  });

  it('loses what the text does not show, and keeps the rest', () => {
    const [finding] = read(about('v1', { emotions: [felt('in tears', 'sadness'), felt('late')] }))!;
    expect(finding!.emotions.map(({ emotion }) => emotion)).toEqual(['anger']);
  });

  it('is of another text when this one shows nothing of it', () => {
    expect(read(about('v1', { mentions: [said('Fine.')] }), about('v2'))).toEqual([null, expect.anything()]);
  });

  it.each(['Late', 'people,  but', '', ' ', '\ud83d'])('shows nothing by "%s"', (quote) => {
    expect(read(about('v1', { emotions: [felt(quote)] }))![0]).toBeNull();
  });

  it('may praise a theme in one place and blame it in another, each place once', () => {
    const mentions = [said('Nice people', 'positive'), said('late'), said('late', 'positive')];
    const [finding] = read(about('v1', { mentions }))!;
    expect(finding!.mentions.map(({ polarity }) => polarity)).toEqual(['positive', 'negative']);
  });

  it('may say that it cannot tell', () => {
    const [finding] = read(about('v1', { language: null, sentiment: null, actionability: null }))!;
    expect(finding).toMatchObject({ language: null, sentiment: null, actionability: null });
  });
});

it.each(['', 'null', '[]', '{}', '{"verbatims":{}}', '{"verbatims":[', '"v1"'])(
  'an answer like %s is none',
  (content) => expect(readAnswer(content, asked, themes)).toBeNull(),
);

it('whatever is answered, a finding is within the text and the bounds', () => {
  const any = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom('anger', 'negative', 't1', 'late', 0.5),
  );
  const report = fc.record({
    id: fc.constantFrom('v1', 'v2', 'v3'),
    language: fc.oneof(fc.constantFrom('en', null), any),
    sentiment: fc.oneof(fc.constant(null), fc.record({ polarity: any, confidence: any })),
    actionability: fc.oneof(fc.constantFrom('none', null), any),
    emotions: fc.array(fc.record({ emotion: any, intensity: any, confidence: any, quote: any })),
    mentions: fc.array(fc.record({ theme: any, polarity: any, confidence: any, emotions: any, quote: any })),
  });
  fc.assert(
    fc.property(fc.array(fc.oneof(report, any), { maxLength: 4 }), (reports) => {
      read(...reports)!.forEach((finding, index) => finding && expectSound(finding, asked[index]!.text));
    }),
  );
});

function expectSound({ sentiment, emotions, mentions }: Finding, text: string): void {
  for (const { span } of [...emotions, ...mentions]) {
    expect(span.start).toBeLessThan(span.end);
    expect(span.end).toBeLessThanOrEqual(text.length);
  }
  const shares = [sentiment, ...emotions, ...mentions].flatMap((one) => one?.confidence ?? []);
  expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
  expect(mentions.every(({ themeId }) => themeId === 'theme-1')).toBe(true);
}
