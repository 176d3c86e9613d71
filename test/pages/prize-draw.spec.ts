import type { Browser } from 'playwright-core';
import { campaignOf, contactsOf, strikeAt, surveyOf } from '../support/campaigns.js';
import { INSTALLATION_MS, lookAt, openChromium, reader, type Reader } from '../support/chromium.js';
import { Heed, type TestTenant } from '../support/heed.js';
import { closeWave, tokensOf } from '../support/voting.js';

let heed: Heed;
let tenant: TestTenant;
let browser: Browser;

beforeAll(async () => {
  browser = await openChromium();
  heed = await Heed.start();
}, INSTALLATION_MS);
afterAll(async () => {
  await browser.close();
  await heed.close();
});

const READERS: [string, Reader][] = [
  ['on a phone of 320 px', { widthPx: 320 }],
  ['on a desk, in the dark, without a script', { widthPx: 1280, colorScheme: 'dark', isScriptless: true }],
];

it.each(READERS)('somebody answers, enters the draw and sees how it came out: %s', async (name, options) => {
  heed.setTime(new Date('2026-11-23T12:00:00Z'));
  tenant = await heed.tenant('Northwind');
  await surveyOf(tenant);
  await contactsOf(tenant, 1);
  const schedule = { type: 'once', opens: '2026-12-01T09:00', lastsDays: 14 };
  const id = await campaignOf(tenant, { schedule, timeZone: 'UTC', isAnonymous: true });
  await tenant.post(`/v1/campaigns/${id}/start`).expect(201);
  const waveId = (await tenant.get(`/v1/campaigns/${id}/waves`)).body.items[0].id as string;
  await tenant.put(`/v1/waves/${waveId}/prize-draw`, { prize: 'A bicycle', prizes: 1 }).expect(200);
  await strikeAt(tenant, '2026-12-01T12:00:00Z');
  const [token] = (await tokensOf(tenant, waveId)).values();

  const context = await reader(browser, options);
  const page = await context.newPage();
  const seen = async (what: string) => {
    expect(await lookAt(page, `${what} ${name}`)).toEqual([]);
  };
  await page.goto(`${heed.url}/r/${token}?score=9`);
  for (let step = 0; step < 3 && (await page.locator('button[name="_act"]').count()) > 0; step++)
    await page.locator('button[name="_act"]').click();
  await page.getByRole('heading', { name: 'Prize draw: A bicycle' }).waitFor();
  await seen('offered');
  await page.getByLabel('E-mail address').fill('ada@example.com');
  await page.getByLabel('I want to take part').check();
  await page.getByRole('button', { name: 'Take part' }).click();
  await page.getByRole('heading', { name: 'You are in the draw' }).waitFor();
  await seen('entered');
  await closeWave(tenant, waveId);
  const { body } = await tenant.post(`/v1/waves/${waveId}/prize-draw/drawing`).expect(201);
  const receipt = await page.locator('[role=status]').innerText();
  expect(receipt).toContain(body.winners[0]);
  await page.getByRole('link', { name: 'How the draw works' }).click();
  await page.getByText(body.winners[0] as string).waitFor();
  await seen('drawn');
  await context.close();
});
