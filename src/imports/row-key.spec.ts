import { RowKeys } from './row-key.js';

const keysOf = (importKey: string, rows: string[][]) => {
  const keys = new RowKeys(importKey);
  return rows.map((row) => keys.keyOf(row));
};

describe('the key of a row', () => {
  it('is the same when the same rows are imported again, and when rows are added behind them', () => {
    const rows = [
      ['9', 'good'],
      ['3', 'slow'],
      ['9', 'good'],
    ];
    const keys = keysOf('spring', rows);
    expect(keysOf('spring', rows)).toEqual(keys);
    expect(keysOf('spring', [...rows, ['9', 'good']]).slice(0, 3)).toEqual(keys);
  });

  it('tells apart rows that stand in the file twice', () => {
    const [first, second, third] = keysOf('spring', [
      ['9', 'good'],
      ['9', 'good'],
      ['9', ' good '],
    ]);
    expect(second).toBe(`${first}.2`);
    expect(third).toBe(`${first}.3`);
  });

  it('is another one under another import key, and for values divided otherwise', () => {
    expect(keysOf('spring', [['9', 'good']])).not.toEqual(keysOf('autumn', [['9', 'good']]));
    const [split, joined] = keysOf('spring', [['a', 'b'], ['a,b']]);
    expect(split).not.toBe(joined);
  });

  it('stays unique over many rows', () => {
    const rows = Array.from({ length: 20_000 }, (_, row) => [String(row % 15_000)]);
    const keys = keysOf('spring', rows);
    expect(new Set(keys).size).toBe(20_000);
    expect(keys.filter((key) => key.endsWith('.2'))).toHaveLength(5_000);
  });
});
