import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { LinksService } from '../../src/campaigns/links.service.js';
import { drawVerify } from '../../src/commands/draw.js';
import { Database } from '../../src/platform/database/database.js';
import { commitmentOf } from '../../src/prizes/draw.js';
import { type DrawRecord, faultsOf } from '../../src/prizes/draw-record.js';
import { entryDigestOf } from '../../src/prizes/entry.js';
import { campaignOf, contactsOf, strikeAt, surveyOf } from '../support/campaigns.js';
import { Heed, type TestTenant } from '../support/heed.js';
import { rowsOf } from '../support/tenant-rows.js';
import { cast, closeWave, teamsOf, tokensOf } from '../support/voting.js';

let heed: Heed;
let tenant: TestTenant;

beforeAll(async () => {
  heed = await Heed.start();
});
afterAll(() => heed.close());

beforeEach(async () => {
  heed.setTime(new Date('2026-11-23T12:00:00Z'));
  tenant = await heed.tenant('Northwind');
  await surveyOf(tenant);
});

const SCHEDULE = { type: 'once', opens: '2026-12-01T09:00', lastsDays: 14 };
const OPENS = '2026-12-01T12:00:00Z';
const PRIZE = { prize: 'A bicycle', prizes: 2 };

/** The wave of a campaign that is started but has not opened. */
async function planned(fields: object = {}): Promise<string> {
  const id = await campaignOf(tenant, { schedule: SCHEDULE, timeZone: 'UTC', isAnonymous: true, ...fields });
  await tenant.post(`/v1/campaigns/${id}/start`).expect(201);
  return (await tenant.get(`/v1/campaigns/${id}/waves`).expect(200)).body.items[0].id as string;
}

/** An open wave with something to win; the paths of as many tickets as there are people. */
async function promised(people = 6): Promise<{ waveId: string; tickets: string[]; pages: string[] }> {
  await teamsOf(tenant, { web: people });
  const waveId = await planned();
  await tenant.put(`/v1/waves/${waveId}/prize-draw`, PRIZE).expect(200);
  await strikeAt(tenant, OPENS);
  const pages: string[] = [];
  for (const token of (await tokensOf(tenant, waveId)).values())
    pages.push((await cast(tenant, token, { score: 9 })).text);
  return { waveId, pages, tickets: pages.map(ticketIn) };
}

function ticketIn(page: string): string {
  return /action="(\/d\/[\w-]{87})"/.exec(page)![1]!;
}

const enter = (ticket: string, email: string, more: object = { consent: 'yes' }) =>
  request(heed.url)
    .post(ticket)
    .type('form')
    .send({ email, ...more });

/** What a person is shown to keep. */
function receiptIn(text: string): { digest: string; code: string } {
  return { digest: /\b[0-9a-f]{64}\b/.exec(text)![0], code: /\b[0-9a-f]{32}\b/.exec(text)![0] };
}

async function recordOf(waveId: string): Promise<DrawRecord> {
  const { recordUrl } = (await tenant.get(`/v1/waves/${waveId}/prize-draw`).expect(200)).body;
  const { pathname } = new URL(recordUrl as string);
  return (await request(heed.url).get(`${pathname}/record.json`).expect(200)).body as DrawRecord;
}

describe('a prize draw', () => {
  beforeEach(() => contactsOf(tenant, 1));

  it('is promised before its wave opens, with the commitment to a seed', async () => {
    const waveId = await planned();
    await tenant.get(`/v1/waves/${waveId}/prize-draw`).expect(404);
    const { body } = await tenant.put(`/v1/waves/${waveId}/prize-draw`, PRIZE).expect(200);
    expect(body).toMatchObject({ ...PRIZE, waveId, sealedAt: null, drawnAt: null, version: 1 });
    expect(body.commitment).toMatch(/^[0-9a-f]{64}$/);
    expect((await tenant.get(`/v1/waves/${waveId}`)).body.hasIncentive).toBe(true);
    expect(await recordOf(waveId)).toMatchObject({ ...PRIZE, commitment: body.commitment, seed: null });
  });

  it('keeps its seed when the prize changes', async () => {
    const waveId = await planned();
    const { body: first } = await tenant.put(`/v1/waves/${waveId}/prize-draw`, PRIZE).expect(200);
    const { body } = await tenant
      .put(`/v1/waves/${waveId}/prize-draw`, { prize: 'A book', prizes: 5 })
      .expect(200);
    expect(body).toMatchObject({ prize: 'A book', prizes: 5, version: 2, commitment: first.commitment });
  });

  it('is taken back until the wave opens', async () => {
    const waveId = await planned();
    await tenant.put(`/v1/waves/${waveId}/prize-draw`, PRIZE).expect(200);
    await tenant.delete(`/v1/waves/${waveId}/prize-draw`).expect(204);
    await tenant.get(`/v1/waves/${waveId}/prize-draw`).expect(404);
    expect((await tenant.get(`/v1/waves/${waveId}`)).body.hasIncentive).toBe(false);
  });

  it('is neither promised, changed nor taken back once the wave is open', async () => {
    const { waveId } = await promised(5);
    const { body } = await tenant.put(`/v1/waves/${waveId}/prize-draw`, PRIZE).expect(409);
    expect(body).toMatchObject({ code: 'wave.already_open' });
    await tenant.delete(`/v1/waves/${waveId}/prize-draw`).expect(409);
    await tenant.put('/v1/waves/0197a3c0-0000-7000-8000-000000000000/prize-draw', PRIZE).expect(404);
  });

  it.each([
    [{ prize: '', prizes: 1 }],
    [{ prize: 'x', prizes: 0 }],
    [{ prize: 'x', prizes: 1_001 }],
    [{ prize: 'x' }],
    [{ ...PRIZE, seed: '00' }],
  ])('is not promised like this: %j', async (body) => {
    await tenant.put(`/v1/waves/${await planned()}/prize-draw`, body).expect(422);
  });
});

