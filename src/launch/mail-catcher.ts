import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import { LOOPBACK } from '../platform/embedded/free-port.js';
import { bodyOf, listPage, mailPage } from './caught-mail-pages.js';
import { CaughtMails } from './caught-mails.js';

/** Largest mail that is caught, in bytes: 500 of them stay in memory. */
const MAX_MAIL_BYTES = 1_000_000;

const PAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; base-uri 'none'";
const MAIL_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src http: https: data:; sandbox allow-popups allow-popups-to-escape-sandbox";

/**
 * A mail server for those who try Heed: it takes every mail, sends none on, and shows them on a page. Both listen
 * on this machine only, and keep no process running.
 */
export class MailCatcher {
  private constructor(
    /** Where Heed hands its mail in. */
    readonly smtpUrl: string,
    /** Where people read it. */
    readonly address: string,
  ) {}

  static async start(): Promise<MailCatcher> {
    const mails = new CaughtMails();
    const smtp = smtpServerFor(mails);
    smtp.listen(0, LOOPBACK);
    await once(smtp.server, 'listening');
    const pages = createServer((request, response) => answer(request, response, mails));
    pages.listen(0, LOOPBACK);
    await once(pages, 'listening');
    for (const server of [smtp.server, pages]) server.unref();
    return new MailCatcher(`smtp://${hostOf(smtp.server)}`, `http://${hostOf(pages)}`);
  }
}

function smtpServerFor(mails: CaughtMails): SMTPServer {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    size: MAX_MAIL_BYTES,
    onData: (stream, session, done) => void keep(stream, session, mails).then(() => done(), done),
  });
  server.on('error', () => undefined); // somebody hung up in the middle
  return server;
}

async function keep(stream: Readable, { envelope }: SMTPServerSession, mails: CaughtMails): Promise<void> {
  const bytes = await buffer(stream);
  const mail = await simpleParser(bytes);
  const { mailFrom, rcptTo } = envelope;
  const to = rcptTo.map(({ address }) => address).join(', ');
  mails.add({ at: new Date(), from: mailFrom ? mailFrom.address : '', to, mail, source: bytes.toString() });
}

function answer(request: IncomingMessage, response: ServerResponse, mails: CaughtMails): void {
  const [, id, part] = /^\/mails\/(\d{1,15})(\/html)?$/.exec(request.url ?? '') ?? [];
  const mail = id && mails.find(Number(id));
  // A page elsewhere whose name is made to lead to this machine comes with that name.
  if (!isOwn(request)) send(response, 403, 'This is not the place.', PAGE_POLICY);
  else if (request.url === '/') send(response, 200, listPage(mails.all()), PAGE_POLICY);
  else if (!mail) send(response, 404, 'This mail is not kept any more.', PAGE_POLICY);
  else if (part) send(response, 200, bodyOf(mail), MAIL_POLICY);
  else send(response, 200, mailPage(mail), PAGE_POLICY);
}

function isOwn({ method, headers, socket }: IncomingMessage): boolean {
  const port = socket.localPort;
  return method === 'GET' && [`${LOOPBACK}:${port}`, `localhost:${port}`].includes(headers.host ?? '');
}

function send(response: ServerResponse, status: number, body: string, policy: string): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy,
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  response.end(body);
}

function hostOf(server: Pick<Server, 'address'>): string {
  return `${LOOPBACK}:${(server.address() as AddressInfo).port}`;
}
