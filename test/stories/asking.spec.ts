import type { Browser, Page } from 'playwright-core';
import type { InvitationView } from '../../src/campaigns/invitations.dto.js';
import type { WaveStandingView, WaveView } from '../../src/campaigns/waves.dto.js';
import { Client } from '../../src/demo/client.js';
import { freePort, LOOPBACK } from '../../src/platform/embedded/free-port.js';
import type { ResponseView } from '../../src/responses/responses.dto.js';
import type { LoopView, WholeLoopView } from '../../src/tasks/loops.dto.js';
import type { DepartmentView } from '../../src/tenants/tenants.dto.js';
import { BRANCHING } from '../support/asking.js';
import { INSTALLATION_MS, openChromium, reader, type Reader } from '../support/chromium.js';
import { type CaughtMail, MailServer } from '../support/mail-server.js';
import { heed, OwnServices } from '../support/own-services.js';
import { HeedProcess } from '../support/processes.js';
import { until } from '../support/until.js';

const STORY_MS = 120_000;

const PEOPLE = ['ada', 'grace', 'mira', 'uma'] as const;
type Name = (typeof PEOPLE)[number];

let services: OwnServices;
let processes: HeedProcess[] = [];
let mails: MailServer;
let browser: Browser;
let acme: Client;

beforeAll(async () => {
  browser = await openChromium();
  services = await OwnServices.start('asking');
  mails = await MailServer.start();
  const port = String(await freePort());
  const env = {
    ...services.env,
    ...{ HEED_HOST: LOOPBACK, HEED_PORT: port, HEED_WORKER_PORT: '0' },
    ...{ HEED_SMTP_URL: mails.url, HEED_MAIL_FROM: 'surveys@heed.example' },
  };
  const owner = ['--name', 'Northwind', '--email', 'owner@example.com'];
  const { apiKey } = JSON.parse(await heed(env, 'tenant', 'create', ...owner)) as { apiKey: string };
  acme = new Client(`http://${LOOPBACK}:${port}`, apiKey);
  processes = (['main', 'worker'] as const).map((name) => new HeedProcess(name, env, services.folder));
  await Promise.all(processes.map((process) => process.start()));
}, INSTALLATION_MS);

afterAll(async () => {
  await browser?.close();
  await Promise.all(processes.map((process) => process.stop()));
  await mails?.close();
  await services?.remove();
});

/** Asks four customers by mail; the id of the wave. */
async function ask(): Promise<string> {
  await acme.post('/v1/surveys', { key: 'nps', name: 'Relationship', definition: BRANCHING });
  const { items } = await acme.get<{ items: DepartmentView[] }>('/v1/departments');
  await acme.post('/v1/routing/rules', {
    name: 'Billing trouble',
    departmentIds: [items.find(({ key }) => key === 'product')!.id],
    condition: { field: 'theme.negative', op: 'in', value: ['billing'] },
  });
  const contacts = [...PEOPLE, 'olaf'].map((name) => ({
    ...{ externalId: name, name, email: addressOf(name) },
    capacity: name === 'olaf' ? 'end_user' : 'champion',
  }));
  await acme.post('/v1/contacts/bulk', { contacts });
  const campaign = await acme.post<{ id: string }>('/v1/campaigns', {
    ...{ name: 'Winter', survey: 'nps', kind: 'relational', channel: 'email' },
    mail: {
      subject: 'How are we doing, {{firstName|dear customer}}?',
      intro: 'One question from {{company}}.',
    },
    audience: { field: 'contact.capacity', op: 'eq', value: 'champion' },
    schedule: { type: 'once', lastsDays: 21 },
  });
  await acme.post(`/v1/campaigns/${campaign.id}/start`);
  const waves = await acme.get<{ items: WaveView[] }>(`/v1/campaigns/${campaign.id}/waves`);
  expect(waves.items).toMatchObject([{ campaignId: campaign.id, number: 1 }]);
  return waves.items[0]!.id;
}

const addressOf = (name: string) => `${name}@example.com`;
const mailTo = (name: Name): CaughtMail => mails.to(addressOf(name))[0]!;

/** What a mail program is told to post to when its user wants no more of these mails (RFC 8058). */
function unsubscribeUrlOf({ source }: CaughtMail): string {
  expect(source).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
  return /^List-Unsubscribe:\s+<([^>]+)>/m.exec(source)![1]!;
}

/** What somebody does in a browser of their own. */
async function browses(options: Reader, visit: (page: Page) => Promise<void>): Promise<void> {
  const context = await reader(browser, options);
  await visit(await context.newPage());
  await context.close();
}

/** Opens the mail as a mail program does, and follows a link of it. */
async function follow(page: Page, { html }: CaughtMail, name: string | RegExp): Promise<void> {
  await page.setContent(String(html));
  await page.getByRole('link', { name, exact: true }).click();
  await page.waitForURL('**/r/**');
}

