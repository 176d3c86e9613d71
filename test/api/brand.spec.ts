import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { Database } from '../../src/platform/database/database.js';
import { BrandService } from '../../src/surveys/brand.service.js';
import { Heed, type TestTenant } from '../support/heed.js';
import { PNG as SAMPLE } from '../support/png.js';

let heed: Heed;
let acme: TestTenant;
beforeAll(async () => (heed = await Heed.start({ HEED_PUBLIC_URL: 'https://heed.example' })));
afterAll(() => heed.close());
beforeEach(async () => (acme = await heed.tenant()));

const PNG = Buffer.from(SAMPLE);

const putLogo = (bytes: Buffer, type = 'image/png') =>
  acme.put('/v1/brand/logo').set('content-type', type).send(bytes);
const fetchLogo = (url: string) => request(heed.url).get(url.replace('https://heed.example', ''));

describe('the brand of a tenant', () => {
  it('is in Heed’s own colour until one is chosen', async () => {
    const { body } = await acme.get('/v1/brand').expect(200);
    expect(body).toEqual({
      colour: '#1f5fbf',
      textColour: '#ffffff',
      logoUrl: null,
      changedAt: null,
      version: 0,
    });
  });

  it('has its colour, and the text colour that reads best on it', async () => {
    const { body } = await acme.put('/v1/brand', { colour: '#B85C00' }).expect(200);
    expect(body).toMatchObject({ colour: '#b85c00', textColour: '#ffffff', version: 1 });
    expect((await acme.get('/v1/brand')).body).toEqual(body);
  });

  it('cannot have a colour that a white page swallows, and is told of one that will do', async () => {
    const { body } = await acme.put('/v1/brand', { colour: '#ffcc00' }).expect(422);
    expect(body).toMatchObject({
      code: 'brand.colour_refused',
      errors: [{ pointer: '/colour', detail: expect.stringMatching('#b49000') }],
    });
    await acme.put('/v1/brand', { colour: '#b49000' }).expect(200);
  });

  it('is not changed by two people at once', async () => {
    await acme.put('/v1/brand', { colour: '#b85c00' }).set('if-match', '"0"').expect(200);
    await acme.put('/v1/brand', { colour: '#115522' }).set('if-match', '"0"').expect(412);
  });

  it('is what the pages of its tenant look like at once', async () => {
    const database = heed.app.get(Database);
    const current = () => database.inTenant(acme.id, () => heed.app.get(BrandService).current());
    expect(await current()).toEqual({ colour: '#1f5fbf', textColour: '#ffffff', logoUrl: null });
    await acme.put('/v1/brand', { colour: '#115522' }).expect(200);
    expect(await current()).toMatchObject({ colour: '#115522' });
  });
});

describe('a logo', () => {
  it('is shown to everybody, and kept for ever under its address', async () => {
    const { body } = await putLogo(PNG).expect(200);
    expect(body.logoUrl).toMatch(
      new RegExp(`^https://heed\\.example/brand/${acme.id}/logo\\?v=[0-9a-f]{24}$`),
    );
    const shown = await fetchLogo(body.logoUrl).expect(200);
    expect(shown.body).toEqual(PNG);
    expect(shown.headers).toMatchObject({
      'content-type': 'image/png',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    });
    await fetchLogo(body.logoUrl).set('if-none-match', shown.headers.etag!).expect(304);
  });

  it('has another address when it is another', async () => {
    const { body: before } = await putLogo(PNG).expect(200);
    const { body: after } = await putLogo(Buffer.concat([PNG, Buffer.from('x')])).expect(200);
    expect(after.logoUrl).not.toBe(before.logoUrl);
    const old = await fetchLogo(before.logoUrl).expect(200);
    expect(old.headers['cache-control']).toBe('public, no-cache');
  });

  it('keeps the colour as it is, and goes without it', async () => {
    await acme.put('/v1/brand', { colour: '#115522' }).expect(200);
    const { body } = await putLogo(PNG).expect(200);
    expect(body.colour).toBe('#115522');
    await acme.delete('/v1/brand/logo').expect(204);
    await fetchLogo(body.logoUrl).expect(404);
    expect((await acme.get('/v1/brand')).body).toMatchObject({ colour: '#115522', logoUrl: null });
    expect((await acme.delete('/v1/brand/logo').expect(404)).body.code).toBe('brand.logo_not_found');
  });

  it.each([
    ['an SVG, whatever it is called', Buffer.from(`<svg>${' '.repeat(40)}</svg>`), 'image/png', 422],
    ['a page', Buffer.from('<!doctype html>'), 'text/html', 415],
    ['a table', Buffer.from('a,b'), 'text/csv', 415],
    ['JSON', Buffer.from('{}'), 'application/json', 415],
    ['more than 100 kB', Buffer.concat([PNG, Buffer.alloc(100_000)]), 'image/png', 413],
    ['nothing', Buffer.alloc(0), 'image/png', 422],
  ])('cannot be %s', async (_what, bytes, type, status) => {
    await putLogo(bytes, type).expect(status);
    expect((await acme.get('/v1/brand')).body.logoUrl).toBeNull();
  });

  it('of nobody is not found', async () => {
    for (const tenant of [acme.id, randomUUID(), 'x', '%00']) {
      await fetchLogo(`/brand/${tenant}/logo`).expect(404);
    }
  });

  it('is changed only by those who see to surveys', async () => {
    const viewer = await acme.member('viewer');
    await viewer.get('/v1/brand').expect(200);
    await viewer.put('/v1/brand', { colour: '#115522' }).expect(403);
  });
});
