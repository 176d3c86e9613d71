import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

/** A mail that arrived. */
export interface CaughtMail extends ParsedMail {
  envelope: { from: string; to: string; id: string | undefined };
  source: string;
}

/** What the server does with mail to an address. */
export interface Behaviour {
  /** Refuses the recipient with this reply. */
  recipient?: [code: number, text: string];
  /** Refuses the message with this reply once it has it. */
  message?: [code: number, text: string];
  /** Takes the message and dies before it says so. */
  vanishes?: true;
}

/** A real mail server that keeps what it takes, and behaves as told. */
export class MailServer {
  readonly caught: CaughtMail[] = [];
  readonly behaviours = new Map<string, Behaviour>();
  /** Refuses all senders with this reply. */
  sender: [code: number, text: string] | null = null;
  /** What happens before it answers who a message is for. */
  beforeRecipient: (() => Promise<void>) | null = null;
  /** What happens between having a message's body and taking it. */
  beforeTaking: (() => Promise<void>) | null = null;
  /** What happens between taking a message and saying so. */
  beforeReply: (() => Promise<void>) | null = null;
  /** The users who signed in. */
  readonly signedIn: string[] = [];
  connections = 0;

  private constructor(private readonly server: SMTPServer) {}

  static async start(): Promise<MailServer> {
    const server = new SMTPServer({
      authOptional: true,
      allowInsecureAuth: true,
      disabledCommands: ['STARTTLS'],
      onAuth: ({ username = '' }, _session, done) => {
        mail.signedIn.push(username);
        done(null, { user: username });
      },
      onConnect: (_session, done) => {
        mail.connections++;
        done();
      },
      onMailFrom: (_address, _session, done) => done(errorOf(mail.sender)),
      onRcptTo: ({ address }, _session, done) => void mail.judge(address).then(done),
      onData: (stream, session, done) => {
        mail.take(stream, session).then(done, done); // a connection that is cut ends in an error
      },
    });
    server.on('error', () => undefined); // connections that were cut
    const mail = new MailServer(server);
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    return mail;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  to(address: string): CaughtMail[] {
    return this.caught.filter(({ envelope }) => envelope.to === address);
  }

  clear(): void {
    this.caught.length = 0;
    this.signedIn.length = 0;
    this.behaviours.clear();
    this.sender = null;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private async judge(address: string): Promise<Error | null> {
    await this.beforeRecipient?.();
    return errorOf(this.behaviours.get(address)?.recipient);
  }

  private async take(stream: Readable, session: SMTPServerSession): Promise<Error | null> {
    const bytes = await buffer(stream);
    const { message, vanishes } = this.behaviours.get(recipientOf(session)) ?? {};
    if (message) return errorOf(message);
    await this.beforeTaking?.();
    await this.keep(bytes, session);
    await this.beforeReply?.();
    if (vanishes) this.cut(session);
    return null;
  }

  private async keep(bytes: Buffer, session: SMTPServerSession): Promise<void> {
    const { mailFrom } = session.envelope;
    const id = (mailFrom && (mailFrom.args as { ENVID?: string } | false)) || undefined;
    const envelope = { from: mailFrom ? mailFrom.address : '', to: recipientOf(session), id: id?.ENVID };
    this.caught.push({ ...(await simpleParser(bytes)), envelope, source: bytes.toString() });
  }

  private cut({ id }: SMTPServerSession): void {
    for (const connection of this.server.connections as Set<{
      session: { id: string };
      _socket: { destroy(): void };
    }>)
      if (connection.session.id === id) connection._socket.destroy();
  }
}

function recipientOf({ envelope }: SMTPServerSession): string {
  return envelope.rcptTo[0]!.address;
}

function errorOf(reply: [number, string] | null | undefined): Error | null {
  return reply ? Object.assign(new Error(reply[1]), { responseCode: reply[0] }) : null;
}
