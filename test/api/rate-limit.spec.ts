import request from 'supertest';
import { LinksService } from '../../src/campaigns/links.service.js';
import { Database } from '../../src/platform/database/database.js';
import { newId } from '../../src/platform/ids.js';
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

it('nobody unsubscribes and takes it back without end', async () => {
  const heed = await Heed.start({ HEED_RATE_LIMIT_PER_MINUTE: '100' });
  heed.setTime(new Date()); // in one and the same minute
  const { id } = await heed.tenant();
  const token = await heed.app
    .get(Database)
    .inTenant(id, () => Promise.resolve(heed.app.get(LinksService).unsubscribe(newId(), newId())));
  const statuses: number[] = [];
  for (let i = 0; i < 61; i++) statuses.push((await request(heed.url).post(`/u/${token}`)).status);
  await heed.close();
  expect(statuses).toEqual([...Array<number>(60).fill(200), 429]);
});

describe('callers without a key', () => {
  it('do not escape the rate limit by claiming other addresses', async () => {
    expect(await statusesOfThree({})).toEqual([401, 401, 429]);
  });

  it('are told apart by the word of a proxy the operator trusts', async () => {
    expect(await statusesOfThree({ HEED_TRUSTED_PROXIES: '127.0.0.0/8' })).toEqual([401, 401, 401]);
  });
});
