import request from 'supertest';
import { campaignOf, contactsOf, MAIL, strikeAt, surveyOf } from '../support/campaigns.js';
import { Heed, type TestTenant } from '../support/heed.js';
import { MailServer } from '../support/mail-server.js';
import { sendDue, started } from '../support/mails.js';
import { problemFault } from '../support/problem.js';

/** What is wrong with an asking is said, with where and what would be right, before anybody is asked. */

let server: MailServer;
let heed: Heed;
let tenant: TestTenant;

const SUNDAY_NOON = '2026-11-22T12:00:00Z';

beforeAll(async () => {
  server = await MailServer.start();
  heed = await Heed.start({ HEED_SMTP_URL: server.url, HEED_MAIL_FROM: 'surveys@heed.example' });
});

afterAll(async () => {
  await heed.close();
  await server.close();
});

beforeEach(async () => {
  server.clear();
  heed.setTime(new Date(SUNDAY_NOON));
  tenant = await heed.tenant();
  await surveyOf(tenant);
  await contactsOf(tenant, 2);
});

interface Refusal {
  code: string;
  detail: string;
  errors?: { pointer: string; detail: string }[];
}

type Request = ReturnType<TestTenant['post']>;

async function refusalOf(request: Request, status: number): Promise<Refusal> {
  const { body, text, type, status: answered } = await request;
  expect(answered).toBe(status);
  expect(problemFault({ status: answered, type, text, json: body as unknown })).toBeNull();
  return body as Refusal;
}

/** Days later nobody was asked, and there is no campaign that could have begun. */
async function expectNobodyAsked(): Promise<void> {
  await strikeAt(tenant, '2026-12-02T12:00:00Z');
  await sendDue(tenant);
  expect(server.caught).toEqual([]);
  const { body } = await tenant.get('/v1/campaigns').expect(200);
  expect((body.items as { state: string }[]).filter(({ state }) => state !== 'draft')).toEqual([]);
}

const draft = (fields: object) => ({
  ...{ name: 'Winter', survey: 'nps', kind: 'relational', channel: 'email', mail: MAIL },
  ...{ timeZone: 'Europe/Berlin', schedule: { type: 'once', lastsDays: 7 }, ...fields },
});

const schedules = (opens: string): [pointer: string, schedule: object][] => [
  ['/schedule/opens', { type: 'once', opens, lastsDays: 7 }],
  ['/schedule/closes', { type: 'once', closes: opens }],
  [
    '/schedule/firstOpens',
    { type: 'recurring', everyMonths: 1, firstOpens: opens, lastsDays: 7, spread: 'at_once' },
  ],
];

it('an audience that matches nobody is not asked', async () => {
  const audience = { field: 'contact.external_id', op: 'eq', value: 'nobody' };
  const { body: preview } = await tenant.post('/v1/audience-previews', { audience }).expect(200);
  expect(preview).toMatchObject({ contacts: 0, asked: 0, sample: [] });
  const id = await campaignOf(tenant, { audience });
  const { code, detail } = await refusalOf(tenant.post(`/v1/campaigns/${id}/start`), 422);
  expect(code).toBe('campaign.audience_empty');
  expect(detail).toMatch(/audience/);
  expect((await tenant.get(`/v1/campaigns/${id}/waves`).expect(200)).body.items).toEqual([]);
  await expectNobodyAsked();
});

