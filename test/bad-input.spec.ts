import fc from 'fast-check';
import { conditions } from './arbitraries/conditions.js';
import { Heed, type TestTenant } from './support/heed.js';
import {
  ABSURD_DATES,
  BODY_LIMIT_BYTES,
  faultsOf,
  HOSTILE_BODIES,
  pointsAt,
  withFault,
} from './support/hostile.js';
import { type Belongings, oneOfEverything } from './support/one-of-everything.js';
import { BuiltApi } from './support/openapi.js';
import type { Operation } from './support/operations.js';
import { pointersOf, problemFault } from './support/problem.js';
import { requestOf } from './support/requests.js';
import { type Answer, type Sent, send } from './support/send.js';

const ENV = {
  HEED_WEBHOOK_ALLOWED_NETWORKS: '127.0.0.0/8',
  HEED_MODEL_ALLOWED_NETWORKS: '127.0.0.0/8',
  HEED_BODY_LIMIT_BYTES: String(BODY_LIMIT_BYTES),
};
const api = await BuiltApi.start(ENV);
let heed: Heed;
let acme: TestTenant;
let belongings: Belongings;

beforeAll(async () => {
  heed = await Heed.start(ENV);
  acme = await heed.tenant();
  belongings = await oneOfEverything(acme);
});

afterAll(() => Promise.all([heed?.close(), api.stop()]));

const withBody = api.operations.filter(({ body }) => body);

describe('a body', () => {
  it.each(withBody)('that is none is refused by $name', async (operation) => {
    const { method, path } = requestOf(operation, () => belongings);
    const answers: unknown[] = [];
    for (const { what, body, contentType = 'application/json' } of HOSTILE_BODIES) {
      const answer = await ask({ method, path, body, headers: { 'content-type': contentType } });
      answers.push({ what, status: answer.status, fault: problemFault(answer) });
    }
    expect(answers).toEqual(HOSTILE_BODIES.map(({ what, status }) => ({ what, status, fault: null })));
  });

  it.each(withBody)('is told which of its fields is wrong by $name', async (operation) => {
    const { method, path, body: sound } = requestOf(operation, () => belongings);
    for (const fault of [...faultsOf(operation.body!), { at: ['surprise'], value: 1 }]) {
      const body = withFault(JSON.parse(String(sound)), fault);
      if (body === undefined) continue;
      const answer = await ask({ method, path, body: JSON.stringify(body) });
      const isTold = pointersOf(answer).some((pointer) => pointsAt(pointer, fault));
      const shown = `${fault.at.join('/')} ${JSON.stringify(fault.value).slice(0, 50)}`;
      expect([shown, problemFault(answer)]).toEqual([shown, null]);
      expect([shown, isTold || answer.text]).toEqual([shown, true]);
    }
  });
});

describe('an address', () => {
  const withParameters = api.operations.filter(({ path }) => path.includes('{'));
  const nonsense = ['x', '%00', '%C3%28', '..%2F..', '0', 'x'.repeat(300), '%F0%9F%98%80', "'%20or%201=1--"];

  it.each(withParameters)('with nonsense in it finds nothing: $name', async (operation) => {
    const sent = requestOf(operation, () => belongings);
    for (const text of nonsense) {
      const path = operation.path.replace(/\{\w+\}/g, text);
      const answer = await ask({ ...sent, path });
      expect([text, answer.status < 500]).toEqual([text, true]);
      if (answer.status >= 400) expect([text, problemFault(answer)]).toEqual([text, null]);
    }
  });

  it.each(api.operations.filter(pages))('with a nonsensical page is refused: $name', async (operation) => {
    const { path } = requestOf({ ...operation, parameters: [] }, () => belongings);
    const cursor = (key: unknown) => `cursor=${Buffer.from(JSON.stringify(key)).toString('base64url')}`;
    const queries = [
      ...['-1', '0', '201', '1.5', 'x', '', '%00', '1e99', '5&limit=6'].map((limit) => `limit=${limit}`),
      ...['cursor=x', 'cursor=%00', 'cursor=%C3%28', 'cursor=a&cursor=b', 'cursor[a]=b'],
      ...[cursor([]), cursor({}), cursor([{}]), cursor(['\0']), cursor(Array(9).fill('x')), cursor([[[]]])],
      'surprise=1',
    ];
    for (const query of queries) {
      const answer = await ask({ method: 'GET', path: `${path}?${query}` });
      expect([query, problemFault(answer)]).toEqual([query, null]);
    }
  });

  it.each(api.operations.filter(asks))(
    'with nonsense asked for is never our failure: $name',
    async (operation) => {
      const sent = requestOf(operation, () => belongings);
      const [path] = sent.path.split('?');
      for (const { name } of operation.parameters.filter((one) => one.in === 'query')) {
        for (const value of [
          '',
          '%00',
          '%C3%28',
          'x'.repeat(5_000),
          '999999999999999999999',
          `1&${name}=2`,
        ]) {
          const answer = await ask({ ...sent, path: `${path}?${name}=${value}` });
          const shown = `${name}=${value.slice(0, 30)}`;
          expect([shown, answer.status < 500 || answer.text]).toEqual([shown, true]);
          if (answer.status >= 400) expect([shown, problemFault(answer)]).toEqual([shown, null]);
        }
      }
    },
  );
});

