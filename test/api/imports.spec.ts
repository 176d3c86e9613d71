import fc from 'fast-check';
import type { ImportOrder } from '../../src/imports/import-order.js';
import { Database } from '../../src/platform/database/database.js';
import { ImportsService } from '../../src/imports/imports.service.js';
import { Heed, type TestTenant } from '../support/heed.js';
import { until } from '../support/until.js';

let heed: Heed;
let acme: TestTenant;
beforeAll(async () => (heed = await Heed.start({ HEED_IMPORT_LIMIT_BYTES: '3000000' })));
afterAll(() => heed.close());
beforeEach(async () => {
  acme = await heed.tenant();
  await survey('csat', 'csat');
});

const GOOD = `Rating,Comment,Date,Email,Region
1,"Quick, and kind",30/09/2021,ann@example.com,North
5,"Waited
two hours",2021-10-02,bob@example.com,South
6,No score here,03/10/2021,,
`;

async function survey(key: string, type: string): Promise<void> {
  const questions = [
    { key: 'score', type, label: 'How was it?' },
    { key: 'comment', type: 'text', label: 'Why?' },
  ];
  await acme.post('/v1/surveys', { key, name: key, definition: { questions } }).expect(201);
}

function upload(query: string, file: string | Buffer) {
  return acme.post(`/v1/imports?${query}`).type('text/csv').send(file);
}

/** The import of a file, to its end. */
async function imported(file: string | Buffer, query = 'survey=csat&scale=1..5 reversed') {
  const { body } = await upload(query, file).expect(202);
  await acme.settle();
  return (await acme.get(`/v1/imports/${body.id}`).expect(200)).body;
}

const responses = async () => (await acme.get('/v1/responses?limit=200').expect(200)).body.items;

type Answered = { answers: { comment: string } };

/** How many rows a table of imports has left for the tenant. */
function rowsIn(table: 'import_chunk' | 'import_run'): Promise<number> {
  const count = () =>
    heed.app.get(Database).query<{ n: number }>(`select count(*)::int n from ${table} where tenant_id = $1`);
  return heed.app
    .get(Database)
    .inTenant(acme.id, count)
    .then(([row]) => row!.n);
}

