export const TASK_STATES = [
  'open',
  'acknowledged',
  'in_progress',
  'waiting_on_customer',
  'resolved',
  'verified',
  'waived',
] as const;
export type TaskState = (typeof TASK_STATES)[number];

export const TASK_VERBS = [
  'acknowledge',
  'start',
  'wait_on_customer',
  'resume',
  'resolve',
  'verify',
  'waive',
  'reopen',
] as const;
export type TaskVerb = (typeof TASK_VERBS)[number];

const UNFINISHED: readonly TaskState[] = ['open', 'acknowledged', 'in_progress', 'waiting_on_customer'];

/** The whole life of a task: which verb leads from which states to which. */
export const TRANSITIONS: Readonly<Record<TaskVerb, { from: readonly TaskState[]; to: TaskState }>> = {
  acknowledge: { from: ['open'], to: 'acknowledged' },
  start: { from: ['open', 'acknowledged'], to: 'in_progress' },
  wait_on_customer: { from: ['open', 'acknowledged', 'in_progress'], to: 'waiting_on_customer' },
  resume: { from: ['waiting_on_customer'], to: 'in_progress' },
  resolve: { from: UNFINISHED, to: 'resolved' },
  verify: { from: ['resolved'], to: 'verified' },
  waive: { from: UNFINISHED, to: 'waived' },
  reopen: { from: ['resolved', 'verified', 'waived'], to: 'open' },
};

/** The state a verb leads to, or null when a task in this state does not know the verb. */
export function next(state: TaskState, verb: TaskVerb): TaskState | null {
  const { from, to } = TRANSITIONS[verb];
  return from.includes(state) ? to : null;
}

/** In the order a task usually meets them. */
export function allowedVerbs(state: TaskState): TaskVerb[] {
  return TASK_VERBS.filter((verb) => next(state, verb) !== null);
}

/** A finished task no longer holds its loop open; only verifying or reopening it is left. */
export function isFinished(state: TaskState): boolean {
  return !UNFINISHED.includes(state);
}

/**
 * Whether a verb is the first anyone did about the task. Whoever starts, resolves or waives an open task has seen it:
 * it counts as acknowledged at that moment, and only then, so that no one acknowledges for the clock's sake.
 */
export function acknowledges(state: TaskState, verb: TaskVerb): boolean {
  return state === 'open' && next(state, verb) !== null;
}
