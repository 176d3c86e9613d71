import { setTimeout as sleep } from 'node:timers/promises';
import { below, type Feedback, someFeedback } from './feedback.js';

/** Posts under way at a time. */
const SENDERS = 2;
/** Pause of a sender between two responses, in milliseconds: work is always under way, on a slow machine too. */
const PAUSE_MS = 200;
/** Pause before a request is repeated, in milliseconds. */
const REPEAT_AFTER_MS = 100;
const ANSWER_TIMEOUT_MS = 5_000;

interface Accepted {
  feedback: Feedback;
  /** The id Heed answered with. */
  responseId: string;
}

/** A client as it should be: it repeats each response, under the same key, until it knows it was accepted. */
export class Client {
  readonly accepted: Accepted[] = [];
  /** How often each status was answered; 0 stands for no answer at all. */
  readonly statuses: Record<string, number> = {};
  /** Answers no client should ever get. */
  readonly improper: string[] = [];
  /** When each acceptance was heard of. */
  readonly acceptedAt: number[] = [];
  private stopping = false;
  private senders: Promise<void>[] = [];

  constructor(
    private readonly address: string,
    private readonly apiKey: string,
  ) {}

  start(): void {
    this.senders = Array.from({ length: SENDERS }, (_, sender) => this.send(sender));
  }

  /** Begins nothing new, and waits until the last response under way is accepted. */
  async stop(): Promise<void> {
    this.stopping = true;
    await Promise.all(this.senders);
  }

  /** The longest time since then in which nothing was accepted, in milliseconds. */
  longestSilenceSince(start: number): number {
    const times = [start, ...this.acceptedAt.filter((time) => time > start), Date.now()];
    return Math.max(...times.slice(1).map((time, index) => time - times[index]!));
  }

  private async send(sender: number): Promise<void> {
    for (let n = 0; !this.stopping; n++) {
      const feedback = someFeedback(`${sender}-${n}`);
      // Without a key a response travels another way, together with others of the same moment.
      const key: Record<string, string> = below(2) === 0 ? { 'idempotency-key': feedback.externalId } : {};
      let responseId: string | undefined;
      while ((responseId = await this.post(feedback, key)) === undefined) await sleep(REPEAT_AFTER_MS);
      this.accepted.push({ feedback, responseId });
      await sleep(below(2 * PAUSE_MS));
    }
  }

  /** The id of the response once it is accepted; undefined when nobody knows, so that it must be repeated. */
  private async post(feedback: Feedback, key: Record<string, string>): Promise<string | undefined> {
    const headers = {
      authorization: `Bearer ${this.apiKey}`,
      'content-type': 'application/json',
      ...key,
    };
    const request = { method: 'POST', headers, body: JSON.stringify(feedback) };
    try {
      const signal = AbortSignal.timeout(ANSWER_TIMEOUT_MS);
      const answer = await fetch(`${this.address}/v1/responses`, { ...request, signal });
      const body = (await answer.json()) as { id?: string; responseId?: string; code?: string };
      this.count(answer.status);
      const isKnown = answer.status === 409 && body.code === 'response.already_received';
      if (answer.status === 201 || isKnown) {
        this.acceptedAt.push(Date.now());
        return body.id ?? body.responseId;
      }
      const mayBeRepeated = answer.status === 503 || body.code === 'idempotency_key.in_use';
      if (!mayBeRepeated) this.improper.push(`${answer.status} ${body.code}`);
    } catch {
      this.count(0);
    }
    return undefined;
  }

  private count(status: number): void {
    this.statuses[status] = (this.statuses[status] ?? 0) + 1;
  }
}