describe('a file of responses', () => {
  it('becomes responses on the scale of the survey', async () => {
    const { body: accepted, headers } = await upload('survey=csat&scale=1..5 reversed', GOOD).expect(202);
    expect(accepted).toMatchObject({ state: 'pending', counts: { read: 0 } });
    expect(headers.location).toBe(`/v1/imports/${accepted.id}`);
    await acme.settle();

    const { body: run } = await acme.get(headers.location!).expect(200);
    expect(run).toMatchObject({
      state: 'completed',
      error: null,
      counts: { read: 3, imported: 3, duplicates: 0, skipped: 0, rejected: 0, scoresUnread: 1 },
      progress: { share: 1, secondsLeft: 0 },
      columns: {
        properties: ['Region'],
        notes: expect.arrayContaining(['“Rating” is another name of score']),
      },
    });
    const byComment = new Map((await responses()).map((r: Answered) => [r.answers.comment, r]));
    expect(byComment.get('Quick, and kind')).toMatchObject({
      score: 5,
      respondedAt: '2021-09-30T12:00:00.000Z',
      properties: { Region: 'North' },
      importId: run.id,
      contactId: expect.any(String),
    });
    expect(byComment.get('Waited\ntwo hours')).toMatchObject({ score: 1, category: 'detractor' });
    expect(byComment.get('No score here')).toMatchObject({ score: null, contactId: null });
    expect(await rowsIn('import_chunk')).toBe(0);
  });

  it('imported twice changes nothing, and with one more row adds exactly one', async () => {
    await imported(GOOD);
    expect((await imported(GOOD)).counts).toMatchObject({ imported: 0, duplicates: 3 });
    expect((await imported(`${GOOD}2,New,04/10/2021,,\n`)).counts).toMatchObject({
      imported: 1,
      duplicates: 3,
    });
    expect(await responses()).toHaveLength(4);
  });

  it('may hold the same words from several people, who are told apart again the next time', async () => {
    const file = 'Score,Comment\n1,Fine\n1,Fine\n1,Fine\n';
    expect((await imported(file)).counts).toMatchObject({ imported: 3 });
    expect((await imported(file)).counts).toMatchObject({ imported: 0, duplicates: 3 });
    expect((await imported(file, 'survey=csat&key=october')).counts).toMatchObject({ imported: 3 });
  });

  it('is told apart by its own ids where it has them', async () => {
    await imported('Response ID,Score\nr1,4\nr2,5\n');
    expect((await imported('Response ID,Score\nr2,1\nr3,1\n')).counts).toMatchObject({
      imported: 1,
      duplicates: 1,
    });
  });

  it('makes no contact of a bare name, which nobody could be found by again', async () => {
    await imported('Score,Name\n4,Ann\n');
    expect(await responses()).toMatchObject([{ contactId: null, properties: { Name: 'Ann' } }]);
  });

  it('has its bad rows reported while the good ones go in', async () => {
    const file = 'Score,Comment,Date\n1,ok,30/09/2021\n2,bad date,31/06/2021\n3,"open,30/09/2021\n=4,,\n,,\n';
    const run = await imported(file);
    expect(run).toMatchObject({
      state: 'completed',
      counts: { read: 5, imported: 1, skipped: 2, rejected: 2 },
    });
    const { body: page } = await acme.get(`/v1/imports/${run.id}/rejections?limit=1`).expect(200);
    expect(page.items).toEqual([{ line: 3, column: 'Date', reason: '“31/06/2021” is no date' }]);
    const { body: rest } = await acme.get(`/v1/imports/${run.id}/rejections?cursor=${page.next}`).expect(200);
    expect(rest.items).toEqual([
      { line: 4, column: 'Comment', reason: expect.stringContaining('never closed') },
    ]);
    const { text, headers } = await acme.get(`/v1/imports/${run.id}/rejections.csv`).expect(200);
    expect(headers['content-type']).toContain('text/csv');
    expect(text.split('\r\n')[1]).toBe('3,Date,“31/06/2021” is no date');
  });

  it('reports what the survey itself refuses by row', async () => {
    const questions = [
      { key: 'score', type: 'csat', label: 'How was it?' },
      { key: 'why', type: 'text', label: 'Why?', required: true },
    ];
    await acme.post('/v1/surveys', { key: 'strict', name: 'Strict', definition: { questions } }).expect(201);
    const run = await imported('Score,Comment\n4,\n5,Good\n', 'survey=strict');
    expect(run.counts).toMatchObject({ imported: 1, rejected: 1 });
    const { body } = await acme.get(`/v1/imports/${run.id}/rejections`);
    expect(body.items).toEqual([{ line: 2, column: null, reason: '/answers/why must be answered' }]);
  });

  it('makes no contact of a row that the survey refuses', async () => {
    const questions = [
      { key: 'score', type: 'csat', label: 'How was it?' },
      { key: 'why', type: 'text', label: 'Why?', required: true },
    ];
    await acme.post('/v1/surveys', { key: 'why', name: 'Why', definition: { questions } }).expect(201);
    await imported('Score,Comment,Email\n4,,ann@example.com\n5,Good,bob@example.com\n', 'survey=why');
    const { body } = await acme.get('/v1/contacts').expect(200);
    expect(body.items).toMatchObject([{ email: 'bob@example.com' }]);
  });

  it('is history: nobody is told, unless it is news', async () => {
    const events = async () => {
      const { body } = await acme.get('/v1/responses');
      const ids = body.items.map(({ id }: { id: string }) => id);
      return heed.app.get(Database).inTenant(acme.id, async () => {
        const found = await heed.app
          .get(Database)
          .query(
            `select 1 from event where tenant_id = $1 and type = 'response.received' and subject_id = any($2)`,
            [ids],
          );
        return found.length;
      });
    };
    await imported('Score\n1\n');
    expect(await events()).toBe(0);
    await imported('Score\n2\n', 'survey=csat&openLoops=true');
    expect(await events()).toBe(1);
  });

  it('tried without keeping it shows its columns, first rows and counts', async () => {
    const run = await imported(GOOD, 'survey=csat&scale=1..5 reversed&dryRun=true');
    expect(run).toMatchObject({ state: 'completed', dryRun: true, counts: { read: 3, imported: 3 } });
    expect(run.sample).toHaveLength(3);
    expect(run.sample[0]).toMatchObject({ score: 5, comment: 'Quick, and kind' });
    expect(await responses()).toEqual([]);
    expect((await acme.get('/v1/contacts')).body.items).toEqual([]);
    await imported(GOOD);
    expect((await imported(GOOD, 'survey=csat&dryRun=true')).counts).toMatchObject({
      imported: 0,
      duplicates: 3,
    });
  });
});

