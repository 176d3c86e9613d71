import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { commitmentOf, entriesDigestOf, winnersOf } from './draw.js';
import { entryDigestOf } from './entry.js';

const SEED = Buffer.from('000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f', 'hex');
const entry = (n: number) => createHash('sha256').update(`entry ${n}`).digest('hex');
const entries = (count: number) => Array.from({ length: count }, (_, i) => entry(i));

describe('a draw', () => {
  it('is promised by the SHA-256 of its seed', () => {
    // printf '000102…1f' | xxd -r -p | sha256sum
    expect(commitmentOf(SEED)).toBe('630dcd2966c4336691125448bbb25b4ff412a49c732db2c8abc1b8581bd710dd');
  });

  it('seals the sorted entries as lines', () => {
    // printf 'a\nb\n' | sha256sum
    expect(entriesDigestOf(['b', 'a'])).toBe(
      '911169ddaaf146aff539f58c26c489af3b892dff0fe283c1c264c65ae5aa59a2',
    );
  });

  it('of one winner takes the entry at the first number, counted round and round', () => {
    const all = entries(10).toSorted();
    const message = Buffer.concat([Buffer.from(entriesDigestOf(all), 'hex'), Buffer.alloc(4)]);
    const first = createHmac('sha256', SEED).update(message).digest().readUInt32BE(0);
    expect(winnersOf(SEED, all, 1)).toEqual([all[first % 10]]);
  });

  it('comes out the same again, in whichever order the entries are given', () => {
    const all = entries(100);
    expect(winnersOf(SEED, all.toReversed(), 5)).toEqual(winnersOf(SEED, all, 5));
  });

  it('comes out otherwise with one entry more', () => {
    expect(winnersOf(SEED, entries(1_001), 5)).not.toEqual(winnersOf(SEED, entries(1_000), 5));
  });

  it('lets everybody win when there are more prizes than entries, and nobody when there are none', () => {
    expect(winnersOf(SEED, entries(3), 5).toSorted()).toEqual(entries(3).toSorted());
    expect(winnersOf(SEED, [], 5)).toEqual([]);
  });

  it('lets nobody win twice, and nobody who did not enter', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        fc.nat(60),
        fc.nat(20),
        (seed, count, prizes) => {
          const won = winnersOf(seed, entries(count), prizes);
          expect(new Set(won).size).toBe(Math.min(prizes, count));
          expect(entries(count)).toEqual(expect.arrayContaining(won));
        },
      ),
    );
  });

  it('gives each entry the same chance', () => {
    const all = entries(7);
    const wins = new Map(all.map((one) => [one, 0]));
    for (let i = 0; i < 7_000; i++) {
      const seed = createHash('sha256').update(`seed ${i}`).digest();
      const [won] = winnersOf(seed, all, 1);
      wins.set(won!, wins.get(won!)! + 1);
    }
    // Chi-squared with 6 degrees of freedom: above 22.5 in one of a thousand fair draws; these seeds are always the same.
    const chiSquared = [...wins.values()].reduce((sum, count) => sum + (count - 1_000) ** 2 / 1_000, 0);
    expect(chiSquared).toBeLessThan(22.5);
  });
});

describe('an entry', () => {
  it('is found by its code and address, written in any case', () => {
    expect(entryDigestOf('c0de', ' Ada@Example.com ')).toBe(entryDigestOf('c0de', 'ada@example.com'));
  });

  it('is found by nobody without its code', () => {
    expect(entryDigestOf('c0de', 'ada@example.com')).not.toBe(entryDigestOf('c0df', 'ada@example.com'));
  });
});
