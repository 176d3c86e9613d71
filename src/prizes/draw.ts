import { createHash, createHmac } from 'node:crypto';

/** Bytes of a seed: more than anybody can try out. */
export const SEED_BYTES = 32;

const WORD_BYTES = 4;
const WORDS = 2 ** 32;

/** What is published of a seed in advance: the hexadecimal SHA-256 of its bytes. */
export function commitmentOf(seed: Uint8Array): string {
  return createHash('sha256').update(seed).digest('hex');
}

/** One number for all entries: the hexadecimal SHA-256 of their digests, sorted, each followed by a line feed. */
export function entriesDigestOf(entries: readonly string[]): string {
  const lines = entries.toSorted().map((entry) => `${entry}\n`);
  return createHash('sha256').update(lines.join('')).digest('hex');
}

/**
 * The entries that win, first prize first: all of them, when they are fewer than there are prizes. The same seed and
 * the same entries give the same winners, in whichever order the entries are named.
 *
 * A Fisher–Yates shuffle of the sorted entries that stops after the winners, by the numbers of `drawnNumbers`.
 */
export function winnersOf(seed: Uint8Array, entries: readonly string[], winners: number): string[] {
  const drawn = entries.toSorted();
  const numbers = drawnNumbers(seed, entriesDigestOf(entries));
  const count = Math.min(winners, drawn.length);
  for (let place = 0; place < count; place++) {
    const chosen = place + below(drawn.length - place, numbers);
    [drawn[place], drawn[chosen]] = [drawn[chosen]!, drawn[place]!];
  }
  return drawn.slice(0, count);
}

/**
 * Unsigned 32-bit numbers, big-endian, out of HMAC-SHA256(seed, entries digest ‖ n) for n = 0, 1, 2, … as 32 bits. Both
 * count: who knew the seed would need the entries, and the other way round.
 */
function* drawnNumbers(seed: Uint8Array, entriesDigest: string): Generator<number, never> {
  for (let n = 0; ; n++) {
    const block = createHmac('sha256', seed)
      .update(Buffer.from(entriesDigest, 'hex'))
      .update(wordOf(n))
      .digest();
    for (let at = 0; at < block.length; at += WORD_BYTES) yield block.readUInt32BE(at);
  }
}

/** A whole number from 0 to below `n`, each as likely: numbers from the incomplete last round are passed over. */
function below(n: number, numbers: Iterator<number, never>): number {
  const complete = WORDS - (WORDS % n);
  for (;;) {
    const { value } = numbers.next();
    if (value < complete) return value % n;
  }
}

function wordOf(n: number): Buffer {
  const word = Buffer.alloc(WORD_BYTES);
  word.writeUInt32BE(n);
  return word;
}
