import { html } from 'ghtml';
import type { Answer } from '../surveys/answers.js';
import type { SurveyDefinition } from '../surveys/definition.js';
import { mainQuestion } from '../surveys/definition.js';
import type { Question } from '../surveys/question.js';
import { type Scale, scaleOf } from '../surveys/scale.js';
import { categoryOf } from '../surveys/score.js';
import type { Category } from '../surveys/score.js';
import { labelOf } from '../surveys/wording.js';
import type { PageWords } from './page-phrases.js';

/** What a question is shown with. */
export interface QuestionState {
  answer: Answer | undefined;
  /** What is wrong with the answer, in words; null when nothing is. */
  fault: string | null;
  isShown: boolean;
  /** The category of the answers so far, which decides the words. */
  category: Category | null;
}

/** Longer scales are a number to type: nobody weighs twelve buttons. */
const MOST_BUTTONS = 11;
/** In a row on a phone, so that each is wide enough for a finger. */
const BUTTONS_ON_A_PHONE = 6;
/** Less than surveys accept, so that a text typed here always arrives. */
const MAX_TYPED_CHARS = 10_000;

/** The id of the element a fault leads to: the question's first field. */
export function fieldId({ key }: Pick<Question, 'key'>): string {
  return `q-${key}`;
}

/** One question as HTML: a group of choices, or a field with its label. */
export function questionField(
  question: Question,
  definition: SurveyDefinition,
  state: QuestionState,
  phrases: PageWords,
): string {
  const label = html`<span data-label>${labelOf(question, state.category)}</span>!${optional(question, phrases)}`;
  const help = helpOf(question, state, phrases);
  const inner = isGroup(question) ? group(question, state, phrases) : single(question, state, help.ids);
  const attributes = `${scriptAttributes(question, definition)}${state.isShown ? '' : ' hidden'}`;
  if (!isGroup(question)) {
    return html`<div class="question" data-question="${question.key}"!${attributes}>
<label for="${fieldId(question)}">!${label}</label>
!${help.before}!${inner}!${help.after}
</div>`;
  }
  const role = `${groupRole(question, state)}${describedBy(help.ids)}`;
  return html`<fieldset data-question="${question.key}"!${attributes}!${role}>
<legend>!${label}</legend>
!${help.before}!${inner}!${help.after}
</fieldset>`;
}

/** What the script shows and words the question by. */
function scriptAttributes(question: Question, definition: SurveyDefinition): string {
  const { showIf, labelFor, label } = question;
  const scale = scaleOf(question);
  const categories = question === mainQuestion(definition) && scale && categoriesOf(question, scale);
  return [
    showIf && html` data-show-if="${JSON.stringify(showIf)}"`,
    labelFor && html` data-labels="${JSON.stringify({ default: label, ...labelFor })}"`,
    categories && html` data-categories="${JSON.stringify(categories)}"`,
  ]
    .filter(Boolean)
    .join('');
}

function categoriesOf(question: Question, { min, max }: Scale): Record<string, Category> {
  const scores = Array.from({ length: max - min + 1 }, (_, i) => min + i);
  return Object.fromEntries(scores.map((score) => [score, categoryOf(question, score)]));
}

/** Checkboxes are a plain group, which cannot itself be required or wrong. */
function groupRole({ type, required }: Question, { fault }: QuestionState): string {
  if (type === 'multi_choice') return '';
  return ` role="radiogroup"${required ? ' aria-required="true"' : ''}${fault ? ' aria-invalid="true"' : ''}`;
}

function optional({ required, type }: Question, phrases: PageWords): string {
  if (required || type === 'consent') return '';
  return html` <span class="optional">(${phrases.optional})</span>`;
}

function helpOf(question: Question, { fault }: QuestionState, phrases: PageWords) {
  const id = fieldId(question);
  const ends = endsOf(question, phrases);
  const parts = {
    hint: question.description && html`<p class="hint" id="${id}-hint">${question.description}</p>`,
    fault: fault && html`<p class="fault" id="${id}-fault">${fault}</p>`,
    ends: ends && html`<p class="ends" id="${id}-ends"><span>${ends[0]}</span><span>${ends[1]}</span></p>`,
  };
  const ids = Object.entries(parts).flatMap(([name, part]) => (part ? [`${id}-${name}`] : []));
  return { ids, before: `${parts.hint ?? ''}${parts.fault ?? ''}`, after: parts.ends ?? '' };
}

