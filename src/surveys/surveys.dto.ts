import { IsObject, IsString, Length, Matches } from 'class-validator';
import type { SurveyDefinition } from './definition.js';
import { DEFINITION_SCHEMA } from './definition-schema.js';
import { SLUG } from './question.js';
import type { SurveyVersion } from './survey-version.entity.js';
import type { Survey } from './survey.entity.js';
import { ApiProperty } from '@nestjs/swagger';

const NAME_LENGTH = 200;

export class CreateSurvey {
  /** How integrations and rules call it: lower-case letters, digits, `-` and `_`. */
  @Matches(SLUG, { message: 'must be lower-case letters, digits, - and _, at most 64' })
  key: string;

  @IsString()
  @Length(1, NAME_LENGTH)
  name: string;

  @IsObject()
  @ApiProperty(DEFINITION_SCHEMA as never)
  definition: object;
}

export class RenameSurvey {
  @IsString()
  @Length(1, NAME_LENGTH)
  name: string;
}

export class ReviseSurvey {
  @IsObject()
  @ApiProperty(DEFINITION_SCHEMA as never)
  definition: object;
}

export class SurveyView {
  id: string;
  key: string;
  name: string;
  /** Number of the version that new responses are given to. */
  currentVersion: number;
  createdAt: Date;
  version: number;
}

export class SurveyPage {
  items: SurveyView[];
  next: string | null;
}

export class SurveyVersionView {
  surveyId: string;
  number: number;
  @ApiProperty(DEFINITION_SCHEMA as never)
  definition: SurveyDefinition;
  createdAt: Date;
}

export function viewSurvey({ id, key, name, currentVersion, createdAt, version }: Survey): SurveyView {
  return { id, key, name, currentVersion, createdAt, version };
}

export function viewSurveyVersion({
  surveyId,
  number,
  definition,
  createdAt,
}: SurveyVersion): SurveyVersionView {
  return { surveyId, number, definition, createdAt };
}
