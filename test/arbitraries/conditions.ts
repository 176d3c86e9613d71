import fc from 'fast-check';
import type { AnalysisFacts } from '../../src/analysis/analysis-facts.js';
import { ACTIONABILITIES, EMOTIONS, POLARITIES } from '../../src/analyzer/analysis.js';
import type { Comparison, Condition, Scalar } from '../../src/platform/conditions/condition.js';
import type { Facts, Properties } from '../../src/routing/facts.js';

/** Few values, so that conditions and facts meet often. */
const words = ['invoice', 'Late', 'café', '发票', 'x'];
const word = fc.constantFrom(...words);
const scalar: fc.Arbitrary<Scalar> = fc.oneof(
  word,
  fc.integer({ min: 0, max: 10 }),
  fc.boolean(),
  fc.constant('7'),
);
const listOf = <T>(item: fc.Arbitrary<T>) => fc.array(item, { minLength: 1, maxLength: 3 });
const score = fc.integer({ min: -1, max: 11 });
const category = fc.constantFrom('promoter' as const, 'passive' as const, 'detractor' as const);

const openField = fc.constantFrom(
  'answers.a',
  'contact.properties.a',
  'account.properties.a',
  'properties.a',
);
const nameField = fc.constantFrom(
  'survey',
  'channel',
  'contact.capacity',
  'account.external_id',
  'account.name',
  'theme',
  'theme.negative',
  'verbatim_language',
);
const emotionField = fc.constantFrom('emotion.anger', 'emotion.joy');
const textField = fc.constantFrom('verbatim', 'account.name', 'properties.a');
const order = fc.constantFrom('lt' as const, 'lte' as const, 'gt' as const, 'gte' as const);
const equality = fc.constantFrom('eq' as const, 'ne' as const);
const membership = fc.constantFrom('in' as const, 'not_in' as const);
const searching = fc.constantFrom('contains_any' as const, 'contains_all' as const);

export const comparisons: fc.Arbitrary<Comparison> = fc.oneof(
  fc.record({ field: fc.oneof(fc.constant('score'), openField), op: order, value: score }),
  fc.record({ field: fc.constant('score'), op: membership, value: listOf(score) }),
  fc.record({ field: fc.constant('category'), op: equality, value: category }),
  fc.record({ field: emotionField, op: order, value: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.record({ field: fc.constant('emotion'), op: membership, value: listOf(fc.constantFrom(...EMOTIONS)) }),
  fc.record({ field: fc.constant('sentiment'), op: equality, value: fc.constantFrom(...POLARITIES) }),
  fc.record({ field: openField, op: equality, value: scalar }),
  fc.record({ field: nameField, op: membership, value: listOf(word) }),
  fc.record({ field: textField, op: searching, value: listOf(word) }),
  fc.record({
    field: fc.oneof(nameField, textField, openField),
    op: fc.constant('exists' as const),
    value: fc.boolean(),
  }),
);

export const conditions: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'condition', withCrossShrink: true },
    fc.oneof(
      { arbitrary: comparisons, weight: 9 },
      { arbitrary: fc.constant({ always: true as const }), weight: 1 },
    ),
    fc.record({ all: listOf(tie('condition')) }),
    fc.record({ any: listOf(tie('condition')) }),
    fc.record({ not: tie('condition') }),
  ),
})).condition;

/** Whatever came in from outside, beside what rules expect. */
const properties: fc.Arbitrary<Properties> = fc.oneof(
  fc.record({ a: fc.oneof(scalar, fc.array(scalar), fc.anything()) }, { requiredKeys: [] }),
  fc.dictionary(fc.string(), fc.anything()),
);
const text = fc.option(
  fc.oneof(
    word,
    fc.array(word).map((all) => all.join(' ')),
    fc.string({ unit: 'binary' }),
  ),
);

const intensity = fc.double({ min: 0, max: 1, noNaN: true });
const analysis: fc.Arbitrary<AnalysisFacts> = fc.record({
  themes: fc.array(word),
  praised: fc.array(word),
  blamed: fc.array(word),
  sentiments: fc.uniqueArray(fc.constantFrom(...POLARITIES)),
  sentimentsWithScore: fc.uniqueArray(fc.constantFrom(...POLARITIES)),
  emotions: fc.dictionary(fc.constantFrom(...EMOTIONS), intensity),
  languages: fc.array(word),
  actionabilities: fc.uniqueArray(fc.constantFrom(...ACTIONABILITIES)),
});

export const facts: fc.Arbitrary<Facts> = fc.record({
  score: fc.option(score),
  category: fc.option(category),
  survey: text,
  channel: text,
  language: text,
  verbatim: text,
  analysis,
  answers: properties,
  contact: fc.option(fc.record({ capacity: text, emailDomain: text, properties })),
  account: fc.option(fc.record({ name: text, externalId: text, properties })),
  properties,
});