describe('a file of contacts', () => {
  const FILE =
    'Contact ID,Email,Capacity,Company,Plan\nc1,Ann@Example.com,Champion,Acme,pro\n,,,Umbrella,basic\n,,,,x\n';

  it('becomes contacts and accounts, once', async () => {
    expect((await imported(FILE, 'kind=contacts')).counts).toMatchObject({
      imported: 2,
      skipped: 1,
      rejected: 0,
    });
    const { body } = await acme.get('/v1/contacts?externalId=c1').expect(200);
    expect(body.items).toMatchObject([
      {
        email: 'ann@example.com',
        capacity: 'champion',
        properties: { Plan: 'pro' },
        accountId: expect.any(String),
      },
    ]);
    const { body: accounts } = await acme.get('/v1/accounts').expect(200);
    expect(accounts.items.map(({ name }: { name: string }) => name).sort()).toEqual(['Acme', 'Umbrella']);
    await imported(FILE, 'kind=contacts');
    expect((await acme.get('/v1/contacts')).body.items).toHaveLength(1);
    expect((await acme.get('/v1/accounts')).body.items).toHaveLength(2);
  });

  it('says whose e-mail address it could not take', async () => {
    const run = await imported('Contact ID,Email\nc1,ann@example.com\nc2,ann@example.com\n', 'kind=contacts');
    expect(run.counts).toMatchObject({ imported: 1, rejected: 1 });
  });
});

describe('an order that no file could fulfil', () => {
  it.each([
    ['survey=none', 'import.survey_unknown'],
    ['', 'import.survey_missing'],
    ['survey=csat&scale=0..10', 'import.scale_invalid'],
    ['survey=csat&map=scroe=Rating', 'import.map_invalid'],
    ['survey=csat&map=score', 'import.map_invalid'],
    ['survey=csat&dateOrder=ymd', 'request.invalid'],
    ['survey=csat&openLoops=perhaps', 'request.invalid'],
    ['survey=csat&colour=red', 'request.invalid'],
    ['kind=tasks', 'request.invalid'],
    ['kind=contacts&survey=csat', 'import.option_meaningless'],
    ['kind=contacts&map=score=Rating', 'import.map_invalid'],
  ])('is refused before anything is kept: %s', async (query, code) => {
    const { body } = await upload(query, GOOD).expect(422);
    expect(body.code).toBe(code);
    expect((await acme.get('/v1/imports').expect(200)).body.items).toEqual([]);
  });

  it('is one with no file, or a file of another kind', async () => {
    expect((await acme.post('/v1/imports?survey=csat').type('text/csv')).status).toBe(422);
    expect((await acme.post('/v1/imports?survey=csat', { a: 1 })).status).toBe(415);
    expect((await upload('survey=csat', GOOD).type('image/png')).status).toBe(415);
    expect(await rowsIn('import_run')).toBe(0);
  });
});

