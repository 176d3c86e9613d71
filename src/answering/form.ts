import type { Answer } from '../surveys/answers.js';
import type { SurveyDefinition } from '../surveys/definition.js';
import type { Question } from '../surveys/question.js';
import { scaleOf } from '../surveys/scale.js';

/** The fields of the form beside the answers; keys of questions never begin with an underscore. */
export const FIELDS = {
  /** What is wanted: to `send` the answers, or to `continue` with the next questions. */
  act: '_act',
  /** The language to go on in. */
  language: '_language',
  /** Keys of the questions that were to be seen. */
  seen: '_seen',
  /** How often the answers had been sent when the page was shown. */
  submissions: '_submissions',
  /** Who fills it in, where the link is anybody's. */
  visitor: '_visitor',
  /** The page has come before somebody's eyes. */
  opened: '_opened',
} as const;

const WHOLE_NUMBER = /^-?\d{1,9}$/;

/**
 * The answers a form brings, as far as they are answers: what was left empty is left out, and what cannot be read (a
 * number that is none) stays as it is, for whoever checks the answers to refuse. Fields that are no question's are passed over.
 */
export function answersIn({ questions }: SurveyDefinition, form: URLSearchParams): Record<string, Answer> {
  const answers: [string, Answer][] = [];
  for (const question of questions) {
    const answer = answerIn(question, form.getAll(question.key));
    if (answer !== null) answers.push([question.key, answer]);
  }
  return Object.fromEntries(answers);
}

function answerIn(question: Question, [first, ...more]: string[]): Answer | null {
  if (first === undefined || first.trim() === '') return null;
  if (question.type === 'multi_choice') return [first, ...more];
  if (question.type === 'consent' && (first === 'true' || first === 'false')) return first === 'true';
  if (scaleOf(question) && WHOLE_NUMBER.test(first.trim())) return Number(first);
  // Browsers send line breaks as CR LF, whatever was typed.
  return question.type === 'text' ? first.replaceAll('\r\n', '\n') : first;
}

/** The score a link in a mail brings along, as the answer to the question it was put with; null when it is on no scale. */
export function scoreIn(main: Question | null, score: string | undefined): Record<string, Answer> | null {
  const scale = main && scaleOf(main);
  if (!scale || score === undefined || !/^\d{1,3}$/.test(score)) return null;
  const value = Number(score);
  return value >= scale.min && value <= scale.max ? { [main.key]: value } : null;
}

/** The keys of the questions that were to be seen when the form was sent. */
export function seenIn(form: URLSearchParams): Set<string> {
  return new Set((form.get(FIELDS.seen) ?? '').split(' ').filter((key) => key !== ''));
}
