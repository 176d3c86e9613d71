import type { AccountView } from '../accounts/accounts.dto.js';
import type { ContactView } from '../accounts/contacts.dto.js';
import type { ResponseView } from '../responses/responses.dto.js';
import type { RoutingDecisionView } from '../routing/routing.dto.js';
import type { Category } from '../surveys/score.js';
import type { TimelineEntryView, WholeLoopView } from '../tasks/loops.dto.js';
import type { TaskView } from '../tasks/tasks.dto.js';
import type { Wire } from './client.js';

/** One thing that happened to a response, as a person reads it. */
export interface Happening {
  /** ISO 8601. */
  at: string;
  what: string;
  text: string;
  /** Of a response: how pleased it is. */
  tone?: Category | null;
  /** What was said, if anything. */
  quote?: string;
}

/** Names of departments and members by their ids. */
export type Names = ReadonlyMap<string, string>;

export function received(
  response: Wire<ResponseView>,
  contact: Wire<ContactView> | null,
  account: Wire<AccountView> | null,
): Happening {
  const { receivedAt: at, category, score, verbatims } = response;
  const who = contact ? `${contact.name}, ${contact.capacity?.replaceAll('_', ' ')}` : 'someone anonymous';
  const from = account ? `${who} at ${account.name}` : who;
  const quote = verbatims[0]?.text;
  return { at, what: 'received', tone: category, text: `${category}, ${score} of 10: ${from}`, quote };
}

export function routed(decision: Wire<RoutingDecisionView>, names: Names): Happening[] {
  const what = { at: decision.decidedAt, what: 'routed' };
  if (decision.targets.length === 0) return [{ ...what, text: 'to nobody, as no rule asks for it' }];
  return decision.targets.map(({ departmentId, because }) => ({
    ...what,
    text: `to ${names.get(departmentId)}, as ${because[0]?.reasons.at(-1)}`,
  }));
}

/** Null for what goes without saying. */
export function happened(
  event: Wire<TimelineEntryView>,
  loop: Wire<WholeLoopView>,
  names: Names,
): Happening | null {
  const task = loop.tasks.find(({ id }) => id === event.subjectId);
  const what = task ? TASK_EVENTS[event.type] : LOOP_EVENTS[event.type];
  if (!what) return null;
  const at = event.occurredAt;
  if (task) return { at, what, text: `${names.get(task.departmentId)}, ${ofTask(event, task, names)}` };
  if (event.type === 'loop.closed') return { at, what, text: closing(event, loop) };
  const answer = loop.customerAnswers.find(({ id }) => id === event.data.customerAnswerId);
  return { at, what, text: '', quote: answer?.message };
}

const TASK_EVENTS: Record<string, string> = {
  'task.opened': 'task opened',
  'task.acknowledged': 'acknowledged',
  'task.started': 'started',
  'task.waiting': 'waiting',
  'task.resolved': 'resolved',
  'task.waived': 'waived',
};

const LOOP_EVENTS: Record<string, string> = {
  'loop.customer_answered': 'answered',
  'loop.closed': 'loop closed',
};

function ofTask(event: Wire<TimelineEntryView>, task: Wire<TaskView>, names: Names): string {
  const assignee = names.get(task.assigneeId ?? '') ?? 'nobody yet';
  if (event.type === 'task.opened') return `${task.priority}, for ${assignee}, ${due(task)}`;
  if (event.type === 'task.resolved') return `${task.resolution?.rootCause}: ${task.resolution?.action}`;
  if (event.type === 'task.waived') return task.waiverReason ?? '';
  if (event.type === 'task.waiting') return `${assignee} asked the customer something`;
  return assignee;
}

function closing(event: Wire<TimelineEntryView>, { openedAt, tasks }: Wire<WholeLoopView>): string {
  const departments = tasks.length === 1 ? 'one department' : `${tasks.length} departments`;
  return `after ${seconds(openedAt, event.occurredAt)}, by ${departments}`;
}

function due({ openedAt, resolveDueAt }: Wire<TaskView>): string {
  const minutes = Math.round((Date.parse(resolveDueAt) - Date.parse(openedAt)) / 60_000);
  if (minutes < 60) return `due in ${minutes} min`;
  return minutes < 48 * 60 ? `due in ${minutes / 60} h` : `due in ${minutes / 60 / 24} days`;
}

function seconds(from: string, to: string): string {
  return `${((Date.parse(to) - Date.parse(from)) / 1_000).toFixed(1)} s`;
}