describe('a file that cannot be imported', () => {
  it.each([
    ['Score\0,Comment\n1,x\n', 'survey=csat', 'csv.unreadable'],
    ['Region,City\nNorth,York\n', 'survey=csat', 'import.map_invalid'],
    ['Datum,Fecha,Score\n,,1\n', 'survey=csat', 'import.map_invalid'],
    ['Score\n1\n', 'survey=csat&map=score=Rating', 'import.map_invalid'],
    ['Name\nAnn\n', 'kind=contacts', 'import.map_invalid'],
  ])('fails its import with a reason: %j', async (file, query, code) => {
    expect(await imported(file, query)).toMatchObject({
      state: 'failed',
      error: { code },
      counts: { imported: 0 },
    });
    expect(await rowsIn('import_chunk')).toBe(0);
  });

  it('of any bytes whatever ends its import, one way or the other', async () => {
    const csvish = fc
      .array(
        fc.oneof(
          fc.constantFrom('Score', 'Comment', ',', ';', '\n', '\r\n', '"', '1', 'Email', '=', 'a@b.c'),
          fc.string(),
        ),
      )
      .map((parts) => Buffer.from(parts.join('')));
    const anything = fc.oneof(
      fc.uint8Array({ minLength: 1, maxLength: 3_000 }).map((b) => Buffer.from(b)),
      csvish,
    );
    const file = anything.filter((bytes) => bytes.length > 0);
    const query = fc.constantFrom('survey=csat&map=score=Score', 'survey=csat', 'kind=contacts');
    await fc.assert(
      fc.asyncProperty(file, query, async (bytes, how) => {
        const run = await imported(bytes, how);
        expect(['completed', 'failed']).toContain(run.state);
        if (run.state === 'failed') expect(run.error.detail).toMatch(/./);
        const { read, imported: kept, duplicates, skipped, rejected } = run.counts;
        expect(kept + duplicates + skipped + rejected).toBe(read);
      }),
      { numRuns: 60 },
    );
  });
});

describe('an upload', () => {
  /** Sends pieces without saying how many bytes there will be. */
  function streamed(pieces: () => AsyncGenerator<Buffer>) {
    return fetch(`${heed.url}/v1/imports?survey=csat`, {
      method: 'POST',
      headers: { authorization: `Bearer ${acme.apiKey}`, 'content-type': 'text/csv' },
      body: ReadableStream.from(pieces()),
      duplex: 'half',
    });
  }

  it('larger than a chunk is read as one file', async () => {
    const rows = Array.from({ length: 2_500 }, (_, i) => `${(i % 5) + 1},"${'long'.repeat(250)}${i}"\n`);
    const run = await imported(`Score,Comment\n${rows.join('')}`, 'survey=csat');
    expect(run).toMatchObject({ state: 'completed', counts: { read: 2_500, imported: 2_500 } });
  });

  it('over the limit is refused and leaves nothing', async () => {
    const line = Buffer.from(`1,${'x'.repeat(998)}\n`);
    const answer = await streamed(async function* () {
      for (let i = 0; i < 4_000; i++) yield await Promise.resolve(line);
    }).catch(() => null);
    // The server answers and hangs up while the client still sends; either is all the client may see.
    if (answer) expect(answer.status).toBe(413);
    await until('nothing is left', async () => (await rowsIn('import_run')) === 0);
    await upload('survey=csat', Buffer.alloc(3_000_001, 'a')).expect(413);
  });

  it('that breaks off leaves nothing', async () => {
    const broken = streamed(async function* () {
      yield Buffer.alloc(1_500_000, 'a,b\n');
      await until('a chunk is kept', async () => (await rowsIn('import_chunk')) === 1);
      throw new Error('The client is gone');
    });
    await expect(broken).rejects.toThrow();
    await until('nothing is left', async () => (await rowsIn('import_run')) === 0);
  });

  it('repeated with its Idempotency-Key gets the first answer; another file with that key is refused', async () => {
    const send = (file: string) => upload('survey=csat', file).set('idempotency-key', 'october');
    const first = await send(GOOD).expect(202);
    const second = await send(GOOD).expect(202);
    expect(second.body).toEqual(first.body);
    expect(second.headers.location).toBe(first.headers.location);
    expect((await send('Score\n1\n').expect(422)).body.code).toBe('idempotency_key.reused');
    expect(await rowsIn('import_run')).toBe(1);
  });
});

