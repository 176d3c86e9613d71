import type { Problem } from '../platform/errors.js';
import { firstProblems, isRecord, pointerTo, textFault, type Reading } from '../platform/reading.js';
import { mainQuestion, type SurveyDefinition } from './definition.js';
import { scaleOf, type Question, type Scale } from './question.js';
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

/**
 * Answers read against the survey they belong to. Null, a blank text and an empty list mean "not answered"; at least
 * one question must be answered. Texts are kept exactly as written, for findings point into them. Never throws.
 */
export function readAnswers(definition: SurveyDefinition, answers: unknown): Reading<AnswersRead> {
  const problems = firstProblems(answersProblems(definition, answers));
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, ...valid(definition, answers as Record<string, Answer>) };
}

function valid(definition: SurveyDefinition, given: Record<string, Answer>): AnswersRead {
  const answered = definition.questions.filter(({ key }) => isAnswered(given, key));
  const answers = Object.fromEntries(answered.map(({ key }) => [key, given[key]!]));
  const verbatims = answered
    .filter(({ type }) => type === 'text')
    .map(({ key }) => ({ question: key, text: answers[key] as string }));
  const main = mainQuestion(definition);
  if (!main || !answered.includes(main)) return { answers, score: null, category: null, verbatims };
  const score = answers[main.key] as number;
  return { answers, score, category: categoryOf(main, score), verbatims };
}

function* answersProblems(definition: SurveyDefinition, answers: unknown): Iterable<Problem> {
  if (!isRecord(answers)) {
    yield { pointer: AT, detail: 'must be an object from question key to answer' };
    return;
  }
  const keys = new Set(definition.questions.map(({ key }) => key));
  for (const key of Object.keys(answers)) {
    if (!keys.has(key)) yield { pointer: pointerTo(AT, key), detail: 'is not a question of this survey' };
  }
  let isEmpty = true;
  for (const question of definition.questions) {
    const pointer = pointerTo(AT, question.key);
    if (isAnswered(answers, question.key)) {
      isEmpty = false;
      yield* answerProblems(question, answers[question.key], pointer);
    } else if (question.required) {
      yield { pointer, detail: 'must be answered' };
    }
  }
  if (isEmpty) yield { pointer: AT, detail: 'must answer at least one question' };
}

/** Own members only: a question may be called `constructor`. */
function isAnswered(answers: Record<string, unknown>, key: string): boolean {
  if (!Object.hasOwn(answers, key)) return false;
  const answer = answers[key];
  if (typeof answer === 'string') return answer.trim() !== '';
  return Array.isArray(answer) ? answer.length > 0 : answer != null;
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
