import type { Problem } from '../platform/errors.js';
import { firstProblems, isRecord, pointerTo, textFault, type Reading } from '../platform/reading.js';
import { foundations, isAnswered, questionsToAsk } from './branching.js';
import { mainQuestion, type SurveyDefinition } from './definition.js';
import type { Question } from './question.js';
import { type Scale, scaleOf } from './scale.js';
import { categoryOf, type Category } from './score.js';

/** A score, a text, a choice, several choices, or a consent given or refused. */
export type Answer = number | string | string[] | boolean;

export interface AnswersRead {
  /** Answered questions only, in the order of the survey. */
  answers: Record<string, Answer>;
  /** The answer to the main question; null when it was not answered, for silence is never a score. */
  score: number | null;
  category: Category | null;
  verbatims: { question: string; text: string }[];
}

/** Some forty pages: a text longer than this was pasted by mistake. */
export const MAX_TEXT_CHARS = 100_000;

const AT = '/answers';

export interface ReadingTerms {
  /**
   * What becomes of an answer to a question that was not asked: refused, unless said otherwise, for a program that
   * sends one misunderstands the survey; but a person who went back and took another branch does not.
   */
  unasked?: 'refuse' | 'drop';
  /** Its writer did not come to the end: also what is required may be missing. */
  isUnfinished?: boolean;
}

/**
 * Answers read against the survey they belong to. Null, a blank text and an empty list mean "not answered"; at least
 * one question must be answered. Texts are kept exactly as written, for findings point into them. Never throws.
 */
export function readAnswers(
  definition: SurveyDefinition,
  answers: unknown,
  terms: ReadingTerms = {},
): Reading<AnswersRead> {
  const problems = firstProblems(answersProblems(definition, answers, terms));
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, ...valid(definition, answers as Record<string, Answer>) };
}

function valid(definition: SurveyDefinition, given: Record<string, Answer>): AnswersRead {
  const answered = questionsToAsk(definition, given).filter(({ key }) => isAnswered(given, key));
  const answers = Object.fromEntries(answered.map(({ key }) => [key, given[key]!]));
  const verbatims = answered
    .filter(({ type }) => type === 'text')
    .map(({ key }) => ({ question: key, text: answers[key] as string }));
  const main = mainQuestion(definition);
  if (!main || !answered.includes(main)) return { answers, score: null, category: null, verbatims };
  const score = answers[main.key] as number;
  return { answers, score, category: categoryOf(main, score), verbatims };
}

function* answersProblems(
  definition: SurveyDefinition,
  answers: unknown,
  terms: ReadingTerms,
): Iterable<Problem> {
  if (!isRecord(answers)) {
    yield { pointer: AT, detail: 'must be an object from question key to answer' };
    return;
  }
  const keys = new Set(definition.questions.map(({ key }) => key));
  for (const key of Object.keys(answers)) {
    if (!keys.has(key)) yield { pointer: pointerTo(AT, key), detail: 'is not a question of this survey' };
  }
  const asked = new Set(questionsToAsk(definition, answers));
  const faulty = new Set<Question>();
  for (const question of definition.questions) {
    // What an answer in error would have led to cannot be told.
    if (foundations(question, definition).some((one) => faulty.has(one))) faulty.add(question);
    else if (asked.has(question)) yield* noted(askedProblems(question, answers, terms), question, faulty);
    else if (terms.unasked !== 'drop') yield* unaskedProblems(question, answers);
  }
  if (![...asked].some(({ key }) => isAnswered(answers, key))) {
    yield { pointer: AT, detail: 'must answer at least one question' };
  }
}

/** The problems found, and a note that there are any. */
function* noted(found: Iterable<Problem>, question: Question, faulty: Set<Question>): Iterable<Problem> {
  for (const problem of found) {
    faulty.add(question);
    yield problem;
  }
}

function* askedProblems(
  question: Question,
  answers: Record<string, unknown>,
  { isUnfinished }: ReadingTerms,
): Iterable<Problem> {
  const pointer = pointerTo(AT, question.key);
  if (isAnswered(answers, question.key)) yield* answerProblems(question, answers[question.key], pointer);
  else if (question.required && !isUnfinished) yield { pointer, detail: 'must be answered' };
}

function* unaskedProblems({ key }: Question, answers: Record<string, unknown>): Iterable<Problem> {
  if (isAnswered(answers, key)) {
    yield { pointer: pointerTo(AT, key), detail: 'is not asked of somebody who gave the other answers' };
  }
}

function* answerProblems(question: Question, answer: unknown, pointer: string): Iterable<Problem> {
  if (question.type === 'multi_choice') {
    yield* multiChoiceProblems(question, answer, pointer);
    return;
  }
  const detail = answerFault(question, answer);
  if (detail) yield { pointer, detail };
}

function answerFault(question: Question, answer: unknown): string | null {
  const scale = scaleOf(question);
  if (scale) return scoreFault(scale, answer);
  if (question.type === 'consent') return typeof answer === 'boolean' ? null : 'must be true or false';
  if (typeof answer !== 'string') return 'must be a text';
  if (question.type === 'text') return textFault(answer, MAX_TEXT_CHARS);
  return isChoice(question, answer) ? null : 'is not a choice of this question';
}

function scoreFault({ min, max }: Scale, answer: unknown): string | null {
  const isOnScale = Number.isInteger(answer) && (answer as number) >= min && (answer as number) <= max;
  return isOnScale ? null : `must be a whole number from ${min} to ${max}`;
}

function* multiChoiceProblems(question: Question, answer: unknown, pointer: string): Iterable<Problem> {
  if (!Array.isArray(answer)) {
    yield { pointer, detail: 'must be a list of choices' };
    return;
  }
  const seen = new Set<unknown>();
  for (const [index, choice] of answer.entries()) {
    const at = pointerTo(pointer, index);
    if (!isChoice(question, choice)) yield { pointer: at, detail: 'is not a choice of this question' };
    else if (seen.has(choice)) yield { pointer: at, detail: 'is chosen twice' };
    seen.add(choice);
  }
}

function isChoice(question: Question, choice: unknown): boolean {
  return question.choices?.some(({ key }) => key === choice) ?? false;
}
