import request, { type Test } from 'supertest';
import { SheetsService } from '../../src/answering/sheets.service.js';
import { Database } from '../../src/platform/database/database.js';
import { BRANCHING, openWave, type TestWave, type WaveFields } from '../support/asking.js';
import { Heed, type TestTenant } from '../support/heed.js';

let heed: Heed;
let tenant: TestTenant;

beforeAll(async () => {
  heed = await Heed.start();
  tenant = await heed.tenant('Northwind');
});
afterAll(() => heed.close());
afterEach(() => heed.setTime(new Date()));

const look = (path: string): Test => request(heed.url).get(path);
const post = (path: string, fields: object): Test =>
  request(heed.url)
    .post(path)
    .type('form')
    .send(fields as Record<string, string>);

/** What a browser sends of the form for these answers, all questions seen. */
const SEEN = { _seen: 'score why topics effort quote', _act: 'send', _submissions: '0' };
const send = (token: string, answers: object): Test => post(`/r/${token}`, { ...SEEN, ...answers });
const keep = (token: string, answers: object): Test =>
  post(`/r/${token}/partial`, { _submissions: '0', ...answers });

interface Row {
  id: string;
  score: number;
  answers: Record<string, unknown>;
  revision: number;
  contactId: string;
}

async function responsesOf({ surveyKey }: TestWave): Promise<Row[]> {
  const { body } = await tenant.get(`/v1/responses?survey=${surveyKey}`).expect(200);
  return body.items;
}

async function invitationOf({ waveId }: TestWave, contactId: string): Promise<string> {
  const [row] = await heed.app
    .get(Database)
    .inTenant(tenant.id, () =>
      heed.app
        .get(Database)
        .query<{ state: string }>(
          'select state from invitation where tenant_id = $1 and wave_id = $2 and contact_id = $3',
          [waveId, contactId],
        ),
    );
  return row!.state;
}

const settle = () => heed.app.get(Database).inTenant(tenant.id, () => heed.app.get(SheetsService).settle());

const MINUTE_MS = 60_000;
const after = (minutes: number) => heed.setTime(new Date(Date.now() + minutes * MINUTE_MS));

