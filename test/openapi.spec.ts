import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { BuiltApi } from './support/openapi.js';

/** The linter and the compilers need their time on a busy machine, in milliseconds. */
const TOOL_TIMEOUT_MS = 120_000;

const api = await BuiltApi.start();
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'heed-openapi-'));
  await writeFile(join(folder, 'openapi.json'), JSON.stringify(api.document));
});

afterAll(async () => {
  await api.stop();
  await rm(folder, { recursive: true });
});

describe('the OpenAPI document', () => {
  it.each(api.operations)('says what $name does and what it answers', ({ summary, tags, responses }) => {
    expect([summary, tags]).toEqual([expect.stringMatching(/\w.*\.$/s), [expect.any(String)]]);
    const successes = Object.entries(responses).filter(([status]) => /^2/.test(status));
    expect(successes).not.toEqual([]);
    for (const [status, schema] of successes) {
      if (status !== '204') expect([status, schema]).toEqual([status, expect.anything()]);
    }
  });

  it(
    'passes the linter without a remark',
    async () => {
      const { stdout } = await tool(
        'spectral',
        'lint',
        'openapi.json',
        '-q',
        '-r',
        resolve('.spectral.yaml'),
      );
      expect(stdout.trim()).toBe('');
    },
    TOOL_TIMEOUT_MS,
  );
});

/** What a customer's developer may write with types made from the document. */
const PROGRAM = `
import type { components, paths } from './api.js';

type Body<Path extends keyof paths> = paths[Path] extends {
  post: { requestBody: { content: { 'application/json': infer Given } } };
} ? Given : never;

async function post<Path extends keyof paths>(path: Path, body: Body<Path>): Promise<unknown> {
  return (await fetch(path, { method: 'POST', body: JSON.stringify(body) })).json();
}

export async function report(survey: string): Promise<string> {
  const received = await post('/v1/responses', { survey, score: SCORE, comment: 'Late.' });
  const { id } = received as components['schemas']['ReceivedView'];
  const query: paths['/v1/tasks']['get']['parameters']['query'] = { limit: 10, state: ['open'] };
  const page = (await (await fetch('/v1/tasks?' + JSON.stringify(query))).json()) as
    paths['/v1/tasks']['get']['responses']['200']['content']['application/json'];
  return page.items.map((task) => task.departmentId.toUpperCase()).join() + id;
}
`;

describe('a typed client made from it', () => {
  beforeAll(() => tool('openapi-typescript', 'openapi.json', '-o', 'api.d.ts'), TOOL_TIMEOUT_MS);

  it('compiles', async () => expect(await compile(PROGRAM.replace('SCORE', '3'))).toBe(''), TOOL_TIMEOUT_MS);

  it(
    'does not compile with a score that is a text',
    async () => expect(await compile(PROGRAM.replace('SCORE', "'3'"))).toContain('TS2322'),
    TOOL_TIMEOUT_MS,
  );
});

/** What the compiler has to say. */
async function compile(program: string): Promise<string> {
  await writeFile(join(folder, 'program.mts'), program);
  const options = [
    '--noEmit',
    '--strict',
    '--module',
    'nodenext',
    '--target',
    'es2023',
    '--lib',
    'es2023,dom',
  ];
  const { stdout } = await tool('tsc', ...options, 'program.mts').catch((error: { stdout: string }) => error);
  return stdout.trim();
}

function tool(name: string, ...args: string[]): Promise<{ stdout: string }> {
  return promisify(execFile)(resolve('node_modules/.bin', name), args, { cwd: folder });
}
