import { PartialType } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  IsArray,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
} from 'class-validator';
import { Omittable } from '../platform/http/omittable.js';
import {
  MAX_EXAMPLE_CHARS,
  MAX_EXAMPLES,
  MAX_KEYWORD_CHARS,
  MAX_KEYWORDS,
  MAX_PHRASE_CHARS,
  MAX_PHRASES,
} from './theme-words.js';
import type { Theme } from './theme.entity.js';

const NAME_LENGTH = 200;
const DESCRIPTION_LENGTH = 2_000;
const NOT_BLANK = { each: true, message: 'must each hold something other than spaces' };

class ThemeBody {
  @IsString()
  @Length(1, NAME_LENGTH)
  name: string;

  @IsOptional()
  @IsString()
  @MaxLength(DESCRIPTION_LENGTH)
  description?: string | null;

  /** The theme it is a part of; at the top when null. */
  @IsOptional()
  @IsUUID()
  parentId?: string | null;

  /** Who acts on what is said of it when no routing rule decides. */
  @IsOptional()
  @IsUUID()
  departmentId?: string | null;

  /** Single words that speak of it; found in their inflected forms, too. */
  @Omittable()
  @IsArray()
  @ArrayMaxSize(MAX_KEYWORDS)
  @MaxLength(MAX_KEYWORD_CHARS, { each: true })
  @Matches(/^\S+$/, { each: true, message: 'must each be one word' })
  keywords?: string[];

  /** Several words in a row that speak of it. */
  @Omittable()
  @IsArray()
  @ArrayMaxSize(MAX_PHRASES)
  @MaxLength(MAX_PHRASE_CHARS, { each: true })
  @Matches(/\S/, NOT_BLANK)
  phrases?: string[];

  /** Sentences that speak of it; what is alike is taken to speak of it, too. */
  @Omittable()
  @IsArray()
  @ArrayMaxSize(MAX_EXAMPLES)
  @MaxLength(MAX_EXAMPLE_CHARS, { each: true })
  @Matches(/\S/, NOT_BLANK)
  examples?: string[];
}

export class AddTheme extends ThemeBody {
  /** Short name for rules and integrations: lower-case letters, digits, `-` and `_`. */
  @Matches(/^[a-z0-9][a-z0-9_-]{0,62}$/, {
    message: 'must be lower-case letters, digits, - and _, at most 63',
  })
  key: string;
}

export class ChangeTheme extends PartialType(ThemeBody, { skipNullProperties: false }) {}

export class MergeTheme {
  /** Id of the theme that is left. */
  @IsUUID()
  into: string;
}

export class ThemeView {
  id: string;
  key: string;
  name: string;
  description: string | null;
  /** The key of the starter theme whose built-in rules find it as well as its words; null for one of your own. */
  starter: string | null;
  /** The theme it is a part of. */
  parentId: string | null;
  /** The theme it was merged into, which its mentions count for. */
  mergedIntoId: string | null;
  /** Who acts on what is said of it when no routing rule decides. */
  departmentId: string | null;
  keywords: string[];
  phrases: string[];
  examples: string[];
  createdAt: Date;
  /** Since when it is not looked for any more. */
  retiredAt: Date | null;
  version: number;
}

export function viewTheme(theme: Theme): ThemeView {
  const { id, key, name, description, starter, parentId, mergedIntoId, departmentId } = theme;
  const { keywords, phrases, examples, createdAt, retiredAt, version } = theme;
  return {
    ...{ id, key, name, description, starter, parentId, mergedIntoId, departmentId },
    ...{ keywords, phrases, examples, createdAt, retiredAt, version },
  };
}
