import { setTimeout as sleep } from 'node:timers/promises';
import type { ReceivedView } from '../responses/responses.dto.js';
import type { RoutingDecisionView } from '../routing/routing.dto.js';
import type { TaskView } from '../tasks/tasks.dto.js';
import type { Client } from './client.js';
import type { Feedback } from './feedback.js';

const PER_SECOND = 15;
/** How often something awaited is looked for, and when it is given up, in milliseconds. */
const LOOK_MS = 200;
const GIVE_UP_MS = 60_000;

/** Sends the responses in one by one, at a pace that can be watched. Returns their ids. */
export async function sendIn(
  client: Client,
  feedback: Feedback[],
  onReceived: (feedback: Feedback, id: string) => Promise<void>,
): Promise<string[]> {
  const ids: string[] = [];
  const begunAt = performance.now();
  for (const [index, one] of feedback.entries()) {
    await sleep(begunAt + (index * 1_000) / PER_SECOND - performance.now());
    const { id } = await client.post<ReceivedView>('/v1/responses', one.body);
    ids.push(id);
    await onReceived(one, id);
  }
  return ids;
}

/** Waits until every response was routed and every department one went to has its task. */
export async function untilAllHaveTasks(client: Client, responseIds: string[]): Promise<void> {
  let targets = 0;
  for (const id of responseIds) {
    const decision = await awaited(`the routing of the response ${id}`, () =>
      client.find<RoutingDecisionView>(`/v1/responses/${id}/routing`),
    );
    targets += decision.targets.length;
  }
  await awaited(`${targets} tasks for as many departments asked`, async () => {
    const tasks = await client.all<TaskView>('/v1/tasks');
    return tasks.length >= targets ? tasks : null;
  });
}

async function awaited<T>(what: string, look: () => Promise<T | null>): Promise<T> {
  const giveUpAt = performance.now() + GIVE_UP_MS;
  for (;;) {
    const found = await look();
    if (found !== null) return found;
    if (performance.now() > giveUpAt) {
      throw new Error(`Waited ${GIVE_UP_MS / 1_000} s in vain for ${what}.`);
    }
    await sleep(LOOK_MS);
  }
}
