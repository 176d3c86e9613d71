import type { INestApplicationContext } from '@nestjs/common';
import pg from 'pg';
import { AnalyzingService } from '../src/analysis/analyzing.service.js';
import { EmbeddedAnalysisService } from '../src/analysis/embedded-analysis.service.js';
import { WrittenService } from '../src/analysis/written.service.js';
import { Database } from '../src/platform/database/database.js';
import { ResponsesService } from '../src/responses/responses.service.js';
import { incomingOf } from '../src/responses/responses.dto.js';
import { ThemesService } from '../src/themes/themes.service.js';
import { comment } from './analysis.js';
import { type Bench, percentile } from './harness.js';
import { openApp, type BenchTenant } from './tenant.js';

const BATCH = 500;
const REPEATS = 11;
const YEAR_MS = 365 * 24 * 60 * 60 * 1_000;

const ASKED = {
  themesOfAMonth: '/v1/themes',
  themesOfHalfAYear: '/v1/themes?from={half-a-year-ago}',
  latestVerbatims: '/v1/verbatims',
  commonWords: '/v1/verbatims?q=the+invoice',
  theme: '/v1/verbatims?theme=billing&polarity=negative',
  rareLanguage: '/v1/verbatims?language=de',
  emergingTopics: '/v1/emerging-topics',
};

export interface InsightsFigure {
  verbatims: number;
  /** Median of one request after the other. */
  medianMs: Record<keyof typeof ASKED, number>;
}

/** What is read of a year of verbatims of one tenant, over HTTP, once PostgreSQL has tidied up behind them. */
export async function benchInsights(
  bench: Bench,
  tenant: BenchTenant,
  verbatims: number,
): Promise<InsightsFigure> {
  const app = await openApp(bench.env);
  const inTenant = <T>(work: () => Promise<T>) => app.get(Database).inTenant(tenant.tenantId, work);
  for (let n = 0; n < verbatims; n += BATCH) {
    const ids = await inTenant(() => takeIn(app, n, verbatims));
    await inTenant(() => analyze(app, ids));
  }
  await app.close();
  await tidyUp(bench.services.ownerUrl!);
  const medianMs: Record<string, number> = {};
  const halfAYearAgo = new Date(Date.now() - YEAR_MS / 2).toISOString();
  for (const [name, path] of Object.entries(ASKED)) {
    medianMs[name] = await medianOf(
      `${bench.address}${path.replace('{half-a-year-ago}', halfAYearAgo)}`,
      tenant.apiKey,
    );
  }
  return { verbatims, medianMs };
}

/** Responses of a year, spread evenly, as if they were imported. Returns their ids. */
async function takeIn(app: INestApplicationContext, first: number, of: number): Promise<string[]> {
  const responses = Array.from({ length: Math.min(BATCH, of - first) }, (_, i) => {
    const respondedAt = new Date(Date.now() - (YEAR_MS * (first + i)) / of).toISOString();
    return incomingOf({ survey: 'nps', score: i % 11, comment: comment(first + i).text, respondedAt });
  });
  const outcomes = await app.get(ResponsesService).receive(responses, { isHistory: true });
  return outcomes.map((outcome) => {
    if ('error' in outcome) throw outcome.error;
    return outcome.response.id;
  });
}

/** As a run over history does it. */
async function analyze(app: INestApplicationContext, responseIds: string[]): Promise<void> {
  await app.get(ThemesService).begin();
  const written = await app.get(WrittenService).in(responseIds);
  await app.get(AnalyzingService).keep(await app.get(EmbeddedAnalysisService).analyze(written));
}

async function tidyUp(ownerUrl: string): Promise<void> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  await client.query('vacuum analyze verbatim, mention, verbatim_emotion, theme');
  await client.end();
}

async function medianOf(url: string, apiKey: string): Promise<number> {
  const took: number[] = [];
  for (let i = 0; i < REPEATS; i++) {
    const begun = performance.now();
    const response = await fetch(url, { headers: { authorization: `Bearer ${apiKey}` } });
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`${url}: ${response.status}`);
    took.push(performance.now() - begun);
  }
  return Math.round(percentile(took, 0.5));
}
