import type { ContactView } from '../accounts/contacts.dto.js';
import type { ResponseView } from '../responses/responses.dto.js';
import type { LoopView } from '../tasks/loops.dto.js';
import { isFinished } from '../tasks/task-lifecycle.js';
import type { TaskView } from '../tasks/tasks.dto.js';
import type { Client, Wire } from './client.js';

/** How things stand in a tenant. */
export interface Standing {
  responses: Wire<ResponseView>[];
  tasks: Wire<TaskView>[];
  loops: Wire<LoopView>[];
}

export async function readStanding(client: Client): Promise<Standing> {
  const responses = await client.all<ResponseView>('/v1/responses');
  const tasks = await client.all<TaskView>('/v1/tasks');
  return { responses, tasks, loops: await client.all<LoopView>('/v1/loops') };
}

/** Everybody there is was asked: the demo's survey leaves nobody out. */
export async function countAsked(client: Client): Promise<number> {
  return (await client.all<ContactView>('/v1/contacts')).length;
}

/** In one line. */
export function standingLine({ responses, tasks, loops }: Standing, expected: number): string {
  const finished = tasks.filter(({ state }) => isFinished(state)).length;
  const closed = loops.filter(({ state }) => state === 'closed').length;
  return [
    `${responses.length} of ${expected} received`,
    `${finished} of ${tasks.length} tasks finished`,
    `${closed} of ${loops.length} loops closed`,
  ].join(' · ');
}
