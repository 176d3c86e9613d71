import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';
import { below } from './feedback.js';

/** One in so many messages is refused at first, and accepted when it is repeated. */
const REFUSED_ONE_IN = 5;
/** Longest time taken to answer, in milliseconds, so that a killed worker always leaves answers unheard. */
const SLOWEST_ANSWER_MS = 200;

/** What came of one event. */
interface Message {
  type: string;
  ids: Set<string>;
  accepted: number;
}

/** A tenant's own system that receives webhooks, and now and then refuses one. */
export class Subscriber {
  /** By the id of the event told of. */
  readonly messages = new Map<string, Message>();
  /** What should never have come. */
  readonly improper: string[] = [];
  received = 0;
  refused = 0;
  secret = '';
  private readonly refusedIds = new Set<string>();

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async start(): Promise<Subscriber> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/heed`;
    const subscriber = new Subscriber(server, url);
    server.on('request', (request, response) => {
      // A sender killed in the middle of a message has sent nothing.
      subscriber.take(request, response).catch(() => response.destroy());
    });
    return subscriber;
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const id = String(request.headers['webhook-id']);
    const isAccepted = this.note(
      id,
      Buffer.concat(chunks).toString(),
      request.headers as Record<string, string>,
    );
    await sleep(below(SLOWEST_ANSWER_MS));
    response.writeHead(isAccepted ? 204 : 500).end();
  }

  private note(id: string, body: string, headers: Record<string, string>): boolean {
    this.received += 1;
    try {
      new Webhook(this.secret).verify(body, headers);
    } catch (error) {
      this.improper.push(`${id}: ${(error as Error).message}`);
    }
    const { type, data } = JSON.parse(body) as { type: string; data: { eventId: string } };
    const message = this.messages.get(data.eventId) ?? { type, ids: new Set<string>(), accepted: 0 };
    this.messages.set(data.eventId, message);
    message.ids.add(id);
    if (this.isRefused(id)) return false;
    message.accepted += 1;
    return true;
  }

  private isRefused(id: string): boolean {
    if (this.refusedIds.has(id) || below(REFUSED_ONE_IN) > 0) return false;
    this.refusedIds.add(id);
    this.refused += 1;
    return true;
  }
}
