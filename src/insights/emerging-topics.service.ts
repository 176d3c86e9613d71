import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Span } from '../analyzer/analysis.js';
import { Clock } from '../platform/clock.js';
import { ThemesService } from '../themes/themes.service.js';
import { EmergingTopicsQueries, type ReadText } from './emerging-topics.queries.js';
import type { Period } from './period.js';
import { isPartOf, phrasesIn, phrasesOf } from './phrases-in-text.js';
import { distinct, type Risen, risen } from './rising.js';
import { sentenceAround, type SuggestedTheme, suggestionFor } from './suggestion.js';

export interface EmergingFilter {
  days?: number;
  baselineDays?: number;
  survey?: string;
}

export interface EmergingTopic extends Risen {
  /** As most people write it, in lower case. */
  written: string;
  /** The latest texts that hold it, and where. */
  quotes: (ReadText & Span)[];
  suggestion: SuggestedTheme;
}

export interface EmergingTopics {
  recent: Period;
  baseline: Period;
  texts: { now: number; before: number };
  topics: EmergingTopic[];
}

export const USUAL_DAYS = 14;
export const USUAL_BASELINE_DAYS = 90;
/** Texts read at most, the latest first: about a second of work, in pieces that let others run. */
const MAX_RECENT_TEXTS = 5_000;
const MAX_BASELINE_TEXTS = 15_000;
/** A phrase that stands in fewer texts is no topic yet. */
const MIN_TEXTS = 5;
const MAX_TOPICS = 20;
const QUOTES = 3;
/** Between two looks at whether somebody else waits. */
const TEXTS_AT_ONCE = 200;
const DAY_MS = 24 * 60 * 60 * 1_000;

/** Finds what people lately begin to write about that is no theme yet. */
@Injectable()
export class EmergingTopicsService {
  constructor(
    private readonly themes: ThemesService,
    private readonly queries: EmergingTopicsQueries,
    private readonly clock: Clock,
  ) {}

  async find(filter: EmergingFilter): Promise<EmergingTopics> {
    const { recent, baseline } = periodsOf(filter, this.clock.now());
    const survey = filter.survey ?? null;
    const now = await this.queries.texts(recent, survey, MAX_RECENT_TEXTS);
    const before = await this.queries.texts(baseline, survey, MAX_BASELINE_TEXTS);
    const texts = { now: now.length, before: before.length };
    const themes = await this.themes.all();
    const known = coveredBy(themes.filter(({ isLive }) => isLive));
    const common = [...(await counted(now))].filter(
      ([phrase, count]) => count >= MIN_TEXTS && !known.has(phrase),
    );
    const past = await counted(before, new Set(common.map(([phrase]) => phrase)));
    const candidates = common.map(([phrase, count]) => {
      return { phrase, now: count, before: past.get(phrase) ?? 0 };
    });
    const rising = distinct(risen(candidates, texts), isPartOf).slice(0, MAX_TOPICS);
    const taken = new Set(themes.map(({ key }) => key));
    return { recent, baseline, texts, topics: await described(rising, now, taken) };
  }
}

function periodsOf({ days = USUAL_DAYS, baselineDays = USUAL_BASELINE_DAYS }: EmergingFilter, now: Date) {
  const from = new Date(now.getTime() - days * DAY_MS);
  const past = new Date(from.getTime() - baselineDays * DAY_MS);
  return { recent: { from, to: now }, baseline: { from: past, to: from } };
}

function coveredBy(themes: { keywords: string[]; phrases: string[] }[]): Set<string> {
  return new Set(themes.flatMap(({ keywords, phrases }) => [...keywords, ...phrases].flatMap(phrasesOf)));
}

/** In how many texts each phrase stands; only of the given ones, if any are. Lets others run in between. */
async function counted(texts: ReadText[], only?: ReadonlySet<string>): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const [index, { text }] of texts.entries()) {
    for (const phrase of phrasesIn(text).keys()) {
      if (!only || only.has(phrase)) counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
    }
    if (index % TEXTS_AT_ONCE === 0) await setImmediate();
  }
  return counts;
}

async function described(rising: Risen[], texts: ReadText[], taken: Set<string>): Promise<EmergingTopic[]> {
  const places = new Map<string, (ReadText & Span)[]>(rising.map(({ phrase }) => [phrase, []]));
  for (const [index, text] of texts.entries()) {
    const found = phrasesIn(text.text);
    for (const [phrase, list] of places) if (found.has(phrase)) list.push({ ...text, ...found.get(phrase)! });
    if (index % TEXTS_AT_ONCE === 0) await setImmediate();
  }
  return rising.map((one) => {
    const all = places.get(one.phrase)!;
    const written = commonest(all.map(({ text, start, end }) => text.slice(start, end).toLowerCase()));
    const quotes = all.slice(0, QUOTES);
    const examples = quotes.flatMap((quote) => sentenceAround(quote.text, quote) ?? []);
    const suggestion = suggestionFor(written.replace(/\s+/gu, ' '), examples, taken);
    taken.add(suggestion.key);
    return { ...one, written, quotes, suggestion };
  });
}

function commonest(forms: string[]): string {
  const counts = new Map<string, number>();
  for (const form of forms) counts.set(form, (counts.get(form) ?? 0) + 1);
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}
