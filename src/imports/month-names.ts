import { plainName } from '../platform/csv/match-header.js';

/** Month names in English, German, French and Spanish, without accents, January first. */
const MONTHS = [
  'january januar janner janvier enero',
  'february februar fevrier febrero',
  'march marz maerz mrz mars marzo',
  'april avril abril',
  'may mai mayo',
  'june juni juin junio',
  'july juli juillet julio',
  'august aout agosto',
  'september septembre septiembre setiembre',
  'october oktober octobre octubre',
  'november novembre noviembre',
  'december dezember decembre diciembre',
].map((names) => names.split(' '));

/** Letters an abbreviation needs at least. */
const MIN_LETTERS = 3;

/** The month, from 1 to 12, of a name or an abbreviation of it; null when it is none or, like `jui`, may be two. */
export function monthOf(name: string): number | null {
  const plain = plainName(name);
  if (plain.length < MIN_LETTERS) return null;
  const months = MONTHS.flatMap((names, index) =>
    names.some((full) => full.startsWith(plain)) ? [index + 1] : [],
  );
  return months.length === 1 ? months[0]! : null;
}