describe('the page behind a personal link', () => {
  it('asks the first question, and shows the score a mail brought along', async () => {
    const { token } = await (await openWave(tenant)).invite();
    const { text } = await look(`/r/${token}?score=9`)
      .expect(200)
      .expect('content-type', /text\/html/);
    expect(text).toContain('How likely are you to recommend Northwind?');
    expect(text).toMatch(/value="9" checked/);
    expect(text).toContain('What do you like most?');
    expect(text).toContain('see your answer together with your name.');
  });

  it('changes nothing when it is looked at', async () => {
    const wave = await openWave(tenant);
    const { contactId, token } = await wave.invite();
    await look(`/r/${token}?score=9`).expect(200);
    await request(heed.url).head(`/r/${token}?score=9`).expect(200);
    expect(await invitationOf(wave, contactId)).toBe('sent');
    after(31);
    await settle();
    expect(await responsesOf(wave)).toEqual([]);
  });

  it('weighs less than 30 kB, and may load and send nothing but its own', async () => {
    const { token } = await (await openWave(tenant)).invite();
    const { text, headers } = await look(`/r/${token}`).expect(200);
    expect(Buffer.byteLength(text)).toBeLessThan(30_000);
    const policy = headers['content-security-policy'];
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-.{44}'; script-src 'sha256-.{44}'; /);
    expect(policy).toContain("form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
    expect(headers).toMatchObject({
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex, nofollow',
    });
    expect(headers['set-cookie']).toBeUndefined();
    expect(text).not.toMatch(/(src|href)="(https?:)?\/\//);
  });

  it('shows what people and tenants wrote as text', async () => {
    const label = '<img src=x onerror=alert(1)> "Tom" & \'Jerry\'';
    const wave = await openWave(tenant, { questions: [{ key: 'why', type: 'text', label }] });
    const { token } = await wave.invite();
    await keep(token, { why: '</textarea><script>alert(1)</script>' }).expect(204);
    const { text } = await look(`/r/${token}`).expect(200);
    expect(text).not.toContain('<img');
    expect(text).not.toContain('<script>alert');
    expect(text).toContain('&#60;/textarea&#62;&#60;script&#62;');
  });
});

describe('answers without a script', () => {
  it('go step by step where a branch hangs on them, and are carried along', async () => {
    const wave = await openWave(tenant);
    const { contactId, token } = await wave.invite();
    const first = await look(`/r/${token}`).expect(200);
    expect(first.text).toContain('name="_seen" value="score"');
    expect(first.text).toContain('value="continue"');
    const second = await post(`/r/${token}`, { score: '3', _seen: 'score', _act: 'continue' }).expect(200);
    expect(second.text).toContain('name="_seen" value="score why topics effort"');
    expect(second.text).toContain('value="send"');
    expect(second.text).toMatch(/value="3" checked/);
    expect(await invitationOf(wave, contactId)).toBe('started');
    const seen = 'score why topics effort';
    const last = await post(`/r/${token}`, {
      ...{ score: '3', why: 'Too slow\r\nand dear', topics: ['price', 'support'] },
      ...{ _seen: seen, _act: 'send', _submissions: '0' },
    }).expect(200);
    expect(last.text).toContain('Thank you for your answers');
    expect(await responsesOf(wave)).toMatchObject([
      { contactId, score: 3, answers: { score: 3, why: 'Too slow\nand dear', topics: ['price', 'support'] } },
    ]);
    expect(await invitationOf(wave, contactId)).toBe('answered');
  });

  it('come back with what is wrong, and everything typed still there', async () => {
    const wave = await openWave(tenant);
    const { token } = await wave.invite();
    const { text } = await send(token, { score: '9', why: 'You & me' }).expect(400);
    expect(text).toContain('href="#q-quote"');
    expect(text).toContain('Please answer this question.');
    expect(text).toContain('You &#38; me</textarea>');
    expect(text).toMatch(/value="9" checked/);
    expect(await responsesOf(wave)).toEqual([]);
  });

  it('are refused where they are on no scale or no choice, or nothing at all', async () => {
    const wave = await openWave(tenant);
    const { token } = await wave.invite();
    expect((await send(token, { score: '11' }).expect(400)).text).toContain('whole number from 0 to 10');
    await send(token, { score: '3', topics: 'weather' }).expect(400);
    await send(token, {}).expect(400);
    expect(await responsesOf(wave)).toEqual([]);
  });

  it('thank a promoter in their own words, with a way to a public review', async () => {
    const { token } = await (await openWave(tenant)).invite();
    const { text } = await send(token, { score: '10', quote: 'true' }).expect(200);
    expect(text).toContain('You made our day');
    expect(text).toContain('href="https://reviews.example/northwind"');
  });
});

describe('answers that are kept as they are given', () => {
  it('become a response when nobody has gone on with them for half an hour', async () => {
    const wave = await openWave(tenant);
    const { contactId, token } = await wave.invite({ properties: { order: 'A-7' } });
    await keep(token, { score: '9', _opened: '1' }).expect(204);
    expect(await invitationOf(wave, contactId)).toBe('started');
    after(29);
    await settle();
    expect(await responsesOf(wave)).toEqual([]);
    after(31);
    await settle();
    await settle();
    // Whether we may quote them was to be answered, but they never came to it.
    expect(await responsesOf(wave)).toMatchObject([{ answers: { score: 9 }, properties: { order: 'A-7' } }]);
    expect(await invitationOf(wave, contactId)).toBe('answered');
  });

  it('become a response at once when the wave closes', async () => {
    const wave = await openWave(tenant, BRANCHING, { closesAt: new Date(Date.now() + 5 * MINUTE_MS) });
    const { token } = await wave.invite();
    await keep(token, { score: '2' }).expect(204);
    after(6);
    await settle();
    expect(await responsesOf(wave)).toMatchObject([{ score: 2 }]);
  });

  it('are shown to whoever comes back', async () => {
    const { token } = await (await openWave(tenant)).invite();
    await keep(token, { score: '4', why: 'Half a thought' }).expect(204);
    const { text } = await look(`/r/${token}`).expect(200);
    expect(text).toMatch(/value="4" checked/);
    expect(text).toContain('Half a thought</textarea>');
  });

  it('keep what is sound of a form that is not', async () => {
    const wave = await openWave(tenant);
    const { token } = await wave.invite();
    await keep(token, { score: '4', effort: '99', nonsense: 'x' }).expect(204);
    after(31);
    await settle();
    expect(await responsesOf(wave)).toMatchObject([{ answers: { score: 4 } }]);
  });

  it('say no more than that the page was opened while nothing is answered', async () => {
    const wave = await openWave(tenant);
    const { contactId, token } = await wave.invite();
    await keep(token, { _opened: '1' }).expect(204);
    expect(await invitationOf(wave, contactId)).toBe('opened');
    after(31);
    await settle();
    expect(await responsesOf(wave)).toEqual([]);
  });

  it('cannot undo what was sent meanwhile', async () => {
    const wave = await openWave(tenant);
    const { token } = await wave.invite();
    await send(token, { score: '8', why: 'The whole story' }).expect(200);
    await keep(token, { score: '8', why: 'The who' }).expect(204);
    after(31);
    await settle();
    expect(await responsesOf(wave)).toMatchObject([{ answers: { score: 8, why: 'The whole story' } }]);
  });
});

describe('answers that were sent', () => {
  it('can be seen and changed until the wave closes', async () => {
    const wave = await openWave(tenant);
    const { token } = await wave.invite();
    await send(token, { score: '3', why: 'Slow' }).expect(200);
    const back = await look(`/r/${token}`).expect(200);
    expect(back.text).toContain('You have answered already');
    expect(back.text).toContain(`href="/r/${token}?change"`);
    const form = await look(`/r/${token}?change`).expect(200);
    expect(form.text).toContain('Slow</textarea>');
    expect(form.text).toContain('What you send now takes the place of those answers.');
    await send(token, { score: '8', why: 'Better now', _submissions: '1' }).expect(200);
    const responses = await responsesOf(wave);
    expect(responses).toMatchObject([{ score: 8, answers: { why: 'Better now' }, revision: 2 }]);
  });

  it('are corrected as well by what is left unsent', async () => {
    const wave = await openWave(tenant);
    const { token } = await wave.invite();
    await send(token, { score: '3' }).expect(200);
    await keep(token, { score: '7', _submissions: '1' }).expect(204);
    after(31);
    await settle();
    expect(await responsesOf(wave)).toMatchObject([{ score: 7, revision: 2 }]);
  });

  it('are one response, however many posts arrive at once', async () => {
    const wave = await openWave(tenant);
    const { token } = await wave.invite();
    const posts = Array.from({ length: 20 }, (_, i) =>
      i % 3 === 2
        ? keep(token, { score: '6', why: `Kept ${i}`, _opened: '1' })
        : send(token, { score: '6', why: `Sent ${i}` }),
    );
    const answers = await Promise.all(posts);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 204]));
    after(31);
    await settle();
    const responses = await responsesOf(wave);
    expect(responses).toHaveLength(1);
    expect(responses[0]!.answers.why).toMatch(/^Sent/);
  });

  it('are one response, though the process ends while sheets are settled', async () => {
    const wave = await openWave(tenant);
    const { token } = await wave.invite();
    await keep(token, { score: '1' }).expect(204);
    after(31);
    const died = heed.app.get(Database).inTenant(tenant.id, async () => {
      await heed.app.get(SheetsService).settle();
      throw new Error('killed');
    });
    await expect(died).rejects.toThrow('killed');
    expect(await responsesOf(wave)).toEqual([]);
    await Promise.all([settle(), settle(), send(token, { score: '1' })]);
    expect(await responsesOf(wave)).toMatchObject([{ score: 1 }]);
  });
});

