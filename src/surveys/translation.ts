import type { Problem } from '../platform/errors.js';
import { isRecord, labelFault, pointerTo, unknownFields } from '../platform/reading.js';
import type { SurveyDefinition, Words } from './definition.js';
import type { Question } from './question.js';
import type { ThankYou } from './thanks.js';

/** A translation may be longer than the original: German by a third, short labels by more. */
export const MAX_GROWTH = 3;
const SHORTEST_LIMIT_CHARS = 200;

/**
 * All words of a survey, in the shape a translation of it has:
 * `{ intro, questions: { score: { label, labelFor: { detractor } , choices: { price } } }, thanks: { default: { title } } }`.
 */
export function wordsOf({ intro, questions, thanks }: SurveyDefinition): Words {
  return present({
    intro,
    questions: Object.fromEntries(questions.map((question) => [question.key, questionWords(question)])),
    thanks: thanks && mapValues(thanks as Record<string, ThankYou>, thankYouWords),
  });
}

/** The survey in the words of one of its translations. */
export function translated(definition: SurveyDefinition, words: Words): SurveyDefinition {
  const { intro, questions, thanks } = words as { intro?: string; questions: Words; thanks?: Words };
  const { thanks: original, ...rest } = definition;
  return {
    ...rest,
    ...(intro !== undefined && { intro }),
    questions: definition.questions.map((question) => reworded(question, questions[question.key] as Words)),
    ...(original && { thanks: thanksReworded(original, thanks as Words) }),
  };
}

/** What keeps a value from being a translation of these words: what is missing, and what translates nothing. */
export function* translationProblems(value: unknown, words: Words, at: string): Iterable<Problem> {
  if (!isRecord(value)) {
    yield { pointer: at, detail: value === undefined ? 'is missing' : 'must be an object' };
    return;
  }
  yield* unknownWords(value, words, at);
  for (const [name, original] of Object.entries(words)) {
    const pointer = pointerTo(at, name);
    const given = Object.hasOwn(value, name) ? value[name] : undefined;
    if (typeof original === 'string') yield* wordProblems(given, original, pointer);
    else yield* translationProblems(given, original, pointer);
  }
}

function* unknownWords(value: Record<string, unknown>, words: Words, at: string): Iterable<Problem> {
  for (const { pointer } of unknownFields(value, Object.keys(words), at)) {
    yield { pointer, detail: 'translates nothing of this survey' };
  }
}

function* wordProblems(given: unknown, original: string, pointer: string): Iterable<Problem> {
  if (given === undefined) {
    yield { pointer, detail: `is missing: it translates "${original.slice(0, 60)}"` };
    return;
  }
  const detail = labelFault(given, Math.max(SHORTEST_LIMIT_CHARS, MAX_GROWTH * original.length));
  if (detail) yield { pointer, detail };
}

function questionWords({ label, labelFor, description, placeholder, choices }: Question): Words {
  return present({
    label,
    labelFor,
    description,
    placeholder,
    choices: choices && Object.fromEntries(choices.map((choice) => [choice.key, choice.label])),
  });
}

function reworded(question: Question, { choices, ...words }: Words): Question {
  if (!question.choices) return { ...question, ...words };
  const labels = choices as Record<string, string>;
  return {
    ...question,
    ...words,
    choices: question.choices.map(({ key }) => ({ key, label: labels[key]! })),
  };
}

function thankYouWords({ title, text, link }: ThankYou): Words {
  return present({ title, text, link: link && { label: link.label } });
}

function thanksReworded(thanks: Record<string, ThankYou>, words: Words): Record<string, ThankYou> {
  return mapValues(thanks, ({ link }, who) => {
    const { link: label, ...rest } = words[who] as { title: string; text: string; link?: { label: string } };
    return { ...rest, ...(link && { link: { ...link, ...label } }) };
  });
}

function mapValues<V, W>(record: Record<string, V>, change: (value: V, key: string) => W): Record<string, W> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));
}

function present(words: Record<string, string | object | undefined>): Words {
  return Object.fromEntries(Object.entries(words).filter(([, word]) => word !== undefined)) as Words;
}
