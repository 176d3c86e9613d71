import { isId, newId, newIdAt } from './ids.js';

describe('an id', () => {
  it('is greater than the one before it, however many a millisecond makes', () => {
    const ids = Array.from({ length: 20_000 }, newId);
    expect(ids).toEqual([...ids].sort());
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is a version 7 UUID in its canonical form and carries the time', () => {
    const before = Date.now();
    const id = newId();
    expect(isId(id)).toBe(true);
    expect(id).toMatch(/^.{14}7.{4}[89ab]/);
    const ms = parseInt(id.replaceAll('-', '').slice(0, 12), 16);
    expect(ms).toBeGreaterThanOrEqual(before);
    expect(ms).toBeLessThanOrEqual(Date.now() + 1);
  });

  it('made for an instant carries that, and nothing of the order they were made in', () => {
    const day = new Date('2026-05-04T00:00:00Z');
    const ids = Array.from({ length: 1_000 }, () => newIdAt(day));
    const instants = ids.map((id) => parseInt(id.replaceAll('-', '').slice(0, 12), 16));
    expect(new Set(instants)).toEqual(new Set([day.getTime()]));
    expect(ids).not.toEqual([...ids].sort());
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is not in capitals, braces or short of a digit', () => {
    const id = newId();
    for (const other of [id.toUpperCase().replace(/\d/g, 'A'), `{${id}}`, id.slice(1), '', null]) {
      expect(isId(other)).toBe(false);
    }
  });
});
