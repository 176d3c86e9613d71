import type { Polarity, Span } from './analysis.js';
import type { Opinion } from './opinions.js';
import { opinionNear, sentimentOf } from './polarity.js';
import type { ThemeFinder, ThemeFound } from './theme-finder.js';
import type { Words } from './words.js';

/** One theme in a text, by the clauses that speak of it. */
export interface ThemeSaid {
  themeId: string;
  polarity: Polarity;
  confidence: number;
  /** The clause that shows it best. */
  clause: Span;
}

interface Finding {
  opinion: Opinion;
  /** What the clause thinks of the theme. */
  value: number;
  confidence: number;
}

/** Both sides must have this part of the other's weight for a theme to be praised and blamed alike. */
const BALANCE = 0.5;

/** In more words than these the opinion beside a theme need not be about it. */
const MOST_TERSE_WORDS = 5;

/** The themes of a text, each once, in the order in which they come up. */
export function themesSaid(opinions: readonly Opinion[], words: Words, finder: ThemeFinder): ThemeSaid[] {
  const findings = new Map<string, Finding[]>();
  for (const opinion of opinions)
    for (const found of finder.find(words, opinion.clause, opinion.vector)) {
      const known = findings.get(found.themeId) ?? [];
      known.push({ opinion, value: valueFor(found, opinion), confidence: found.confidence });
      findings.set(found.themeId, known);
    }
  return [...findings].map(([themeId, found]) => said(themeId, found));
}

function valueFor(found: ThemeFound, { clause, valued, value }: Opinion): number {
  const isTerse = clause.to - clause.from <= MOST_TERSE_WORDS;
  return (isTerse ? opinionNear(valued, found) : null) ?? value;
}

function said(themeId: string, findings: Finding[]): ThemeSaid {
  const values = findings.map(({ value }) => value);
  const praise = values.reduce((sum, value) => sum + Math.max(0, value), 0);
  const blame = values.reduce((sum, value) => sum + Math.max(0, -value), 0);
  const direction = praise >= blame ? 1 : -1;
  const [first, ...others] = findings as [Finding, ...Finding[]];
  const speaksMore = (a: Finding, b: Finding) => direction * (a.value - b.value);
  const clearest = others.reduce((best, next) => (speaksMore(next, best) > 0 ? next : best), first);
  return {
    themeId,
    polarity: polarityOf(praise, blame, clearest.value),
    confidence: Math.max(...findings.map(({ confidence }) => confidence)),
    clause: { start: clearest.opinion.clause.start, end: clearest.opinion.clause.end },
  };
}

function polarityOf(praise: number, blame: number, clearest: number): Polarity {
  const [lesser, greater] = [Math.min(praise, blame), Math.max(praise, blame)];
  const isMixed = lesser >= BALANCE * greater && sentimentOf(lesser).polarity !== 'neutral';
  return isMixed ? 'mixed' : sentimentOf(clearest).polarity;
}
