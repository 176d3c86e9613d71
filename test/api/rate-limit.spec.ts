import request from 'supertest';
import { Heed } from '../support/heed.js';

/** What the first, second and third of three requests are answered, each saying it comes from elsewhere. */
async function statusesOfThree(env: NodeJS.ProcessEnv): Promise<number[]> {
  const heed = await Heed.start({ HEED_RATE_LIMIT_PER_MINUTE: '2', ...env });
  const statuses: number[] = [];
  for (const address of ['203.0.113.1', '203.0.113.2', '203.0.113.3']) {
    const { status } = await request(heed.url).get('/v1/tenant').set('x-forwarded-for', address);
    statuses.push(status);
  }
  await heed.close();
  return statuses;
}

describe('callers without a key', () => {
  it('do not escape the rate limit by claiming other addresses', async () => {
    expect(await statusesOfThree({})).toEqual([401, 401, 429]);
  });

  it('are told apart by the word of a proxy the operator trusts', async () => {
    expect(await statusesOfThree({ HEED_TRUSTED_PROXIES: '127.0.0.0/8' })).toEqual([401, 401, 401]);
  });
});
