import { type AnswersSoFar, foundations, isAnswered, questionsToAsk } from '../surveys/branching.js';
import { mainQuestion, type SurveyDefinition } from '../surveys/definition.js';
import type { Question } from '../surveys/question.js';

export interface Step {
  /** The questions that can be put by now, in order: those of earlier steps first. */
  shown: Question[];
  /** Whether nothing more follows, whatever is answered: the answers can be sent. */
  isLast: boolean;
}

/**
 * What a person with these answers sees: every question they are asked, up to the first one that hangs (whether it is
 * asked, or in which words) on a question they have not answered yet. One they have seen and passed over (`passed`, question keys) holds nothing up.
 */
export function stepOf(
  definition: SurveyDefinition,
  answers: AnswersSoFar,
  passed: ReadonlySet<string> = new Set(),
): Step {
  const asked = new Set(questionsToAsk(definition, answers));
  const isOpen = (question: Question) =>
    asked.has(question) && !isAnswered(answers, question.key) && !passed.has(question.key);
  const shown: Question[] = [];
  for (const question of definition.questions) {
    if (hangsOn(question, definition).some(isOpen)) return { shown, isLast: false };
    if (asked.has(question)) shown.push(question);
  }
  return { shown, isLast: true };
}

function hangsOn(question: Question, definition: SurveyDefinition): Question[] {
  const main = question.labelFor ? mainQuestion(definition) : null;
  return [...foundations(question, definition), ...(main ? [main] : [])];
}
