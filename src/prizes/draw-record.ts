import { commitmentOf, entriesDigestOf, SEED_BYTES, winnersOf } from './draw.js';

/** Names what is published and how winners follow from it; another way would have another name. */
export const RECORD_FORMAT = 'heed-prize-draw/1';

/** All that is published of a draw; what is not settled yet is null. It suffices to check it. */
export interface DrawRecord {
  format: typeof RECORD_FORMAT;
  waveId: string;
  prize: string;
  /** How many may win. */
  prizes: number;
  commitment: string;
  committedAt: string;
  /** Once the wave is closed: the digest of all entries, and theirs, sorted. */
  entriesDigest: string | null;
  entries: string[] | null;
  /** Once it is drawn: the seed in hexadecimal, and the digests of the entries that won, first prize first. */
  drawnAt: string | null;
  seed: string | null;
  winners: string[] | null;
}

const DIGEST = /^[0-9a-f]{64}$/;

/** What is wrong with a record, as sentences; none when everything in it follows from the rest. Never throws. */
export function faultsOf(record: unknown): string[] {
  const shape = [...shapeFaults(record)];
  if (shape.length > 0) return shape;
  const { prizes, commitment, entriesDigest, entries, seed, winners } = record as DrawRecord;
  if (entries === null) return seed === null ? [] : ['There is a seed, but no entries.'];
  const faults = [...entryFaults(entries, entriesDigest!)];
  if (seed === null) return faults;
  const bytes = Buffer.from(seed, 'hex');
  if (commitmentOf(bytes) !== commitment) {
    faults.push(
      `The seed is not the one committed to: its SHA-256 is ${commitmentOf(bytes)}, the commitment ${commitment}.`,
    );
  }
  return [...faults, ...winnerFaults(winners!, winnersOf(bytes, entries, prizes))];
}

function* shapeFaults(record: unknown): Iterable<string> {
  if (typeof record !== 'object' || record === null) {
    yield 'This is no record of a draw.';
    return;
  }
  const { format, prizes, commitment, entriesDigest, entries, seed, winners } = record as Record<
    string,
    unknown
  >;
  if (format !== RECORD_FORMAT) {
    yield `The format is not ${RECORD_FORMAT}.`;
    return;
  }
  if (!Number.isInteger(prizes) || (prizes as number) < 1) yield 'prizes must be a whole number from 1.';
  if (!isDigest(commitment)) yield 'commitment must be a SHA-256 in hexadecimal.';
  if (entries !== null && !areDigests(entries))
    yield 'entries must be a list of SHA-256 in hexadecimal, or null.';
  if (entries !== null && !isDigest(entriesDigest)) yield 'entriesDigest must be a SHA-256 in hexadecimal.';
  if (seed !== null && !(isDigest(seed) && seed.length === 2 * SEED_BYTES))
    yield `seed must be ${SEED_BYTES} bytes in hexadecimal, or null.`;
  if (seed !== null && !areDigests(winners)) yield 'winners must be a list of SHA-256 in hexadecimal.';
  if (seed === null && winners !== null) yield 'There are winners, but no seed.';
}

function* entryFaults(entries: readonly string[], entriesDigest: string): Iterable<string> {
  const sorted = entries.toSorted();
  const twice = sorted.find((entry, i) => entry === sorted[i - 1]);
  if (twice) yield `The entry ${twice} is listed twice.`;
  const digest = entriesDigestOf(entries);
  if (digest !== entriesDigest)
    yield `The entries are not those that were sealed: their digest is ${digest}, the record says ${entriesDigest}.`;
}

function* winnerFaults(winners: readonly string[], right: readonly string[]): Iterable<string> {
  if (winners.length !== right.length)
    yield `There are ${winners.length} winners; of these entries ${right.length} win.`;
  for (const [place, entry] of right.entries()) {
    const named = winners[place];
    if (named !== undefined && named !== entry) yield `Prize ${place + 1} goes to ${entry}, not to ${named}.`;
  }
}

function isDigest(value: unknown): value is string {
  return typeof value === 'string' && DIGEST.test(value);
}

function areDigests(value: unknown): boolean {
  return Array.isArray(value) && (value as unknown[]).every(isDigest);
}