describe('an import', () => {
  const rows = Array.from(
    { length: 3_500 },
    (_, i) => `${(i % 5) + 1},Comment ${i % 50},u${i % 90}@example.com\n`,
  );
  const FILE = `Score,Comment,Email\n${rows.join('')}`;

  async function* bytes(until = FILE.length) {
    yield await Promise.resolve(Buffer.from(FILE.slice(0, until)));
    if (until < FILE.length) throw new Error('killed');
  }

  async function opened(): Promise<string> {
    const order: ImportOrder = {
      kind: 'responses',
      survey: 'csat',
      map: [],
      scale: null,
      dateOrder: 'dmy',
      key: null,
      opensLoops: false,
      isDryRun: false,
    };
    const open = () => heed.app.get(ImportsService).open(order, { bytes: FILE.length });
    return (await heed.app.get(Database).inTenant(acme.id, open)).id;
  }

  it('whose process was killed goes on after its last whole batch', async () => {
    const id = await opened();
    const imports = heed.app.get(ImportsService);
    await expect(imports.carryOut(acme.id, id, bytes(80_000))).rejects.toThrow('killed');
    const { body: halfway } = await acme.get(`/v1/imports/${id}`);
    expect(halfway).toMatchObject({ state: 'running' });
    expect(halfway.counts.read).toBeGreaterThanOrEqual(1_000);

    await imports.carryOut(acme.id, id, bytes());
    const { body: run } = await acme.get(`/v1/imports/${id}`);
    expect(run).toMatchObject({
      state: 'completed',
      counts: { read: 3_500, imported: 3_500, duplicates: 0 },
    });
  });

  it('taken over by another process is left to that one', async () => {
    const id = await opened();
    const imports = heed.app.get(ImportsService);
    async function* slowly() {
      yield Buffer.from(FILE.slice(0, 80_000));
      await imports.carryOut(acme.id, id, bytes());
      yield Buffer.from(FILE.slice(80_000));
    }
    const slow = imports.carryOut(acme.id, id, slowly());
    await expect(slow).rejects.toThrow('Another process has taken the import up.');
    const { body: run } = await acme.get(`/v1/imports/${id}`);
    expect(run).toMatchObject({ state: 'completed', counts: { read: 3_500, imported: 3_500 } });
  });

  it('that has ended is not carried out again', async () => {
    const id = await opened();
    const imports = heed.app.get(ImportsService);
    await imports.carryOut(acme.id, id, bytes());
    await imports.carryOut(acme.id, id, bytes());
    expect((await acme.get(`/v1/imports/${id}`)).body.counts).toMatchObject({ read: 3_500 });
  });

  it('is seen by its own tenant only, and made by those who may', async () => {
    const { body } = await upload('survey=csat', GOOD).expect(202);
    const other = await heed.tenant();
    await other.get(`/v1/imports/${body.id}`).expect(404);
    await other.get(`/v1/imports/${body.id}/rejections`).expect(404);
    await other.get(`/v1/imports/${body.id}/rejections.csv`).expect(404);
    const agent = await acme.member('agent');
    await agent.get(`/v1/imports/${body.id}`).expect(200);
    await agent.post('/v1/imports?survey=csat').type('text/csv').send(GOOD).expect(403);
  });
});
