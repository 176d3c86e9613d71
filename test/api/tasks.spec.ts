import {
  addSurvey,
  loopOf,
  openLoop,
  receive,
  routeDetractorsTo,
  type TaskBody,
} from '../support/feedback.js';
import { Heed, type TestTenant } from '../support/heed.js';

let heed: Heed;
beforeAll(async () => (heed = await Heed.start()));
afterAll(() => heed.close());
/** The day most of it happens on. */
beforeEach(() => heed.setTime(new Date('2026-03-02T09:00:00Z')));

const RESOLUTION = { rootCause: 'product_defect', action: 'Fixed the export.' };

/** A tenant with one detractor's task in each of the departments. */
async function tasksIn(
  ...departments: string[]
): Promise<{ acme: TestTenant; tasks: TaskBody[]; loopId: string }> {
  const acme = await heed.tenant();
  const { id: loopId, tasks } = await openLoop(acme, departments);
  return { acme, tasks, loopId };
}

async function taskIn(department: string): Promise<{ acme: TestTenant; task: TaskBody }> {
  const { acme, tasks } = await tasksIn(department);
  return { acme, task: tasks[0]! };
}

const act = (acme: TestTenant, task: TaskBody, noun: string, body?: object) =>
  acme.post(`/v1/tasks/${task.id}/${noun}`, body);

