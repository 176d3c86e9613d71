import { createHmac, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { isEmail } from 'class-validator';
import { Clock } from '../platform/clock.js';
import { Events } from '../platform/events/events.js';
import { Secrets } from '../platform/secrets.js';
import { entriesDigestOf } from './draw.js';
import { entryDigestOf, plainAddress } from './entry.js';
import { PrizeDrawsQueries } from './prize-draws.queries.js';
import { PrizeDrawsService } from './prize-draws.service.js';
import { PrizeEntriesQueries, type SealedEntry } from './prize-entries.queries.js';
import { PrizeDrawNotDrawn } from './prizes.errors.js';
import { PrizeEntriesDeleted, PrizeEntriesSealed } from './prizes.events.js';

/** Entries sealed in one statement. */
const SEALED_AT_ONCE = 5_000;
/** Every kept entry is this long before it is encrypted, so that its length does not tell whose it is. */
const ENTRY_BYTES = 512;

interface Entry {
  code: string;
  email: string;
}

/** What became of an attempt to enter. */
export type Entered =
  { outcome: 'entered'; code: string; digest: string } | { outcome: 'invalid' | 'twice' | 'over' };

export interface Winner {
  /** 1 for the first prize. */
  place: number;
  email: string;
  /** The entry, as it is published, and the code that shows whose it is. */
  digest: string;
  code: string;
}

/** Keeps the entries of prize draws: apart from answers, without a time, and readable by nobody else. */
@Injectable()
export class PrizeEntriesService {
  constructor(
    private readonly draws: PrizeDrawsService,
    private readonly drawQueries: PrizeDrawsQueries,
    private readonly queries: PrizeEntriesQueries,
    private readonly secrets: Secrets,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Enters an address by a ticket, which is the number it gets. */
  async enter(waveId: string, ticket: string, email: string): Promise<Entered> {
    const draw = await this.drawQueries.find(waveId, 'for update'); // one enters at a time
    if (!draw || draw.sealedAt) return { outcome: 'over' };
    const address = plainAddress(email);
    if (!isEmail(address)) return { outcome: 'invalid' };
    const { addressKey } = this.draws.secretsOf(draw);
    const addressMac = createHmac('sha256', addressKey).update(address).digest();
    // Not the ticket's number: it stands in the address of a page, which browsers and proxies remember.
    const entry = { code: randomUUID().replaceAll('-', ''), email: address };
    const sealed = this.seal(waveId, entry);
    const isNew = await this.queries.insert(waveId, { id: ticket, addressMac, sealed });
    if (!isNew) return { outcome: 'twice' };
    return { outcome: 'entered', code: entry.code, digest: entryDigestOf(entry.code, address) };
  }

  /**
   * Ends the taking of entries. All are written anew, in the order of their digests and under other numbers: nothing
   * of them tells any more who entered when.
   */
  async close(waveId: string): Promise<void> {
    const draw = await this.drawQueries.find(waveId, 'for update');
    if (!draw || draw.sealedAt) return;
    for (;;) {
      const taken = await this.queries.takeUnsealed(waveId, SEALED_AT_ONCE);
      if (taken.length === 0) break;
      const entries = taken.map((sealed) => this.anew(waveId, this.open(waveId, sealed)));
      await this.queries.insertSealed(
        waveId,
        entries.sort((a, b) => (a.digest < b.digest ? -1 : 1)),
      );
    }
    const digests = await this.queries.digests(waveId);
    await this.drawQueries.seal(waveId, this.clock.now(), entriesDigestOf(digests));
    this.events.record(new PrizeEntriesSealed(waveId, digests.length));
  }

  /** Those who won, as long as their entries are kept. */
  async winners(waveId: string): Promise<Winner[]> {
    const { record } = await this.draws.get(waveId);
    if (!record) throw new PrizeDrawNotDrawn();
    const kept = new Map(
      (await this.queries.byDigests(waveId, record.winners!)).map(({ digest, sealed }) => [digest, sealed]),
    );
    return record.winners!.flatMap((digest, i) => {
      const sealed = kept.get(digest);
      return sealed ? [{ place: i + 1, digest, ...this.open(waveId, sealed) }] : [];
    });
  }

  /** Forgets all addresses, once nobody has to be told any more. What was published stays. */
  async forget(waveId: string): Promise<void> {
    const { drawnAt } = await this.draws.get(waveId);
    if (!drawnAt) throw new PrizeDrawNotDrawn();
    this.events.record(new PrizeEntriesDeleted(waveId, await this.queries.delete(waveId)));
  }

  private anew(waveId: string, entry: Entry): SealedEntry {
    const digest = entryDigestOf(entry.code, entry.email);
    return { id: randomUUID(), digest, sealed: this.seal(waveId, entry) };
  }

  private seal(waveId: string, entry: Entry): Buffer {
    return this.secrets.seal(JSON.stringify(entry).padEnd(ENTRY_BYTES), placeOf(waveId));
  }

  private open(waveId: string, sealed: Buffer): Entry {
    return JSON.parse(this.secrets.open(sealed, placeOf(waveId))) as Entry;
  }
}

function placeOf(waveId: string): string {
  return `prize-draw/${waveId}/entries`;
}
