import { Type } from 'class-transformer';
import { IsInt, IsString, Max, Min } from 'class-validator';
import { Omittable } from '../platform/http/omittable.js';
import type { EmergingFilter, EmergingTopic, EmergingTopics } from './emerging-topics.service.js';
import { quoteOf } from './quote.js';

const MAX_DAYS = 90;
const MAX_BASELINE_DAYS = 365;

export class EmergingTopicsFilter implements EmergingFilter {
  /** How many days, up to now, something is new in; 14 when left out. */
  @Omittable()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MAX_DAYS)
  days?: number;

  /** How many days before those it is compared with; 90 when left out. */
  @Omittable()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MAX_BASELINE_DAYS)
  baselineDays?: number;

  /** Key of the survey whose verbatims are read. */
  @Omittable()
  @IsString()
  survey?: string;
}

export class TopicQuoteView {
  verbatimId: string;
  responseId: string;
  before: string;
  /** The phrase, exactly as it was written. */
  exact: string;
  after: string;
  respondedAt: Date;
}

export class SuggestedThemeView {
  key: string;
  name: string;
  keywords: string[];
  phrases: string[];
  examples: string[];
}

export class EmergingTopicView {
  phrase: string;
  /** Texts that hold it, lately. */
  verbatims: number;
  /** Texts that hold it, before. */
  verbatimsBefore: number;
  /** Dunning's log-likelihood ratio: the higher, the less it is chance. */
  logLikelihood: number;
  /** How likely chance alone makes a rise of this size, from 0 to 1. */
  chance: number;
  /** The latest. */
  quotes: TopicQuoteView[];
  /** A theme for it, as it can be sent to `POST /v1/themes`. */
  suggestion: SuggestedThemeView;
}

export class EmergingTopicsView {
  from: Date;
  to: Date;
  /** Where the time begins that is compared with; it ends at `from`. */
  comparedFrom: Date;
  /** English texts read, lately; the latest, where there are more than can be read. */
  verbatims: number;
  /** English texts read, before. */
  verbatimsBefore: number;
  /** The surest first. */
  items: EmergingTopicView[];
}

export function viewEmerging({ recent, baseline, texts, topics }: EmergingTopics): EmergingTopicsView {
  return {
    ...{ from: recent.from, to: recent.to, comparedFrom: baseline.from },
    ...{ verbatims: texts.now, verbatimsBefore: texts.before },
    items: topics.map(viewTopic),
  };
}

function viewTopic({ written, now, before, logLikelihood, chance, quotes, suggestion }: EmergingTopic) {
  return {
    ...{ phrase: written, verbatims: now, verbatimsBefore: before, logLikelihood, chance },
    quotes: quotes.map(({ id, responseId, text, start, end, respondedAt }) => {
      return { verbatimId: id, responseId, ...quoteOf(text, start, end), respondedAt };
    }),
    suggestion,
  };
}
