import type { Category } from '../surveys/score.js';
import type { Told } from './follower.js';
import type { Format, Screen } from './screen.js';
import { wrapped } from './text.js';

/** One colour for each response followed, so that the eye can follow it too. */
const NUMBER_FORMATS: Format[] = ['cyan', 'magenta', 'yellow', 'blue', 'green'];

const TONE_FORMATS: Record<Category, Format> = { promoter: 'green', passive: 'yellow', detractor: 'red' };

const FORMATS: Record<string, Format> = {
  resolved: 'green',
  waived: 'yellow',
  waiting: 'yellow',
  'loop closed': ['bold', 'green'],
};

/** As long as the longest thing that happens: `acknowledged`. */
const WHAT_LENGTH = 12;

/** What happened in columns: when, to which response, what; further lines stand below the last column. */
export function toldLines({ at, number, what, text, tone, quote }: Told, screen: Screen): string[] {
  const time = new Date(at).toTimeString().slice(0, '14:05:09'.length);
  const tag = `#${number}`;
  const columns = `${time}  ${tag}  ${what.padEnd(WHAT_LENGTH)}  `;
  const room = screen.width - columns.length;
  const format = tone ? TONE_FORMATS[tone] : FORMATS[what];
  const painted = [
    screen.paint('dim', time),
    screen.paint(NUMBER_FORMATS[(number - 1) % NUMBER_FORMATS.length]!, tag),
    format ? screen.paint(format, what.padEnd(WHAT_LENGTH)) : what.padEnd(WHAT_LENGTH),
    '',
  ].join('  ');
  const lines = [text, quote ? `“${quote}”` : ''].flatMap((part) => (part ? wrapped(part, room) : []));
  return lines.map((line, index) => (index === 0 ? painted : ' '.repeat(columns.length)) + line);
}