describe('a link that is open to all', () => {
  it('gives each visitor answers of their own', async () => {
    const wave = await openWave(tenant, BRANCHING, { channel: 'link' });
    const token = await wave.openToken();
    for (const score of ['2', '9']) {
      const { text } = await look(`/r/${token}`).expect(200);
      expect(text).toContain('Northwind sees your answers, but not who gave them.');
      const own = /action="\/r\/([\w-]{87})"/.exec(text)![1]!;
      expect(own).not.toBe(token);
      await send(own, { score, quote: 'false' }).expect(200);
      await send(own, { score, quote: 'false' }).expect(200);
    }
    expect((await responsesOf(wave)).map(({ score }) => score).sort()).toEqual([2, 9]);
  });

  it('takes answers posted to it by whoever did not look at the form', async () => {
    const wave = await openWave(tenant, BRANCHING, { channel: 'link' });
    const token = await wave.openToken();
    for (const score of ['2', '3']) await send(token, { score }).expect(200);
    expect(await responsesOf(wave)).toHaveLength(2);
  });
});

describe('the link that is open to all', () => {
  it('is told to whoever may read campaigns, with the line that embeds it', async () => {
    const wave = await openWave(tenant, BRANCHING, { channel: 'embed', origins: ['https://shop.example'] });
    const { body } = await tenant.get(`/v1/waves/${wave.waveId}/open-link`).expect(200);
    expect(body.embed).toContain(`data-heed-link="${body.token}"`);
    expect(body.url.endsWith(`/r/${body.token}`)).toBe(true);
    await look(`/r/${body.token}`).expect(200);
  });

  it('does not exist where each person is asked for themselves', async () => {
    const wave = await openWave(tenant, BRANCHING, { channel: 'email' });
    const { body } = await tenant.get(`/v1/waves/${wave.waveId}/open-link`).expect(409);
    expect(body.code).toBe('wave.not_open_to_all');
    await look(`/r/${await wave.openToken()}`).expect(404);
  });
});

