import type { Span } from '../analyzer/analysis.js';
import { emailAddressesIn } from './email-addresses.js';
import { namesIn } from './personal-names.js';
import { cardsAndPhonesIn, ibansIn } from './personal-numbers.js';

/** What is taken out, the more telling first: where two overlap, that is what the whole is called. */
const KINDS = ['EMAIL', 'IBAN', 'CARD', 'PHONE', 'NAME'] as const;
type Kind = (typeof KINDS)[number];

interface Found extends Span {
  kind: Kind;
}

/** A placeholder: where it stands in the redacted text, and what it stands for in the original. */
interface Replacement {
  at: Span;
  original: Span;
}

/** A text without what would tell who wrote it. */
export class Redacted {
  constructor(
    readonly text: string,
    private readonly replacements: readonly Replacement[],
  ) {}

  /** The range of the original a range of the redacted text stands for; a placeholder in part counts whole. */
  toOriginal({ start, end }: Span): Span {
    return { start: this.unitAt(start).start, end: this.unitAt(end - 1).end };
  }

  /** What one code unit of the redacted text stands for. */
  private unitAt(position: number): Span {
    const before = this.replacements.findLast(({ at }) => at.start <= position);
    if (before && position < before.at.end) return before.original;
    const start = before ? before.original.end + position - before.at.end : position;
    return { start, end: start + 1 };
  }
}

/**
 * Replaces e-mail addresses, bank accounts, payment cards, telephone numbers and the given names by placeholders of
 * their kind, such as `[EMAIL]`. Linear in the length of the text.
 */
export function redact(text: string, names: readonly string[]): Redacted {
  const parts: string[] = [];
  const replacements: Replacement[] = [];
  let [read, written] = [0, 0];
  for (const { start, end, kind } of personalIn(text, names)) {
    const placeholder = `[${kind}]`;
    const at = written + start - read;
    parts.push(text.slice(read, start), placeholder);
    replacements.push({ at: { start: at, end: at + placeholder.length }, original: { start, end } });
    [read, written] = [end, at + placeholder.length];
  }
  return new Redacted([...parts, text.slice(read)].join(''), replacements);
}

/** In the order of the text, none overlapping another. */
function personalIn(text: string, names: readonly string[]): Found[] {
  const all = [
    ...emailAddressesIn(text).map((span) => ({ ...span, kind: 'EMAIL' as const })),
    ...ibansIn(text).map((span) => ({ ...span, kind: 'IBAN' as const })),
    ...cardsAndPhonesIn(text),
    ...namesIn(text, names).map((span) => ({ ...span, kind: 'NAME' as const })),
  ].sort((a, b) => a.start - b.start);
  const apart: Found[] = [];
  for (const next of all) {
    const last = apart.at(-1);
    if (last && next.start < last.end) apart[apart.length - 1] = united(last, next);
    else apart.push(next);
  }
  return apart;
}

function united(one: Found, other: Found): Found {
  const [kind] = [one.kind, other.kind].sort((a, b) => KINDS.indexOf(a) - KINDS.indexOf(b));
  return { start: one.start, end: Math.max(one.end, other.end), kind: kind! };
}
