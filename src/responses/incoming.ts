import type { Problem } from '../platform/errors.js';
import type { Reading } from '../platform/reading.js';
import { type AnswersRead, readAnswers, type ReadingTerms } from '../surveys/answers.js';
import { questionsToAsk } from '../surveys/branching.js';
import { firstTextQuestion, mainQuestion, type SurveyDefinition } from '../surveys/definition.js';

/** Answers as they come in: by question, or in short as the score and the comment most surveys consist of. */
export interface IncomingAnswers {
  answers?: Record<string, unknown>;
  /** Answers the survey's main question. */
  score?: number;
  /** Answers the first text question that the other answers lead to. */
  comment?: string;
}

/** The earliest date a response can have been given; before it there was nobody to ask this way. */
export const EARLIEST_RESPONSE = new Date('1990-01-01T00:00:00Z');
/** How far a sender's clock may run ahead, in milliseconds. */
const CLOCK_SKEW_MS = 86_400_000;

/** Reads what came in against the survey. Never throws. */
export function readIncoming(
  definition: SurveyDefinition,
  incoming: IncomingAnswers,
  terms: ReadingTerms = {},
): Reading<AnswersRead> {
  const { score, comment } = incoming;
  if (score === undefined && comment === undefined) {
    return readAnswers(definition, incoming.answers ?? {}, terms);
  }
  const answers: Record<string, unknown> = { ...incoming.answers };
  const problems: Problem[] = [];
  const inShort = new Map<string, string>();
  fill('score', score, mainQuestion(definition)?.key, 'has no question with a score');
  const firstText = questionsToAsk(definition, answers).find(({ type }) => type === 'text');
  fill('comment', comment, (firstText ?? firstTextQuestion(definition))?.key, 'has no text question');
  if (problems.length > 0) return { ok: false, problems };
  const read = readAnswers(definition, answers, terms);
  return read.ok ? read : { ok: false, problems: read.problems.map(asSent) };

  function fill(field: string, value: unknown, question: string | undefined, lacking: string): void {
    if (value === undefined) return;
    const pointer = `/${field}`;
    if (question === undefined) problems.push({ pointer, detail: `cannot be taken: this survey ${lacking}` });
    else if (answers[question] !== undefined) {
      problems.push({ pointer, detail: `is given twice: here and as /answers/${question}` });
    } else {
      answers[question] = value;
      inShort.set(`/answers/${question}`, pointer);
    }
  }

  /** Points at the field that was sent rather than the answer it stands for. */
  function asSent({ pointer, detail }: Problem): Problem {
    return { pointer: inShort.get(pointer) ?? pointer, detail };
  }
}

/** What is wrong with the time a person is said to have answered; null when nothing is. */
export function respondedAtFault(respondedAt: Date, now: Date): string | null {
  if (Number.isNaN(respondedAt.getTime())) return 'is not a date';
  if (respondedAt < EARLIEST_RESPONSE) return 'is before 1990';
  if (respondedAt.getTime() > now.getTime() + CLOCK_SKEW_MS) return 'is more than a day in the future';
  return null;
}
