import fc from 'fast-check';
import { Database } from '../../src/platform/database/database.js';
import type { Recorded } from '../../src/platform/events/event.js';
import { Events } from '../../src/platform/events/events.js';
import { newId } from '../../src/platform/ids.js';
import { ResponsesService } from '../../src/responses/responses.service.js';
import { RoutingService } from '../../src/routing/routing.service.js';
import { MAX_RULES, RulesService } from '../../src/routing/rules.service.js';
import { Heed, type TestTenant } from '../support/heed.js';

let heed: Heed;
beforeAll(async () => (heed = await Heed.start()));
afterAll(() => heed.close());

const RULES = '/v1/routing/rules';
const everything = { always: true };
const detractors = { field: 'category', op: 'eq', value: 'detractor' };
const mentions = (...value: string[]) => ({ field: 'verbatim', op: 'contains_any', value });

interface RuleBody {
  id: string;
  name: string;
  position: number;
}

async function addRule(tenant: TestTenant, rule: object): Promise<RuleBody & Record<string, unknown>> {
  const body = { name: 'A rule', condition: everything, departmentIds: [], ...rule };
  return (await tenant.post(RULES, body).expect(201)).body as RuleBody & Record<string, unknown>;
}

async function names(tenant: TestTenant): Promise<string[]> {
  const { items } = (await tenant.get(RULES).expect(200)).body as { items: RuleBody[] };
  expect(items.map(({ position }) => position)).toEqual(items.map((_, index) => index + 1));
  return items.map(({ name }) => name);
}

function eventsAbout(tenant: TestTenant, id: string): Promise<Recorded[]> {
  return heed.app.get(Database).inTenant(tenant.id, () => heed.app.get(Events).about([id]));
}

