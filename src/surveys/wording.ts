import type { Problem } from '../platform/errors.js';
import { isRecord, labelFault, unknownFields } from '../platform/reading.js';
import { MAX_LABEL_CHARS, type Question } from './question.js';
import { CATEGORIES, type Category } from './score.js';

export const MAX_DESCRIPTION_CHARS = 1_000;
/** Longer ones do not fit into a field on a phone. */
export const MAX_PLACEHOLDER_CHARS = 200;

/** What a question says to a person of this category. */
export function labelOf({ label, labelFor }: Question, category: Category | null): string {
  return (category && labelFor?.[category]) || label;
}

/** What is wrong with the words of a question beside its label; `follows` when the main question comes earlier. */
export function* wordingProblems(
  question: Record<string, unknown>,
  follows: boolean,
  at: string,
): Iterable<Problem> {
  const { labelFor, description, placeholder } = question;
  if (labelFor !== undefined) yield* labelForProblems(labelFor, follows, `${at}/labelFor`);
  if (description !== undefined) {
    yield* textProblems(description, MAX_DESCRIPTION_CHARS, `${at}/description`);
  }
  if (placeholder === undefined) return;
  const pointer = `${at}/placeholder`;
  if (question.type === 'text') yield* textProblems(placeholder, MAX_PLACEHOLDER_CHARS, pointer);
  else yield { pointer, detail: 'is for text questions only' };
}

function* labelForProblems(value: unknown, follows: boolean, at: string): Iterable<Problem> {
  if (!isRecord(value)) {
    yield { pointer: at, detail: 'must be an object from category to label' };
    return;
  }
  if (!follows) {
    yield { pointer: at, detail: 'cannot be chosen yet: the main question does not come earlier' };
  }
  yield* unknownFields(value, CATEGORIES, at);
  for (const category of CATEGORIES) {
    if (value[category] !== undefined) {
      yield* textProblems(value[category], MAX_LABEL_CHARS, `${at}/${category}`);
    }
  }
}

function* textProblems(value: unknown, maxChars: number, pointer: string): Iterable<Problem> {
  const detail = labelFault(value, maxChars);
  if (detail) yield { pointer, detail };
}
