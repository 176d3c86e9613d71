import { randomBytes } from 'node:crypto';
import { Database } from '../../src/platform/database/database.js';
import { PrizeDrawsQueries } from '../../src/prizes/prize-draws.queries.js';
import type { TestTenant } from './heed.js';

/**
 * What one tenant has: by the path segment of each collection the id of something in it, and by a name of
 * our own the keys by which requests point at things.
 */
export type Belongings = Awaited<ReturnType<typeof oneOfEverything>>;

export type Collection = keyof Belongings;

/** What its survey asks. */
export const SURVEY = [
  { key: 'score', type: 'nps', label: 'How likely are you to recommend us?' },
  { key: 'comment', type: 'text', label: 'Why?' },
];

/** What its campaign listens for. */
export const EVENT = 'order.delivered';

/** Its external model, which is not asked. */
const MODEL = {
  ...{ baseUrl: 'http://127.0.0.1:9/v1', model: 'small-1', apiKey: 'sk-1', enabled: false },
  ...{ currency: 'EUR', monthlyCeilingMicros: 1, inputPriceMicros: 1, outputPriceMicros: 1 },
};

/** Who its mail comes from. */
const SENDER = { fromName: 'Acme', fromAddress: 'surveys@example.com', smtpUrl: 'smtps://mail.example.com' };

/** Fills a tenant, through the API, with one of everything there is. Takes receivers and models at 127.0.0.1 for allowed. */
export async function oneOfEverything(tenant: TestTenant) {
  const people = await peopleOf(tenant);
  const customer = await customerOf(tenant, people.members);
  const asked = await surveyAndRuleOf(tenant, people.departments);
  const endpoint = await made(tenant, '/v1/webhook-endpoints', { url: 'http://127.0.0.1:9/', types: ['*'] });
  const loop = await loopOf(tenant, asked.surveyKeys, customer.contacts);
  await tenant.put('/v1/analysis/model', MODEL).expect(200);
  await tenant.put('/v1/mail-sender', SENDER).expect(200);
  const { items: deliveries } = await read(tenant, `/v1/webhook-endpoints/${endpoint}/deliveries`);
  return {
    ...people,
    ...customer,
    ...asked,
    ...loop,
    ...(await themesOf(tenant)),
    ...(await campaignOf(tenant, asked.surveyKeys, customer.contacts)),
    suppressions: await suppressionOf(tenant),
    imports: await importOf(tenant, asked.surveyKeys),
    'webhook-endpoints': endpoint,
    'webhook-deliveries': deliveries![0]!.id,
    versions: '1',
    analysis: 'comment', // the question whose answer was analysed
    runs: await runOf(tenant),
  };
}

async function peopleOf(tenant: TestTenant) {
  const { support } = await tenant.departments();
  const agent = await tenant.member('agent', [support!]);
  const apiKey = await made(tenant, '/v1/api-keys', { name: 'CRM', scopes: ['tenant.read'] });
  return { departments: support!, members: agent.memberId, 'api-keys': apiKey };
}

async function customerOf(tenant: TestTenant, ownerMemberId: string) {
  const externalId = ownName();
  const account = await made(tenant, '/v1/accounts', { externalId, name: 'Globex', ownerMemberId });
  const contact = await made(tenant, '/v1/contacts', { externalId, name: 'Greta', accountId: account });
  return { accounts: account, contacts: contact, external: externalId };
}

async function surveyAndRuleOf(tenant: TestTenant, departmentId: string) {
  const key = ownName();
  const survey = await made(tenant, '/v1/surveys', { key, name: 'Asked', definition: { questions: SURVEY } });
  const rule = { name: 'All', condition: { always: true }, departmentIds: [departmentId] };
  const causeKey = ownName();
  const cause = await made(tenant, '/v1/root-causes', { key: causeKey, name: 'Late delivery' });
  return {
    surveys: survey,
    surveyKeys: key,
    rules: await made(tenant, '/v1/routing/rules', rule),
    'root-causes': cause,
    rootCauseKeys: causeKey,
  };
}

async function loopOf(tenant: TestTenant, survey: string, contactId: string) {
  const response = { survey, score: 2, comment: 'Late again.', contact: { contactId } };
  const responseId = await made(tenant, '/v1/responses', response);
  await tenant.settle();
  const [loop] = (await read(tenant, '/v1/loops')).items!;
  const [task] = (await read(tenant, '/v1/tasks')).items!;
  return { responses: responseId, loops: loop!.id, tasks: task!.id };
}

async function themesOf(tenant: TestTenant) {
  const key = ownName();
  const theme = await made(tenant, '/v1/themes', { key, name: 'Delivery', keywords: ['late'] });
  return {
    themes: theme,
    themeKeys: key,
    otherThemes: await made(tenant, '/v1/themes', { key: ownName(), name: 'Service' }),
    departmentKeys: 'support',
  };
}

/** A campaign that listens for `EVENT`, and its open wave, which asks the contact. */
async function campaignOf(tenant: TestTenant, survey: string, contactId: string) {
  const schedule = { type: 'triggered', event: EVENT, lastsDays: 14 };
  const draft = { name: 'After delivery', survey, kind: 'transactional', channel: 'link', schedule };
  const campaigns = await made(tenant, '/v1/campaigns', draft);
  await tenant.post(`/v1/campaigns/${campaigns}/start`).expect(201);
  await tenant.settle();
  const [wave] = (await read(tenant, `/v1/campaigns/${campaigns}/waves`)).items!;
  const event = { event: EVENT, externalId: ownName(), contact: { contactId } };
  await tenant.post('/v1/campaign-events', event).expect(202);
  await promisePrize(tenant, wave!.id);
  return { campaigns, waves: wave!.id, invitations: contactId };
}

/** Past the API, which promises nothing any more once a wave is open. */
async function promisePrize({ heed, id }: TestTenant, waveId: string): Promise<void> {
  const secrets = Buffer.alloc(32);
  const draw = {
    waveId,
    prize: 'A book',
    prizes: 1,
    secrets,
    commitment: '0'.repeat(64),
    committedAt: new Date(),
  };
  await heed.app.get(Database).inTenant(id, () => heed.app.get(PrizeDrawsQueries).insert(draw));
}

async function suppressionOf(tenant: TestTenant) {
  const email = `${ownName()}@example.com`;
  await tenant.post('/v1/suppressions', { email }).expect(201);
  return email;
}

async function importOf(tenant: TestTenant, survey: string) {
  const query = new URLSearchParams({ survey, map: 'score=Score' });
  const upload = tenant.post(`/v1/imports?${query.toString()}`).set('content-type', 'text/csv');
  const { body } = await upload.send('Score\n9\nmany\n').expect(202);
  await tenant.settle();
  return body.id as string;
}

async function runOf(tenant: TestTenant) {
  const id = await made(tenant, '/v1/analysis/runs', { scope: 'all' });
  await tenant.settle();
  return id;
}

/** A key or external id, which each tenant chooses for itself. */
function ownName(): string {
  return `own-${randomBytes(6).toString('hex')}`;
}

async function made(tenant: TestTenant, path: string, body: object): Promise<string> {
  return (await tenant.post(path, body).expect(201)).body.id as string;
}

async function read(tenant: TestTenant, path: string): Promise<{ items?: { id: string }[] }> {
  return (await tenant.get(path).expect(200)).body as { items?: { id: string }[] };
}
