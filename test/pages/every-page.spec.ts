import type { Browser, Page, Response } from 'playwright-core';
import { LinksService } from '../../src/campaigns/links.service.js';
import { Database } from '../../src/platform/database/database.js';
import type { SurveyDefinition } from '../../src/surveys/definition.js';
import { BRANCHING, openWave, type WaveFields } from '../support/asking.js';
import { contactsOf, surveyOf } from '../support/campaigns.js';
import { INSTALLATION_MS, lookAt, openChromium, reader, type Reader } from '../support/chromium.js';
import { Heed, type TestTenant } from '../support/heed.js';
import { type Vote, voteOf } from '../support/voting.js';

const DAY_MS = 86_400_000;
/** Of HTML, style and script together. */
const MAX_PAGE_BYTES = 30_000;

/** As much as stands on one page, in words that are hard to break, in both directions. */
const LONG: SurveyDefinition = {
  language: 'de',
  intro: 'Es dauert eine Minute.\nUnd es entscheidet, woran wir als Nächstes arbeiten.',
  questions: [
    {
      key: 'score',
      type: 'csat',
      label: 'Wie zufrieden sind Sie mit der Rechtsschutzversicherungsgesellschaftsabwicklung?',
      required: true,
    },
    {
      key: 'topic',
      type: 'single_choice',
      label: 'Worum ging es?',
      choices: [
        { key: 'a', label: 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz' },
        {
          key: 'b',
          label: 'Grundstücksverkehrsgenehmigungszuständigkeit und Kraftfahrzeughaftpflichtversicherung',
        },
      ],
    },
    { key: 'years', type: 'rating', label: 'Seit wie vielen Jahren?', min: 0, max: 40 },
    { key: 'effort', type: 'ces', label: 'Es war leicht, Hilfe zu bekommen.' },
    { key: 'why', type: 'text', label: 'Warum?', description: 'So lang oder so kurz, wie Sie mögen.' },
    { key: 'quote', type: 'consent', label: 'Dürfen wir Sie zitieren?', required: true },
  ],
  translations: {
    ar: {
      intro: 'يستغرق الأمر دقيقة واحدة.',
      questions: {
        score: { label: 'ما مدى رضاك عنا؟' },
        topic: { label: 'عمّ كان الأمر؟', choices: { a: 'السعر والعقد', b: 'الدعم' } },
        years: { label: 'منذ كم سنة؟' },
        effort: { label: 'كان الحصول على المساعدة سهلاً.' },
        why: { label: 'لماذا؟', description: 'بقدر ما تريد.' },
        quote: { label: 'هل يمكننا الاقتباس منك؟' },
      },
    },
  },
};

let heed: Heed;
let strict: Heed;
let tenant: TestTenant;
let browser: Browser;
let vote: Vote;

beforeAll(async () => {
  browser = await openChromium();
  heed = await Heed.start();
  strict = await Heed.start({ HEED_RATE_LIMIT_PER_MINUTE: '1' });
  tenant = await heed.tenant('Northwind');
  await surveyOf(tenant);
  await contactsOf(tenant, 10);
  vote = await voteOf(tenant);
}, INSTALLATION_MS);
afterAll(async () => {
  await browser.close();
  await heed.close();
  await strict.close();
});

const READERS: [string, Reader & { fontPercent?: number }][] = [
  ['on a phone of 320 px, in the dark', { widthPx: 320, colorScheme: 'dark' }],
  [
    'on a phone of 390 px, in letters twice as large, without a script',
    { fontPercent: 200, isScriptless: true },
  ],
];

const inTenant = <T>(work: () => T | Promise<T>) =>
  heed.app.get(Database).inTenant(tenant.id, () => Promise.resolve(work()));
const urlOf = (token: string, rest = '') => `${heed.url}/r/${token}${rest}`;
const answers = (definition = BRANCHING, fields: WaveFields = {}) =>
  openWave(tenant, definition, fields).then((wave) => wave.invite());

type Visit = (page: Page, look: (what: string) => Promise<void>) => Promise<unknown>;

/** The ways to the pages that no other test looks at. */
const VISITS: Record<string, Visit> = {
  'before the wave opens': async (page, look) => {
    const opensAt = new Date(Date.now() + DAY_MS);
    await page.goto(urlOf((await answers(BRANCHING, { state: 'planned', opensAt })).token));
    await look('not yet');
  },
  'while the campaign is paused': async (page, look) => {
    const wave = await openWave(tenant, BRANCHING, { campaignState: 'paused', channel: 'link' });
    await page.goto(urlOf(await wave.openToken()));
    await look('paused');
  },
  'after the person was erased': async (page, look) => {
    const { contactId, token } = await answers();
    const move = `update invitation set wave_id = gen_random_uuid() where tenant_id = $1 and contact_id = $2`;
    await inTenant(() => heed.app.get(Database).query(move, [contactId]));
    await page.goto(urlOf(token));
    await look('erased');
  },
  'too often': async (page, look) => {
    strict.setTime(new Date());
    const url = `${strict.url}/r/${(await answers()).token}`;
    await Promise.all(Array.from({ length: 240 }, () => fetch(url, { method: 'HEAD' })));
    await page.goto(url);
    await look('too many');
  },
  'from another website': async (page, look) => {
    const action = urlOf((await answers()).token);
    await page.setContent(`<form method="post" action="${action}"><button>Win!</button></form>`);
    await page.getByRole('button').click();
    await look('elsewhere');
  },
  'by a link for all': async (page, look) => {
    const wave = await openWave(tenant, BRANCHING, { channel: 'link' });
    await page.goto(urlOf(await wave.openToken()));
    await look('open');
  },
  'in a frame': async (page, look) => {
    const wave = await openWave(tenant, BRANCHING, { channel: 'embed', origins: ['https://shop.example'] });
    await page.goto(`${heed.url}/e/${await wave.openToken()}?score=9`);
    await look('framed');
    await page.getByLabel('Yes').check();
    await page.getByRole('button', { name: 'Send' }).click();
    await look('framed thanks');
  },
  'with a ballot': async (page, look) => {
    const [token] = vote.tokens.values();
    vote.tokens.delete([...vote.tokens.keys()][0]!);
    await page.goto(urlOf(token!, '?score=9'));
    await look('anonymous');
    await page.getByRole('button', { name: 'Send' }).click();
    await look('anonymous thanks');
    await page.goto(urlOf(token!));
    await look('cast');
  },
  'in long words': async (page, look) => {
    await page.goto(urlOf((await answers(LONG)).token, '?lang=de'));
    await look('long');
    await page.getByRole('button', { name: 'Absenden' }).click();
    await look('long faults');
  },
  'from right to left': async (page, look) => {
    await page.goto(urlOf((await answers(LONG)).token, '?lang=ar&score=4'));
    await look('arabic');
    await page.locator('button[name="_act"]').click();
    await look('arabic faults');
    await page.locator('input[name="quote"][value="true"]').check();
    await page.locator('button[name="_act"]').click();
    await look('arabic thanks');
  },
  'to unsubscribe': async (page, look) => {
    const [contactId] = await contactsOf(tenant, 1);
    const links = heed.app.get(LinksService);
    await page.goto(`${heed.url}/u/${await inTenant(() => links.unsubscribe(vote.waveId, contactId!))}`);
    await look('unsubscribe');
    await page.getByRole('button', { name: 'Unsubscribe' }).click();
    await look('unsubscribed');
    await page.getByRole('button', { name: 'Undo: ask me again' }).click();
    await look('asked again');
    await page.goto(`${heed.url}/u/x`);
    await look('unsubscribe unknown');
  },
};

/** What a browser that was given pages knows besides: what they weigh, what they ask whom, what they leave behind. */
function watch(page: Page): { faults: () => Promise<string[]> } {
  const found: Promise<string[]>[] = [];
  page.on('response', (response) => found.push(faultsOf(response)));
  return {
    async faults() {
      const cookies = (await page.context().cookies()).map(({ name }) => `sets the cookie ${name}`);
      return [...(await Promise.all(found)).flat(), ...cookies];
    },
  };
}

async function faultsOf(response: Response): Promise<string[]> {
  const url = response.url();
  if (![heed.url, strict.url].includes(new URL(url).origin)) return [`asks ${url}`];
  if (!response.request().isNavigationRequest()) return [];
  const { byteLength } = await response.body();
  const isStrict = /^default-src 'none'; /.test(response.headers()['content-security-policy'] ?? '');
  return [
    ...(byteLength < MAX_PAGE_BYTES ? [] : [`${url} weighs ${byteLength} bytes`]),
    ...(isStrict ? [] : [`${url} may do more than it needs`]),
  ];
}

describe.each(READERS)('read %s', (reads, { fontPercent = 100, ...options }) => {
  it.each(Object.entries(VISITS))(
    'what is met %s meets WCAG 2.2 AA and keeps to itself',
    async (_way, visit) => {
      const context = await reader(browser, options);
      const page = await context.newPage();
      const watched = watch(page);
      const found: [string, string[]][] = [];
      await visit(page, async (what) => {
        await page.evaluate(`document.documentElement.style.fontSize = '${fontPercent}%'`);
        found.push([what, await lookAt(page, `${what} ${reads}`)]);
      });
      const faults = await watched.faults();
      await context.close();
      expect(found).toEqual(found.map(([what]) => [what, []]));
      expect(faults).toEqual([]);
    },
  );
});
