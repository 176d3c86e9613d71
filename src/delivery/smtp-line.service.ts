import { Readable } from 'node:stream';
import SMTPConnection, {
  type Options,
  type SentMessageInfo,
  type SMTPError,
} from 'nodemailer/lib/smtp-connection';
import { CLOSING, enhancedCodeIn, type SmtpReply } from './smtp-outcome.js';

/** How long a server may take to be reached and to greet, in milliseconds. */
const GREETING_TIMEOUT_MS = 30_000;
/** How long it may be silent after that: it may want to look at a message before it takes it (RFC 5321, 4.5.3.2). */
export const SILENCE_TIMEOUT_MS = 300_000;
/** Servers count the messages of a connection; those that want fewer hang up, and are called again. */
const MESSAGES_PER_CONNECTION = 500;

/** Where a mail server is and how to sign in to it. */
export interface SmtpServer {
  options: Pick<Options, 'host' | 'port' | 'secure' | 'requireTLS' | 'servername' | 'name'>;
  auth: { user: string; pass: string } | null;
}

export interface Envelope {
  from: string;
  to: string;
  /** Named in what the server says of this message later (RFC 3461). */
  id: string;
}

/** One connection to a mail server, over which messages go one after the other. */
export class SmtpLine {
  private messages = 0;
  private isBroken = false;

  private constructor(private readonly connection: SMTPConnection) {
    connection.on('error', () => (this.isBroken = true));
    connection.on('end', () => (this.isBroken = true));
  }

  /** Connects and signs in; throws an `SmtpReply` wrapped in `LineTrouble` when that fails. */
  static async open(server: SmtpServer): Promise<SmtpLine> {
    const connection = new SMTPConnection({
      ...server.options,
      connectionTimeout: GREETING_TIMEOUT_MS,
      greetingTimeout: GREETING_TIMEOUT_MS,
      socketTimeout: SILENCE_TIMEOUT_MS,
      logger: false,
    });
    const line = new SmtpLine(connection);
    await new Promise<void>((resolve, reject) => {
      connection.once('error', reject);
      connection.connect((error) => (error ? reject(error) : resolve()));
    }).catch((error: Error) => line.fail(error));
    if (server.auth) {
      await new Promise<void>((resolve, reject) =>
        connection.login(server.auth!, (error) => (error ? reject(error) : resolve())),
      ).catch((error: Error) => line.fail(error));
    }
    return line;
  }

  /** Whether the next message can go over it. */
  get isOpen(): boolean {
    return !this.isBroken && this.messages < MESSAGES_PER_CONNECTION;
  }

  /** Whether a message went over it before: a server may close a line between two. */
  get isUsed(): boolean {
    return this.messages > 0;
  }

  /**
   * Sends a message. `handOver` is asked first, and its answer waited for before the first byte of the body leaves: when
   * it says no, the line is cut and nothing was sent. The reply, or null in that case.
   */
  async send(
    { from, to, id }: Envelope,
    message: Buffer,
    handOver: () => Promise<boolean>,
  ): Promise<SmtpReply | null> {
    this.messages++;
    const handedOver = handOver(); // takes its time while the server is told who writes to whom
    const gate = new Gate(message, handedOver);
    const envelope = {
      from,
      to,
      size: message.length,
      dsn: { id, ret: 'HDRS' as const, notify: 'FAILURE' as const },
    };
    const sent = new Promise<SentMessageInfo>((resolve, reject) => {
      this.connection.send(envelope, gate, (error, info) => (info ? resolve(info) : reject(error!)));
    });
    const [isAllowed, reply] = await Promise.allSettled([handedOver, sent]);
    if (isAllowed.status === 'rejected') {
      this.close();
      throw isAllowed.reason;
    }
    if (reply.status === 'fulfilled')
      return replyOf({ response: reply.value.response, command: 'DATA' }, true);
    if (!isAllowed.value) {
      this.close();
      return null;
    }
    return this.refusal(replyOf(reply.reason as SMTPError, gate.isPassed));
  }

  /** Says goodbye, or just goes where there is nobody to say it to. */
  close(): void {
    this.isBroken = true;
    this.connection.close();
  }

  quit(): void {
    if (this.isBroken) return;
    this.isBroken = true;
    this.connection.quit();
  }

  /** After a message that was not taken the line is ready for the next, or gone. */
  private async refusal(reply: SmtpReply): Promise<SmtpReply> {
    if (reply.code === null || reply.code === CLOSING) this.close();
    else await this.reset();
    return reply;
  }

  private async reset(): Promise<void> {
    if (this.isBroken) return;
    await new Promise<void>((resolve) =>
      this.connection.reset((error) => {
        if (error) this.close();
        resolve();
      }),
    );
  }

  private fail(error: Error): never {
    this.close();
    throw new LineTrouble(replyOf(error, false));
  }
}

/** The line to a mail server could not be opened. */
export class LineTrouble extends Error {
  constructor(readonly reply: SmtpReply) {
    super(reply.text);
    this.name = 'LineTrouble';
  }
}

/** A message that is read only once its hand-over is noted. */
class Gate extends Readable {
  isPassed = false;

  constructor(
    private readonly message: Buffer,
    private readonly handedOver: Promise<boolean>,
  ) {
    super({ highWaterMark: 1 });
  }

  override _read(): void {
    if (this.isPassed) return;
    this.handedOver.then(
      (isAllowed) => {
        if (!isAllowed) {
          this.destroy(new Error('It is not to be sent any more.'));
          return;
        }
        this.isPassed = true;
        this.push(this.message);
        this.push(null);
      },
      (error: Error) => this.destroy(error),
    );
  }
}

const STAGES: Record<string, SmtpReply['stage']> = {
  'MAIL FROM': 'sender',
  'RCPT TO': 'recipient',
  DATA: 'body',
};

function replyOf(
  { response, responseCode, command, message }: Partial<SMTPError>,
  isHandedOver: boolean,
): SmtpReply {
  const code = responseCode ?? Number(/^\d{3}/.exec(response ?? '')?.[0] ?? 0);
  return {
    stage: STAGES[command ?? ''] ?? 'connection',
    isHandedOver,
    code: code || null,
    enhanced: response ? enhancedCodeIn(response) : null,
    text: response ?? message ?? 'No reply',
  };
}
