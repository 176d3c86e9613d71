import fc from 'fast-check';
import { conditions } from '../../test/arbitraries/conditions.js';
import { MAX_DEPTH, MAX_NODES } from '../platform/conditions/condition.js';
import { readCondition, type Condition } from './condition.js';

const below7: Condition = { field: 'score', op: 'lt', value: 7 };

function problemsOf(value: unknown): Record<string, string> {
  const reading = readCondition(value);
  if (reading.ok) return {};
  return Object.fromEntries(reading.problems.map(({ pointer, detail }) => [pointer, detail]));
}

function nested(depth: number): Condition {
  return depth === 1 ? below7 : { not: nested(depth - 1) };
}

describe('a condition', () => {
  it('is accepted as it was given', () => {
    const condition: Condition = {
      any: [
        { all: [below7, { field: 'verbatim', op: 'contains_any', value: ['invoice', 'refund*'] }] },
        { not: { field: 'contact.capacity', op: 'in', value: ['end_user'] } },
        { field: 'properties.vip', op: 'eq', value: true },
        { always: true },
      ],
    };
    expect(readCondition(condition)).toEqual({ ok: true, condition });
  });

  it.each([
    ['x', '', 'must be an object'],
    [{}, '', 'must hold all, any, not, always, or field with op and value'],
    [{ all: [] }, '/all', 'must be a list of 1 to 200'],
    [{ any: below7 }, '/any', 'must be a list of 1 to 200'],
    [{ all: [below7], any: [below7] }, '/any', 'is not a known field'],
    [{ ...below7, not: below7 }, '/not', 'is not a known field'],
    [{ not: 5 }, '/not', 'must be an object'],
    [{ always: false }, '/always', 'must be true'],
    [{ any: [below7, { ...below7, value: '7' }] }, '/any/1/value', 'must be a number'],
    [
      { field: 'score', op: 'like', value: 7 },
      '/op',
      'must be one of eq, ne, in, not_in, lt, lte, gt, gte, exists',
    ],
    [{ field: 'score', op: 'in', value: [1, 'x'] }, '/value/1', 'must be a number'],
    [{ field: 'score', op: 'eq', value: Infinity }, '/value', 'must be a number'],
    [{ field: 'category', op: 'eq', value: 'fan' }, '/value', 'must be one of promoter, passive, detractor'],
    [{ field: 'survey', op: 'lt', value: 5 }, '/op', 'must be one of eq, ne, in, not_in, exists'],
    [{ field: 'survey', op: 'eq', value: 5 }, '/value', 'must be a text'],
    [{ field: 'verbatim', op: 'eq', value: 'x' }, '/op', 'must be one of contains_any, contains_all, exists'],
    [{ field: 'verbatim', op: 'contains_any', value: 'x' }, '/value', 'must be a list of 1 to 100'],
    [
      { field: 'verbatim', op: 'contains_any', value: ['ok', '…'] },
      '/value/1',
      'must hold a letter, a digit or an emoji',
    ],
    [{ field: 'verbatim', op: 'exists', value: 1 }, '/value', 'must be true or false'],
    [{ field: 'properties.a', op: 'eq', value: null }, '/value', 'must be a text'],
    [{ field: 'properties.a', op: 'eq', value: 'a\0' }, '/value', 'has a NUL character at position 1'],
  ])('is refused: %j', (value, pointer, detail) => {
    expect(problemsOf(value)).toEqual({ [pointer]: detail });
  });

  it.each(['weather', 'answers.', '__proto__', 'constructor', 7, `properties.${'x'.repeat(200)}`])(
    'names only fields that exist, unlike %s',
    (field) =>
      expect(problemsOf({ field, op: 'eq', value: 1 })['/field']).toMatch('must be one of score, category'),
  );

  it('is at most eight levels deep', () => {
    expect(problemsOf(nested(MAX_DEPTH))).toEqual({});
    expect(Object.values(problemsOf(nested(MAX_DEPTH + 1)))).toEqual(['is nested deeper than 8 levels']);
    expect(Object.values(problemsOf(nested(5000)))).toEqual(['is nested deeper than 8 levels']);
  });

  it('has at most two hundred nodes', () => {
    const wide = (nodes: number) => ({
      all: [{ all: Array(100).fill(below7) }, { any: Array(nodes).fill(below7) }],
    });
    expect(problemsOf(wide(MAX_NODES - 103))).toEqual({});
    expect(Object.values(problemsOf(wide(MAX_NODES - 102)))).toEqual(['is one more than 200 nodes']);
    expect(Object.values(problemsOf(wide(MAX_NODES)))).toEqual(['is one more than 200 nodes']);
  });

  it('points into the body it came in', () => {
    expect(readCondition({ not: 1 }, '/condition')).toMatchObject({
      problems: [{ pointer: '/condition/not' }],
    });
  });

  it('is read from anything without throwing, and says why when it is none', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.anything()), (value) => {
        const reading = readCondition(value);
        expect(reading.ok || reading.problems.length > 0).toBe(true);
      }),
    );
  });

  it('survives being stored and read again', () => {
    fc.assert(
      fc.property(conditions, (condition) => {
        const stored: unknown = JSON.parse(JSON.stringify(condition));
        expect(readCondition(stored)).toEqual({ ok: true, condition });
      }),
    );
  });

  it('is refused when any one part of it is spoilt', () => {
    fc.assert(
      fc.property(conditions, fc.nat(), (condition, at) => {
        const spoilt = structuredClone(condition);
        const parts = partsOf(spoilt);
        Object.assign(parts[at % parts.length]!, { unheard: 1 });
        expect(readCondition(spoilt).ok).toBe(false);
      }),
    );
  });
});

function partsOf(condition: Condition): Condition[] {
  if ('all' in condition) return [condition, ...condition.all.flatMap(partsOf)];
  if ('any' in condition) return [condition, ...condition.any.flatMap(partsOf)];
  if ('not' in condition) return [condition, ...partsOf(condition.not)];
  return [condition];
}
