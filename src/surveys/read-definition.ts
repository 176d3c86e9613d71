import type { Problem } from '../platform/errors.js';
import {
  firstProblems,
  isRecord,
  labelFault,
  pointerTo,
  unknownFields,
  type Reading,
} from '../platform/reading.js';
import {
  isLanguageTag,
  mainQuestion,
  MAX_QUESTIONS,
  MAX_TRANSLATIONS,
  type SurveyDefinition,
} from './definition.js';
import { questionProblems, repeatedKeys } from './question.js';
import { unreachableQuestions } from './reachable.js';
import { showIfProblems } from './show-if.js';
import { MAX_PARAGRAPH_CHARS, thanksProblems } from './thanks.js';
import { translationProblems, wordsOf } from './translation.js';
import { wordingProblems } from './wording.js';

const FIELDS = ['questions', 'language', 'intro', 'thanks', 'translations'];
const LANGUAGE_RULE = 'must be a BCP 47 language tag such as de or pt-BR';
const UNREACHABLE =
  'can never hold: no answers fit it together with the conditions of the questions it names';

/**
 * A definition read from outside. Unknown fields are refused, so the value given *is* the definition and is handed
 * back as it came. What the parts say of each other is looked at once each of them is sound. Never throws. `at` is
 * the JSON pointer of the value inside the body it came in.
 */
export function readDefinition(value: unknown, at = ''): Reading<{ definition: SurveyDefinition }> {
  const problems = firstProblems(shapeProblems(value, at));
  if (problems.length > 0) return { ok: false, problems };
  const definition = value as SurveyDefinition;
  const contradictions = firstProblems(relationProblems(definition, at));
  return contradictions.length > 0 ? { ok: false, problems: contradictions } : { ok: true, definition };
}

function* shapeProblems(value: unknown, at: string): Iterable<Problem> {
  if (!isRecord(value)) {
    yield { pointer: at, detail: 'must be an object' };
    return;
  }
  yield* unknownFields(value, FIELDS, at);
  if (value.language !== undefined && !isLanguageTag(value.language)) {
    yield { pointer: `${at}/language`, detail: LANGUAGE_RULE };
  }
  const introFault = value.intro === undefined ? null : labelFault(value.intro, MAX_PARAGRAPH_CHARS);
  if (introFault) yield { pointer: `${at}/intro`, detail: introFault };
  if (value.thanks !== undefined) yield* thanksProblems(value.thanks, `${at}/thanks`);
  const { questions } = value;
  if (!Array.isArray(questions) || questions.length < 1 || questions.length > MAX_QUESTIONS) {
    yield { pointer: `${at}/questions`, detail: `must be a list of 1 to ${MAX_QUESTIONS} questions` };
    return;
  }
  for (const [index, question] of questions.entries()) {
    yield* questionProblems(question, pointerTo(`${at}/questions`, index));
  }
  yield* repeatedKeys(questions, `${at}/questions`);
}

function* relationProblems(definition: SurveyDefinition, at: string): Iterable<Problem> {
  const { questions, translations } = definition;
  const conditions = firstProblems(conditionProblems(definition, at));
  yield* conditions;
  const unreachable = conditions.length > 0 ? [] : unreachableQuestions(questions, mainQuestion(definition));
  for (const question of unreachable) {
    yield { pointer: `${at}/questions/${questions.indexOf(question)}/showIf`, detail: UNREACHABLE };
  }
  if (translations !== undefined) yield* translationsProblems(definition, `${at}/translations`);
}

function* conditionProblems(definition: SurveyDefinition, at: string): Iterable<Problem> {
  const { questions } = definition;
  const main = mainQuestion(definition);
  for (const [index, question] of questions.entries()) {
    const pointer = `${at}/questions/${index}`;
    const earlier = questions.slice(0, index);
    yield* wordingProblems({ ...question }, main !== null && earlier.includes(main), pointer);
    if (question.showIf === undefined) continue;
    yield* showIfProblems(question.showIf, earlier, main, `${pointer}/showIf`);
  }
}

function* translationsProblems(definition: SurveyDefinition, at: string): Iterable<Problem> {
  const { language, translations } = definition;
  if (!isRecord(translations) || Object.keys(translations).length > MAX_TRANSLATIONS) {
    yield {
      pointer: at,
      detail: `must be an object from language tag to at most ${MAX_TRANSLATIONS} translations`,
    };
    return;
  }
  if (language === undefined) yield { pointer: at, detail: 'need the language of the survey itself' };
  const words = wordsOf(definition);
  const seen = new Set([language && canonical(language)]);
  for (const [tag, translation] of Object.entries(translations)) {
    const pointer = pointerTo(at, tag);
    if (!isLanguageTag(tag)) yield { pointer, detail: LANGUAGE_RULE };
    else if (seen.has(canonical(tag))) yield { pointer, detail: 'is a language the survey has already' };
    else {
      seen.add(canonical(tag));
      yield* translationProblems(translation, words, pointer);
    }
  }
}

function canonical(tag: string): string {
  return Intl.getCanonicalLocales(tag)[0]!;
}