describe('a header', () => {
  it.each(withBody)('that makes no sense is refused: $name', async (operation) => {
    const sent = requestOf(operation, () => belongings);
    for (const { name } of operation.parameters.filter((one) => one.in === 'header')) {
      const answer = await ask({ ...sent, headers: { [name]: '"'.repeat(300) } });
      expect([name, problemFault(answer)]).toEqual([name, null]);
    }
  });
});

describe('a response', () => {
  const refused = async (change: object) => {
    const body = JSON.stringify({ survey: belongings.surveyKeys, score: 3, ...change });
    const answer = await ask({ method: 'POST', path: '/v1/responses', body });
    expect(problemFault(answer)).toBeNull();
    return pointersOf(answer);
  };

  it.each(ABSURD_DATES)('was not given at %s', async (respondedAt) => {
    expect(await refused({ respondedAt })).toContain('/respondedAt');
  });

  it.each([-1, 11, 2.5, 1e308])('has no score of %d', async (score) => {
    expect(await refused({ score })).toContain('/score');
  });

  it('comes once, whatever the request', async () => {
    const response = { survey: belongings.surveyKeys, score: 3, externalId: 'one' };
    const body = JSON.stringify({ responses: [response, response] });
    const answer = await ask({ method: 'POST', path: '/v1/responses/bulk', body });
    expect(answer.json).toMatchObject({ received: 1, duplicates: 1, invalid: 0 });
    const again = await ask({ method: 'POST', path: '/v1/responses', body: JSON.stringify(response) });
    expect([again.status, problemFault(again)]).toEqual([409, null]);
  });
});

describe('whatever JSON', () => {
  const json = fc.jsonValue({ maxDepth: 4 });

  it('is sent as a response is kept or refused', async () => {
    const sound = { survey: belongings.surveyKeys, score: 3, comment: 'Late.', channel: 'email' };
    const field = fc.constantFrom(
      ...['survey', 'answers', 'score', 'comment', 'contact', 'externalId', 'channel', 'language'],
      ...['properties', 'respondedAt'],
    );
    const changes = fc.oneof(
      fc.dictionary(field, json, { maxKeys: 3 }),
      fc.record({ answers: fc.dictionary(fc.constantFrom('score', 'comment', 'x'), json) }),
      fc.record({ properties: fc.dictionary(fc.string(), json) }),
      fc.record({ contact: fc.dictionary(fc.constantFrom('email', 'externalId', 'name', 'account'), json) }),
    );
    await fc.assert(
      fc.asyncProperty(changes, async (change) => {
        const body = JSON.stringify({ ...sound, ...change });
        expectAnswered(await ask({ method: 'POST', path: '/v1/responses', body }), 201);
      }),
      { numRuns: 300 },
    );
  });

  it('is sent as the condition of a rule is kept or refused', async () => {
    const path = `/v1/routing/rules/${belongings.rules}`;
    const condition = fc.oneof(
      json,
      conditions,
      fc.record({ field: fc.oneof(json, fc.constant('score')), op: json, value: json }),
      fc.record({ all: fc.array(fc.oneof(json, conditions)) }),
    );
    await fc.assert(
      fc.asyncProperty(condition, async (condition) => {
        expectAnswered(await ask({ method: 'PATCH', path, body: JSON.stringify({ condition }) }), 200);
      }),
      { numRuns: 300 },
    );
  });
});

function ask(sent: Sent): Promise<Answer> {
  return send(api.url, { ...sent, apiKey: acme.apiKey });
}

function expectAnswered(answer: Answer, success: number): void {
  if (answer.status !== success) expect(problemFault(answer)).toBeNull();
}

function pages({ parameters }: Operation): boolean {
  return parameters.some(({ name }) => name === 'cursor');
}

function asks({ parameters }: Operation): boolean {
  return parameters.some((one) => one.in === 'query');
}
