import fc from 'fast-check';
import { conditions, facts as anyFacts } from '../../test/arbitraries/conditions.js';
import { NO_ANALYSIS } from '../analysis/analysis-facts.js';
import type { Comparison, Condition } from './condition.js';
import { evaluate, MAX_REASONS } from './evaluate.js';
import type { Facts } from './facts.js';

const facts: Facts = {
  score: 3,
  category: 'detractor',
  survey: 'relationship',
  channel: 'email',
  language: null,
  verbatim: 'The invoice was late.\nAgain!',
  analysis: { ...NO_ANALYSIS, themes: ['billing', 'support'], blamed: ['billing'], emotions: { anger: 0.7 } },
  answers: { topics: ['price', 'customer service'] },
  contact: { capacity: 'champion', emailDomain: 'acme.example', properties: { seats: '120', vip: 'TRUE' } },
  account: null,
  properties: { tier: 5 },
};

const because = (condition: Condition) => evaluate(condition, facts).because;
const matches = (condition: Condition) => evaluate(condition, facts).matched;

describe('a comparison', () => {
  it.each<[Comparison, string]>([
    [{ field: 'score', op: 'lte', value: 6 }, 'score 3 is at most 6'],
    [{ field: 'score', op: 'lt', value: 4 }, 'score 3 is below 4'],
    [{ field: 'score', op: 'gte', value: 3 }, 'score 3 is at least 3'],
    [{ field: 'score', op: 'gt', value: 2.5 }, 'score 3 is above 2.5'],
    [{ field: 'score', op: 'in', value: [0, 3] }, 'score 3 is one of 0, 3'],
    [{ field: 'theme.negative', op: 'eq', value: 'billing' }, 'theme.negative is billing'],
    [{ field: 'theme', op: 'eq', value: 'support' }, 'theme includes support'],
    [{ field: 'emotion.anger', op: 'gte', value: 0.6 }, 'emotion.anger 0.7 is at least 0.6'],
    [{ field: 'category', op: 'eq', value: 'detractor' }, 'category is detractor'],
    [{ field: 'category', op: 'ne', value: 'promoter' }, 'category is detractor, not promoter'],
    [{ field: 'channel', op: 'not_in', value: ['api', 'link'] }, 'channel email is none of api, link'],
    [
      { field: 'contact.email_domain', op: 'eq', value: 'ACME.example' },
      'contact.email_domain is ACME.example',
    ],
    [{ field: 'verbatim', op: 'contains_any', value: ['refund', 'invoice'] }, 'verbatim mentions “invoice”'],
    [{ field: 'verbatim', op: 'contains_all', value: ['late', 'inv*'] }, 'verbatim mentions “late”, “inv*”'],
    [{ field: 'answers.topics', op: 'eq', value: 'price' }, 'answers.topics includes price'],
    [
      { field: 'answers.topics', op: 'contains_any', value: ['service'] },
      'answers.topics mentions “service”',
    ],
    [
      { field: 'contact.properties.seats', op: 'gt', value: 100 },
      'contact.properties.seats 120 is above 100',
    ],
    [{ field: 'contact.properties.vip', op: 'eq', value: true }, 'contact.properties.vip is true'],
    [{ field: 'properties.tier', op: 'eq', value: '5' }, 'properties.tier is 5'],
    [{ field: 'score', op: 'exists', value: true }, 'score is known'],
    [{ field: 'account.name', op: 'exists', value: false }, 'account.name is unknown'],
    [{ field: 'language', op: 'ne', value: 'de' }, 'language is unknown'],
    [{ field: 'language', op: 'not_in', value: ['de'] }, 'language is unknown'],
  ])('%j matches: %s', (comparison, reason) => {
    expect(evaluate(comparison, facts)).toEqual({ matched: true, because: [reason] });
  });

  it.each<[Comparison, string]>([
    [{ field: 'score', op: 'gt', value: 3 }, 'score 3 is not above 3'],
    [{ field: 'theme.negative', op: 'eq', value: 'support' }, 'theme.negative is billing, not support'],
    [{ field: 'emotion.joy', op: 'gte', value: 0.1 }, 'emotion.joy is unknown'],
    [{ field: 'category', op: 'eq', value: 'promoter' }, 'category is detractor, not promoter'],
    [{ field: 'verbatim', op: 'contains_any', value: ['refund'] }, 'verbatim mentions none of “refund”'],
    [{ field: 'verbatim', op: 'contains_all', value: ['late', 'rude'] }, 'verbatim does not mention “rude”'],
    [
      { field: 'answers.topics', op: 'contains_any', value: ['price customer'] },
      'answers.topics mentions none of “price customer”',
    ],
    [{ field: 'contact.properties.vip', op: 'lt', value: 5 }, 'contact.properties.vip TRUE is not below 5'],
    [{ field: 'language', op: 'eq', value: 'de' }, 'language is unknown'],
    [{ field: 'account.name', op: 'contains_any', value: ['acme'] }, 'account.name is unknown'],
    [{ field: 'properties.mood', op: 'lt', value: 9 }, 'properties.mood is unknown'],
    [{ field: 'score', op: 'exists', value: false }, 'score is known'],
  ])('%j does not match: %s', (comparison, reason) => {
    expect(evaluate(comparison, facts)).toEqual({ matched: false, because: [reason] });
  });
});