describe('a page of its own, with its own status, says', () => {
  async function page(fields: WaveFields, link: 'personal' | 'open' = 'personal'): Promise<Test> {
    const wave = await openWave(tenant, BRANCHING, fields);
    const token = link === 'open' ? await wave.openToken() : (await wave.invite()).token;
    return look(`/r/${token}`);
  }
  const yesterday = () => new Date(Date.now() - 1_440 * MINUTE_MS);
  const tomorrow = () => new Date(Date.now() + 1_440 * MINUTE_MS);

  it('that the wave is closed', async () => {
    const opensAt = new Date(Date.now() - 2_880 * MINUTE_MS);
    const { status, text } = await page({ opensAt, closesAt: yesterday() });
    expect([status, /This survey is closed/.test(text)]).toEqual([410, true]);
  });

  it('that it has not opened yet', async () => {
    const { status, text } = await page({ state: 'planned', opensAt: tomorrow() });
    expect([status, /has not opened yet/.test(text)]).toEqual([503, true]);
  });

  it('that it is paused, to those nobody has asked yet', async () => {
    const { status, text } = await page({ campaignState: 'paused', channel: 'link' }, 'open');
    expect([status, /is paused/.test(text)]).toEqual([503, true]);
    expect((await page({ campaignState: 'paused' })).status).toBe(200);
  });

  it('that the link is mistyped or forged', async () => {
    const { token } = await (await openWave(tenant)).invite();
    const forged = (token.startsWith('B') ? 'A' : 'B') + token.slice(1);
    for (const wrong of [token.slice(0, -1), `${token}x`, forged, 'x', '%3Cscript%3E']) {
      const { status, text } = await look(`/r/${wrong}`);
      expect([wrong, status, text.includes('This link is not valid')]).toEqual([wrong, 404, true]);
    }
  });

  it('that the person, or the invitation, is gone', async () => {
    const wave = await openWave(tenant);
    const { contactId, token } = await wave.invite();
    const database = heed.app.get(Database);
    await database.inTenant(tenant.id, () =>
      database.query(
        `update invitation set wave_id = gen_random_uuid() where tenant_id = $1 and contact_id = $2`,
        [contactId],
      ),
    );
    const { text } = await look(`/r/${token}`).expect(410);
    expect(text).toContain('This invitation no longer exists');
    await send(token, { score: '3' }).expect(410);
    await keep(token, { score: '3' }).expect(410);
  });

  it('that another website sent the answers', async () => {
    const wave = await openWave(tenant, BRANCHING, { origins: ['https://shop.example'] });
    const { token } = await wave.invite();
    const from = (test: Test, origin: string) =>
      test.set('sec-fetch-site', 'cross-site').set('origin', origin);
    const { text } = await from(send(token, { score: '3' }), 'https://evil.example').expect(403);
    expect(text).toContain('This did not come from the survey');
    await from(keep(token, { score: '3' }), 'https://evil.example').expect(403);
    expect(await responsesOf(wave)).toEqual([]);
    await from(send(token, { score: '3' }), 'https://shop.example').expect(200);
  });

  it('that there were too many requests', async () => {
    const strict = await Heed.start({ HEED_RATE_LIMIT_PER_MINUTE: '1000' });
    strict.setTime(new Date());
    const { token } = await (await openWave(tenant)).invite();
    const statuses = new Set<number>();
    for (let n = 0; n < 240; n++) statuses.add((await request(strict.url).get(`/r/${token}`)).status);
    const { status, text, headers } = await request(strict.url).get(`/r/${token}`);
    await strict.close();
    expect(statuses).toEqual(new Set([200]));
    expect([status, headers['retry-after'], /Too many requests/.test(text)]).toEqual([429, '60', true]);
  });
});

