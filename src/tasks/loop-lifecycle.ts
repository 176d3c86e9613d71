import { isFinished, type TaskState } from './task-lifecycle.js';

export const LOOP_STATES = ['open', 'closed'] as const;
export type LoopState = (typeof LOOP_STATES)[number];

export interface LoopProgress {
  taskStates: readonly TaskState[];
  customerAnswered: boolean;
  /** Whether there is anyone to answer; an anonymous response has no one. */
  answerable: boolean;
}

export type LoopObstacle = 'unfinished_tasks' | 'customer_unanswered';

/** What still keeps a loop open; nothing does once everyone concerned has acted and the customer was told. */
export function obstacles({ taskStates, customerAnswered, answerable }: LoopProgress): LoopObstacle[] {
  const found: LoopObstacle[] = [];
  if (!taskStates.every(isFinished)) found.push('unfinished_tasks');
  if (answerable && !customerAnswered) found.push('customer_unanswered');
  return found;
}

/** A loop closes when each department has resolved or waived its task and the customer, if known, was answered. */
export function mayClose(progress: LoopProgress): boolean {
  return obstacles(progress).length === 0;
}