describe('a group', () => {
  const low: Condition = { field: 'score', op: 'lte', value: 6 };
  const high: Condition = { field: 'score', op: 'gte', value: 9 };
  const late: Condition = { field: 'verbatim', op: 'contains_any', value: ['late'] };

  it('of all names every part when it matches, and the parts to blame when it does not', () => {
    expect(evaluate({ all: [low, late] }, facts)).toEqual({
      matched: true,
      because: ['score 3 is at most 6', 'verbatim mentions “late”'],
    });
    expect(because({ all: [low, high] })).toEqual(['score 3 is not at least 9']);
  });

  it('of any names the parts that matched, or all of them when none did', () => {
    expect(because({ any: [high, late] })).toEqual(['verbatim mentions “late”']);
    expect(because({ any: [high, { not: late }] })).toEqual([
      'score 3 is not at least 9',
      'verbatim mentions “late”',
    ]);
  });

  it('negated explains itself by what did not match', () => {
    expect(evaluate({ not: high }, facts)).toEqual({ matched: true, because: ['score 3 is not at least 9'] });
  });

  it('says each reason once and no more than ten', () => {
    expect(because({ all: [low, low] })).toHaveLength(1);
    const many = Array.from({ length: 50 }, (_, i): Condition => ({
      field: 'score',
      op: 'lt',
      value: 10 + i,
    }));
    expect(because({ all: many })).toHaveLength(MAX_REASONS);
  });

  it('can match everything', () => expect(matches({ always: true })).toBe(true));
});

describe('a reason', () => {
  it('quotes long values in part, between whole characters', () => {
    const long: Facts = { ...facts, properties: { note: `a${'😀'.repeat(500)}` } };
    const [reason] = evaluate({ field: 'properties.note', op: 'ne', value: 'b' }, long).because;
    expect(reason).toBe(`properties.note is a${'😀'.repeat(59)}…, not b`);
  });

  it('quotes long lists in part', () => {
    const value = ['a1', 'b2', 'c3', 'd4', 'e5', 'f6', 'g7'];
    expect(because({ field: 'verbatim', op: 'contains_any', value })).toEqual([
      'verbatim mentions none of “a1”, “b2”, “c3”, “d4”, “e5” and 2 more',
    ]);
  });
});

describe('the laws of logic hold for every condition and all facts', () => {
  const matchedBy = (condition: Condition, given: Facts) => evaluate(condition, given).matched;

  it('a condition always explains itself', () => {
    fc.assert(
      fc.property(conditions, anyFacts, (condition, given) => {
        expect(evaluate(condition, given).because.length).toBeGreaterThan(0);
      }),
    );
  });

  it('not not a is a, for the same reasons', () => {
    fc.assert(
      fc.property(conditions, anyFacts, (a, given) => {
        expect(evaluate({ not: { not: a } }, given)).toEqual(evaluate(a, given));
      }),
    );
  });

  it('not (a and b) is not a or not b, and the other way round (De Morgan)', () => {
    fc.assert(
      fc.property(conditions, conditions, anyFacts, (a, b, given) => {
        const nots = [{ not: a }, { not: b }];
        expect(evaluate({ not: { all: [a, b] } }, given)).toEqual(evaluate({ any: nots }, given));
        expect(evaluate({ not: { any: [a, b] } }, given)).toEqual(evaluate({ all: nots }, given));
      }),
    );
  });

  it('all and any mean and and or, in whatever order', () => {
    fc.assert(
      fc.property(conditions, conditions, anyFacts, (a, b, given) => {
        const [isA, isB] = [matchedBy(a, given), matchedBy(b, given)];
        expect(matchedBy({ all: [a, b] }, given)).toBe(isA && isB);
        expect(matchedBy({ any: [b, a] }, given)).toBe(isA || isB);
      }),
    );
  });

  it('ne is not eq, and not_in is not in, of missing facts too', () => {
    const value = fc.constantFrom<string | number | boolean>('invoice', 7, true);
    fc.assert(
      fc.property(value, anyFacts, (wanted, given) => {
        const field = 'properties.a';
        const eq = matchedBy({ field, op: 'eq', value: wanted }, given);
        expect(matchedBy({ field, op: 'ne', value: wanted }, given)).toBe(!eq);
        expect(matchedBy({ field, op: 'in', value: [wanted] }, given)).toBe(eq);
        expect(matchedBy({ field, op: 'not_in', value: [wanted] }, given)).toBe(!eq);
      }),
    );
  });
});
