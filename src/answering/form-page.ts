import { html } from 'ghtml';
import type { Answer } from '../surveys/answers.js';
import { categoryOfAnswers } from '../surveys/branching.js';
import type { SurveyDefinition } from '../surveys/definition.js';
import type { Fault } from './faults.js';
import { saidOf } from './faults.js';
import { FIELDS } from './form.js';
import type { PageLanguage } from './page-phrases.js';
import { filled } from '../surveys/phrases.js';
import { fieldId, questionField } from './question-fields.js';
import { stepOf } from './steps.js';

/** What the form is shown with. */
export interface FormState {
  /** In the language it is read in. */
  definition: SurveyDefinition;
  answers: Record<string, Answer>;
  /** Keys of questions that were seen and may be passed over. */
  passed: ReadonlySet<string>;
  /** What is wrong with the answers sent. */
  faults: Fault[];
  /** Whether answers were sent before. */
  isAnswered: boolean;
}

/** What the form is shown in. */
export interface FormFrame {
  company: string;
  language: PageLanguage;
  /** The languages the survey is written in, each by its own name; and which one this is. */
  languages: { tag: string; name: string }[];
  tag: string;
  /** Where it is sent. */
  action: string;
  /** Where answers are kept as they are given; null where they are not kept before they are sent. */
  keepsAt: string | null;
  /** What nobody is to fill in. */
  hidden: Record<string, string>;
  /** Sentences on who sees the answers, and until when they can be changed. */
  promises: string[];
}

/** The form as HTML. */
export function formContent(frame: FormFrame, state: FormState): string {
  const { phrases } = frame.language;
  return html`<form
    method="post"
    action="${frame.action}"
    novalidate
    data-survey!${scriptAttributes(frame, state)}
  >
    <h1>${filled(phrases.heading, { company: frame.company })}</h1>
    !${introOf(state, frame)} !${faultsOf(state, frame)} !${questionsOf(state, frame)}
    !${actionsOf(state, frame)} !${frame.promises.map((promise) => html`<p class="soft">${promise}</p>`)}
    !${languagesOf(frame)}
  </form>`;
}

function scriptAttributes({ keepsAt }: FormFrame, { passed }: FormState): string {
  const kept = keepsAt ? html` data-keep="${keepsAt}"` : '';
  return kept + (passed.size > 0 ? html` data-passed="${[...passed].join(' ')}"` : '');
}

function introOf({ definition, isAnswered }: FormState, { language }: FormFrame): string {
  const intro = definition.intro ? html`<p class="lines">${definition.intro}</p>` : '';
  return intro + (isAnswered ? html`<p class="note">${language.phrases.answeredNote}</p>` : '');
}

function faultsOf({ faults, definition }: FormState, { language: { phrases } }: FormFrame): string {
  if (faults.length === 0) return '';
  const items = faults.map((fault) => {
    const question = definition.questions.find(({ key }) => key === fault.question);
    const said = saidOf(fault, question, phrases);
    const first = question ?? definition.questions[0]!;
    return html`<li>
      <a href="#${fieldId(first)}">!${question ? html`${question.label} – ` : ''}${said}</a>
    </li>`;
  });
  return html`<div class="errors" role="alert" tabindex="-1" autofocus>
    <h2>${phrases.faults}</h2>
    <ul>
      !${items}
    </ul>
  </div>`;
}

function questionsOf({ definition, answers, passed, faults }: FormState, frame: FormFrame): string {
  const { phrases } = frame.language;
  const { shown } = stepOf(definition, answers, passed);
  const category = categoryOfAnswers(definition, answers);
  return definition.questions
    .map((question) => {
      const fault = faults.find((one) => one.question === question.key);
      const said = fault ? saidOf(fault, question, phrases) : null;
      const isShown = shown.includes(question);
      return questionField(
        question,
        definition,
        { answer: answers[question.key], fault: said, isShown, category },
        phrases,
      );
    })
    .join('\n');
}

function actionsOf({ definition, answers, passed }: FormState, { language, hidden }: FormFrame): string {
  const { phrases } = language;
  const { shown, isLast } = stepOf(definition, answers, passed);
  const fields = { ...hidden, [FIELDS.seen]: shown.map(({ key }) => key).join(' ') };
  const inputs = Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  );
  const act = isLast ? 'send' : 'continue';
  return html`!${inputs}
    <div class="actions">
      <button
        name="!${FIELDS.act}"
        value="!${act}"
        data-send="${phrases.send}"
        data-continue="${phrases.continue}"
      >
        ${phrases[act]}
      </button>
      <p
        class="soft"
        role="status"
        data-saving="${phrases.saving}"
        data-saved="${phrases.saved}"
        data-unsaved="${phrases.unsaved}"
      ></p>
    </div>`;
}

/** Buttons rather than links: what was typed comes along. */
function languagesOf({ languages, tag, language }: FormFrame): string {
  if (languages.length < 2) return '';
  const buttons = languages.map((one) => {
    const current = one.tag === tag ? ' aria-current="true"' : '';
    return html`<button
      class="plain"
      name="!${FIELDS.language}"
      value="${one.tag}"
      lang="${one.tag}"
      !${current}
    >
      ${one.name}
    </button>`;
  });
  return html`<div class="languages" role="group" aria-label="${language.phrases.language}">
    !${buttons}
  </div>`;
}
