import { createHash } from 'node:crypto';
import { commitmentOf, entriesDigestOf, winnersOf } from './draw.js';
import { type DrawRecord, faultsOf } from './draw-record.js';

const seed = Buffer.alloc(32, 7);
const entries = Array.from({ length: 9 }, (_, i) =>
  createHash('sha256').update(`${i}`).digest('hex'),
).toSorted();
const winners = winnersOf(seed, entries, 2);

const RECORD: DrawRecord = {
  format: 'heed-prize-draw/1',
  waveId: '0197a3c0-0000-7000-8000-000000000000',
  prize: 'A bicycle',
  prizes: 2,
  commitment: commitmentOf(seed),
  committedAt: '2026-03-01T10:00:00.000Z',
  entriesDigest: entriesDigestOf(entries),
  entries,
  drawnAt: '2026-04-01T10:00:00.000Z',
  seed: seed.toString('hex'),
  winners,
};
const changed = (changes: Partial<Record<keyof DrawRecord, unknown>>) => faultsOf({ ...RECORD, ...changes });
const other = entries.find((entry) => !winners.includes(entry))!;

describe('a record', () => {
  it('of a draw as it was promised has no fault', () => {
    expect(faultsOf(RECORD)).toEqual([]);
  });

  it('has none either before the draw, or before the wave is closed', () => {
    const undrawn = { seed: null, winners: null, drawnAt: null };
    expect(changed(undrawn)).toEqual([]);
    expect(changed({ ...undrawn, entries: null, entriesDigest: null })).toEqual([]);
  });

  it('says which seed was promised and which was used', () => {
    const used = Buffer.alloc(32, 8);
    const cheat = { seed: used.toString('hex'), winners: winnersOf(used, entries, 2) };
    expect(changed(cheat)).toEqual([
      `The seed is not the one committed to: its SHA-256 is ${commitmentOf(used)}, the commitment ${RECORD.commitment}.`,
    ]);
  });

  it('says that an entry was added or left out after they were sealed', () => {
    const fewer = entries.slice(1);
    const [fault] = changed({ entries: fewer, winners: winnersOf(seed, fewer, 2) });
    expect(fault).toBe(
      `The entries are not those that were sealed: their digest is ${entriesDigestOf(fewer)}, the record says ${RECORD.entriesDigest}.`,
    );
  });

  it('says that an entry is listed twice', () => {
    const twice = [...entries, entries[0]!];
    expect(changed({ entries: twice, entriesDigest: entriesDigestOf(twice) })[0]).toBe(
      `The entry ${entries[0]} is listed twice.`,
    );
  });

  it('says who should have won', () => {
    expect(changed({ winners: [winners[0], other] })).toEqual([
      `Prize 2 goes to ${winners[1]}, not to ${other}.`,
    ]);
    expect(changed({ winners: [winners[0]] })).toEqual(['There are 1 winners; of these entries 2 win.']);
  });

  it.each([
    [null, 'This is no record of a draw.'],
    [{}, 'The format is not heed-prize-draw/1.'],
    [{ ...RECORD, seed: 'abc' }, 'seed must be 32 bytes in hexadecimal, or null.'],
    [{ ...RECORD, entries: [1] }, 'entries must be a list of SHA-256 in hexadecimal, or null.'],
    [{ ...RECORD, prizes: 0 }, 'prizes must be a whole number from 1.'],
    [{ ...RECORD, entries: null, entriesDigest: null }, 'There is a seed, but no entries.'],
    [{ ...RECORD, seed: null }, 'There are winners, but no seed.'],
    [{ ...RECORD, seed: null, entries: null, entriesDigest: null }, 'There are winners, but no seed.'],
  ])('of another shape says what is wrong: %#', (record, fault) => {
    expect(faultsOf(record)).toEqual([fault]);
  });
});
