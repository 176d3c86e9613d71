import type { Browser, Locator, Page } from 'playwright-core';
import { SheetsService } from '../../src/answering/sheets.service.js';
import { Database } from '../../src/platform/database/database.js';
import { BRANCHING, openWave, type TestWave } from '../support/asking.js';
import {
  accessibilityFaultsOf,
  INSTALLATION_MS,
  lookAt,
  openChromium,
  reader,
  type Reader,
} from '../support/chromium.js';
import { Heed, type TestTenant } from '../support/heed.js';
import { until } from '../support/until.js';

let heed: Heed;
let tenant: TestTenant;
let browser: Browser;

beforeAll(async () => {
  browser = await openChromium();
  heed = await Heed.start();
  tenant = await heed.tenant('Northwind');
}, INSTALLATION_MS);
afterAll(async () => {
  await browser.close();
  await heed.close();
});

const READERS: [string, Reader][] = [
  ['on a phone of 320 px', { widthPx: 320 }],
  ['on a phone of 390 px, in the dark', { widthPx: 390, colorScheme: 'dark' }],
  ['on a desk, in the dark', { widthPx: 1280, colorScheme: 'dark' }],
  ['on a desk, without a script', { widthPx: 1280, isScriptless: true }],
];

/** A page of this reader's, closed after the work, with whatever it complained of. */
async function withPage(options: Reader, work: (page: Page) => Promise<void>): Promise<string[]> {
  const context = await reader(browser, options);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // A page with a status such as 410 is reported as an error by itself.
    if (message.type() === 'error' && !message.text().includes('the server responded with a status of')) {
      complaints.push(message.text());
    }
  });
  await work(page);
  await context.close();
  return complaints;
}

const at = (token: string, rest = '') => `${heed.url}/r/${token}${rest}`;
const choose = (page: Page, question: string, value: string) =>
  page.locator(`input[name="${question}"][value="${value}"]`).check();
const submit = (page: Page) => page.locator('button[name="_act"]').click();
const textOf = (page: Page): Locator => page.locator('main');

interface Row {
  answers: Record<string, unknown>;
  revision: number;
}

async function responsesOf({ surveyKey }: TestWave): Promise<Row[]> {
  const { body } = await tenant.get(`/v1/responses?survey=${surveyKey}`).expect(200);
  return body.items;
}

async function sheetOf({ waveId }: TestWave): Promise<Record<string, unknown> | undefined> {
  const database = heed.app.get(Database);
  const [sheet] = await database.inTenant(tenant.id, () =>
    database.query<{ answers: Record<string, unknown> }>(
      'select answers from answer_sheet where tenant_id = $1 and wave_id = $2',
      [waveId],
    ),
  );
  return sheet?.answers;
}

const saved = (page: Page) => page.getByText('Saved', { exact: true }).waitFor();
const kept = (page: Page) => page.waitForResponse(/partial$/);

describe.each(READERS)('read %s', (reads, options) => {
  it('every page meets WCAG 2.2 AA, and nothing has to be moved sideways', async () => {
    const wave = await openWave(tenant);
    const { token } = await wave.invite();
    const past = new Date(Date.now() - 60_000);
    const closed = await openWave(tenant, BRANCHING, { opensAt: new Date(0), closesAt: past });
    const pages = {
      first: at(token),
      promoter: at(token, '?score=9'),
      detractor: at(token, '?score=2'),
      unknown: at('x'),
      closed: at((await closed.invite()).token),
    };
    const found: Record<string, unknown> = {};
    const complaints = await withPage(options, async (page) => {
      const check = async (name: string) => {
        found[name] = await lookAt(page, `response ${name} ${reads}`);
      };
      for (const [name, url] of Object.entries(pages)) {
        await page.goto(url);
        await check(name);
      }
      await page.goto(at(token, '?score=9'));
      await submit(page);
      await check('faults');
      await choose(page, 'quote', 'false');
      await submit(page);
      await check('thanks');
      await page.goto(at(token));
      await check('answered');
      await page.goto(at(token, '?change'));
      await check('change');
    });
    for (const [name, faults] of Object.entries(found)) expect([name, faults]).toEqual([name, []]);
    expect(complaints).toEqual([]);
  });
});