describe('the language', () => {
  const german = {
    language: 'en',
    questions: [{ key: 'score', type: 'nps' as const, label: 'Recommend us?' }],
    translations: {
      de: { questions: { score: { label: 'Empfehlen Sie uns?' } } },
      ar: { questions: { score: { label: 'هل توصي بنا؟' } } },
    },
  };

  it('is the one asked for, the contact’s, the browser’s, or the survey’s own', async () => {
    const wave = await openWave(tenant, german);
    const [stranger, german_] = [await wave.invite(), await wave.invite({ language: 'de-AT' })];
    const label = async (path: string, accepted = '') =>
      /data-label>([^<]*)</.exec((await look(path).set('accept-language', accepted)).text)![1];
    expect(await label(`/r/${stranger.token}`)).toBe('Recommend us?');
    expect(await label(`/r/${stranger.token}`, 'fi, de;q=0.5')).toBe('Empfehlen Sie uns?');
    expect(await label(`/r/${german_.token}`, 'en')).toBe('Empfehlen Sie uns?');
    expect(await label(`/r/${german_.token}?lang=ar`, 'en')).toBe('هل توصي بنا؟');
  });

  it('that was asked for holds to the end, also where nothing is kept', async () => {
    for (const isAnonymous of [false, true]) {
      const wave = await openWave(tenant, german, { isAnonymous, channel: 'link' });
      const asked = await look(`/r/${await wave.openToken()}?lang=ar`).expect(200);
      const [, action] = /action="(\/r\/[\w-]{87}\?lang&#61;ar)"/.exec(asked.text)!;
      const path = action!.replace('&#61;', '=');
      const { text } = await post(path, { score: '6', _seen: 'score', _act: 'send' }).expect(200);
      expect(text).toContain('<html lang="ar" dir="rtl">');
    }
  });

  it('is written the way it is read, and changed without losing what was typed', async () => {
    const wave = await openWave(tenant, german);
    const { token } = await wave.invite();
    const { text } = await post(`/r/${token}`, { score: '6', _seen: 'score', _language: 'ar' }).expect(200);
    expect(text).toContain('<html lang="ar" dir="rtl">');
    expect(text).toMatch(/value="6" checked/);
    expect(await responsesOf(wave)).toEqual([]);
  });
});

describe('a frame', () => {
  it('may show the page only on the origins the campaign names', async () => {
    const shop = 'https://shop.example';
    const { token } = await (
      await openWave(tenant, BRANCHING, { origins: [shop], channel: 'embed' })
    ).invite();
    const { headers } = await look(`/e/${token}`).expect(200);
    expect(headers['content-security-policy']).toContain(`frame-ancestors ${shop}`);
    expect(headers['x-frame-options']).toBeUndefined();
    const whole = await look(`/r/${token}`).expect(200);
    expect(whole.headers['content-security-policy']).toContain("frame-ancestors 'none'");
  });

  it('is made by a script of at most 10 kB that browsers keep', async () => {
    const { text, headers } = await look('/embed.js')
      .expect(200)
      .expect('content-type', /javascript/);
    expect(Buffer.byteLength(text)).toBeLessThan(10_000);
    expect(headers['cache-control']).toBe('public, max-age=3600');
    await look('/embed.js').set('if-none-match', headers.etag!).expect(304);
  });
});
