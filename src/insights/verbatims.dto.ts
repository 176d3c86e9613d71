import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, IsUUID, Length, Matches } from 'class-validator';
import {
  ACTIONABILITIES,
  type Actionability,
  EMOTIONS,
  type Emotion,
  POLARITIES,
  type Polarity,
} from '../analyzer/analysis.js';
import { IsInstant } from '../platform/http/instant.js';
import { Omittable } from '../platform/http/omittable.js';
import { PageQuery } from '../platform/http/page.js';
import type { Hit, Search } from './verbatim-search.service.js';

/** As long as anybody types; longer texts are compared, not searched for. */
const QUERY_LENGTH = 500;

export class VerbatimFilter extends PageQuery implements Search {
  /** Words to search for: all of them, "in a row" in quotes, `or` between alternatives, `-` before what must not be there. */
  @Omittable()
  @IsString()
  @Length(1, QUERY_LENGTH)
  q?: string;

  /** Key of a theme that is mentioned, itself or a part of it. */
  @Omittable()
  @IsString()
  theme?: string;

  /** Of a mention; of the theme, if one is asked for. */
  @Omittable()
  @IsIn(POLARITIES)
  polarity?: Polarity;

  /** Felt where the theme is mentioned, if one is asked for; else anywhere in the text. */
  @Omittable()
  @IsIn(EMOTIONS)
  emotion?: Emotion;

  /** ISO 639-1. Words are then searched in the stems of this language rather than of English. */
  @Omittable()
  @Matches(/^[a-z]{2,3}$/, { message: 'must be a language such as en' })
  language?: string;

  @Omittable()
  @IsIn(ACTIONABILITIES)
  actionability?: Actionability;

  /** Of the text as a whole. */
  @Omittable()
  @IsIn(POLARITIES)
  sentiment?: Polarity;

  /** Key of the survey. */
  @Omittable()
  @IsString()
  survey?: string;

  @Omittable()
  @IsUUID()
  contactId?: string;

  /** Of the response, or else of the contact. */
  @Omittable()
  @IsUUID()
  accountId?: string;

  /** Written at this time or later (ISO 8601). */
  @Omittable()
  @IsInstant()
  from?: string;

  /** Written before this time (ISO 8601). */
  @Omittable()
  @IsInstant()
  to?: string;
}

export class FoundRangeView {
  /** In UTF-16 code units, as JavaScript counts. */
  start: number;
  /** The unit at this place is no longer part of it. */
  end: number;
}

export class FoundMentionView extends FoundRangeView {
  themeId: string;
  themeKey: string;
  themeName: string;
  @ApiProperty({ enum: POLARITIES })
  polarity: Polarity;
}

export class FoundEmotionView extends FoundRangeView {
  @ApiProperty({ enum: EMOTIONS })
  emotion: Emotion;
  /** How strongly it is felt, from 0 to 1. */
  intensity: number;
}

export class FoundVerbatimView {
  id: string;
  responseId: string;
  /** Key of the survey. */
  survey: string;
  /** Key of the question it answers. */
  question: string;
  /** Its first 5,000 characters; the whole is read with the response. */
  text: string;
  isWhole: boolean;
  /** Where the words searched for stand in the text shown. */
  highlights: FoundRangeView[];
  language: string | null;
  /** Whether its language can be judged; where it cannot, nothing is guessed. */
  isSupported: boolean;
  @ApiProperty({ enum: POLARITIES, nullable: true })
  sentiment: Polarity | null;
  /** From 0 to 1. */
  sentimentConfidence: number | null;
  @ApiProperty({ enum: ACTIONABILITIES, nullable: true })
  actionability: Actionability | null;
  /** The first fifty. */
  mentions: FoundMentionView[];
  /** The fifty felt most. */
  emotions: FoundEmotionView[];
  respondedAt: Date;
}

export class FoundVerbatimPage {
  items: FoundVerbatimView[];
  /** Cursor of the next page, null on the last one. A page that is short of its limit need not be the last. */
  next: string | null;
}

export function viewHit(hit: Hit): FoundVerbatimView {
  const { id, responseId, survey, question, text, isWhole, highlights, language, isSupported } = hit;
  const { sentiment, sentimentConfidence, actionability, mentions, emotions, respondedAt } = hit;
  return {
    ...{ id, responseId, survey, question, text, isWhole, highlights, language, isSupported },
    ...{ sentiment, sentimentConfidence, actionability, respondedAt },
    mentions: mentions.map(({ themeId, themeKey, themeName, polarity, start, end }) => {
      return { themeId, themeKey, themeName, polarity, start, end };
    }),
    emotions: emotions.map(({ emotion, intensity, start, end }) => ({ emotion, intensity, start, end })),
  };
}
