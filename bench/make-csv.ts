import { once } from 'node:events';
import { type Writable } from 'node:stream';

/** Writes a CSV file of so many responses to stdout: `node dist/bench/make-csv.js 1000000 > feedback.csv` */
const HEADER = 'Response ID,Score,Comment,Date,Contact ID,Email,Account,Region,Plan\n';
const COMMENTS = [
  'Quick answer and friendly people',
  '"The invoice was wrong, again"',
  '"Waited two weeks.\nThen it was the ""wrong"" part."',
  '',
  'Search finds nothing since the update',
];
const REGIONS = ['North', 'South', 'East', 'West'];
const PLANS = ['free', 'pro', 'enterprise'];
/** Rows handed to the stream at a time. */
const BLOCK = 1_000;
/** Each contact answers this often on average, and this many contacts share an account. */
const ANSWERS_PER_CONTACT = 4;
const CONTACTS_PER_ACCOUNT = 20;

/** The row of a number: the same each time, so that a file can be made again. */
function row(n: number, rows: number): string {
  const contact = (n * 7_919) % Math.max(1, Math.floor(rows / ANSWERS_PER_CONTACT));
  const account = Math.floor(contact / CONTACTS_PER_ACCOUNT);
  const date = new Date(Date.UTC(2020, 0, 1 + (n % 1_800))).toISOString().slice(0, 10);
  const comment = COMMENTS[n % COMMENTS.length];
  return `r${n},${n % 11},${comment},${date},c${contact},c${contact}@example.com,Company ${account},${REGIONS[n % 4]},${PLANS[n % 3]}\n`;
}

export async function writeCsv(rows: number, to: Writable): Promise<void> {
  to.write(HEADER);
  for (let n = 0; n < rows; n += BLOCK) {
    const block = Array.from({ length: Math.min(BLOCK, rows - n) }, (_, i) => row(n + i, rows));
    if (!to.write(block.join(''))) await once(to, 'drain');
  }
}

if (import.meta.filename === process.argv[1])
  await writeCsv(Number(process.argv[2] ?? 1_000), process.stdout);
