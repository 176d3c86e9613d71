import type { Rule } from '../../src/routing/route.js';
import { until } from '../support/until.js';
import type { Client } from './client.js';
import { departmentsConcerned, type Feedback } from './feedback.js';
import { type Installation, SUBSCRIPTIONS } from './installation.js';
import type { Subscriber } from './subscriber.js';

/** Something that must hold, how many things it was checked for, and where it does not. */
export interface Finding {
  claim: string;
  checked: number;
  violations: string[];
}

interface Evidence {
  installation: Installation;
  client: Client;
  subscribers: Subscriber[];
  rules: Rule[];
  fallbackDepartmentId: string;
}

/** A webhook that was refused comes again after 5 s and a little; what hangs longer is lost. */
const DRAIN_TIMEOUT_MS = 120_000;

/** Waits until nothing is left to be told, then compares what there is with what there must be. */
export async function audit(evidence: Evidence): Promise<Finding[]> {
  const { installation, client } = evidence;
  const left = () =>
    installation.query('select handler, state, last_error from outbox where tenant_id = $1', [
      installation.tenant.tenantId,
    ]);
  const alive = async () => (await left()).filter(({ state }) => state !== 'dead');
  await until('all is told', async () => (await alive()).length === 0, DRAIN_TIMEOUT_MS).catch(
    () => undefined,
  );
  const undelivered = (await left()).map((row) => JSON.stringify(row));
  return [
    { claim: 'nothing is left untold, nothing is a dead letter', checked: 1, violations: undelivered },
    {
      claim: 'every answer to the client is 201, "already received" or a plea to try again',
      checked: Object.values(client.statuses).reduce((sum, count) => sum + count, 0),
      violations: client.improper,
    },
    await eachAcceptedResponseOnce(evidence),
    await eachDecidedOnce(evidence),
    await exactlyTheTasksOfTheRules(evidence),
    ...(await Promise.all(evidence.subscribers.map((_, index) => everyWebhook(evidence, index)))),
  ];
}

async function eachAcceptedResponseOnce({ installation, client }: Evidence): Promise<Finding> {
  const rows = await installation.query<{ id: string; external_id: string }>(
    'select id, external_id from response',
  );
  const accepted = client.accepted.map(({ feedback, responseId }) => `${feedback.externalId} ${responseId}`);
  const kept = rows.map(({ id, external_id }) => `${external_id} ${id}`);
  return {
    claim: 'every accepted response exists exactly once, under the id it was answered with',
    checked: accepted.length,
    violations: differences(accepted, kept),
  };
}

async function eachDecidedOnce({ installation, client }: Evidence): Promise<Finding> {
  const decisions = await installation.query<{ response_id: string }>(
    'select response_id from routing_decision',
  );
  const expected = client.accepted.map(({ responseId }) => responseId);
  return {
    claim: 'every response has exactly one routing decision',
    checked: expected.length,
    violations: differences(
      expected,
      decisions.map(({ response_id }) => response_id),
    ),
  };
}

async function exactlyTheTasksOfTheRules(evidence: Evidence): Promise<Finding> {
  const { installation, client, rules, fallbackDepartmentId } = evidence;
  const tasks = await installation.query<{ response_id: string; department_id: string }>(
    `select l.response_id, t.department_id from loop l
       left join task t on t.tenant_id = l.tenant_id and t.loop_id = l.id`,
  );
  const concerned = (feedback: Feedback) => departmentsConcerned(feedback, rules, fallbackDepartmentId);
  const expected = client.accepted.flatMap(({ feedback, responseId }) =>
    concerned(feedback).map((departmentId) => `${responseId} ${departmentId}`),
  );
  return {
    claim: 'every department a rule names for a response has exactly one task for it, and no other has',
    checked: expected.length,
    violations: differences(
      expected,
      tasks.map(({ response_id, department_id }) => `${response_id} ${department_id}`),
    ),
  };
}

async function everyWebhook({ installation, subscribers }: Evidence, index: number): Promise<Finding> {
  const { messages, improper } = subscribers[index]!;
  const events = await installation.query<{ id: string; subject_id: string; type: string }>(
    'select id, subject_id, type from event where type = any($1)',
    [SUBSCRIPTIONS[index]],
  );
  const doubled = repeated(events.map(({ type, subject_id }) => `${type} of ${subject_id}`));
  const missing = events.filter(({ id }) => (messages.get(id)?.accepted ?? 0) === 0);
  const known = new Set(events.map(({ id }) => id));
  const unknown = [...messages.keys()].filter((id) => !known.has(id));
  const renamed = [...messages].filter(([, { ids }]) => ids.size !== 1);
  return {
    claim: `every ${SUBSCRIPTIONS[index]!.join(', ')} arrived at its endpoint, signed, always under one id`,
    checked: events.length,
    violations: [
      ...improper.map((reason) => `signature: ${reason}`),
      ...doubled.map((event) => `recorded twice: ${event}`),
      ...missing.map(({ id, type }) => `never arrived: ${type} ${id}`),
      ...unknown.map((id) => `arrived, but never happened: ${id}`),
      ...renamed.map(([id]) => `arrived under several ids: ${id}`),
    ],
  };
}

/** What is in one list but not in the other, or more than once in the second. */
function differences(expected: string[], found: string[]): string[] {
  const [wanted, present] = [new Set(expected), new Set(found)];
  return [
    ...expected.filter((item) => !present.has(item)).map((item) => `missing: ${item}`),
    ...found.filter((item) => !wanted.has(item)).map((item) => `too many: ${item}`),
    ...repeated(found).map((item) => `doubled: ${item}`),
  ];
}

function repeated(items: string[]): string[] {
  const seen = new Set<string>();
  return items.filter((item) => seen.has(item) || !seen.add(item));
}
