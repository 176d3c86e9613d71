import type { AccountView } from '../accounts/accounts.dto.js';
import type { ContactView } from '../accounts/contacts.dto.js';
import type { ResponseView } from '../responses/responses.dto.js';
import type { RoutingDecisionView } from '../routing/routing.dto.js';
import type { LoopPage, TimelineView, WholeLoopView } from '../tasks/loops.dto.js';
import type { Client } from './client.js';
import { happened, type Happening, type Names, received, routed } from './happening.js';

/** What happened to a followed response; its number tells it from the others. */
export interface Told extends Happening {
  number: number;
}

/** Follows one response through everything that comes of it, as the API tells it. */
class Trail {
  isOver = false;
  private isRouted = false;
  private loopId: string | null = null;
  private readonly told = new Set<string>();

  constructor(
    private readonly client: Client,
    private readonly responseId: string,
    private readonly names: Names,
  ) {}

  async begin(): Promise<Happening> {
    const response = await this.client.get<ResponseView>(`/v1/responses/${this.responseId}`);
    const { contactId, accountId } = response;
    const contact = contactId ? await this.client.get<ContactView>(`/v1/contacts/${contactId}`) : null;
    const account = accountId ? await this.client.get<AccountView>(`/v1/accounts/${accountId}`) : null;
    return received(response, contact, account);
  }

  /** What happened since it was last asked. */
  async news(): Promise<Happening[]> {
    return [...(await this.routing()), ...(await this.timeline())];
  }

  private async routing(): Promise<Happening[]> {
    if (this.isRouted) return [];
    const decision = await this.client.find<RoutingDecisionView>(`/v1/responses/${this.responseId}/routing`);
    if (!decision) return [];
    this.isRouted = true;
    this.isOver = decision.targets.length === 0;
    return routed(decision, this.names);
  }

  private async timeline(): Promise<Happening[]> {
    if (!this.isRouted || this.isOver) return [];
    this.loopId ??= await this.findLoop();
    if (!this.loopId) return [];
    const { items } = await this.client.get<TimelineView>(`/v1/loops/${this.loopId}/timeline`);
    // Read after its timeline, it knows of everything told there.
    const loop = await this.client.get<WholeLoopView>(`/v1/loops/${this.loopId}`);
    const fresh = items.filter(({ id }) => !this.told.has(id));
    for (const { id, type } of fresh) {
      this.told.add(id);
      if (type === 'loop.closed') this.isOver = true;
    }
    return fresh.map((event) => happened(event, loop, this.names)).filter((found) => found !== null);
  }

  private async findLoop(): Promise<string | null> {
    const page = await this.client.get<LoopPage>(`/v1/loops?responseId=${this.responseId}`);
    return page.items[0]?.id ?? null;
  }
}

/** Follows a few responses and tells of each step once, in the order the steps happened. */
export class Follower {
  private readonly trails: Trail[] = [];

  constructor(
    private readonly client: Client,
    private readonly names: Names,
    private readonly tell: (told: Told) => void,
  ) {}

  async follow(responseId: string): Promise<void> {
    const trail = new Trail(this.client, responseId, this.names);
    const beginning = await trail.begin();
    this.tell({ ...beginning, number: this.trails.push(trail) });
  }

  async look(): Promise<void> {
    const found: Told[] = [];
    for (const [index, trail] of this.trails.entries()) {
      if (trail.isOver) continue;
      for (const happening of await trail.news()) found.push({ ...happening, number: index + 1 });
    }
    for (const told of found.sort((a, b) => a.at.localeCompare(b.at))) this.tell(told);
  }
}
