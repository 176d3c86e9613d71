import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page, type Route } from 'playwright-core';
import { findProgram, run } from '../../src/platform/embedded/processes.js';
import { isRoot } from '../../src/platform/embedded/unprivileged-user.js';

const PROGRAMS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'msedge',
];
const APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** It is to meet our own pages and nobody else's. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const APT_GET = ['-o', 'Acquire::Retries=2', '-o', 'DPkg::Lock::Timeout=300'];
const NONINTERACTIVE = { env: { DEBIAN_FRONTEND: 'noninteractive' } };

/** Installing a browser on a fresh machine is the slowest part by far. */
export const INSTALLATION_MS = 600_000;

/** A headless Chromium: one found on this machine, or else Debian's, installed now. */
export async function openChromium(): Promise<Browser> {
  const executablePath = found() ?? (await installed());
  return chromium.launch({ executablePath, args: FLAGS });
}

function found(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  return named ?? PROGRAMS.map(findProgram).find((path) => path) ?? APPLICATIONS.find(existsSync);
}

async function installed(): Promise<string> {
  if (!findProgram('apt-get') || !isRoot()) {
    throw new Error('The tests of pages need Chromium: install it, or name one in CHROMIUM_PATH.');
  }
  const install = () =>
    run('apt-get', [...APT_GET, 'install', '-y', '--no-install-recommends', 'chromium'], NONINTERACTIVE);
  await install().catch(async () => {
    await run('apt-get', [...APT_GET, 'update']).catch(() => undefined); // lists that are missing or out of date
    await install();
  });
  return found()!;
}

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const WCAG_2_2_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe holds against a page, as `rule: element` lines; none for a page that meets WCAG 2.2 AA as far as a program can tell. */
export async function accessibilityFaultsOf(page: Page): Promise<string[]> {
  await page.evaluate(await readFile(AXE, 'utf8'));
  const { violations } = await page.evaluate(
    (tags) => (globalThis as unknown as { axe: Axe }).axe.run({ runOnly: tags }),
    WCAG_2_2_AA,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

/**
 * What is wrong with a page as this reader sees it: what axe says, and whether it has to be moved sideways. The page is
 * kept as a picture in the folder that SCREENSHOTS names, for whoever wants to see for themselves.
 */
export async function lookAt(page: Page, name: string): Promise<string[]> {
  const folder = process.env.SCREENSHOTS;
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  const faults = await accessibilityFaultsOf(page);
  return (await page.evaluate(OVERFLOW_PX)) === 0 ? faults : [...faults, 'has to be moved sideways'];
}

const OVERFLOW_PX = 'Math.max(0, document.documentElement.scrollWidth - innerWidth)';

interface Axe {
  run(options: object): Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }>;
}

/** How a reader looks at pages. */
export interface Reader {
  widthPx?: number;
  colorScheme?: 'light' | 'dark';
  javaScriptEnabled?: boolean;
  /** Pages come without their scripts, yet axe can run on them. */
  isScriptless?: boolean;
  locale?: string;
}

export async function reader(browser: Browser, options: Reader = {}): Promise<BrowserContext> {
  const { widthPx = 390, isScriptless, ...rest } = options;
  const context = await browser.newContext({
    viewport: { width: widthPx, height: 800 },
    locale: 'en-US',
    ...rest,
  });
  context.setDefaultTimeout(PATIENCE_MS);
  if (isScriptless) await context.route('**/*', withoutScript);
  return context;
}

/** Well within a test's own time, so that it says what it waited for. */
const PATIENCE_MS = 15_000;

async function withoutScript(route: Route): Promise<void> {
  const response = await route.fetch();
  const body = (await response.text()).replaceAll(/<script>.*?<\/script>/gs, '');
  await route.fulfill({ response, body });
}
