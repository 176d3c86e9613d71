import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../src/app.module.js';
import { readConfig } from '../src/config.js';
import { TenantsService } from '../src/tenants/tenants.service.js';

/** The modules' services in this process. */
export function openApp(env: NodeJS.ProcessEnv): Promise<INestApplicationContext> {
  return NestFactory.createApplicationContext(AppModule.commandLine(readConfig(env)), { logger: false });
}

export interface BenchTenant {
  tenantId: string;
  apiKey: string;
  post(path: string, body: unknown): Promise<Response>;
}

/** A tenant with an nps survey, members, and rules that send each detractor to one or two departments. */
export async function makeTenant(app: INestApplicationContext, address: string): Promise<BenchTenant> {
  const owner = { ownerEmail: `bench-${Date.now()}@example.com`, ownerName: 'Bench' };
  const { tenantId, apiKey } = await app.get(TenantsService).create({ name: 'Bench', ...owner });
  const call = async (method: string, path: string, body?: unknown) => {
    const response = await fetch(`${address}${path}`, {
      method,
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response;
  };
  const post = (path: string, body: unknown) => call('POST', path, body);
  await post('/v1/surveys', {
    key: 'nps',
    name: 'NPS',
    definition: {
      questions: [
        { key: 'score', type: 'nps', label: 'How likely are you to recommend us?' },
        { key: 'comment', type: 'text', label: 'What is the main reason?' },
      ],
    },
  });
  const { items } = (await (await call('GET', '/v1/departments')).json()) as {
    items: { id: string; key: string }[];
  };
  for (const { id, key } of items) {
    const member = { email: `${key}-${Date.now()}@example.com`, name: key, role: 'agent' };
    const { id: memberId } = (await (await post('/v1/members', member)).json()) as { id: string };
    await call('PUT', `/v1/departments/${id}/members/${memberId}`);
  }
  const of = (key: string) => items.find((item) => item.key === key)!.id;
  await post('/v1/routing/rules', {
    name: 'Unhappy customers',
    condition: { field: 'category', op: 'eq', value: 'detractor' },
    departmentIds: [of('support')],
    priority: 'high',
    assignment: 'round_robin',
  });
  await post('/v1/routing/rules', {
    name: 'Words about money',
    condition: { field: 'verbatim', op: 'contains_any', value: ['invoice', 'price*', 'billing'] },
    departmentIds: [of('product')],
    priority: 'normal',
    assignment: 'round_robin',
  });
  return { tenantId, apiKey, post };
}

const COMMENTS = [
  'The invoice was wrong twice and nobody called back.',
  'Good product, but pricing changed without notice.',
  'Support solved it within minutes, thank you!',
  'The export is slow and fails on large projects, please look into it.',
];

/** One of many responses, about 260 bytes as JSON. */
export function sampleResponse(n: number, score: number = n % 11) {
  return {
    survey: 'nps',
    score,
    comment: COMMENTS[n % COMMENTS.length]!,
    contact: { externalId: `customer-${n % 1_000}`, email: `customer-${n % 1_000}@example.com` },
    channel: 'email',
    properties: { plan: n % 2 ? 'team' : 'business' },
  };
}
