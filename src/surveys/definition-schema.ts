import { MAX_QUESTIONS, MAX_TRANSLATIONS } from './definition.js';
import { MAX_CHOICES, MAX_LABEL_CHARS } from './question.js';
import { QUESTION_TYPES } from './scale.js';
import { CATEGORIES } from './score.js';
import {
  MAX_LINK_LABEL_CHARS,
  MAX_PARAGRAPH_CHARS,
  MAX_TITLE_CHARS,
  MAX_URL_CHARS,
  THANKED,
} from './thanks.js';
import { MAX_DESCRIPTION_CHARS, MAX_PLACEHOLDER_CHARS } from './wording.js';

const text = (maxLength: number, description?: string) => ({ type: 'string', maxLength, description });

function objectOf(properties: Record<string, object>, required: string[], description?: string) {
  // OpenAPI knows no empty list of required properties.
  const needed = required.length > 0 ? { required } : {};
  return { type: 'object', description, ...needed, additionalProperties: false, properties };
}

const byCategory = <Who extends string>(categories: readonly Who[], schema: object, description: string) =>
  objectOf(Object.fromEntries(categories.map((category) => [category, schema])), [], description);

const CHOICE = objectOf({ key: { type: 'string' }, label: text(MAX_LABEL_CHARS) }, ['key', 'label']);

const SHOW_IF = objectOf(
  {
    category: {
      type: 'array',
      items: { type: 'string', enum: [...CATEGORIES] },
      description: 'One of these is the category of the answer to the main question.',
    },
    question: { type: 'string', description: 'Key of an earlier question, which the tests are about.' },
    in: {
      type: 'array',
      items: { oneOf: [{ type: 'string' }, { type: 'boolean' }] },
      description: 'One of these choices was made; `true` or `false` of a consent.',
    },
    atLeast: { type: 'integer', description: 'The score is this or higher.' },
    atMost: { type: 'integer', description: 'The score is this or lower.' },
    answered: { type: 'boolean', enum: [true], description: 'It was answered at all.' },
  },
  [],
  'When it is asked: everything said here must hold. Always, when left out.',
);

const QUESTION = objectOf(
  {
    key: { type: 'string', description: 'Names the answer, such as `score` or `comment`.' },
    type: { type: 'string', enum: [...QUESTION_TYPES] },
    label: text(MAX_LABEL_CHARS),
    labelFor: byCategory(
      CATEGORIES,
      text(MAX_LABEL_CHARS),
      'Other words for people of a category, such as "What is the main reason?" for detractors.',
    ),
    description: text(MAX_DESCRIPTION_CHARS, 'A sentence of help below the label.'),
    placeholder: text(MAX_PLACEHOLDER_CHARS, 'Stands in an empty text field; only for `text`.'),
    showIf: SHOW_IF,
    required: { type: 'boolean', description: 'An answer must be present when it is asked.' },
    min: { type: 'integer', description: 'Lowest rating; only for `rating`, 1 when left out.' },
    max: { type: 'integer', description: 'Highest rating; only for `rating`, 5 when left out.' },
    choices: {
      type: 'array',
      maxItems: MAX_CHOICES,
      description: 'Only for `single_choice` and `multi_choice`.',
      items: CHOICE,
    },
  },
  ['key', 'type', 'label'],
);

const THANK_YOU = objectOf(
  {
    title: text(MAX_TITLE_CHARS),
    text: text(MAX_PARAGRAPH_CHARS),
    link: objectOf(
      {
        label: text(MAX_LINK_LABEL_CHARS),
        url: { ...text(MAX_URL_CHARS), format: 'uri', description: 'An https:// address.' },
      },
      ['label', 'url'],
      'Where to go from here, such as a public review page.',
    ),
  },
  ['title', 'text'],
);

/** OpenAPI for a definition; what it means is checked by `readDefinition`, which says more than a schema can. */
export const DEFINITION_SCHEMA = objectOf(
  {
    language: {
      type: 'string',
      description: 'The language it is written in, such as `de` or `pt-BR`; needed beside translations.',
    },
    intro: text(MAX_PARAGRAPH_CHARS, 'Stands above the first question.'),
    questions: { type: 'array', minItems: 1, maxItems: MAX_QUESTIONS, items: QUESTION },
    thanks: byCategory(
      THANKED,
      THANK_YOU,
      'What people read after answering, by category; `default` is for all others.',
    ),
    translations: {
      type: 'object',
      maxProperties: MAX_TRANSLATIONS,
      description:
        'All its words in other languages, by language tag: `{ "de": { "intro": …, "questions": { "score": { "label": …, ' +
        '"labelFor": { "detractor": … }, "choices": { "price": … } } }, "thanks": { "default": { "title": …, "text": …, ' +
        '"link": { "label": … } } } } }`. Exactly the words the survey has: one that is missing is refused, and one too many.',
      additionalProperties: { type: 'object', additionalProperties: true },
    },
  },
  ['questions'],
  'What the survey asks, in order. The first `nps` question (else the first with a scale) gives the score.',
);
