import type { TestTenant } from './heed.js';

export interface TaskBody {
  id: string;
  loopId: string;
  departmentId: string;
  state: string;
  assigneeId: string | null;
  version: number;
  [field: string]: unknown;
}

export interface LoopBody {
  id: string;
  responseId: string;
  state: string;
  obstacles: string[];
  tasks: TaskBody[];
  customerAnswers: Record<string, unknown>[];
  [field: string]: unknown;
}

/** Gives a tenant a survey that asks for a score and a comment. */
export async function addSurvey(tenant: TestTenant, key = 'nps'): Promise<void> {
  const questions = [
    { key: 'score', type: 'nps', label: 'Would you recommend us?' },
    { key: 'comment', type: 'text', label: 'Why?' },
  ];
  await tenant.post('/v1/surveys', { key, name: 'NPS', definition: { questions } }).expect(201);
}

/** Gives a tenant a rule that sends every detractor to the departments named by their keys. */
export async function routeDetractorsTo(
  tenant: TestTenant,
  keys: string[],
  terms: object = {},
): Promise<void> {
  const ids = await tenant.departments();
  const condition = { field: 'category', op: 'eq', value: 'detractor' };
  const departmentIds = keys.map((key) => ids[key]);
  await tenant
    .post('/v1/routing/rules', { name: 'Detractors', condition, departmentIds, ...terms })
    .expect(201);
}

/** A response of a known customer, as their tenant sends it in. Returns its id. */
export async function receive(tenant: TestTenant, fields: object = {}): Promise<string> {
  const response = { survey: 'nps', score: 2, comment: 'Never again.', ...fields };
  const contact = { email: 'cora@customer.example', account: { externalId: 'c-1', name: 'Customer' } };
  const { body } = await tenant.post('/v1/responses', { contact, ...response }).expect(201);
  return (body as { id: string }).id;
}

/** The loop of a response that was routed already. */
export async function loopOf(tenant: TestTenant, responseId: string): Promise<LoopBody> {
  const { body: page } = await tenant.get(`/v1/loops?responseId=${responseId}`).expect(200);
  const [loop] = (page as { items: { id: string }[] }).items;
  if (!loop) throw new Error(`The response ${responseId} has no loop.`);
  return (await tenant.get(`/v1/loops/${loop.id}`).expect(200)).body as LoopBody;
}

/** A detractor's loop with a task in each of the departments, in a tenant with a survey. */
export async function openLoop(
  tenant: TestTenant,
  keys = ['product'],
  terms: object = {},
): Promise<LoopBody> {
  await addSurvey(tenant);
  await routeDetractorsTo(tenant, keys, terms);
  const responseId = await receive(tenant);
  await tenant.settle();
  return loopOf(tenant, responseId);
}