describe('entering', () => {
  it('is offered on the page that thanks, with the commitment, and where nothing is to be won not', async () => {
    const { waveId, pages } = await promised(5);
    const { commitment } = await recordOf(waveId);
    expect(pages[0]).toContain('Prize draw: A bicycle');
    expect(pages[0]).toContain(commitment);
    const without = await planned({ name: 'Other', schedule: { type: 'once', lastsDays: 3 } });
    await strikeAt(tenant, OPENS);
    const [token] = (await tokensOf(tenant, without)).values();
    expect((await cast(tenant, token!, { score: 3 })).text).not.toContain('Prize draw');
  });

  it('takes an address and an agreement, and gives what to find the entry by', async () => {
    const { tickets } = await promised(5);
    const { text } = await enter(tickets[0]!, ' Ada@Example.com').expect(200);
    expect(text).toContain('You are in the draw');
    const { digest, code } = receiptIn(text);
    expect(digest).toBe(entryDigestOf(code, 'ada@example.com'));
  });

  it.each([
    ['no address', 'nobody', { consent: 'yes' }],
    ['no agreement', 'ada@example.com', {}],
    ['an address with a line break', 'ada@example.com\r\nBcc: all@example.com', { consent: 'yes' }],
    ['an address without end', `${'a'.repeat(300)}@example.com`, { consent: 'yes' }],
  ])('is refused with %s, and the form comes back', async (_, email, more) => {
    const { tickets } = await promised(5);
    const { text } = await enter(tickets[0]!, email, more).expect(400);
    expect(text).toContain('Please enter an e-mail address and agree.');
    expect(ticketIn(text)).toBe(tickets[0]);
  });

  it('writes what was typed as text', async () => {
    const { tickets } = await promised(5);
    const { text } = await enter(tickets[0]!, '"><script>alert(1)</script>').expect(400);
    expect(text).not.toContain('<script>alert');
  });

  it('happens once for each address, and for each ticket the last one counts', async () => {
    const { tickets } = await promised(5);
    await enter(tickets[0]!, 'ada@example.com').expect(200);
    await enter(tickets[1]!, 'ADA@example.com').expect(409);
    await enter(tickets[0]!, 'bob@example.com').expect(200);
    await enter(tickets[1]!, 'ada@example.com').expect(200);
    await enter(tickets[1]!, 'bob@example.com').expect(409);
    expect((await rowsOf(tenant.id)).prize_entry).toHaveLength(2);
  });

  it('happens once, however many try at the same moment', async () => {
    const { tickets } = await promised(6);
    const answers = await Promise.all(tickets.map((ticket) => enter(ticket, 'ada@example.com')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
  });

  it('is over when the wave is closed', async () => {
    const { waveId, tickets } = await promised(5);
    await closeWave(tenant, waveId);
    await enter(tickets[0]!, 'ada@example.com').expect(410);
  });

  it('needs a ticket: neither the link of the draw nor one that is forged will do', async () => {
    const { waveId, tickets } = await promised(5);
    const { recordUrl } = (await tenant.get(`/v1/waves/${waveId}/prize-draw`)).body as { recordUrl: string };
    await enter(new URL(recordUrl).pathname, 'ada@example.com').expect(404);
    const forged = tickets[0]!.replace(/.(?=.{30}$)/, (letter) => (letter === 'A' ? 'B' : 'A'));
    await enter(forged, 'ada@example.com').expect(404);
    await request(heed.url).get('/d/nothing').expect(404).expect('content-type', /html/);
    await request(heed.url).get('/d/nothing/record.json').expect(404);
  });

  it('leaves nothing in the database that tells the address, the time or the answer', async () => {
    const { tickets } = await promised(5);
    await enter(tickets[0]!, 'ada@example.com').expect(200);
    const rows = await rowsOf(tenant.id);
    expect(JSON.stringify(rows)).not.toMatch(/ada@example/i);
    expect(JSON.stringify(rows)).not.toContain(Buffer.from('ada@example').toString('hex'));
    const [entry] = rows.prize_entry!.map((row) => JSON.parse(row) as Record<string, unknown>);
    expect(Object.keys(entry!).sort()).toEqual([
      'address_mac',
      'digest',
      'id',
      'sealed',
      'tenant_id',
      'wave_id',
    ]);
    const elsewhere = Object.entries(rows).filter(([table]) => table !== 'prize_entry');
    expect(JSON.stringify(elsewhere)).not.toContain(entry!.id);
    expect(entry!.id).toMatch(/^.{14}4/);
  });

  it('of an identified wave is offered once: not again to whoever changes their answers', async () => {
    const [contactId] = await contactsOf(tenant, 1);
    const waveId = await planned({ isAnonymous: false });
    await tenant.put(`/v1/waves/${waveId}/prize-draw`, PRIZE).expect(200);
    await strikeAt(tenant, OPENS);
    const token = await personalToken(waveId, contactId!);
    expect((await cast(tenant, token, { score: 9 })).text).toContain('Prize draw');
    expect((await cast(tenant, token, { score: 8 }, 1)).text).not.toContain('Prize draw');
  });

  it('of an identified wave is offered once, however many times the answers are sent at the same moment', async () => {
    const [contactId] = await contactsOf(tenant, 1);
    const waveId = await planned({ isAnonymous: false });
    await tenant.put(`/v1/waves/${waveId}/prize-draw`, PRIZE).expect(200);
    await strikeAt(tenant, OPENS);
    const token = await personalToken(waveId, contactId!);
    const pages = await Promise.all([5, 6, 7, 8, 9].map((score) => cast(tenant, token, { score })));
    expect(pages.filter(({ text }) => text.includes('Prize draw'))).toHaveLength(1);
  });
});

async function personalToken(waveId: string, contactId: string): Promise<string> {
  const links = heed.app.get(LinksService);
  return heed.app.get(Database).inTenant(tenant.id, () => Promise.resolve(links.personal(waveId, contactId)));
}

describe('drawing', () => {
  const ADDRESSES = ['ada', 'bob', 'cyd', 'dan', 'eve', 'fay'].map((name) => `${name}@example.com`);

  /** A closed wave that so many have entered the draw of. */
  async function entered(count = 6) {
    const { waveId, tickets } = await promised(6);
    const receipts = new Map<string, { digest: string; code: string }>();
    for (const [i, email] of ADDRESSES.slice(0, count).entries())
      receipts.set(email, receiptIn((await enter(tickets[i]!, email).expect(200)).text));
    return { waveId, receipts };
  }

  const draw = (waveId: string) => tenant.post(`/v1/waves/${waveId}/prize-draw/drawing`);

  it('waits until the wave is closed', async () => {
    const { waveId } = await entered();
    expect((await draw(waveId).expect(409)).body.code).toBe('prize_draw.entries_not_sealed');
    expect((await recordOf(waveId)).entries).toBeNull();
  });

  it('is done once, as it was promised, and everybody can check it', async () => {
    const { waveId, receipts } = await entered();
    const { commitment } = await recordOf(waveId);
    await closeWave(tenant, waveId);
    const sealed = await recordOf(waveId);
    expect(sealed.entries).toEqual([...receipts.values()].map(({ digest }) => digest).sort());
    expect(sealed.seed).toBeNull();
    const { body } = await draw(waveId).expect(201);
    expect(body).toMatchObject({ commitment, entriesDigest: sealed.entriesDigest, entries: sealed.entries });
    expect(commitmentOf(Buffer.from((body as DrawRecord).seed!, 'hex'))).toBe(commitment);
    expect(body.winners).toHaveLength(2);
    expect(await recordOf(waveId)).toEqual(body);
    expect(faultsOf(body)).toEqual([]);
    expect((await draw(waveId).expect(409)).body.code).toBe('prize_draw.already_drawn');
  });

  it('tells the winners to those who may know, until the entries are deleted', async () => {
    const { waveId, receipts } = await entered();
    await closeWave(tenant, waveId);
    const winners = `/v1/waves/${waveId}/prize-draw/winners`;
    expect((await tenant.get(winners).expect(409)).body.code).toBe('prize_draw.not_drawn');
    await tenant.delete(`/v1/waves/${waveId}/prize-draw/entries`).expect(409);
    const { body: record } = await draw(waveId).expect(201);
    const { body } = await tenant.get(winners).expect(200);
    for (const { place, email, digest, code } of body.items) {
      expect(receipts.get(email as string)).toEqual({ digest, code });
      expect(record.winners[place - 1]).toBe(digest);
    }
    await (await tenant.member('viewer')).get(winners).expect(403);
    await tenant.delete(`/v1/waves/${waveId}/prize-draw/entries`).expect(204);
    expect((await tenant.get(winners).expect(200)).body.items).toEqual([]);
    expect((await rowsOf(tenant.id)).prize_entry).toEqual([]);
    expect(await recordOf(waveId)).toEqual(record);
  });

  it('of entries nobody made has no winners', async () => {
    const { waveId } = await entered(0);
    await closeWave(tenant, waveId);
    const { body } = await draw(waveId).expect(201);
    expect(body).toMatchObject({ entries: [], winners: [] });
    expect(faultsOf(body)).toEqual([]);
  });

  it('leaves entries that nobody can follow back to when they were made', async () => {
    const { waveId } = await entered();
    const before = (await rowsOf(tenant.id)).prize_entry!;
    await closeWave(tenant, waveId);
    const after = (await rowsOf(tenant.id)).prize_entry!;
    const traces = (row: string) => row.match(/[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{60,}/g)!;
    const common = new Set([tenant.id, waveId]);
    const old = new Set(before.flatMap(traces));
    expect(after.flatMap(traces).filter((trace) => old.has(trace) && !common.has(trace))).toEqual([]);
  });

  describe('is checked by the command line', () => {
    let folder: string;
    beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'draw-'))));
    afterEach(() => rm(folder, { recursive: true }));

    /** What it prints. Throws what is wrong. */
    async function verify(record: object | string, values: Record<string, string> = {}): Promise<string> {
      const path = join(folder, 'record.json');
      await writeFile(path, typeof record === 'string' ? record : JSON.stringify(record));
      const written: string[] = [];
      const write = process.stdout.write.bind(process.stdout);
      process.stdout.write = (text: string | Uint8Array) => written.push(String(text)) > 0;
      try {
        await drawVerify.run({ values, positionals: [path] });
      } finally {
        process.stdout.write = write;
      }
      return written.join('');
    }

    it('from the published record alone', async () => {
      const { waveId, receipts } = await entered();
      expect(await verify(await recordOf(waveId))).toContain('entries are not sealed yet');
      await closeWave(tenant, waveId);
      expect(await verify(await recordOf(waveId))).toContain('6 entries are sealed; it is not drawn yet');
      const { body } = await draw(waveId).expect(201);
      const record = await recordOf(waveId);
      expect(await verify(record)).toContain('drawn as promised from 6 entries');
      for (const [email, { digest, code }] of receipts) {
        const place = (body.winners as string[]).indexOf(digest) + 1;
        const fate = place > 0 ? `has won prize ${place}` : 'took part and has not won';
        expect(await verify(record, { email, code })).toContain(fate);
      }
      await expect(verify(record, { email: 'ada@example.com', code: 'guessed' })).rejects.toThrow(
        'is not among those that were sealed',
      );
      await expect(verify({ ...record, entries: record.entries!.slice(1) })).rejects.toThrow(
        'The entries are not those that were sealed',
      );
      await expect(verify('no json')).rejects.toThrow('is not JSON');
    });
  });
});

it('response rates say whether there was something to win', async () => {
  await contactsOf(tenant, 3);
  const schedule = {
    ...{ type: 'recurring', everyMonths: 1, firstOpens: '2026-12-01T09:00' },
    ...{ lastsDays: 14, spread: 'at_once' },
  };
  const waveId = await planned({
    schedule,
    isAnonymous: false,
    channel: 'link',
    mail: undefined,
    quarantineDays: 0,
  });
  await tenant.put(`/v1/waves/${waveId}/prize-draw`, PRIZE).expect(200);
  await strikeAt(tenant, '2026-12-01T09:00:00Z');
  await strikeAt(tenant, '2026-12-20T09:00:00Z');
  await strikeAt(tenant, '2027-01-01T09:00:00Z');
  const { campaignId } = (await tenant.get(`/v1/waves/${waveId}`)).body as { campaignId: string };
  const waves = (await tenant.get(`/v1/campaigns/${campaignId}/waves`)).body.items as { id: string }[];
  const { body } = await tenant.get(`/v1/waves/${waves[1]!.id}`).expect(200);
  expect(body).toMatchObject({ hasIncentive: false, previous: { number: 1, hasIncentive: true } });
});
