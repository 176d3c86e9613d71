import type { Problem } from '../platform/errors.js';
import { isRecord, labelFault, pointerTo, unknownFields } from '../platform/reading.js';
import { MAX_RATING, QUESTION_TYPES, type QuestionType, type Scaled, scaleOf } from './scale.js';
import type { Category } from './score.js';

export interface Choice {
  key: string;
  label: string;
}

/** When a question is asked: everything said here must hold. Only earlier questions can be named. */
export interface ShowIf {
  /** One of these is the category of the answer to the main question. */
  category?: Category[];
  /** The earlier question that the tests beside it are about. */
  question?: string;
  /** One of these was chosen; `true` or `false` of a consent. */
  in?: (string | boolean)[];
  /** The score is this or higher, or lower. */
  atLeast?: number;
  atMost?: number;
  /** It was answered at all. */
  answered?: true;
}

export interface Question extends Scaled {
  /** Names the question in answers and rules; unique in its survey. */
  key: string;
  label: string;
  /** Other words for people of a category, such as "What is the main reason?" for detractors. */
  labelFor?: Partial<Record<Category, string>>;
  /** A sentence of help below the label. */
  description?: string;
  /** Stands in an empty text field. */
  placeholder?: string;
  /** When it is asked; always, when left out. */
  showIf?: ShowIf;
  /** An answer must be present when it is asked; a required consent may still be refused. */
  required?: boolean;
  choices?: Choice[];
}

/** Fits the widest form people fill in; more choices than this is a look-up, not a question. */
export const MAX_CHOICES = 100;
/** A few sentences; longer texts do not belong on a scale in an e-mail. */
export const MAX_LABEL_CHARS = 500;
/** Keys are column names in imports and exports and stand in rules: short, plain, in lower case. */
export const SLUG = /^[a-z0-9][a-z0-9_-]{0,63}$/;
const QUESTION_FIELDS = [
  ...['key', 'type', 'label', 'labelFor', 'description', 'placeholder'],
  ...['showIf', 'required', 'min', 'max', 'choices'],
];
const SLUG_RULE = 'must be 1 to 64 of a-z, 0-9, _ and -, beginning with a letter or digit';

/** What keeps a value from being a `Question`, beside its further wording and its `showIf`. */
export function* questionProblems(value: unknown, at: string): Iterable<Problem> {
  if (!isRecord(value)) {
    yield { pointer: at, detail: 'must be an object' };
    return;
  }
  yield* unknownFields(value, QUESTION_FIELDS, at);
  yield* keyAndLabelProblems(value, at);
  if (!QUESTION_TYPES.includes(value.type as QuestionType)) {
    yield { pointer: `${at}/type`, detail: `must be one of ${QUESTION_TYPES.join(', ')}` };
  }
  if (value.required !== undefined && typeof value.required !== 'boolean') {
    yield { pointer: `${at}/required`, detail: 'must be true or false' };
  }
  yield* scaleProblems(value, at);
  yield* choicesProblems(value, at);
}

function* keyAndLabelProblems(value: Record<string, unknown>, at: string): Iterable<Problem> {
  if (typeof value.key !== 'string' || !SLUG.test(value.key))
    yield { pointer: `${at}/key`, detail: SLUG_RULE };
  const fault = labelFault(value.label, MAX_LABEL_CHARS);
  if (fault) yield { pointer: `${at}/label`, detail: fault };
}

function* scaleProblems(value: Record<string, unknown>, at: string): Iterable<Problem> {
  let sound = true;
  for (const end of ['min', 'max'] as const) {
    const detail = scaleEndFault(value.type, value[end]);
    if (detail) yield { pointer: `${at}/${end}`, detail };
    sound &&= !detail;
  }
  const scale = sound && value.type === 'rating' ? scaleOf(value as unknown as Question) : null;
  if (scale && scale.min >= scale.max) {
    yield { pointer: at, detail: `has a scale from ${scale.min} to ${scale.max}; min must be below max` };
  }
}

function scaleEndFault(type: unknown, end: unknown): string | null {
  if (end === undefined) return null;
  if (type !== 'rating') return 'is for rating questions only';
  const isOnRange = Number.isInteger(end) && (end as number) >= 0 && (end as number) <= MAX_RATING;
  return isOnRange ? null : `must be a whole number from 0 to ${MAX_RATING}`;
}

function* choicesProblems(value: Record<string, unknown>, at: string): Iterable<Problem> {
  const { choices } = value;
  const pointer = `${at}/choices`;
  if (value.type !== 'single_choice' && value.type !== 'multi_choice') {
    if (choices !== undefined) yield { pointer, detail: 'is for choice questions only' };
    return;
  }
  if (!Array.isArray(choices) || choices.length < 1 || choices.length > MAX_CHOICES) {
    yield { pointer, detail: `must be a list of 1 to ${MAX_CHOICES} choices` };
    return;
  }
  for (const [index, choice] of choices.entries()) yield* choiceProblems(choice, pointerTo(pointer, index));
  yield* repeatedKeys(choices, pointer);
}

function* choiceProblems(choice: unknown, at: string): Iterable<Problem> {
  if (!isRecord(choice)) {
    yield { pointer: at, detail: 'must be an object' };
    return;
  }
  yield* unknownFields(choice, ['key', 'label'], at);
  yield* keyAndLabelProblems(choice, at);
}

/** Every item of a list whose key an earlier one has. */
export function* repeatedKeys(items: unknown[], at: string): Iterable<Problem> {
  const seen = new Set<unknown>();
  for (const [index, item] of items.entries()) {
    if (!isRecord(item) || typeof item.key !== 'string') continue;
    if (seen.has(item.key))
      yield { pointer: `${at}/${index}/key`, detail: 'is already used by an earlier one' };
    seen.add(item.key);
  }
}
