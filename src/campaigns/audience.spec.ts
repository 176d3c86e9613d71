import { readAudience } from './audience.js';

function problemsOf(value: unknown): Record<string, string> {
  const reading = readAudience(value, '/audience');
  if (reading.ok) return {};
  return Object.fromEntries(reading.problems.map(({ pointer, detail }) => [pointer, detail]));
}

describe('an audience', () => {
  it('is accepted as it was given', () => {
    const audience = {
      all: [
        { field: 'contact.capacity', op: 'in', value: ['champion', 'decision_maker'] },
        { field: 'contact.created_at', op: 'before', value: '2026-01-31' },
        { field: 'account.created_at', op: 'since', value: '2026-01-31T08:00:00+01:00' },
        { field: 'account.is_internal', op: 'eq', value: false },
        { any: [{ field: 'contact.properties.plan.name', op: 'eq', value: 'gold' }, { always: true }] },
        { not: { field: 'account.properties.seats', op: 'lt', value: 10 } },
      ],
    };
    expect(readAudience(audience)).toEqual({ ok: true, audience });
  });

  it.each([
    [undefined, '', 'must be an object'],
    [{ field: 'contact.capacity', op: 'eq', value: 'boss' }, '/value', 'must be one of decision_maker, '],
    [{ field: 'contact.created_at', op: 'lt', value: 5 }, '/op', 'must be one of before, since, exists'],
    [{ field: 'contact.created_at', op: 'since', value: '2026-02-30' }, '/value', 'must be a date such as'],
    [
      { field: 'contact.created_at', op: 'since', value: '2026-01-31T25:00Z' },
      '/value',
      'must be a date such as',
    ],
    [
      { field: 'contact.created_at', op: 'since', value: '2026-01-31T08:00' },
      '/value',
      'must be a date such as',
    ],
    [{ field: 'contact.created_at', op: 'since', value: '0000-01-01' }, '/value', 'must be a date such as'],
    [{ field: 'account.is_internal', op: 'eq', value: 'yes' }, '/value', 'must be true or false'],
    [{ field: 'account.name', op: 'contains_any', value: ['x'] }, '/op', 'must be one of eq, ne'],
    [{ field: 'contact.properties.', op: 'eq', value: 1 }, '/field', 'must be one of contact.capacity'],
    [{ field: 'score', op: 'gt', value: 8 }, '/field', 'must be one of contact.capacity'],
    [{ all: [{ always: true }, { not: {} }] }, '/all/1/not', 'must hold all, any, not, always'],
  ])('is refused: %j', (value, pointer, detail) => {
    const problems = problemsOf(value);
    expect(Object.keys(problems)).toEqual([`/audience${pointer}`]);
    expect(problems[`/audience${pointer}`]).toMatch(detail);
  });

  it('is no longer than twenty thousand characters', () => {
    const one = { field: 'contact.properties.a', op: 'in', value: Array(100).fill('x'.repeat(400)) };
    expect(problemsOf(one)).toEqual({ '/audience': expect.stringContaining('at most 20000 are accepted') });
  });
});
