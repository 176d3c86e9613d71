import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsString } from 'class-validator';
import { EMOTIONS, POLARITIES, type Emotion, type Polarity } from '../analyzer/analysis.js';
import { IsInstant } from '../platform/http/instant.js';
import { Omittable } from '../platform/http/omittable.js';
import { before } from './period.js';
import { quoteOf } from './quote.js';
import type { QuotedMention } from './theme-statistics.queries.js';
import type { Statistics, StatisticsFilter, ThemeStatistics } from './theme-statistics.service.js';

export class ThemeFilter implements StatisticsFilter {
  /** Written at this time or later (ISO 8601); thirty days before `to` when left out. */
  @Omittable()
  @IsInstant()
  from?: string;

  /** Written before this time (ISO 8601); now, when left out. */
  @Omittable()
  @IsInstant()
  to?: string;

  /** Key of the survey whose verbatims are counted. */
  @Omittable()
  @IsString()
  survey?: string;

  /** Key of a department: only the themes it acts on. */
  @Omittable()
  @IsString()
  department?: string;

  /** Whether themes that were taken out of use are listed, too. */
  @Omittable()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  retired?: boolean;
}

export class ThemeMovementView {
  /** Verbatims that mentioned it, or a part of it, in the period before. */
  verbatimsBefore: number;
  /** Of the verbatims of the period before, from 0 to 1; null when there were none. */
  shareBefore: number | null;
  /** Difference of the two shares, from -1 to 1. */
  change: number | null;
  /** How likely chance alone makes a difference of this size, from 0 to 1. */
  chance: number;
  /** Whether it is more than chance, judged together with the movements of all themes listed. */
  isSignificant: boolean;
}

export class ThemeEmotionView {
  @ApiProperty({ enum: EMOTIONS })
  emotion: Emotion;
  /** In which it is felt where they mention the theme. */
  verbatims: number;
}

export class ThemeQuoteView {
  verbatimId: string;
  responseId: string;
  @ApiProperty({ enum: POLARITIES })
  polarity: Polarity;
  /** What stands before the words quoted. */
  before: string;
  /** The words that mention the theme, exactly as they were written. */
  exact: string;
  after: string;
  respondedAt: Date;
}

export class CountedThemeView {
  id: string;
  key: string;
  name: string;
  /** The theme it is a part of, whose numbers include its own. */
  parentId: string | null;
  departmentId: string | null;
  retiredAt: Date | null;
  version: number;
  /** Verbatims that mention it or a part of it. */
  verbatims: number;
  /** Responses with such a verbatim. */
  responses: number;
  /** Verbatims that only praise it. */
  positive: number;
  /** Verbatims that only blame it. */
  negative: number;
  /** Verbatims that do both. */
  mixed: number;
  neutral: number;
  /** Of the verbatims judged in the period, from 0 to 1; null when there are none. */
  share: number | null;
  movement: ThemeMovementView;
  /** Those felt most often, the commonest first. */
  emotions: ThemeEmotionView[];
  /** The surest of the latest. */
  quotes: ThemeQuoteView[];
}

export class ThemeStatisticsView {
  from: Date;
  to: Date;
  /** Where the period begins that this one is compared with; it ends at `from`. */
  comparedFrom: Date;
  /** Verbatims that could be judged, whatever they mention. */
  verbatims: number;
  /** The same in the period before. */
  verbatimsBefore: number;
  /** The most mentioned first. */
  items: CountedThemeView[];
}

export function viewStatistics({ period, totals, themes }: Statistics): ThemeStatisticsView {
  const { from, to } = period;
  return {
    ...{ from, to, comparedFrom: before(period).from },
    ...{ verbatims: totals.now, verbatimsBefore: totals.before },
    items: themes.map(viewCounted),
  };
}

function viewCounted({ theme, counts, share, movement, quotes }: ThemeStatistics): CountedThemeView {
  const { id, key, name, parentId, departmentId, retiredAt, version } = theme;
  const { verbatims, responses, positive, negative, mixed, neutral, emotions } = counts;
  return {
    ...{ id, key, name, parentId, departmentId, retiredAt, version },
    ...{ verbatims, responses, positive, negative, mixed, neutral, share, movement },
    emotions,
    quotes: quotes.map(viewQuote),
  };
}

function viewQuote({ verbatimId, responseId, polarity, text, start, end, respondedAt }: QuotedMention) {
  return { verbatimId, responseId, polarity, ...quoteOf(text, start, end), respondedAt };
}