describe('with a script', () => {
  it('a number in the mail is recorded as soon as the page is seen, and the rest as it is typed', async () => {
    const wave = await openWave(tenant);
    const { token } = await wave.invite();
    await withPage({}, async (page) => {
      await page.goto(at(token, '?score=3'));
      await saved(page);
      expect(await sheetOf(wave)).toEqual({ score: 3 });
      await Promise.all([kept(page), page.getByLabel('What went wrong?').fill('Too slow')]);
      expect(await sheetOf(wave)).toEqual({ score: 3, why: 'Too slow' });
    });
  });

  it('what was typed last is kept when the reader leaves in the middle of a word', async () => {
    const wave = await openWave(tenant);
    const { token } = await wave.invite();
    await withPage({}, async (page) => {
      await page.goto(at(token, '?score=3'));
      await saved(page);
      await page.getByLabel('What went wrong?').fill('Half a th');
      await page.goto('about:blank');
      await until('the rest has arrived', async () => (await sheetOf(wave))?.why !== undefined);
    });
    expect(await sheetOf(wave)).toEqual({ score: 3, why: 'Half a th' });
  });

  it('branches come and go, and their words change, without a round trip', async () => {
    const { token } = await (await openWave(tenant)).invite();
    await withPage({}, async (page) => {
      await page.goto(at(token));
      const [topics, quote] = [page.getByText('What was it about?'), page.getByText('May we quote you?')];
      expect([await topics.isVisible(), await quote.isVisible()]).toEqual([false, false]);
      await choose(page, 'score', '2');
      expect([await topics.isVisible(), await quote.isVisible()]).toEqual([true, false]);
      expect(await page.getByLabel('What went wrong?').isVisible()).toBe(true);
      await choose(page, 'score', '9');
      expect([await topics.isVisible(), await quote.isVisible()]).toEqual([false, true]);
      expect(await page.getByLabel('What do you like most?').isVisible()).toBe(true);
    });
  });

  it('answers to a branch that was left are not sent', async () => {
    const wave = await openWave(tenant);
    const { token } = await wave.invite();
    await withPage({}, async (page) => {
      await page.goto(at(token, '?score=2'));
      await choose(page, 'topics', 'price');
      await choose(page, 'score', '7');
      await submit(page);
      await page.getByText('Thank you for your answers').waitFor();
    });
    expect(await responsesOf(wave)).toMatchObject([{ answers: { score: 7 } }]);
  });

  it('what could not be kept is said, and tried again', async () => {
    const wave = await openWave(tenant);
    const { token } = await wave.invite();
    await withPage({}, async (page) => {
      await page.goto(at(token));
      await page.context().setOffline(true);
      await choose(page, 'score', '5');
      await page.getByText('Not saved yet').waitFor();
      await page.context().setOffline(false);
      await saved(page);
    });
    expect(await sheetOf(wave)).toEqual({ score: 5 });
  });
});

describe('without a script', () => {
  it('a promoter answers step by step, is corrected, sends, comes back and changes their mind', async () => {
    const wave = await openWave(tenant);
    const { token } = await wave.invite();
    await withPage({ javaScriptEnabled: false, widthPx: 320 }, async (page) => {
      await page.goto(at(token));
      await choose(page, 'score', '9');
      await submit(page);
      await page.getByLabel('What do you like most?').fill('The people');
      await submit(page);
      await page.getByRole('link', { name: 'May we quote you? – Please answer this question.' }).click();
      expect(await page.evaluate('location.hash')).toBe('#q-quote');
      expect(await page.getByLabel('What do you like most?').inputValue()).toBe('The people');
      await choose(page, 'quote', 'true');
      await submit(page);
      expect(await textOf(page).innerText()).toContain('You made our day');
      expect(await responsesOf(wave)).toMatchObject([
        { answers: { score: 9, why: 'The people', quote: true } },
      ]);
      await page.goto(at(token));
      await page.getByRole('link', { name: 'Change my answers' }).click();
      await choose(page, 'quote', 'false');
      await submit(page);
    });
    expect(await responsesOf(wave)).toMatchObject([{ answers: { score: 9, quote: false }, revision: 2 }]);
  });
});