describe('routing rules', () => {
  it('take usual values for what is left out', async () => {
    const acme = await heed.tenant();
    const { web } = await acme.departments();
    const rule = await addRule(acme, { name: 'All', departmentIds: [web] });
    expect(rule).toMatchObject({ position: 1, enabled: true, priority: 'normal', assignment: 'round_robin' });
    expect(rule).toMatchObject({ acknowledgeMinutes: null, resolveMinutes: null, stop: false, version: 1 });
    expect((await acme.get(`${RULES}/${rule.id}`).expect(200)).body).toEqual(rule);
    expect((await acme.get(RULES).expect(200)).body).toEqual({ items: [rule] });
  });

  it('are asked in the order they were added, unless given a place', async () => {
    const acme = await heed.tenant();
    for (const name of ['a', 'b', 'c']) await addRule(acme, { name });
    await addRule(acme, { name: 'first', position: 1 });
    await addRule(acme, { name: 'third', position: 3 });
    const { position } = await addRule(acme, { name: 'last', position: 400 });
    expect(position).toBe(6);
    expect(await names(acme)).toEqual(['first', 'a', 'third', 'b', 'c', 'last']);
  });

  it('close up when one is deleted', async () => {
    const acme = await heed.tenant();
    const { web } = await acme.departments();
    const [, b] = [
      await addRule(acme, { name: 'a' }),
      await addRule(acme, { name: 'b', departmentIds: [web] }),
    ];
    await addRule(acme, { name: 'c' });
    await acme.delete(`${RULES}/${b.id}`).set('if-match', '"7"').expect(412);
    await acme.delete(`${RULES}/${b.id}`).set('if-match', '"1"').expect(204);
    expect(await names(acme)).toEqual(['a', 'c']);
    await acme.delete(`${RULES}/${b.id}`).expect(404);
  });

  it('take a new order that names each of them once', async () => {
    const acme = await heed.tenant();
    const ids: string[] = [];
    for (const name of ['a', 'b', 'c']) ids.push((await addRule(acme, { name })).id);
    const [a, b, c] = ids;
    await acme.put(`${RULES}/order`, { ruleIds: [c, a, b] }).expect(200);
    expect(await names(acme)).toEqual(['c', 'a', 'b']);
    for (const ruleIds of [[], [a, b], [a, b, b], [a, b, c, c], [a, b, newId()]]) {
      const { body } = await acme.put(`${RULES}/order`, { ruleIds }).expect(422);
      expect(body.code).toBe('routing_rule.order_incomplete');
    }
    expect(await names(acme)).toEqual(['c', 'a', 'b']);
  });

  it('keep their places apart when several people add at once', async () => {
    const acme = await heed.tenant();
    await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map((name) => addRule(acme, { name, position: 1 })));
    expect((await names(acme)).sort()).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  });

  it('change in what is given and keep the rest', async () => {
    const acme = await heed.tenant();
    const { web, support } = await acme.departments();
    const rule = await addRule(acme, { departmentIds: [web], priority: 'high', acknowledgeMinutes: 30 });
    const changes = { name: 'New', departmentIds: [support, web], stop: true, acknowledgeMinutes: null };
    const { body } = await acme.patch(`${RULES}/${rule.id}`, changes).expect(200);
    expect(body).toEqual({ ...rule, ...changes, changedAt: body.changedAt, version: 2 });
    expect((await acme.get(`${RULES}/${rule.id}`).expect(200)).body).toEqual(body);
  });

  it('are changed only as they were read, though others moved meanwhile', async () => {
    const acme = await heed.tenant();
    const { web } = await acme.departments();
    const rule = await addRule(acme, {});
    const { headers } = await acme.get(`${RULES}/${rule.id}`).expect(200);
    await addRule(acme, { position: 1 });
    const change = (body: object) => acme.patch(`${RULES}/${rule.id}`, body).set('if-match', headers.etag!);
    expect((await change({ departmentIds: [web] }).expect(200)).body).toMatchObject({ position: 2 });
    expect((await change({ departmentIds: [] }).expect(412)).body.code).toBe('routing_rule.stale');
  });

  it('say what is wrong with them, and where', async () => {
    const acme = await heed.tenant();
    const other = await (await heed.tenant()).departments();
    const rule = {
      name: 'Wrong',
      condition: { all: [detractors, { field: 'score', op: 'lte', value: 'six' }] },
      departmentIds: [other.web],
    };
    const { body } = await acme.post(RULES, rule).expect(422);
    expect(body.errors).toEqual([
      { pointer: '/condition/all/1/value', detail: 'must be a number' },
      { pointer: '/departmentIds/0', detail: 'is not a department of this tenant' },
    ]);
    expect(await names(acme)).toEqual([]);
  });

  it.each([
    { name: '' },
    { name: null },
    { condition: null },
    { condition: [] },
    { condition: { toString: 1 } },
    { departmentIds: null },
    { departmentIds: ['web'] },
    { enabled: null },
    { enabled: 'yes' },
    { priority: 'panic' },
    { assignment: null },
    { acknowledgeMinutes: 0 },
    { resolveMinutes: 1.5 },
    { resolveMinutes: 1e9 },
    { stop: null },
    { id: newId() },
  ])('are refused with %j, when added as when changed', async (wrong) => {
    const acme = await heed.tenant();
    const rule = await addRule(acme, {});
    const [field] = Object.keys(wrong);
    const sound = { name: 'A rule', condition: everything, departmentIds: [] };
    const added = await acme.post(RULES, { ...sound, ...wrong }).expect(422);
    const changed = await acme.patch(`${RULES}/${rule.id}`, wrong).expect(422);
    for (const { body } of [added, changed]) {
      expect(body.errors[0].pointer).toMatch(new RegExp(`^/${field}`));
    }
  });

  it('take any JSON for a condition, or say why not', async () => {
    const acme = await heed.tenant();
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ maxDepth: 4 }), async (condition) => {
        const { status, body } = await acme.post(RULES, { name: 'Any', condition, departmentIds: [] });
        expect([status, body.code]).toEqual(status === 201 ? [201, undefined] : [422, 'request.invalid']);
      }),
      { numRuns: 40 },
    );
  });

  it(`are at most ${MAX_RULES}`, async () => {
    const acme = await heed.tenant();
    const rules = heed.app.get(RulesService);
    await heed.app.get(Database).inTenant(acme.id, async () => {
      for (let n = 0; n < MAX_RULES; n++) {
        await rules.create({ name: `${n}`, condition: everything, departmentIds: [] });
      }
    });
    const oneMore = { name: 'One more', condition: everything, departmentIds: [] };
    expect((await acme.post(RULES, oneMore).expect(409)).body.code).toBe('routing_rule.too_many');
  });

  it('are seen by everybody and managed by those who may', async () => {
    const acme = await heed.tenant();
    const rule = await addRule(acme, {});
    const viewer = await acme.member('viewer');
    await viewer.get(RULES).expect(200);
    await viewer.patch(`${RULES}/${rule.id}`, { name: 'Mine' }).expect(403);
    await viewer.post('/v1/routing/trial', {}).expect(403);
  });

  it('are nobody else’s', async () => {
    const [acme, other] = [await heed.tenant(), await heed.tenant()];
    const { id } = await addRule(acme, {});
    await other.get(`${RULES}/${id}`).expect(404);
    await other.patch(`${RULES}/${id}`, { name: 'Mine' }).expect(404);
    await other.delete(`${RULES}/${id}`).expect(404);
    await other.put(`${RULES}/order`, { ruleIds: [id] }).expect(422);
    expect(await names(acme)).toEqual(['A rule']);
  });

  it('leave a trace of who changed what', async () => {
    const acme = await heed.tenant();
    const { id } = await addRule(acme, {});
    await acme.patch(`${RULES}/${id}`, { enabled: false }).expect(200);
    await acme.put(`${RULES}/order`, { ruleIds: [id] }).expect(200);
    await acme.delete(`${RULES}/${id}`).expect(204);
    const changes = ['routing_rule.created', 'routing_rule.changed', 'routing_rule.deleted'];
    expect((await eventsAbout(acme, id)).map(({ type }) => type)).toEqual(changes);
    const [ordered] = (await eventsAbout(acme, acme.id)).filter(
      ({ type }) => type === 'routing_rule.ordered',
    );
    expect(ordered!.data).toMatchObject({ ruleIds: [id] });
  });
});

