import {
  acknowledges,
  allowedVerbs,
  isFinished,
  next,
  TASK_STATES,
  TASK_VERBS,
  TRANSITIONS,
  type TaskState,
  type TaskVerb,
} from './task-lifecycle.js';

const walk = (...verbs: TaskVerb[]) =>
  verbs.reduce<TaskState | null>((state, verb) => state && next(state, verb), 'open');

describe('the life of a task', () => {
  it('runs from open to verified, by way of the customer', () => {
    expect(walk('acknowledge', 'start', 'wait_on_customer', 'resume', 'resolve', 'verify')).toBe('verified');
  });

  it('may be as short as one step', () => {
    expect(walk('start')).toBe('in_progress');
    expect(walk('resolve')).toBe('resolved');
    expect(walk('waive')).toBe('waived');
  });

  it.each<[TaskState, TaskVerb[]]>([
    ['open', ['acknowledge', 'start', 'wait_on_customer', 'resolve', 'waive']],
    ['acknowledged', ['start', 'wait_on_customer', 'resolve', 'waive']],
    ['in_progress', ['wait_on_customer', 'resolve', 'waive']],
    ['waiting_on_customer', ['resume', 'resolve', 'waive']],
    ['resolved', ['verify', 'reopen']],
    ['verified', ['reopen']],
    ['waived', ['reopen']],
  ])('knows in state %s the verbs %j', (state, verbs) => {
    expect(allowedVerbs(state)).toEqual(verbs);
  });

  it('knows no other step', () => {
    expect(next('verified', 'resolve')).toBeNull();
    expect(next('waived', 'verify')).toBeNull();
    expect(next('open', 'reopen')).toBeNull();
    expect(next('in_progress', 'acknowledge')).toBeNull();
  });

  it('reaches every state from open', () => {
    const reached = new Set<TaskState>(['open']);
    for (const state of reached) for (const verb of allowedVerbs(state)) reached.add(TRANSITIONS[verb].to);
    expect([...reached].sort()).toEqual([...TASK_STATES].sort());
  });

  it('is finished exactly where it can be reopened', () => {
    for (const state of TASK_STATES) expect(next(state, 'reopen') === 'open').toBe(isFinished(state));
    expect(TASK_STATES.filter(isFinished)).toEqual(['resolved', 'verified', 'waived']);
  });

  it('never stays where it is', () => {
    for (const verb of TASK_VERBS) expect(TRANSITIONS[verb].from).not.toContain(TRANSITIONS[verb].to);
  });
});

describe('acknowledging', () => {
  it('is part of whatever is done first', () => {
    expect(TASK_VERBS.filter((verb) => acknowledges('open', verb))).toEqual(allowedVerbs('open'));
  });

  it('is not done again, nor by what cannot be done', () => {
    expect(acknowledges('acknowledged', 'start')).toBe(false);
    expect(acknowledges('open', 'verify')).toBe(false);
  });
});