describe('a schedule', () => {
  it.each(schedules('2026-11-22T12:59'))('cannot begin or end in the past: %s', async (pointer, schedule) => {
    const { code, errors } = await refusalOf(tenant.post('/v1/campaigns', draft({ schedule })), 422);
    expect(code).toBe('campaign.invalid');
    expect(errors).toEqual([{ pointer, detail: 'is in the past in Europe/Berlin' }]);
    await expectNobodyAsked();
  });

  it.each(schedules('2027-03-28T02:30'))(
    'cannot name an hour that clocks skip: %s',
    async (pointer, schedule) => {
      const { errors } = await refusalOf(tenant.post('/v1/campaigns', draft({ schedule })), 422);
      const detail =
        'does not exist in Europe/Berlin, where clocks are changed then: choose 2027-03-28T01:59 or earlier, or 2027-03-28T03:00 or later';
      expect(errors).toEqual([{ pointer, detail }]);
      await expectNobodyAsked();
    },
  );

  it.each(schedules('2027-10-31T02:30'))(
    'cannot name an hour that comes twice: %s',
    async (pointer, schedule) => {
      const { errors } = await refusalOf(tenant.post('/v1/campaigns', draft({ schedule })), 422);
      const detail =
        'exists twice in Europe/Berlin, where clocks are changed then: choose 2027-10-31T01:59 or earlier, or 2027-10-31T03:00 or later';
      expect(errors).toEqual([{ pointer, detail }]);
      await expectNobodyAsked();
    },
  );

  it('is looked at again when the campaign starts', async () => {
    const schedule = { type: 'once', opens: '2026-11-23T09:00', lastsDays: 7 };
    const id = await campaignOf(tenant, { schedule, timeZone: 'Europe/Berlin' });
    heed.setTime(new Date('2026-11-23T08:01:00Z'));
    const { code, errors } = await refusalOf(tenant.post(`/v1/campaigns/${id}/start`), 409);
    expect(code).toBe('campaign.not_ready');
    expect(errors).toEqual([{ pointer: '/schedule/opens', detail: 'is in the past in Europe/Berlin' }]);
    await expectNobodyAsked();
  });

  it('keeps its hour of the day when clocks are changed between its waves', async () => {
    const schedule = {
      ...{ type: 'recurring', everyMonths: 1, firstOpens: '2027-03-15T09:00' },
      ...{ lastsDays: 21, spread: 'at_once' },
    };
    const id = await campaignOf(tenant, { schedule, timeZone: 'Europe/Berlin', quarantineDays: 0 });
    await tenant.post(`/v1/campaigns/${id}/start`).expect(201);
    await strikeAt(tenant, '2027-03-15T08:00:00Z');
    const { body } = await tenant.get(`/v1/campaigns/${id}/waves`).expect(200);
    expect(body.items).toMatchObject([
      { number: 1, opensAt: '2027-03-15T08:00:00.000Z', closesAt: '2027-04-05T07:00:00.000Z' },
      { number: 2, opensAt: '2027-04-15T07:00:00.000Z', closesAt: '2027-05-06T07:00:00.000Z' },
    ]);
  });
});

describe('the words of a mail', () => {
  it.each([
    [{ ...MAIL, intro: 'Dear {{title}}' }, '/mail/intro', 'has {{title}}, which is none of {{firstName}}'],
    [{ ...MAIL, subject: 'Hello {{firstName' }, '/mail/subject', 'without its other half'],
    [{ ...MAIL, subject: 'Hi\r\nBcc: all@example.com' }, '/mail/subject', 'must be one line'],
    [
      { ...MAIL, translations: { de: { subject: 'Hallo' } } },
      '/mail/translations/de/intro',
      'must be a text',
    ],
    [
      { ...MAIL, translations: { de: { subject: 'Hallo {{vorname}}', intro: 'x' } } },
      '/mail/translations/de/subject',
      'has {{vorname}}',
    ],
  ])('cannot be %j', async (mail, pointer, detail) => {
    const { code, errors } = await refusalOf(tenant.post('/v1/campaigns', draft({ mail })), 422);
    expect(code).toBe('campaign.invalid');
    expect(errors).toEqual([{ pointer, detail: expect.stringContaining(detail) as string }]);
    await expectNobodyAsked();
  });

  it('of a running campaign stay what they were when the new ones are refused', async () => {
    const schedule = { type: 'once', opens: '2026-12-24T09:00', lastsDays: 7 };
    const id = await campaignOf(tenant, { schedule });
    await tenant.post(`/v1/campaigns/${id}/start`).expect(201);
    const mail = { ...MAIL, intro: 'Dear {{title}}' };
    const { errors } = await refusalOf(tenant.patch(`/v1/campaigns/${id}`, { name: 'New', mail }), 422);
    expect(errors).toMatchObject([{ pointer: '/mail/intro' }]);
    expect((await tenant.get(`/v1/campaigns/${id}`)).body).toMatchObject({ name: 'Winter', mail: MAIL });
  });
});

