import type { CountedThemeView, ThemeStatisticsView } from '../insights/theme-statistics.dto.js';
import type { Client, Wire } from './client.js';
import { aligned } from './table.js';

/** Themes shown at most. */
const SHOWN = 6;
/** Longest quote shown, in characters. */
const QUOTE_CHARS = 60;

export async function readThemes(client: Client): Promise<Wire<ThemeStatisticsView>> {
  return client.get<ThemeStatisticsView>('/v1/themes');
}

/** What people wrote about, as lines of text: the themes blamed most, each with the words of somebody. */
export function themeLines({ items, verbatims }: Wire<ThemeStatisticsView>): string[] {
  const blamed = items.filter(({ verbatims: count }) => count > 0).sort((a, b) => b.negative - a.negative);
  const shown = blamed.slice(0, SHOWN);
  if (shown.length === 0) return [];
  const rows = shown.map((theme) => [
    theme.name,
    ...[theme.verbatims, theme.positive, theme.negative].map(String),
    theme.emotions.find(({ emotion }) => emotion !== 'neutral')?.emotion ?? '–',
  ]);
  return [
    ...aligned([['theme', 'mentions', 'praised', 'blamed', 'felt most'], ...rows]),
    '',
    `${verbatims} comments were read as they came in. Somebody wrote:`,
    ...shown.flatMap(quoteLine),
  ];
}

function quoteLine({ name, quotes }: Wire<CountedThemeView>): string[] {
  const quote = quotes.find(({ polarity }) => polarity === 'negative');
  if (!quote) return [];
  const words = `${quote.before}${quote.exact}${quote.after}`.replace(/\s+/g, ' ').trim();
  return [`  ${name}: “${words.length > QUOTE_CHARS ? `${words.slice(0, QUOTE_CHARS)}…` : words}”`];
}
