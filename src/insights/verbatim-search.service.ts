import { Injectable } from '@nestjs/common';
import { Invalid } from '../platform/errors.js';
import { keyOf, type Page, pageOf, type PageQuery } from '../platform/http/page.js';
import { countedFor } from '../themes/theme-tree.js';
import { ThemesService } from '../themes/themes.service.js';
import { highlightsIn, type Range } from './highlights.js';
import { searchWords } from './search-words.js';
import type { VerbatimConditions } from './verbatim-conditions.js';
import {
  type FoundEmotion,
  type FoundMention,
  type FoundVerbatim,
  type Place,
  VerbatimSearchQueries,
  type Wanted,
} from './verbatim-search.queries.js';

/** What somebody looks for. */
export type Search = PageQuery & { q?: string; theme?: string } & Omit<
    VerbatimConditions,
    'ids' | 'after' | 'themeIds'
  >;

export interface Hit extends FoundVerbatim {
  /** Where the words searched for stand. */
  highlights: Range[];
  mentions: FoundMention[];
  emotions: FoundEmotion[];
}

/** Whose stems are searched when no language is asked for. */
const USUAL_LANGUAGE = 'en';
/** Of those that hold the words: how many are held against the other conditions for one page. */
const MATCHES_AT_ONCE = 2_000;

/** Finds verbatims by their words and by what was made of them. */
@Injectable()
export class VerbatimSearchService {
  constructor(
    private readonly themes: ThemesService,
    private readonly queries: VerbatimSearchQueries,
  ) {}

  /** Newest first. A page may be short of its limit, or empty, though there is a next one. */
  async find({ q, theme, ...search }: Search): Promise<Page<Hit>> {
    const wanted =
      q === undefined ? null : { q: searchWords(q), language: search.language ?? USUAL_LANGUAGE };
    const asked: VerbatimConditions = { ...search, after: placeIn(search) };
    if (theme !== undefined) asked.themeIds = await this.countedFor(theme);
    const matches = wanted ? await this.matches(wanted, asked) : [];
    if (wanted) asked.ids = matches.map(({ id }) => id);
    const page = pageOf(await this.queries.find(asked, search.limit + 1), search, keyAt);
    if (!page.next && matches.length === MATCHES_AT_ONCE) page.next = nextAfter(matches.at(-1)!);
    return { items: await this.described(page.items, wanted), next: page.next };
  }

  private async matches(wanted: Wanted, asked: VerbatimConditions): Promise<Place[]> {
    if (!(await this.queries.hasWords(wanted.q))) {
      throw Invalid.because([{ pointer: '/q', detail: 'holds no word to search for' }]);
    }
    return this.queries.matches(wanted, asked, MATCHES_AT_ONCE);
  }

  /** The themes whose mentions count for the one of this key. */
  private async countedFor(key: string): Promise<string[]> {
    const themes = await this.themes.all();
    const wanted = themes.find((theme) => theme.key === key);
    const target = wanted?.mergedIntoId ?? wanted?.id;
    return [...countedFor(themes)].flatMap(([id, places]) => (places.includes(target ?? '') ? [id] : []));
  }

  private async described(found: FoundVerbatim[], wanted: Wanted | null): Promise<Hit[]> {
    const ids = found.map(({ id }) => id);
    if (ids.length === 0) return [];
    const marked = wanted ? await this.queries.marked(wanted, ids) : new Map<string, string>();
    const mentions = await this.queries.mentions(ids);
    const emotions = await this.queries.emotions(ids);
    return found.map((one) => ({
      ...one,
      highlights: highlightsIn(marked.get(one.id) ?? one.text, one.text),
      mentions: mentions.filter(({ verbatimId }) => verbatimId === one.id),
      emotions: emotions.filter(({ verbatimId }) => verbatimId === one.id),
    }));
  }
}

function keyAt({ respondedAt, id }: Place): [string, string] {
  return [respondedAt.toISOString(), id];
}

function placeIn(query: PageQuery): VerbatimConditions['after'] {
  const key = keyOf(query, 2);
  return key ? { respondedAt: String(key[0]), id: String(key[1]) } : undefined;
}

function nextAfter(place: Place): string {
  return pageOf([place, place], { limit: 1 }, keyAt).next!;
}
