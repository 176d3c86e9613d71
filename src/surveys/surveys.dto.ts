import { IsObject, IsString, Length, Matches } from 'class-validator';
import type { SurveyDefinition } from './definition.js';
import { QUESTION_TYPES, SLUG } from './question.js';
import type { SurveyVersion } from './survey-version.entity.js';
import type { Survey } from './survey.entity.js';
import { ApiProperty } from '@nestjs/swagger';

const NAME_LENGTH = 200;

/** OpenAPI for a definition; what it means is checked by `readDefinition`, which says more than a schema can. */
const DEFINITION_SCHEMA = {
  type: 'object',
  description:
    'What the survey asks, in order. The first `nps` question (else the first with a scale) gives the score.',
  required: ['questions'],
  additionalProperties: false,
  properties: {
    language: { type: 'string', description: 'Language of the labels, such as `de` or `pt-BR`.' },
    questions: {
      type: 'array',
      minItems: 1,
      maxItems: 50,
      items: {
        type: 'object',
        required: ['key', 'type', 'label'],
        additionalProperties: false,
        properties: {
          key: { type: 'string', description: 'Names the answer, such as `score` or `comment`.' },
          type: { type: 'string', enum: [...QUESTION_TYPES] },
          label: { type: 'string', maxLength: 500 },
          required: { type: 'boolean' },
          min: { type: 'integer', description: 'Lowest rating; only for `rating`, 1 when left out.' },
          max: { type: 'integer', description: 'Highest rating; only for `rating`, 5 when left out.' },
          choices: {
            type: 'array',
            description: 'Only for `single_choice` and `multi_choice`.',
            items: {
              type: 'object',
              required: ['key', 'label'],
              properties: { key: { type: 'string' }, label: { type: 'string' } },
            },
          },
        },
      },
    },
  },
} as const;

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
