import { mainQuestion, type SurveyDefinition } from './definition.js';
import type { Question, ShowIf } from './question.js';
import { scaleOf } from './scale.js';
import { categoryOf, type Category } from './score.js';

/** Answers by question key, as far as they are known; anything may be in it, for it may come from outside. */
export type AnswersSoFar = Readonly<Record<string, unknown>>;

/**
 * The questions a person with these answers is asked, in order. An answer to a question that is not asked counts for
 * nothing, so that a branch someone came back from leaves no trace. Never throws.
 */
export function questionsToAsk(definition: SurveyDefinition, answers: AnswersSoFar): Question[] {
  const asked = new Set<Question>();
  for (const question of definition.questions) {
    if (holds(question.showIf, definition, asked, answers)) asked.add(question);
  }
  return [...asked];
}

/** The category of these answers; null while the main question is unanswered, or not asked. */
export function categoryOfAnswers(definition: SurveyDefinition, answers: AnswersSoFar): Category | null {
  const main = mainQuestion(definition);
  if (!main || !questionsToAsk(definition, answers).includes(main)) return null;
  return categoryGiven(main, answers);
}

/** Whether an answer says anything: null, a blank text and an empty list do not. */
export function isAnswered(answers: AnswersSoFar, key: string): boolean {
  // Own members only: a question may be called `constructor`.
  if (!Object.hasOwn(answers, key)) return false;
  const answer = answers[key];
  if (typeof answer === 'string') return answer.trim() !== '';
  return Array.isArray(answer) ? answer.length > 0 : answer != null;
}

/** The earlier questions whose answers decide whether a question is asked. */
export function foundations({ showIf }: Question, definition: SurveyDefinition): Question[] {
  const main = showIf?.category ? mainQuestion(definition) : null;
  const named = definition.questions.find(({ key }) => key === showIf?.question);
  return [main, named].filter((one) => one != null);
}

function holds(
  showIf: ShowIf | undefined,
  definition: SurveyDefinition,
  asked: ReadonlySet<Question>,
  answers: AnswersSoFar,
): boolean {
  if (!showIf) return true;
  if (showIf.category) {
    const main = mainQuestion(definition);
    const category = main && asked.has(main) ? categoryGiven(main, answers) : null;
    if (!category || !showIf.category.includes(category)) return false;
  }
  if (showIf.question === undefined) return true;
  const question = definition.questions.find(({ key }) => key === showIf.question);
  return question !== undefined && asked.has(question) && fits(showIf, answers, question.key);
}

/** Whether the answer to the question a condition names is one it wants. */
function fits(showIf: ShowIf, answers: AnswersSoFar, key: string): boolean {
  if (!isAnswered(answers, key)) return false;
  const answer = answers[key];
  if (showIf.in) {
    const chosen: unknown[] = Array.isArray(answer) ? answer : [answer];
    if (!showIf.in.some((value) => chosen.includes(value))) return false;
  }
  if (showIf.atLeast !== undefined && !((answer as number) >= showIf.atLeast)) return false;
  return !(showIf.atMost !== undefined && !((answer as number) <= showIf.atMost));
}

function categoryGiven(main: Question, answers: AnswersSoFar): Category | null {
  const score = Object.hasOwn(answers, main.key) ? answers[main.key] : null;
  const scale = scaleOf(main);
  if (!scale || !Number.isInteger(score)) return null;
  const isOnScale = (score as number) >= scale.min && (score as number) <= scale.max;
  return isOnScale ? categoryOf(main, score as number) : null;
}
