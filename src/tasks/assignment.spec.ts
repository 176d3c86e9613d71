import fc from 'fast-check';
import { dueDates, roundRobin } from './assignment.js';

describe('assigning in turn', () => {
  it('asks the next, and the first after the last', () => {
    expect(roundRobin(['ann', 'bob', 'cy'], 'ann')).toBe('bob');
    expect(roundRobin(['ann', 'bob', 'cy'], 'cy')).toBe('ann');
    expect(roundRobin(['cy', 'ann', 'bob'], null)).toBe('ann');
  });

  it('goes on after someone who has left', () => {
    expect(roundRobin(['ann', 'cy'], 'bob')).toBe('cy');
  });

  it('asks nobody when there is nobody, and the only one always', () => {
    expect(roundRobin([], 'ann')).toBeNull();
    expect(roundRobin(['ann'], 'ann')).toBe('ann');
  });

  it('asks everyone once before anyone twice, whoever was asked last', () => {
    const ids = fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(ids, fc.option(fc.uuid()), (candidates, last) => {
        const asked: string[] = [];
        for (const _ of candidates) asked.push(roundRobin(candidates, asked.at(-1) ?? last)!);
        expect(asked.sort()).toEqual(candidates.toSorted());
      }),
    );
  });
});

describe('due dates', () => {
  it('are counted from the opening', () => {
    const openedAt = new Date('2026-03-27T17:30:00Z');
    expect(dueDates(openedAt, { acknowledgeMinutes: 60, resolveMinutes: 2 * 24 * 60 })).toEqual({
      acknowledgeDueAt: new Date('2026-03-27T18:30:00Z'),
      resolveDueAt: new Date('2026-03-29T17:30:00Z'),
    });
  });
});