/** What the lowest and the highest score mean, where the type of the question says so. */
function endsOf(question: Question, phrases: PageWords): [string, string] | null {
  const scale = scaleOf(question);
  const words = {
    nps: [phrases.unlikely, phrases.likely],
    csat: [phrases.dissatisfied, phrases.satisfied],
    ces: [phrases.disagree, phrases.agree],
  }[question.type as string];
  return scale && words ? [`${scale.min} – ${words[0]}`, `${scale.max} – ${words[1]}`] : null;
}

function isGroup(question: Question): boolean {
  return question.type !== 'text' && !isTyped(question);
}

function isTyped(question: Question): boolean {
  const scale = scaleOf(question);
  return scale !== null && scale.max - scale.min >= MOST_BUTTONS;
}

function group(question: Question, state: QuestionState, phrases: PageWords): string {
  const scale = scaleOf(question);
  const picks = picksOf(question, phrases).map(({ value, label }, index) => {
    const id = fieldId(question) + (index === 0 ? '' : `-${index}`);
    return pick(question, { id, value, label, ...state });
  });
  if (!scale) return picks.join('\n');
  const narrow = picks.length <= BUTTONS_ON_A_PHONE ? picks.length : Math.ceil(picks.length / 2);
  // A class rather than a style attribute, which the page's own policy forbids.
  return html`<div class="scale narrow-${narrow} wide-${picks.length}">!${picks.join('\n')}</div>`;
}

function picksOf(question: Question, { yes, no }: PageWords): { value: string; label: string }[] {
  const scale = scaleOf(question);
  if (scale) {
    return Array.from({ length: scale.max - scale.min + 1 }, (_, i) => String(scale.min + i)).map(
      (value) => ({
        value,
        label: value,
      }),
    );
  }
  if (question.type === 'consent') {
    return [
      { value: 'true', label: yes },
      { value: 'false', label: no },
    ];
  }
  return (question.choices ?? []).map(({ key, label }) => ({ value: key, label }));
}

function pick(
  question: Question,
  { id, value, label, answer, isShown }: QuestionState & { id: string; value: string; label: string },
): string {
  const type = question.type === 'multi_choice' ? 'checkbox' : 'radio';
  const isChecked = Array.isArray(answer) ? answer.includes(value) : String(answer ?? '') === value;
  const flags = `${isChecked ? ' checked' : ''}${isShown ? '' : ' disabled'}`;
  const input = html`<input type="${type}" id="${id}" name="${question.key}" value="${value}"!${flags}>`;
  return html`<label class="pick">!${input}<span>${label}</span></label>`;
}

function single(question: Question, { answer, fault, isShown }: QuestionState, ids: string[]): string {
  const flags = [
    isShown ? '' : ' disabled',
    question.required ? ' aria-required="true"' : '',
    fault ? ' aria-invalid="true"' : '',
    describedBy(ids),
  ].join('');
  const text = answer === undefined ? '' : String(answer);
  const scale = scaleOf(question);
  const common = html`id="${fieldId(question)}" name="${question.key}"!${flags}`;
  if (scale) {
    const range = html`min="${scale.min}" max="${scale.max}"`;
    return html`<input type="number" inputmode="numeric" !${range} value="${text}" !${common}>`;
  }
  const placeholder = question.placeholder ? html` placeholder="${question.placeholder}"` : '';
  // The line break after the tag is dropped by browsers, and keeps one that begins the text.
  return html`<textarea rows="4" dir="auto" maxlength="!${MAX_TYPED_CHARS}" !${common}!${placeholder}>
${text}</textarea>`;
}

function describedBy(ids: string[]): string {
  return ids.length === 0 ? '' : html` aria-describedby="${ids.join(' ')}"`;
}
