import type { Question, ShowIf } from './question.js';
import { scaleOf } from './scale.js';
import { categoryOf } from './score.js';

/** Per question key the answers that still fit; a question that is not in it may be answered in any way. */
type Fitting = ReadonlyMap<string, ReadonlySet<unknown>>;

/**
 * The questions nobody can ever be asked: no answers fit what their condition says together with the conditions of the
 * questions it rests on. Exact, for each condition narrows one answer and all of them must hold. The questions must
 * be sound, and name only earlier ones; `main` is the survey's main question.
 */
export function unreachableQuestions(questions: readonly Question[], main: Question | null): Question[] {
  const needed = new Map<string, Fitting>();
  const unreachable: Question[] = [];
  for (const question of questions) {
    const fitting = neededFor(question.showIf, questions, main, needed);
    needed.set(question.key, fitting);
    if ([...fitting.values()].some(({ size }) => size === 0)) unreachable.push(question);
  }
  return unreachable;
}

function neededFor(
  showIf: ShowIf | undefined,
  questions: readonly Question[],
  main: Question | null,
  needed: ReadonlyMap<string, Fitting>,
): Fitting {
  const fitting = new Map<string, ReadonlySet<unknown>>();
  const named = questions.find(({ key }) => key === showIf?.question);
  if (showIf?.category && main) {
    narrowByAll(fitting, needed.get(main.key));
    narrow(
      fitting,
      main.key,
      answersOf(main).filter((score) => hasCategory(main, score, showIf)),
    );
  }
  if (showIf && named) {
    narrowByAll(fitting, needed.get(named.key));
    const answers = answersOf(named);
    // Several choices at once, and texts, never stand in each other's way.
    if (answers.length > 0)
      narrow(
        fitting,
        named.key,
        answers.filter((answer) => fits(answer, showIf)),
      );
  }
  return fitting;
}

function narrowByAll(fitting: Map<string, ReadonlySet<unknown>>, other: Fitting = new Map()): void {
  for (const [key, answers] of other) narrow(fitting, key, [...answers]);
}

function narrow(fitting: Map<string, ReadonlySet<unknown>>, key: string, answers: unknown[]): void {
  const before = fitting.get(key);
  fitting.set(key, new Set(before ? answers.filter((answer) => before.has(answer)) : answers));
}

/** Every answer a question of one short answer can have; none for texts and several choices. */
function answersOf(question: Question): unknown[] {
  const scale = scaleOf(question);
  if (scale) return Array.from({ length: scale.max - scale.min + 1 }, (_, i) => scale.min + i);
  if (question.type === 'consent') return [true, false];
  return question.type === 'single_choice' ? question.choices!.map(({ key }) => key) : [];
}

function hasCategory(main: Question, score: unknown, { category }: ShowIf): boolean {
  return category!.includes(categoryOf(main, score as number));
}

function fits(answer: unknown, { in: values, atLeast = -Infinity, atMost = Infinity }: ShowIf): boolean {
  if (values && !values.includes(answer as string)) return false;
  return typeof answer !== 'number' || (answer >= atLeast && answer <= atMost);
}
