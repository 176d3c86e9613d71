import { changedProperties, propertiesProblem } from './properties.js';

describe('properties', () => {
  it('are flat names with texts, numbers and truths', () => {
    expect(propertiesProblem({ plan: 'pro', seats: 12, trial: false })).toBeNull();
    expect(propertiesProblem({})).toBeNull();
  });

  it.each([
    [null, 'object'],
    [[1], 'object'],
    ['plan=pro', 'object'],
    [{ plan: null }, 'in "plan"'],
    [{ plan: { name: 'pro' } }, 'in "plan"'],
    [{ plan: ['pro'] }, 'in "plan"'],
    [{ seats: Infinity }, 'finite'],
    [{ '': 1 }, 'names of 1'],
    [{ ['n'.repeat(101)]: 1 }, 'names of 1'],
    [{ note: 'x'.repeat(2_001) }, '2000 characters'],
    [Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`p${i}`, i])), 'at most 100'],
  ])('are not %j', (value, problem) => {
    expect(propertiesProblem(value)).toContain(problem);
  });

  it('change by what differs, and lose nothing that is not mentioned', () => {
    expect(changedProperties({ plan: 'pro', seats: 12 }, { seats: 13, plan: 'pro', region: 'EU' })).toEqual({
      seats: 13,
      region: 'EU',
    });
  });

  it('have names that objects have too', () => {
    expect(changedProperties({}, { toString: 'x' })).toEqual({ toString: 'x' });
  });

  it('are never more than a hundred', () => {
    const full = Object.fromEntries(Array.from({ length: 99 }, (_, i) => [`p${i}`, i]));
    expect(changedProperties(full, { p0: 'changed', a: 1, b: 2 })).toEqual({ p0: 'changed', a: 1 });
  });
});
