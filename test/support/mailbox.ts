import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

interface Arrived {
  from: string;
  to: string[];
  /** The message as it came, lines unfolded. */
  source: string;
}

/** A mail server that keeps what it is sent, or refuses it. */
export class Mailbox {
  readonly arrived: Arrived[] = [];
  /** The SMTP code each message is refused with; null takes them. */
  refusal: number | null = null;

  private constructor(private readonly server: SMTPServer) {}

  static async start(): Promise<Mailbox> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, session, done) => {
        void text(stream).then((raw) => {
          if (mailbox.refusal) {
            done(Object.assign(new Error('Not now'), { responseCode: mailbox.refusal }));
            return;
          }
          const { mailFrom, rcptTo } = session.envelope;
          mailbox.arrived.push({
            from: mailFrom ? mailFrom.address : '',
            to: rcptTo.map(({ address }) => address),
            source: raw.replace(/=\r\n/g, ''),
          });
          done();
        });
      },
    });
    const mailbox = new Mailbox(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return mailbox;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}
