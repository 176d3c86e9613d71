import { readFile } from 'node:fs/promises';
import { type DrawRecord, faultsOf } from '../prizes/draw-record.js';
import { entryDigestOf } from '../prizes/entry.js';
import { type Command, toStdout, UsageError } from './command.js';

export const drawVerify: Command = {
  name: 'draw verify',
  summary: 'checks a prize draw by what was published of it',
  usage: [
    'heed draw verify RECORD.json [--email ADDRESS --code CODE]',
    '',
    'Needs nothing but the file, which everybody finds at the link of the draw. With an address and the code',
    'that was shown on entering, it also says what became of that entry. Ends with 1 if anything is wrong.',
  ].join('\n'),
  options: { email: { type: 'string' }, code: { type: 'string' } },
  async run({ values: { email, code }, positionals: [path] }) {
    if (!path) throw new UsageError('Name the file of the record.');
    if ((email === undefined) !== (code === undefined)) throw new UsageError('Give both --email and --code.');
    const record = await readRecord(path);
    const faults = faultsOf(record);
    if (faults.length > 0) throw new Error(faults.join('\n'));
    toStdout(standingOf(record));
    if (typeof email === 'string' && typeof code === 'string') toStdout(fateOf(record, code, email));
  },
};

async function readRecord(path: string): Promise<DrawRecord> {
  const text = await readFile(path, 'utf8');
  try {
    return JSON.parse(text) as DrawRecord;
  } catch {
    throw new Error(`${path} is not JSON.`);
  }
}

function standingOf({ entries, winners, prize }: DrawRecord): string {
  if (!entries) return `${prize}: the seed is committed to; entries are not sealed yet.`;
  if (!winners) return `${prize}: ${entries.length} entries are sealed; it is not drawn yet.`;
  return [`${prize}: drawn as promised from ${entries.length} entries. The winners:`, ...winners].join('\n');
}

/** Throws when the entry is not among those that are sealed. */
function fateOf({ entries, winners }: DrawRecord, code: string, email: string): string {
  const digest = entryDigestOf(code, email);
  if (!entries) return `The entry ${digest} is to be looked for when the entries are sealed.`;
  if (!entries.includes(digest)) throw new Error(`The entry ${digest} is not among those that were sealed.`);
  if (!winners) return `The entry ${digest} is sealed.`;
  const place = winners.indexOf(digest) + 1;
  return place > 0
    ? `The entry ${digest} has won prize ${place}.`
    : `The entry ${digest} took part and has not won.`;
}
