import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';

interface Answer {
  status: number;
  headers?: Record<string, string>;
  body?: string;
}

interface Received {
  headers: IncomingHttpHeaders;
  body: string;
}

/** A tenant's own system that receives webhooks: keeps what came, and answers as told. */
export class Receiver {
  readonly received: Received[] = [];
  answer: Answer = { status: 204 };
  /** What happens elsewhere between a message's arrival and its answer. */
  meanwhile: () => Promise<unknown> = () => Promise.resolve();

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async start(): Promise<Receiver> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const receiver = new Receiver(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`);
    server.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        receiver.received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
        const { status, headers, body } = receiver.answer;
        void receiver.meanwhile().then(() => response.writeHead(status, headers).end(body));
      });
    });
    return receiver;
  }

  /** The bodies that came. */
  get bodies(): { type: string; timestamp: string; data: Record<string, unknown> }[] {
    return this.received.map(({ body }) => JSON.parse(body) as never);
  }

  get ids(): string[] {
    return this.received.map(({ headers }) => String(headers['webhook-id']));
  }

  /** Verifies the latest message as a receiver does who knows this secret; throws when it is not genuine. */
  verifyLatest(secret: string): unknown {
    const { headers, body } = this.received.at(-1)!;
    return new Webhook(secret).verify(body, headers as Record<string, string>);
  }

  close(): Promise<unknown> {
    return new Promise((resolve) => this.server.close(resolve));
  }
}