describe('a task', () => {
  it('is opened for each department, with the reason and the due dates of its rule', async () => {
    const acme = await heed.tenant();
    const terms = { priority: 'high', acknowledgeMinutes: 60, resolveMinutes: 240 };
    const loop = await openLoop(acme, ['product', 'web'], terms);
    expect(loop).toMatchObject({ state: 'open', priority: 'high', dueAt: '2026-03-02T13:00:00.000Z' });
    expect(loop.obstacles).toEqual(['unfinished_tasks', 'customer_unanswered']);
    const { product, web } = await acme.departments();
    expect(loop.tasks.map(({ departmentId }) => departmentId).sort()).toEqual([product, web].sort());
    expect(loop.tasks[0]).toMatchObject({
      state: 'open',
      allowed: ['acknowledge', 'start', 'wait_on_customer', 'resolve', 'waive'],
      acknowledgeDueAt: '2026-03-02T10:00:00.000Z',
      resolveDueAt: '2026-03-02T13:00:00.000Z',
      reasons: [{ ruleName: 'Detractors', reasons: ['category is detractor'] }],
      resolution: null,
    });
  });

  it('is opened for no promoter', async () => {
    const acme = await heed.tenant();
    await addSurvey(acme);
    const responseId = await receive(acme, { score: 10 });
    await acme.settle();
    const { body } = await acme.get(`/v1/loops?responseId=${responseId}`).expect(200);
    expect(body.items).toEqual([]);
  });

  it('goes from open to verified step by step', async () => {
    const { acme, task } = await taskIn('product');
    for (const [noun, state, body] of [
      ['acknowledgement', 'acknowledged'],
      ['start', 'in_progress'],
      ['wait', 'waiting_on_customer'],
      ['resumption', 'in_progress'],
      ['resolution', 'resolved', RESOLUTION],
      ['verification', 'verified'],
    ] as const) {
      const answer = await act(acme, task, noun, body).expect(201);
      expect(answer.body.state).toBe(state);
    }
    const { body } = await acme.get(`/v1/loops/${task.loopId}/timeline`).expect(200);
    const types = body.items.map(({ type }: { type: string }) => type);
    expect(types).toEqual([
      ...[
        'response.received',
        'response.analyzed',
        'response.routed',
        'loop.opened',
        'task.opened',
        'task.acknowledged',
        'task.started',
      ],
      ...['task.waiting', 'task.resumed', 'task.resolved', 'task.verified'],
    ]);
  });

  it('is refused what its state does not allow, and told what it does', async () => {
    const { acme, task } = await taskIn('product');
    const { body } = await act(acme, task, 'verification').expect(409);
    expect(body).toMatchObject({ code: 'task.transition_not_allowed', state: 'open' });
    expect(body.allowed).toContain('resolve');
  });

  it('is resolved once', async () => {
    const { acme, task } = await taskIn('product');
    const { body: resolved } = await act(acme, task, 'resolution', RESOLUTION).expect(201);
    expect(resolved.resolution).toMatchObject({ ...RESOLUTION, customerMessage: null });
    const { body } = await act(acme, task, 'resolution', RESOLUTION).expect(409);
    expect(body.code).toBe('task.already_resolved');
  });

  it('is changed only as it was read', async () => {
    const { acme, task } = await taskIn('product');
    const etag = (await acme.get(`/v1/tasks/${task.id}`).expect(200)).headers.etag!;
    await act(acme, task, 'start').set('if-match', etag).expect(201);
    const { body } = await act(acme, task, 'resolution', RESOLUTION).set('if-match', etag).expect(412);
    expect(body.code).toBe('task.stale');
  });

  it('is started by one of two who start it at the same moment', async () => {
    const { acme, task } = await taskIn('product');
    const answers = await Promise.all([act(acme, task, 'start'), act(acme, task, 'start')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it.each([
    ['resolution', { action: 'Done' }],
    ['resolution', { rootCause: 'nonsense', action: 'Done' }],
    ['resolution', { rootCause: 'product_defect', action: '  ' }],
    ['resolution', { rootCause: 'product_defect', action: 'NUL \u0000' }],
    ['waiver', {}],
    ['waiver', { reason: 7 }],
    ['notes', { body: 'x'.repeat(10_001) }],
    ['notes', { body: 'Fine', kind: 'waiver' }],
  ])('refuses a %s of %j', async (noun, body) => {
    const { acme, task } = await taskIn('product');
    await act(acme, task, noun, body).expect(422);
    expect((await acme.get(`/v1/tasks/${task.id}`)).body.state).toBe('open');
  });

  it('begins anew when reopened, with as much time as at first', async () => {
    const acme = await heed.tenant();
    const { tasks } = await openLoop(acme, ['product'], { acknowledgeMinutes: 60, resolveMinutes: 240 });
    await act(acme, tasks[0]!, 'resolution', RESOLUTION).expect(201);
    heed.setTime(new Date('2026-03-09T09:00:00Z'));
    const { body } = await act(acme, tasks[0]!, 'reopening', { reason: 'It broke again.' }).expect(201);
    expect(body).toMatchObject({ state: 'open', reopenCount: 1, resolution: null, acknowledgedAt: null });
    expect(body).toMatchObject({
      acknowledgeDueAt: '2026-03-09T10:00:00.000Z',
      resolveDueAt: '2026-03-09T13:00:00.000Z',
    });
  });

  it('keeps everything that was written about it', async () => {
    const { acme, task } = await taskIn('product');
    await act(acme, task, 'notes', { body: 'Looks like the export.' }).expect(201);
    await act(acme, task, 'resolution', RESOLUTION).expect(201);
    await act(acme, task, 'reopening', { reason: 'It broke again.' }).expect(201);
    await act(acme, task, 'waiver', { reason: 'The customer left.' }).expect(201);
    const { body } = await acme.get(`/v1/tasks/${task.id}/notes`).expect(200);
    const { body: caller } = await acme.get('/v1/caller');
    expect(body.items.map(({ kind, body: text }: Record<string, string>) => [kind, text])).toEqual([
      ['note', 'Looks like the export.'],
      ['resolution', 'Fixed the export.'],
      ['reopening', 'It broke again.'],
      ['waiver', 'The customer left.'],
    ]);
    expect(body.items[0]).toMatchObject({ authorType: 'member', authorId: caller.memberId });
  });
});

describe('assignment', () => {
  it('goes round the active members of the department', async () => {
    const acme = await heed.tenant();
    const { product } = await acme.departments();
    const agents = [await acme.member('agent', [product!]), await acme.member('agent', [product!])];
    const gone = await acme.member('agent', [product!]);
    await acme.post(`/v1/members/${gone.memberId}/deactivation`).expect(201);
    await addSurvey(acme);
    await routeDetractorsTo(acme, ['product']);
    const responseIds: string[] = [];
    for (let i = 0; i < 3; i++) responseIds.push(await receive(acme));
    await acme.settle();
    responseIds.push(await receive(acme));
    await acme.settle();
    const given: (string | null)[] = [];
    for (const id of responseIds) given.push((await loopOf(acme, id)).tasks[0]!.assigneeId);
    const [first, second] = agents.map(({ memberId }) => memberId).sort();
    expect(given.toSorted()).toEqual([first, first, second, second]);
  });

  it('goes to the owner of the account who works in the department, and in turn where they do not', async () => {
    const acme = await heed.tenant();
    const { product, web } = await acme.departments();
    await acme.member('agent', [product!]);
    const owner = await acme.member('agent', [product!]);
    const other = await acme.member('agent', [web!]);
    const account = { name: 'Customer', ownerMemberId: owner.memberId };
    await acme.put('/v1/accounts/external/c-1', account).expect(201);
    const { tasks } = await openLoop(acme, ['product', 'web'], { assignment: 'account_owner' });
    const assignees = Object.fromEntries(tasks.map((task) => [task.departmentId, task.assigneeId]));
    expect(assignees).toEqual({ [product!]: owner.memberId, [web!]: other.memberId });
  });

  it('leaves the task to nobody where there is nobody, or the rule says so', async () => {
    const { task } = await taskIn('product');
    expect(task.assigneeId).toBeNull();
    const acme = await heed.tenant();
    await acme.member('agent', [(await acme.departments()).web!]);
    expect((await openLoop(acme, ['web'], { assignment: 'none' })).tasks[0]!.assigneeId).toBeNull();
  });

  it('is changed to an active member of the department, or to nobody', async () => {
    const { acme, task } = await taskIn('product');
    const inside = await acme.member('agent', [task.departmentId]);
    const outside = await acme.member('agent');
    const assign = (memberId: unknown) => acme.put(`/v1/tasks/${task.id}/assignment`, { memberId });
    expect((await assign(inside.memberId).expect(200)).body.assigneeId).toBe(inside.memberId);
    expect((await assign(outside.memberId).expect(422)).body.code).toBe('task.assignee_not_in_department');
    expect((await assign(null).expect(200)).body.assigneeId).toBeNull();
    await assign('nobody').expect(422);
    await acme.put(`/v1/tasks/${task.id}/assignment`, {}).expect(422);
  });
});

describe('a lead or agent', () => {
  it('works on tasks of their own departments and reads all', async () => {
    const { acme, tasks } = await tasksIn('product', 'web');
    const { product } = await acme.departments();
    const agent = await acme.member('agent', [product!]);
    const own = tasks.find(({ departmentId }) => departmentId === product)!;
    const others = tasks.find(({ departmentId }) => departmentId !== product)!;
    await act(agent, own, 'start').expect(201);
    await agent.get(`/v1/tasks/${others.id}`).expect(200);
    for (const [noun, body] of [['start'], ['resolution', RESOLUTION], ['notes', { body: 'Hm' }]] as const) {
      const refused = await act(agent, others, noun, body).expect(403);
      expect(refused.body.code).toBe('task.not_of_your_department');
    }
  });

  it('answers the customer only in loops of their own departments', async () => {
    const { acme, loopId, tasks } = await tasksIn('product');
    const [inside, outside] = [
      await acme.member('agent', [tasks[0]!.departmentId]),
      await acme.member('agent'),
    ];
    const answer = { message: 'We are sorry.' };
    const refused = await outside.post(`/v1/loops/${loopId}/customer-answers`, answer).expect(403);
    expect(refused.body.code).toBe('loop.not_of_your_department');
    await inside.post(`/v1/loops/${loopId}/customer-answers`, answer).expect(201);
  });

  it('waives and assigns as a lead only', async () => {
    const { acme, task } = await taskIn('product');
    const agent = await acme.member('agent', [task.departmentId]);
    const lead = await acme.member('department_lead', [task.departmentId]);
    await act(agent, task, 'waiver', { reason: 'No' }).expect(403);
    await act(lead, task, 'waiver', { reason: 'No' }).expect(201);
  });
});

describe('a loop', () => {
  it('closes once when its last two tasks are finished at the same moment', async () => {
    const { acme, tasks, loopId } = await tasksIn('product', 'web', 'support');
    await acme.post(`/v1/loops/${loopId}/customer-answers`, { message: 'Sorry.' }).expect(201);
    const resolve = (task: TaskBody) => act(acme, task, 'resolution', RESOLUTION).expect(201);
    await Promise.all(tasks.map(resolve));
    expect((await acme.get(`/v1/loops/${loopId}`)).body).toMatchObject({
      state: 'closed',
      dueAt: null,
      obstacles: [],
    });
    const { body } = await acme.get(`/v1/loops/${loopId}/timeline`);
    expect(body.items.filter(({ type }: { type: string }) => type === 'loop.closed')).toHaveLength(1);
  });

  it('waits for the customer to be answered, which a resolution may do', async () => {
    const { acme, task } = await taskIn('product');
    await act(acme, task, 'resolution', RESOLUTION).expect(201);
    const { body: waiting } = await acme.get(`/v1/loops/${task.loopId}`);
    expect(waiting).toMatchObject({ state: 'open', obstacles: ['customer_unanswered'] });
    await act(acme, task, 'reopening', { reason: 'Tell them too.' }).expect(201);
    await act(acme, task, 'resolution', { ...RESOLUTION, customerMessage: 'It works again.' }).expect(201);
    const { body: loop } = await acme.get(`/v1/loops/${task.loopId}`);
    expect(loop.state).toBe('closed');
    expect(loop.customerAnswers).toMatchObject([
      { message: 'It works again.', taskId: task.id, channel: null },
    ]);
  });

  it('of an anonymous response closes without an answer, and takes none', async () => {
    const acme = await heed.tenant();
    await addSurvey(acme);
    const responseId = await receive(acme, { contact: undefined });
    await acme.settle();
    const { id, tasks } = await loopOf(acme, responseId);
    const { body } = await acme.post(`/v1/loops/${id}/customer-answers`, { message: 'Hello?' }).expect(409);
    expect(body.code).toBe('loop.nobody_to_answer');
    await act(acme, tasks[0]!, 'waiver', { reason: 'Nothing to act on.' }).expect(201);
    expect((await loopOf(acme, responseId)).state).toBe('closed');
  });

  it('is of one tenant only', async () => {
    const { tasks, loopId } = await tasksIn('product');
    const other = await heed.tenant();
    await other.get(`/v1/loops/${loopId}`).expect(404);
    await other.get(`/v1/loops/${loopId}/timeline`).expect(404);
    await other.post(`/v1/loops/${loopId}/customer-answers`, { message: 'Mine' }).expect(404);
    await act(other, tasks[0]!, 'start').expect(404);
    await other.get(`/v1/tasks/${tasks[0]!.id}/notes`).expect(404);
  });
});

describe('lists', () => {
  it('give tasks in the order they are due, page by page', async () => {
    const { acme, tasks } = await tasksIn('product', 'web', 'support');
    const seen: string[] = [];
    let path: string | null = '/v1/tasks?limit=2';
    while (path) {
      const { body }: { body: { items: TaskBody[]; next: string | null } } = await acme.get(path).expect(200);
      seen.push(...body.items.map(({ id }) => id));
      path = body.next && `/v1/tasks?limit=2&cursor=${body.next}`;
    }
    expect(seen).toEqual(tasks.map(({ id }) => id).sort());
  });

  it('give the tasks and loops asked for', async () => {
    const acme = await heed.tenant();
    const { tasks, ...loop } = await openLoop(acme, ['product', 'web'], { priority: 'urgent' });
    const count = async (path: string) => (await acme.get(path).expect(200)).body.items.length as number;
    await act(acme, tasks[0]!, 'waiver', { reason: 'No' }).expect(201);
    expect(await count(`/v1/tasks?departmentId=${tasks[0]!.departmentId}`)).toBe(1);
    expect(await count('/v1/tasks?state=open&state=waived')).toBe(2);
    expect(await count('/v1/tasks?state=open')).toBe(1);
    expect(await count(`/v1/tasks?loopId=${loop.id}&priority=urgent`)).toBe(2);
    expect(await count('/v1/tasks?priority=low')).toBe(0);
    expect(await count('/v1/tasks?dueBefore=2026-03-02T10:00:00Z')).toBe(0);
    expect(await count('/v1/tasks?overdue=true')).toBe(0);
    expect(await count('/v1/loops?overdue=true')).toBe(0);
    heed.setTime(new Date('2026-03-04T09:00:00Z'));
    expect(await count('/v1/tasks?overdue=true')).toBe(1);
    expect(await count('/v1/tasks?overdue=false')).toBe(2);
    expect(await count('/v1/loops?overdue=true&state=open')).toBe(1);
    expect(await count('/v1/loops?state=closed')).toBe(0);
    expect(await count(`/v1/loops?contactId=${loop.contactId as string}`)).toBe(1);
    expect(await count(`/v1/loops?accountId=${loop.id}`)).toBe(0);
  });

  it.each([
    '/v1/tasks?state=nonsense',
    '/v1/tasks?overdue=perhaps',
    '/v1/tasks?dueBefore=tomorrow',
    '/v1/tasks?assigneeId=7',
    `/v1/tasks?cursor=${Buffer.from('["x","y"]').toString('base64url')}`,
    '/v1/loops?state=nonsense',
    `/v1/loops?cursor=${Buffer.from('["x"]').toString('base64url')}`,
  ])('refuse %s', async (path) => {
    await (await heed.tenant()).get(path).expect(422);
  });
});

describe('root causes', () => {
  it('begin with a list the tenant makes its own', async () => {
    const acme = await heed.tenant();
    await acme.settle();
    const { body: first } = await acme.get('/v1/root-causes').expect(200);
    expect(first.items.map(({ key }: { key: string }) => key)).toContain('product_defect');
    await acme.post('/v1/root-causes', { key: 'winter', name: 'Winter' }).expect(201);
    const { body } = await acme.post('/v1/root-causes', { key: 'winter', name: 'Again' }).expect(409);
    expect(body.code).toBe('root_cause.key_taken');
  });

  it('are no longer given once retired, and kept where they were', async () => {
    const { acme, tasks } = await tasksIn('product', 'web');
    const { body: cause } = await acme.post('/v1/root-causes', { key: 'winter', name: 'Winter' }).expect(201);
    const resolution = { ...RESOLUTION, rootCause: 'winter' };
    await act(acme, tasks[0]!, 'resolution', resolution).expect(201);
    await acme.post(`/v1/root-causes/${cause.id}/retirement`).expect(201);
    await acme.post(`/v1/root-causes/${cause.id}/retirement`).expect(409);
    const { body: refused } = await act(acme, tasks[1]!, 'resolution', resolution).expect(422);
    expect(refused).toMatchObject({ code: 'root_cause.unknown', errors: [{ pointer: '/rootCause' }] });
    expect((await acme.get(`/v1/tasks/${tasks[0]!.id}`)).body.resolution.rootCause).toBe('winter');
  });
});
