import type { Problem } from '../platform/errors.js';
import { isRecord, labelFault, pointerTo, unknownFields } from '../platform/reading.js';
import { isLanguageTag } from '../surveys/definition.js';
import { breaksLine, templateProblems } from './template.js';

/** Subjects longer than this are cut by every mail program. */
export const MAX_SUBJECT_CHARS = 200;
/** A page of text: what is longer is not read. */
export const MAX_INTRO_CHARS = 5_000;
export const MAX_MAIL_TRANSLATIONS = 50;

/** What keeps a value from being a campaign's words in mail and their translations. Never throws. */
export function* mailProblems(value: unknown, at = '/mail'): Iterable<Problem> {
  if (!isRecord(value)) {
    yield { pointer: at, detail: 'must be an object with subject and intro' };
    return;
  }
  const { translations, ...text } = value;
  yield* textProblems(text, at);
  if (translations !== undefined) yield* translationProblems(translations, `${at}/translations`);
}

function* translationProblems(translations: unknown, at: string): Iterable<Problem> {
  if (!isRecord(translations) || Object.keys(translations).length > MAX_MAIL_TRANSLATIONS) {
    yield { pointer: at, detail: `must be an object of at most ${MAX_MAIL_TRANSLATIONS} languages` };
    return;
  }
  for (const [language, text] of Object.entries(translations)) {
    const pointer = pointerTo(at, language);
    if (!isLanguageTag(language))
      yield { pointer, detail: 'must be named by a language tag such as de or pt-BR' };
    if (isRecord(text)) yield* textProblems(text, pointer);
    else yield { pointer, detail: 'must be an object with subject and intro' };
  }
}

function* textProblems(text: Record<string, unknown>, at: string): Iterable<Problem> {
  yield* unknownFields(text, ['subject', 'intro'], at);
  yield* wordsProblems(text.subject, `${at}/subject`, MAX_SUBJECT_CHARS);
  yield* wordsProblems(text.intro, `${at}/intro`, MAX_INTRO_CHARS);
  if (typeof text.subject === 'string' && breaksLine(text.subject))
    yield { pointer: `${at}/subject`, detail: 'must be one line without control characters' };
}

function* wordsProblems(words: unknown, pointer: string, maxChars: number): Iterable<Problem> {
  const fault = labelFault(words, maxChars);
  if (fault) yield { pointer, detail: fault };
  else for (const detail of templateProblems(words as string)) yield { pointer, detail };
}
