/** What a campaign's own words may say of the person they are sent to. */
export const VARIABLES = ['firstName', 'name', 'account', 'company', 'closesOn'] as const;
export type Variable = (typeof VARIABLES)[number];

/** What is known of one person; what is not is null, and the text says what follows the `|` instead. */
export type Known = Readonly<Record<Variable, string | null>>;

/** `{{firstName}}`, or `{{firstName|there}}` with what to say where it is not known. */
const PLACE = /\{\{\s*([^{}|]*?)\s*(?:\|([^{}]*))?\}\}/g;
const BREAKS = /[\p{Cc}\u2028\u2029]/u;
const BREAKS_IN_A_ROW = /[\p{Cc}\u2028\u2029\s]+/gu;

const KNOWN = VARIABLES.map((name) => `{{${name}}}`).join(', ');

/** What is wrong with a text as a template, each as the end of a sentence. */
export function templateProblems(text: string): string[] {
  const named = [...text.matchAll(PLACE)].map(([, name]) => name!);
  const unknown = [...new Set(named)].filter((name) => !VARIABLES.includes(name as Variable));
  const problems = unknown.map((name) => `has {{${name}}}, which is none of ${KNOWN}`);
  if (/\{\{|\}\}/.test(text.replace(PLACE, ''))) problems.push('has {{ or }} without its other half');
  return problems;
}

/** Whether a text would break the line it is meant for: a mail's subject ends where a line does. */
export function breaksLine(text: string): boolean {
  return BREAKS.test(text);
}

/**
 * The text with what is known of a person. Values are put in as they are: whoever shows it as HTML escapes the
 * whole. They never hold variables themselves: a person called `{{account}}` stays called so.
 */
export function fill(template: string, known: Known): string {
  return template.replace(
    PLACE,
    (_place, name: Variable, otherwise: string = '') => known[name] || otherwise.trim(),
  );
}

/** As `fill`, on one line whatever the values hold: for a mail's subject. */
export function fillLine(template: string, known: Known): string {
  return fill(template, known).replace(BREAKS_IN_A_ROW, ' ').trim();
}

/** How a person is spoken to: `Jane` of `Jane Doe` and of `Doe, Jane`. */
export function firstNameOf(name: string | null): string | null {
  const [before, after] = (name ?? '').split(',', 2) as [string, string?];
  return (after ?? before).trim().split(/\s+/)[0] || null;
}
