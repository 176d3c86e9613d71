import { NO_ANALYSIS } from '../analysis/analysis-facts.js';
import { evaluate } from '../routing/evaluate.js';
import type { Facts } from '../routing/facts.js';
import type { Category } from '../surveys/score.js';
import { Chance } from './chance.js';
import { inventPeople } from './customers.js';
import { inventFeedback } from './feedback.js';
import { conditionOf, TOPICS } from './topics.js';
import { VOICES } from './voices.js';

const PLAIN = { score: null, survey: null, channel: null, language: null, answers: {}, properties: {} };

/** Names of the demo's rules that match a comment. */
function rulesFor(category: Category, verbatim: string): string[] {
  const facts: Facts = { ...PLAIN, category, verbatim, analysis: NO_ANALYSIS, contact: null, account: null };
  return TOPICS.filter((topic) => evaluate(conditionOf(topic), facts).matched).map(({ rule }) => rule);
}

const onTopic = TOPICS.flatMap(({ rule, categories, comments }) =>
  comments.flatMap((comment) => categories.map((category) => [rule, category, comment] as const)),
);
const offTopic = (Object.keys(VOICES) as Category[]).flatMap((category) =>
  VOICES[category].map((comment) => [category, comment] as const),
);

it.each(onTopic)('"%s" finds what a %s writes about it: %s', (rule, category, comment) => {
  expect(rulesFor(category, comment)).toEqual([rule]);
});

it.each(offTopic)('no rule looks for what this %s writes: %s', (category, comment) => {
  expect(rulesFor(category, comment)).toEqual([]);
});

describe('the feedback of a demo', () => {
  const feedback = inventFeedback(new Chance(9), inventPeople(new Chance(9)), 300);
  const share = (is: (one: (typeof feedback)[number]) => boolean) => feedback.filter(is).length / 300;

  it('is the same every time', () => {
    expect(inventFeedback(new Chance(9), inventPeople(new Chance(9)), 300)).toEqual(feedback);
  });

  it('comes from promoters, passives and detractors, and some of it concerns two departments', () => {
    for (const category of ['promoter', 'passive', 'detractor']) {
      expect(share((one) => one.category === category)).toBeGreaterThan(0.2);
    }
    expect(share(({ topics }) => topics === 2)).toBeGreaterThan(0.02);
  });

  it('is answered by nobody twice, by some in silence and by some without a name', () => {
    const named = feedback.flatMap(({ body }) => body.contact?.externalId ?? []);
    expect(new Set(named).size).toBe(named.length);
    expect(named.length).toBeLessThan(300);
    expect(share(({ body }) => body.comment === undefined)).toBeGreaterThan(0.05);
  });
});
