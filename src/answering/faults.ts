import type { Problem } from '../platform/errors.js';
import { MAX_TEXT_CHARS } from '../surveys/answers.js';
import type { SurveyDefinition } from '../surveys/definition.js';
import { isAnswered, type AnswersSoFar } from '../surveys/branching.js';
import type { Question } from '../surveys/question.js';
import { scaleOf } from '../surveys/scale.js';
import type { PagePhrases } from './page-phrases-en.js';
import { filled } from '../surveys/phrases.js';

/** What is wrong with one answer, or with all of them when it is no question's. */
export interface Fault {
  question: string | null;
  kind: 'unanswered' | 'notAnAnswer' | 'nothing';
}

/** What a reading of answers found wrong, by question: one fault each, in the order of the survey. */
export function faultsIn(definition: SurveyDefinition, answers: AnswersSoFar, problems: Problem[]): Fault[] {
  const faulty = new Set(problems.map(({ pointer }) => pointer.split('/')[2]));
  const faults = definition.questions
    .filter(({ key }) => faulty.has(key))
    .map(({ key }): Fault => ({
      question: key,
      kind: isAnswered(answers, key) ? 'notAnAnswer' : 'unanswered',
    }));
  return faults.length > 0 ? faults : [{ question: null, kind: 'nothing' }];
}

/** A fault in words. */
export function saidOf({ kind }: Fault, question: Question | undefined, phrases: PagePhrases): string {
  if (kind !== 'notAnAnswer' || !question) return phrases[kind];
  const scale = scaleOf(question);
  if (scale) return filled(phrases.offTheScale, { ...scale });
  return question.type === 'text' ? filled(phrases.tooLong, { max: MAX_TEXT_CHARS }) : phrases.notAnAnswer;
}