/** A tenant with an NPS survey. */
async function askingTenant(): Promise<TestTenant> {
  const tenant = await heed.tenant();
  const questions = [
    { key: 'score', type: 'nps', label: 'How likely are you to recommend us?' },
    { key: 'comment', type: 'text', label: 'Why?' },
  ];
  await tenant.post('/v1/surveys', { key: 'nps', name: 'NPS', definition: { questions } }).expect(201);
  return tenant;
}

async function respond(tenant: TestTenant, response: object): Promise<string> {
  return (await tenant.post('/v1/responses', { survey: 'nps', ...response }).expect(201)).body.id as string;
}

async function decisionOn(tenant: TestTenant, responseId: string) {
  return (await tenant.get(`/v1/responses/${responseId}/routing`).expect(200)).body as {
    outcome: string;
    targets: { departmentId: string; because: { ruleId: string | null; reasons: string[] }[] }[];
  };
}

describe('a response', () => {
  it('goes to every department whose rules match, and says why', async () => {
    const acme = await askingTenant();
    const { support, web } = await acme.departments();
    const invoices = await addRule(acme, {
      condition: { all: [detractors, mentions('invoice')] },
      departmentIds: [support],
      priority: 'high',
    });
    await addRule(acme, { condition: mentions('website'), departmentIds: [web] });
    await addRule(acme, { condition: mentions('parking'), departmentIds: [web] });
    const id = await respond(acme, { score: 2, comment: 'The invoice on your website was wrong.' });
    await acme.settle();

    const decision = await decisionOn(acme, id);
    expect(decision).toMatchObject({
      responseId: id,
      outcome: 'matched',
      targets: [
        { departmentId: support, priority: 'high', acknowledgeMinutes: 240, resolveMinutes: 2880 },
        { departmentId: web, priority: 'normal', acknowledgeMinutes: 1440, resolveMinutes: 10080 },
      ],
    });
    expect(decision.targets[0]!.because).toEqual([
      {
        ruleId: invoices.id,
        ruleName: 'A rule',
        reasons: ['category is detractor', 'verbatim mentions “invoice”'],
      },
    ]);
    const [routed] = (await eventsAbout(acme, id)).filter(({ type }) => type === 'response.routed');
    expect(routed!.data).toEqual({ responseId: id, outcome: 'matched', departmentIds: [support, web] });
  });

  it('is routed by who gave it and for which company', async () => {
    const acme = await askingTenant();
    const { product, web } = await acme.departments();
    const { body: account } = await acme
      .post('/v1/accounts', { name: 'Globex', externalId: 'G-1', properties: { plan: 'enterprise' } })
      .expect(201);
    const ada = { email: 'ada@globex.example', capacity: 'champion', accountId: account.id as string };
    const { body: contact } = await acme.post('/v1/contacts', ada).expect(201);
    const all = [
      { field: 'account.properties.plan', op: 'eq', value: 'enterprise' },
      { field: 'account.external_id', op: 'in', value: ['G-1', 'G-2'] },
      { field: 'contact.capacity', op: 'eq', value: 'champion' },
      { field: 'contact.email_domain', op: 'eq', value: 'globex.example' },
    ];
    await addRule(acme, { condition: { all }, departmentIds: [product] });
    await addRule(acme, { condition: { not: { all } }, departmentIds: [web] });
    const known = await respond(acme, { score: 9, contact: { contactId: contact.id as string } });
    const anonymous = await respond(acme, { score: 9 });
    await acme.settle();
    expect((await decisionOn(acme, known)).targets).toMatchObject([{ departmentId: product }]);
    expect((await decisionOn(acme, anonymous)).targets).toMatchObject([
      { departmentId: web, because: [{ reasons: expect.arrayContaining(['contact.capacity is unknown']) }] },
    ]);
  });

  it('goes to the fallback department when a detractor is placed by no rule, and nowhere when a promoter', async () => {
    const acme = await askingTenant();
    const { support } = await acme.departments();
    const [unhappy, happy] = [await respond(acme, { score: 0 }), await respond(acme, { score: 10 })];
    await acme.settle();
    expect(await decisionOn(acme, unhappy)).toMatchObject({
      outcome: 'fallback',
      targets: [{ departmentId: support, because: [{ ruleId: null }] }],
    });
    expect(await decisionOn(acme, happy)).toMatchObject({ outcome: 'none', targets: [] });
  });

  it('is routed once: its decision outlives the rule that made it', async () => {
    const acme = await askingTenant();
    const { web } = await acme.departments();
    const rule = await addRule(acme, { name: 'Once', departmentIds: [web] });
    const id = await respond(acme, { score: 9 });
    await acme.settle();
    const first = await decisionOn(acme, id);

    await acme.delete(`${RULES}/${rule.id}`).expect(204);
    await heed.app.get(Database).inTenant(acme.id, async () => {
      await heed.app.get(RoutingService).decide(await heed.app.get(ResponsesService).byIds([id]));
    });
    expect(await decisionOn(acme, id)).toEqual(first);
    const routed = (await eventsAbout(acme, id)).filter(({ type }) => type === 'response.routed');
    expect(routed).toHaveLength(1);
  });

  it('has no decision before it is made, and none for others', async () => {
    const [acme, other] = [await askingTenant(), await heed.tenant()];
    const id = await respond(acme, { score: 3 });
    const { body } = await acme.get(`/v1/responses/${id}/routing`).expect(404);
    expect(body.code).toBe('routing_decision.not_found');
    await acme.settle();
    await other.get(`/v1/responses/${id}/routing`).expect(404);
  });
});