it('a survey whose translation misses words is not kept, and each is named', async () => {
  const questions = [
    { key: 'score', type: 'nps', label: 'How likely are you to recommend us?' },
    {
      ...{ key: 'topic', type: 'single_choice', label: 'What about?' },
      choices: [
        { key: 'price', label: 'Price' },
        { key: 'help', label: 'Help' },
      ],
    },
  ];
  const german = {
    questions: { score: { label: 'Wie wahrscheinlich?' }, topic: { choices: { price: 'Preis' } } },
  };
  const definition = { language: 'en', questions, translations: { de: german } };
  const refused = await refusalOf(tenant.post('/v1/surveys', { key: 'two', name: 'Two', definition }), 422);
  expect(refused.errors).toMatchObject([
    { pointer: '/definition/translations/de/questions/topic/label' },
    { pointer: '/definition/translations/de/questions/topic/choices/help' },
  ]);
  const { body: before } = await tenant.get('/v1/surveys').expect(200);
  expect(before.items).toMatchObject([{ key: 'nps' }]);
  await refusalOf(tenant.post(`/v1/surveys/${before.items[0].id}/versions`, { definition }), 422);
  expect((await tenant.get('/v1/surveys').expect(200)).body).toEqual(before);
});

describe('a line break in an address or a name', () => {
  const INJECTED = 'ann@example.com\r\nBcc: all@example.com';

  it.each([
    ['a contact', 'post', '/v1/contacts', { email: INJECTED }, '/email'],
    [
      'contacts in bulk',
      'post',
      '/v1/contacts/bulk',
      { contacts: [{ email: INJECTED }] },
      '/contacts/0/email',
    ],
    ['a suppressed address', 'post', '/v1/suppressions', { email: INJECTED }, '/email'],
    ['the sender', 'put', '/v1/mail-sender', { fromName: 'Acme', fromAddress: INJECTED }, '/fromAddress'],
    [
      'the name of the sender',
      'put',
      '/v1/mail-sender',
      { fromName: 'Acme\r\nBcc: all@example.com', fromAddress: 'a@acme.example' },
      '/fromName',
    ],
    [
      'where answers go',
      'put',
      '/v1/mail-sender',
      { fromName: 'Acme', fromAddress: 'a@acme.example', replyTo: INJECTED },
      '/replyTo',
    ],
  ] as const)('is refused in %s', async (_what, method, path, body, pointer) => {
    const { code, errors } = await refusalOf(tenant[method](path, body), 422);
    expect([code, errors?.[0]?.pointer]).toEqual(['request.invalid', pointer]);
  });

  it('does not leave the header it stands in', async () => {
    const injected = 'Eve\r\nBcc: all@example.com\r\n\r\n<script>alert(1)</script>';
    const { body: account } = await tenant.post('/v1/accounts', { name: injected }).expect(201);
    const eve = { email: 'eve@example.com', name: injected, accountId: account.id as string };
    await tenant.post('/v1/contacts', eve).expect(201);
    const mail = { subject: 'Hello {{name}} of {{account}}', intro: 'Dear {{name}}' };
    await started(tenant, await campaignOf(tenant, { mail }));
    await sendDue(tenant);
    const [caught] = server.to('eve@example.com');
    expect(server.caught.map(({ envelope }) => envelope.to).sort()).toEqual([
      'c0@example.com',
      'c1@example.com',
      'eve@example.com',
    ]);
    expect(caught!.headers.has('bcc')).toBe(false);
    const line = 'Eve Bcc: all@example.com <script>alert(1)</script>';
    expect(caught!.subject).toBe(`Hello ${line} of ${line}`);
    expect(caught!.html).not.toContain('<script>');
  });
});

it('HTML and formulas in names stay text in the page, and exports hold no names at all', async () => {
  const name = '=HYPERLINK("https://evil.example")<img src=x onerror=alert(1)>';
  const { body: eve } = await tenant.post('/v1/contacts', { email: 'eve@example.com', name }).expect(201);
  await tenant.patch('/v1/tenant', { name }).expect(200);
  const waveId = await started(tenant, await campaignOf(tenant));
  await sendDue(tenant);
  const [caught] = server.to('eve@example.com');
  const [path] = /\/r\/[\w-]+/.exec(caught!.text!)!;
  const { text: page } = await request(heed.url).get(path).expect(200);
  for (const shown of [page, caught!.html]) {
    expect(shown).toContain('&#60;img src');
    expect(shown).not.toContain('<img src');
  }
  const { text } = await tenant.get(`/v1/waves/${waveId}/invitations.csv`).expect(200);
  expect(text).toContain(eve.id as string);
  expect(text).not.toMatch(/HYPERLINK|<img/);
});
