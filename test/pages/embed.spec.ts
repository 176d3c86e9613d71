import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { BRANCHING, openWave, type WaveFields } from '../support/asking.js';
import { INSTALLATION_MS, lookAt, openChromium, reader } from '../support/chromium.js';
import { Heed, type TestTenant } from '../support/heed.js';
import { until } from '../support/until.js';

let heed: Heed;
let tenant: TestTenant;
let browser: Browser;
let shop: Server;
/** The tenant's product, and the attributes its page has on the script at the time. */
let shopOrigin: string;
let attributes: Record<string, string> = {};

beforeAll(async () => {
  browser = await openChromium();
  heed = await Heed.start();
  tenant = await heed.tenant('Northwind');
  shop = createServer((_request, response) => {
    const given = Object.entries(attributes).map(([name, value]) => `data-${name}="${value}"`);
    // As strict as a page can be that lets Heed in.
    const policy = `default-src 'none'; script-src ${heed.url}; frame-src ${heed.url}`;
    response.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': policy });
    response.end(`<!doctype html><html lang="en"><head><title>Shop</title></head><body><main>
      <h1>Shop</h1><button id="buy">Buy</button></main>
      <script src="${heed.url}/embed.js" ${given.join(' ')} async></script></body></html>`);
  });
  await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve));
  shopOrigin = `http://127.0.0.1:${(shop.address() as AddressInfo).port}`;
}, INSTALLATION_MS);
afterAll(async () => {
  await browser.close();
  await heed.close();
  shop.close();
});

/** A shop page that shows a new wave's open link; closed after the work. */
async function inShop(
  options: { fields?: WaveFields; attributes?: Record<string, string> },
  work: (page: Page) => Promise<void>,
): Promise<void> {
  const wave = await openWave(tenant, BRANCHING, {
    channel: 'embed',
    origins: [shopOrigin],
    ...options.fields,
  });
  attributes = { 'heed-link': await wave.openToken(), ...options.attributes };
  const context = await reader(browser, { widthPx: 1280 });
  const page = await context.newPage();
  await page.goto(shopOrigin);
  await work(page);
  await context.close();
}

const panel = (page: Page) => page.getByRole('dialog', { name: 'Feedback' });
const survey = (page: Page) => page.frameLocator('iframe[title="Feedback"]');

/** Long enough for a panel to come up if it would. */
async function staysAway(page: Page): Promise<void> {
  const framed = page.waitForEvent('frameattached', { timeout: 2_000 }).catch(() => undefined);
  await framed;
  await page.waitForTimeout(700);
  expect(await panel(page).isVisible()).toBe(false);
}

describe('a survey inside the tenant’s product', () => {
  it('comes up in the corner, disturbs nobody, and grows with its questions', async () => {
    await inShop({}, async (page) => {
      await page.locator('#buy').focus();
      await panel(page).waitFor();
      expect(await page.evaluate('document.activeElement.id')).toBe('buy');
      expect(await lookAt(page, 'embedded')).toEqual([]);
      const frame = page.locator('iframe');
      const before = (await frame.boundingBox())!.height;
      await survey(page).locator('input[name="score"][value="3"]').check();
      await survey(page).getByText('What was it about?').waitFor();
      const height = async () => (await frame.boundingBox())!.height;
      await until('the panel has grown', async () => (await height()) > before);
      expect(await lookAt(page, 'embedded and grown')).toEqual([]);
    });
  });

  it('thanks, and does not come up again', async () => {
    await inShop({}, async (page) => {
      await survey(page).locator('input[name="score"][value="8"]').check();
      await survey(page).getByRole('button', { name: 'Send' }).click();
      await survey(page).getByText('Thank you for your answers').waitFor();
      await page.getByRole('button', { name: 'Close' }).click();
      await page.reload();
      await staysAway(page);
    });
  });

  it.each([
    ['Esc on the page', (page: Page) => page.keyboard.press('Escape')],
    ['Esc inside the survey', (page: Page) => survey(page).locator('input').first().press('Escape')],
    ['its button', (page: Page) => page.getByRole('button', { name: 'Close' }).click()],
  ])('is dismissed by %s, for a while', async (_how, dismiss) => {
    await inShop({}, async (page) => {
      await panel(page).waitFor();
      await dismiss(page);
      await panel(page).waitFor({ state: 'detached' });
      await page.reload();
      await staysAway(page);
    });
  });

  it('in the middle takes the focus, and gives it back', async () => {
    await inShop({ attributes: { position: 'center', 'delay-seconds': '1' } }, async (page) => {
      await page.locator('#buy').focus();
      await panel(page).waitFor();
      expect(await page.evaluate('document.activeElement.id')).not.toBe('buy');
      await page.keyboard.press('Escape');
      await panel(page).waitFor({ state: 'detached' });
      expect(await page.evaluate('document.activeElement.id')).toBe('buy');
    });
  });
});

describe('no survey comes up', () => {
  it('on a site the campaign does not name', async () => {
    await inShop({ fields: { origins: ['https://other.example'] } }, staysAway);
  });

  it('when the wave is closed, or the campaign is paused', async () => {
    const past = new Date(Date.now() - 60_000);
    await inShop({ fields: { opensAt: new Date(0), closesAt: past } }, staysAway);
    await inShop({ fields: { campaignState: 'paused' } }, staysAway);
  });

  it('when the link is none', async () => {
    await inShop({ attributes: { 'heed-link': 'nonsense' } }, staysAway);
  });
});
