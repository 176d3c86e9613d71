import { type Answer, readAnswers } from '../surveys/answers.js';
import type { AnswersSoFar } from '../surveys/branching.js';
import type { SurveyDefinition } from '../surveys/definition.js';

/**
 * Those of the answers that stand by themselves, though others are missing or cannot be accepted: what is kept of a form
 * that is still being filled in. Never throws.
 */
export function soundAnswers(definition: SurveyDefinition, answers: AnswersSoFar): Record<string, Answer> {
  const sound = { ...answers };
  for (;;) {
    const read = readAnswers(definition, sound, { unasked: 'drop', isUnfinished: true });
    if (read.ok) return read.answers;
    const faulty = read.problems
      .map(({ pointer }) => pointer.split('/')[2])
      .filter((key) => key !== undefined && Object.hasOwn(sound, key));
    if (faulty.length === 0) return {};
    for (const key of faulty) delete sound[key!];
  }
}
