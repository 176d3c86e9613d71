import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { MailSendersService } from '../src/delivery/mail-senders.service.js';
import { Database } from '../src/platform/database/database.js';
import type { Bench } from './harness.js';
import type { Taken } from './smtp-sink.js';
import { type BenchTenant, openApp } from './tenant.js';

const LOOK_MS = 500;
/** The clock that opens waves strikes every 30 s; all else is sending. */
const PATIENCE_MS = 600_000;

const ASKED_BY_MAIL = {
  ...{ name: 'Winter', survey: 'nps', kind: 'relational', channel: 'email' },
  mail: {
    subject: 'How are we doing, {{firstName|there}}?',
    intro: 'Dear {{name|customer}},\n\nyou have been with us for a while. May we ask you one question?',
  },
  schedule: { type: 'once', lastsDays: 21, remindAfterDays: [7] },
};

export interface MailFigure {
  mails: number;
  seconds: number;
  mailsPerSecond: number;
  bytesEach: number;
}

/** One worker feeding a mail server in a process of its own, each mail handed over by itself. */
export async function benchMail(bench: Bench, tenant: BenchTenant, mails: number): Promise<MailFigure> {
  const sink = fork(join(import.meta.dirname, 'smtp-sink.js'));
  try {
    const [port] = (await once(sink, 'message')) as [number];
    Object.assign(bench.env, {
      HEED_SMTP_URL: `smtp://127.0.0.1:${port}`,
      HEED_MAIL_FROM: 'surveys@heed.example',
    });
    await prepare(bench, tenant, mails);
    await bench.run('worker');
    const taken = await allTaken(sink, mails);
    const seconds = (taken.lastAt - taken.firstAt) / 1_000;
    return {
      mails,
      seconds,
      mailsPerSecond: Math.round((mails - 1) / seconds),
      bytesEach: Math.round(taken.bytes / taken.mails),
    };
  } finally {
    await bench.end('worker');
    sink.kill();
  }
}

/** People at many domains, and a pace that does not hold them up. */
async function prepare(bench: Bench, tenant: BenchTenant, mails: number): Promise<void> {
  const app = await openApp(bench.env);
  const database = app.get(Database);
  await database.inTenant(tenant.tenantId, async () => {
    await app.get(MailSendersService).set(
      {
        ...{ fromName: 'Bench', fromAddress: 'bench@heed.example', replyTo: null },
        perMinuteAndDomain: 100_000,
      },
      undefined,
    );
  });
  await app.close();
  const people = Array.from({ length: mails }, (_, n) => ({
    ...{ externalId: `mail-${n}`, email: `person-${n}@domain-${n % 500}.example`, name: `Person ${n}` },
  }));
  for (let at = 0; at < mails; at += 500) {
    await tenant.post('/v1/contacts/bulk', { contacts: people.slice(at, at + 500) });
  }
  const { id } = (await (await tenant.post('/v1/campaigns', ASKED_BY_MAIL)).json()) as { id: string };
  await tenant.post(`/v1/campaigns/${id}/start`, {});
}

async function allTaken(sink: ChildProcess, mails: number): Promise<Taken> {
  for (let waited = 0; waited < PATIENCE_MS; waited += LOOK_MS) {
    await sleep(LOOK_MS);
    sink.send('How many?');
    const [taken] = (await once(sink, 'message')) as [Taken];
    if (taken.mails >= mails) return taken;
  }
  throw new Error(`${mails} mails were not sent within ${PATIENCE_MS / 1_000} s.`);
}