/** Security software and mail programs look at every link before the person does, or instead. */
async function scan(mail: CaughtMail): Promise<void> {
  let links: string[] = [];
  await browses({}, async (page) => {
    await page.setContent(String(mail.html));
    links = await page.locator('a').evaluateAll((all) => all.map((link) => link.getAttribute('href')!));
  });
  expect(links).toHaveLength(11 + 2); // the numbers, the page and the way out
  for (const link of [...links, unsubscribeUrlOf(mail)]) {
    for (const look of [{ method: 'HEAD' }, {}, { headers: { 'sec-purpose': 'prefetch' } }]) {
      expect((await fetch(link, look)).status).toBe(200);
    }
  }
}

async function statesIn(waveId: string): Promise<Record<string, string>> {
  const invitations = await acme.all<InvitationView>(`/v1/waves/${waveId}/invitations`);
  const contacts = await acme.all<{ id: string; name: string }>('/v1/contacts');
  const nameOf = (id: string) => contacts.find((contact) => contact.id === id)!.name;
  return Object.fromEntries(invitations.map(({ contactId, state }) => [nameOf(contactId), state]));
}

it(
  'customers are asked by mail and answer with and without a script, and the unhappy one is heard, helped and told',
  async () => {
    let accept = () => {};
    const accepted = new Promise<void>((resolve) => (accept = resolve));
    mails.beforeReply = () => accepted;
    const waveId = await ask();
    const states = () => statesIn(waveId);
    const responses = () => acme.all<ResponseView>('/v1/responses');

    await until('the first mail waits to be accepted', () => mails.caught.length > 0);
    const all = (state: string) => Object.fromEntries(PEOPLE.map((name) => [name, state]));
    expect(await states()).toEqual(all('scheduled'));
    accept();
    await until('all were sent', async () =>
      Object.values(await states()).every((state) => state === 'sent'),
    );
    expect(mailTo('ada').subject).toBe('How are we doing, ada?');

    for (const name of PEOPLE) await scan(mailTo(name));
    expect(await states()).toEqual(all('sent'));
    expect(await responses()).toEqual([]);
    expect(await acme.all('/v1/suppressions')).toEqual([]);

    const oneClick = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
    await fetch(unsubscribeUrlOf(mailTo('uma')), { method: 'POST', body: oneClick });
    expect(await acme.all('/v1/suppressions')).toMatchObject([
      { email: addressOf('uma'), reason: 'unsubscribed' },
    ]);

    await browses({}, async (page) => {
      await follow(page, mailTo('mira'), /\/r\//);
      await until('her page has said that it was seen', async () => (await states()).mira === 'opened');
    });

    await browses({}, async (page) => {
      await follow(page, mailTo('ada'), '2');
      await page.getByText('Saved', { exact: true }).waitFor();
      expect((await states()).ada).toBe('started');
      await page.getByLabel('What went wrong?').fill('The invoice was wrong twice.');
      await page.getByRole('button', { name: 'Send' }).click();
      await page.getByRole('heading', { name: 'Thank you for your answers' }).waitFor();
    });

    await browses({ javaScriptEnabled: false, widthPx: 1280 }, async (page) => {
      await follow(page, mailTo('grace'), '9');
      expect((await states()).grace).toBe('sent');
      await page.getByLabel('What do you like most?').fill('Great support!');
      await page.getByLabel('Yes').check();
      await page.getByRole('button', { name: 'Send' }).click();
      await page.getByRole('heading', { name: 'You made our day' }).waitFor();
      expect(await page.getByRole('link', { name: 'Write a review' }).getAttribute('href')).toContain(
        'reviews',
      );
    });
    expect(await states()).toEqual({ ada: 'answered', grace: 'answered', mira: 'opened', uma: 'sent' });

    const [grace, ada] = await responses(); // the latest first
    expect(grace).toMatchObject({ score: 9, answers: { why: 'Great support!', quote: true }, waveId });
    expect(ada).toMatchObject({ score: 2, category: 'detractor', channel: 'email', waveId });
    expect(ada!.verbatims).toMatchObject([{ text: 'The invoice was wrong twice.' }]);

    const loop = await until('it is in a department', async () => {
      const { items } = await acme.get<{ items: LoopView[] }>(`/v1/loops?responseId=${ada!.id}`);
      return items[0] && acme.get<WholeLoopView>(`/v1/loops/${items[0].id}`);
    });
    const [task] = loop.tasks;
    expect(task!.reasons).toMatchObject([{ ruleName: 'Billing trouble' }]);
    const acknowledged = await acme.post(`/v1/tasks/${task!.id}/acknowledgement`);
    expect(acknowledged).toMatchObject({ state: 'acknowledged' });
    const customerMessage = 'The invoice is right now. Sorry, Ada.';
    const resolution = { rootCause: 'price', action: 'Corrected the price list.', customerMessage };
    await acme.post(`/v1/tasks/${task!.id}/resolution`, resolution);
    expect(await acme.get(`/v1/loops/${loop.id}`)).toMatchObject({
      ...{ state: 'closed', contactId: ada!.contactId, customerAnswers: [{ message: customerMessage }] },
    });

    expect(await acme.get<WaveStandingView>(`/v1/waves/${waveId}`)).toMatchObject({
      ...{ state: 'open', day: 1, turnout: { asked: 4, answered: 2 } },
      invitations: [
        { state: 'answered', count: 2 },
        { state: 'opened', count: 1 },
        { state: 'sent', count: 1 },
      ],
    });
  },
  STORY_MS,
);