describe('with nothing but a keyboard', () => {
  it('a survey is answered and sent, and it is always to be seen where one is', async () => {
    const wave = await openWave(tenant);
    const { token } = await wave.invite();
    await withPage({ widthPx: 1280 }, async (page) => {
      await page.goto(at(token));
      await page.keyboard.press('Tab');
      await page.keyboard.press('Space');
      for (let step = 0; step < 8; step++) await page.keyboard.press('ArrowRight');
      const outline = await page.evaluate(
        'getComputedStyle(document.activeElement.nextElementSibling).outlineStyle',
      );
      expect(outline).toBe('solid');
      await page.keyboard.press('Tab');
      await page.keyboard.type('Good, but dear');
      await page.keyboard.press('Tab'); // ease
      await page.keyboard.press('Tab'); // send
      await page.keyboard.press('Enter');
      await page.getByText('Thank you for your answers').waitFor();
    });
    expect(await responsesOf(wave)).toMatchObject([{ answers: { score: 8, why: 'Good, but dear' } }]);
  });

  it('whoever left something out is led to it', async () => {
    const { token } = await (await openWave(tenant)).invite();
    await withPage({}, async (page) => {
      await page.goto(at(token, '?score=9'));
      await submit(page);
      const summary = page.getByRole('alert');
      expect(await summary.evaluate((one) => one.matches(':focus'))).toBe(true);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      expect(await page.evaluate('document.activeElement.name')).toBe('quote');
    });
  });
});

it('every target is at least 44 px high and wide on the narrowest phone', async () => {
  const { token } = await (await openWave(tenant)).invite();
  await withPage({ widthPx: 320 }, async (page) => {
    await page.goto(at(token, '?score=2'));
    const sizes = await page.locator('.pick, button').evaluateAll((all) =>
      all
        .map((one) => one.getBoundingClientRect())
        .filter(({ width }) => width > 0)
        .map(({ width, height }) => Math.min(width, height)),
    );
    expect(sizes.length).toBeGreaterThan(11);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(44);
  });
});

it('a page that reads from right to left is written so, and loses nothing when the language changes', async () => {
  const wave = await openWave(tenant, {
    language: 'en',
    questions: [{ key: 'score', type: 'nps', label: 'Recommend us?' }],
    translations: { ar: { questions: { score: { label: 'هل توصي بنا؟' } } } },
  });
  const { token } = await wave.invite();
  await withPage({ isScriptless: true }, async (page) => {
    await page.goto(at(token, '?score=6'));
    await page.getByRole('button', { name: 'العربية' }).click();
    expect(await page.evaluate('document.dir')).toBe('rtl');
    expect(await page.locator('input[value="6"]').isChecked()).toBe(true);
    const [first, last] = [page.locator('.pick').first(), page.locator('.pick').nth(5)];
    expect((await first.boundingBox())!.x).toBeGreaterThan((await last.boundingBox())!.x);
    expect(await accessibilityFaultsOf(page)).toEqual([]);
  });
});

it('a page nobody looks at reports nothing', async () => {
  const wave = await openWave(tenant);
  const { token } = await wave.invite();
  await withPage({ javaScriptEnabled: false }, async (page) => {
    await page.goto(at(token, '?score=9'));
  });
  await heed.app.get(Database).inTenant(tenant.id, () => heed.app.get(SheetsService).settle());
  expect(await sheetOf(wave)).toBeUndefined();
});
