import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsUUID,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { type Emotion, EMOTIONS, POLARITIES, type Polarity } from '../analyzer/analysis.js';
import { Omittable } from '../platform/http/omittable.js';

/** Of one verbatim: nobody names more by hand. */
const MAX_MENTIONS = 50;
/** A PostgreSQL integer; far beyond the longest text. */
const MAX_PLACE = 2_147_483_647;

export class SpanBody {
  /** Where it begins in the text, in UTF-16 code units. */
  @IsInt()
  @Min(0)
  @Max(MAX_PLACE)
  start: number;

  /** Where it ends; the unit at this place is no longer part of it. */
  @IsInt()
  @Min(1)
  @Max(MAX_PLACE)
  end: number;
}

export class MentionBody {
  @IsUUID()
  themeId: string;

  @IsIn(POLARITIES)
  polarity: Polarity;

  /** The words that show it. When left out: those the analyser found it in, else the whole text. */
  @Omittable()
  @IsObject() // for ValidateNested an empty list is an object too
  @ValidateNested()
  @Type(() => SpanBody)
  span?: SpanBody;
}

export class CorrectMentions {
  /** Every theme the text mentions; none when it mentions none. */
  @IsArray()
  @ArrayMaxSize(MAX_MENTIONS)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => MentionBody)
  mentions: MentionBody[];
}

export class EmotionBody {
  @IsIn(EMOTIONS)
  emotion: Emotion;

  /** How strongly it is felt, from 0 to 1. When left out: as the analyser found it, else 0.5. */
  @Omittable()
  @IsNumber()
  @Min(0)
  @Max(1)
  intensity?: number;

  /** The words that show it. When left out: those the analyser found it in, else the whole text. */
  @Omittable()
  @IsObject()
  @ValidateNested()
  @Type(() => SpanBody)
  span?: SpanBody;
}

export class CorrectEmotions {
  /** Every emotion the writer feels; none when the text shows none. */
  @IsArray()
  @ArrayMaxSize(MAX_MENTIONS)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => EmotionBody)
  emotions: EmotionBody[];
}