describe('a trial of rules', () => {
  it('says where the latest responses would go, and changes nothing', async () => {
    const acme = await askingTenant();
    const { support, web } = await acme.departments();
    await addRule(acme, { condition: mentions('website'), departmentIds: [web] });
    await respond(acme, { score: 9, comment: 'I like the website.' });
    await respond(acme, { score: 10 });
    const late = await respond(acme, { score: 1, comment: 'Late again.' });

    const live = (await acme.post('/v1/routing/trial', {}).expect(200)).body;
    expect(live).toMatchObject({ responses: 3, outcomes: { matched: 1, fallback: 1, none: 1 } });

    const draft = { name: 'Late', condition: mentions('late'), departmentIds: [web], priority: 'urgent' };
    const tried = (await acme.post('/v1/routing/trial', { rules: [draft] }).expect(200)).body;
    expect(tried).toMatchObject({
      outcomes: { matched: 1, fallback: 0, none: 2 },
      departments: [{ departmentId: web, responses: 1 }],
      examples: [
        {
          responseId: late,
          outcome: 'matched',
          targets: [
            {
              departmentId: web,
              priority: 'urgent',
              because: [{ ruleId: 'draft-1', reasons: ['verbatim mentions “late”'] }],
            },
          ],
        },
      ],
    });

    await acme.get(`/v1/responses/${late}/routing`).expect(404);
    await acme.settle();
    expect((await decisionOn(acme, late)).targets[0]!.departmentId).toBe(support);
  });

  it('reaches back as far as asked', async () => {
    const acme = await askingTenant();
    for (const score of [1, 2, 3]) await respond(acme, { score });
    expect((await acme.post('/v1/routing/trial', { limit: 2 }).expect(200)).body.responses).toBe(2);
    for (const limit of [0, 501, null, '5']) await acme.post('/v1/routing/trial', { limit }).expect(422);
  });

  it('points into the draft that is wrong', async () => {
    const acme = await heed.tenant();
    const sound = { name: 'Sound', condition: everything, departmentIds: [] };
    const wrong = { ...sound, condition: { field: 'mood' }, departmentIds: [newId()] };
    const { body } = await acme.post('/v1/routing/trial', { rules: [sound, wrong] }).expect(422);
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/rules/1/condition/field',
      '/rules/1/departmentIds/0',
    ]);
    await acme.post('/v1/routing/trial', { rules: [{ ...sound, name: null }] }).expect(422);
  });
});
