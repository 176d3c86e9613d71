import { Database } from '../../src/platform/database/database.js';
import type { Recorded } from '../../src/platform/events/event.js';
import { Events } from '../../src/platform/events/events.js';
import type { ResponseRouted } from '../../src/routing/routing.events.js';
import { TasksReactions } from '../../src/tasks/tasks.reactions.js';
import {
  addSurvey,
  type LoopBody,
  loopOf,
  receive,
  routeDetractorsTo,
  type TaskBody,
} from '../support/feedback.js';
import { Heed, type TestTenant } from '../support/heed.js';

let heed: Heed;
beforeAll(async () => (heed = await Heed.start()));
afterAll(() => heed.close());

async function history(acme: TestTenant, loop: LoopBody): Promise<string[]> {
  const { body } = await acme.get(`/v1/loops/${loop.id}/timeline`).expect(200);
  return (body as { items: { type: string }[] }).items.map(({ type }) => type);
}

it('a detractor is heard by two departments, answered, heard again and answered again', async () => {
  const acme = await heed.tenant();
  const { product, web } = await acme.departments();
  const [paula, walter] = [
    await acme.member('department_lead', [product!]),
    await acme.member('agent', [web!]),
  ];
  await addSurvey(acme);
  await routeDetractorsTo(acme, ['product', 'web']);

  const responseId = await receive(acme, { score: 1, comment: 'The site is slow and the export is broken.' });
  await acme.settle();
  const loop = await loopOf(acme, responseId);
  const taskOf = (departmentId?: string) =>
    loop.tasks.find((task) => task.departmentId === departmentId) as TaskBody;
  expect(taskOf(product).assigneeId).toBe(paula.memberId);
  expect(taskOf(web).assigneeId).toBe(walter.memberId);

  await paula
    .post(`/v1/tasks/${taskOf(product).id}/waiver`, { reason: 'The export is due next month.' })
    .expect(201);
  const faster = { rootCause: 'performance', action: 'Cached the start page.' };
  await walter.post(`/v1/tasks/${taskOf(web).id}/resolution`, faster).expect(201);
  expect(await loopOf(acme, responseId)).toMatchObject({ state: 'open', obstacles: ['customer_unanswered'] });

  const answer = { message: 'The site is fast again; the export follows next month.', channel: 'phone' };
  await walter.post(`/v1/loops/${loop.id}/customer-answers`, answer).expect(201);
  expect(await loopOf(acme, responseId)).toMatchObject({ state: 'closed', obstacles: [] });

  await paula.post(`/v1/tasks/${taskOf(product).id}/reopening`, { reason: 'They need it now.' }).expect(201);
  const reopened = await loopOf(acme, responseId);
  expect(reopened).toMatchObject({ state: 'open', obstacles: ['unfinished_tasks', 'customer_unanswered'] });

  const repaired = {
    rootCause: 'product_defect',
    action: 'Shipped it early.',
    customerMessage: 'Here it is.',
  };
  await paula.post(`/v1/tasks/${taskOf(product).id}/resolution`, repaired).expect(201);
  const closed = await loopOf(acme, responseId);
  expect(closed).toMatchObject({ state: 'closed', obstacles: [] });
  expect(closed.customerAnswers.map(({ message }) => message)).toEqual([answer.message, 'Here it is.']);

  expect(await history(acme, loop)).toEqual([
    ...['response.received', 'response.analyzed', 'response.routed'],
    ...['loop.opened', 'task.opened', 'task.opened'],
    ...['task.waived', 'task.resolved', 'loop.customer_answered', 'loop.closed'],
    ...['task.reopened', 'loop.reopened'],
    ...['task.resolved', 'loop.customer_answered', 'loop.closed'],
  ]);
});

it('a routing told of twice, even at the same moment, opens one loop with one task a department', async () => {
  const acme = await heed.tenant();
  await addSurvey(acme);
  await routeDetractorsTo(acme, ['product', 'web']);
  const responseIds = [await receive(acme), await receive(acme), await receive(acme)];
  await acme.settle();
  const before = await Promise.all(responseIds.map((id) => loopOf(acme, id)));

  const tellAgain = () =>
    heed.app.get(Database).inTenant(acme.id, async () => {
      const events = await heed.app.get(Events).about(responseIds);
      const routed = events.filter(
        ({ type }) => type === 'response.routed',
      ) as unknown as Recorded<ResponseRouted>[];
      await heed.app.get(TasksReactions).openLoops(routed);
    });
  await Promise.all([tellAgain(), tellAgain()]);
  await acme.settle();

  expect(await Promise.all(responseIds.map((id) => loopOf(acme, id)))).toEqual(before);
  expect((await acme.get('/v1/loops').expect(200)).body.items).toHaveLength(3);
  expect((await acme.get('/v1/tasks').expect(200)).body.items).toHaveLength(6);
  for (const loop of before) {
    expect((await history(acme, loop)).filter((type) => type === 'task.opened')).toHaveLength(2);
  }
});
