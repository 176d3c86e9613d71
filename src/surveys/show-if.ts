import type { Problem } from '../platform/errors.js';
import { isRecord, pointerTo, unknownFields } from '../platform/reading.js';
import type { Question } from './question.js';
import { scaleOf } from './scale.js';
import { CATEGORIES } from './score.js';

const TESTS = ['in', 'atLeast', 'atMost', 'answered'] as const;

/**
 * What keeps a value from being the condition of a question that comes after `earlier`; `main` is the survey's main
 * question. Whether anybody can ever fulfil it is another matter: see `unreachableQuestions`.
 */
export function* showIfProblems(
  value: unknown,
  earlier: readonly Question[],
  main: Question | null,
  at: string,
): Iterable<Problem> {
  if (!isRecord(value)) {
    yield { pointer: at, detail: 'must be an object' };
    return;
  }
  yield* unknownFields(value, ['category', 'question', ...TESTS], at);
  if (value.category === undefined && value.question === undefined) {
    yield { pointer: at, detail: 'must name a category, or an earlier question and what its answer must be' };
  }
  if (value.category !== undefined) yield* categoryProblems(value.category, earlier, main, `${at}/category`);
  yield* answerTestProblems(value, earlier, at);
}

function* categoryProblems(
  value: unknown,
  earlier: readonly Question[],
  main: Question | null,
  at: string,
): Iterable<Problem> {
  yield* listProblems(value, CATEGORIES, at);
  if (!main || !earlier.includes(main)) {
    yield { pointer: at, detail: 'cannot be known yet: the main question does not come earlier' };
  }
}

function* answerTestProblems(
  value: Record<string, unknown>,
  earlier: readonly Question[],
  at: string,
): Iterable<Problem> {
  const tests = TESTS.filter((test) => value[test] !== undefined);
  if (value.question === undefined) {
    for (const test of tests) yield { pointer: `${at}/${test}`, detail: 'needs the question it is about' };
    return;
  }
  const question = earlier.find(({ key }) => key === value.question);
  if (!question) {
    yield { pointer: `${at}/question`, detail: 'must be the key of an earlier question' };
    return;
  }
  if (tests.length === 0) yield { pointer: at, detail: `must have one of ${TESTS.join(', ')}` };
  for (const test of tests) yield* testProblems(test, value[test], question, `${at}/${test}`);
}

function* testProblems(
  test: (typeof TESTS)[number],
  value: unknown,
  question: Question,
  at: string,
): Iterable<Problem> {
  if (test === 'answered') {
    if (value !== true) yield { pointer: at, detail: 'must be true' };
    return;
  }
  if (test === 'in') {
    const values = valuesOf(question);
    if (values) yield* listProblems(value, values, at);
    else yield { pointer: at, detail: 'is for choices and consents only' };
    return;
  }
  const scale = scaleOf(question);
  if (!scale) yield { pointer: at, detail: 'is for questions with a scale only' };
  else if (!Number.isInteger(value) || (value as number) < scale.min || (value as number) > scale.max) {
    yield { pointer: at, detail: `must be a whole number from ${scale.min} to ${scale.max}` };
  }
}

function valuesOf({ type, choices }: Question): (string | boolean)[] | null {
  if (type === 'consent') return [true, false];
  return Array.isArray(choices) ? choices.map((choice) => choice?.key) : null;
}

function* listProblems(value: unknown, known: readonly unknown[], at: string): Iterable<Problem> {
  if (!Array.isArray(value) || value.length === 0) {
    yield { pointer: at, detail: `must be a list of some of ${known.join(', ')}` };
    return;
  }
  for (const [index, item] of value.entries()) {
    if (!known.includes(item)) {
      yield { pointer: pointerTo(at, index), detail: `must be one of ${known.join(', ')}` };
    }
  }
}
