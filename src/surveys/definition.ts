import type { Problem } from '../platform/errors.js';
import { firstProblems, isRecord, pointerTo, unknownFields, type Reading } from '../platform/reading.js';
import { questionProblems, repeatedKeys, scaleOf, type Question } from './question.js';

/** What a survey asks, in order; a survey keeps every version of it. */
export interface SurveyDefinition {
  questions: Question[];
  /** The language the labels are written in, a BCP 47 tag such as `de` or `pt-BR`. */
  language?: string;
}

/** A survey people finish has a handful; this is where a form stops being a survey. */
export const MAX_QUESTIONS = 50;
/** RFC 5646 section 4.4.1 asks for room for 35 characters. */
export const MAX_LANGUAGE_TAG_CHARS = 35;

/**
 * A definition read from outside. Unknown fields are refused, so the value given *is* the definition and is handed
 * back as it came. Never throws. `at` is the JSON pointer of the value inside the body it came in.
 */
export function readDefinition(value: unknown, at = ''): Reading<{ definition: SurveyDefinition }> {
  const problems = firstProblems(definitionProblems(value, at));
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, definition: value as SurveyDefinition };
}

/** The question whose score is the score of a response: the first nps question, else the first with a scale. */
export function mainQuestion(definition: SurveyDefinition): Question | null {
  const { questions } = definition;
  return questions.find(({ type }) => type === 'nps') ?? questions.find(scaleOf) ?? null;
}

export function firstTextQuestion(definition: SurveyDefinition): Question | null {
  return definition.questions.find(({ type }) => type === 'text') ?? null;
}

function* definitionProblems(value: unknown, at: string): Iterable<Problem> {
  if (!isRecord(value)) {
    yield { pointer: at, detail: 'must be an object' };
    return;
  }
  yield* unknownFields(value, ['questions', 'language'], at);
  if (value.language !== undefined && !isLanguageTag(value.language)) {
    yield { pointer: `${at}/language`, detail: 'must be a BCP 47 language tag such as de or pt-BR' };
  }
  const { questions } = value;
  if (!Array.isArray(questions) || questions.length < 1 || questions.length > MAX_QUESTIONS) {
    yield { pointer: `${at}/questions`, detail: `must be a list of 1 to ${MAX_QUESTIONS} questions` };
    return;
  }
  for (const [index, question] of questions.entries()) {
    yield* questionProblems(question, pointerTo(`${at}/questions`, index));
  }
  yield* repeatedKeys(questions, `${at}/questions`);
}

function isLanguageTag(value: unknown): boolean {
  if (typeof value !== 'string' || value.length > MAX_LANGUAGE_TAG_CHARS) return false;
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}
