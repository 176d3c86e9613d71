import type { Question } from './question.js';
import { scaleOf } from './scale.js';
import type { Thanks } from './thanks.js';

/** The words of a survey, or a part of them, by where they stand: questions and choices by their keys. */
export interface Words {
  [name: string]: string | Words;
}

/** What a survey asks, in order; a survey keeps every version of it. */
export interface SurveyDefinition {
  questions: Question[];
  /** The language it is written in, a BCP 47 tag such as `de` or `pt-BR`. */
  language?: string;
  /** Stands above the first question. */
  intro?: string;
  thanks?: Thanks;
  /** All its words in other languages, by BCP 47 tag. */
  translations?: Record<string, Words>;
}

/** A survey people finish has a handful; this is where a form stops being a survey. */
export const MAX_QUESTIONS = 50;
/** RFC 5646 section 4.4.1 asks for room for 35 characters. */
export const MAX_LANGUAGE_TAG_CHARS = 35;
export const MAX_TRANSLATIONS = 50;

/** The question whose score is the score of a response: the first nps question, else the first with a scale. */
export function mainQuestion(definition: SurveyDefinition): Question | null {
  const { questions } = definition;
  return questions.find(({ type }) => type === 'nps') ?? questions.find(scaleOf) ?? null;
}

export function firstTextQuestion(definition: SurveyDefinition): Question | null {
  return definition.questions.find(({ type }) => type === 'text') ?? null;
}

/** Whether a value is a BCP 47 language tag of a length people use. */
export function isLanguageTag(value: unknown): boolean {
  if (typeof value !== 'string' || value.length > MAX_LANGUAGE_TAG_CHARS) return false;
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}
