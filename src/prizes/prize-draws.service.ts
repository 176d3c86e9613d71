import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { WavesService } from '../campaigns/waves.service.js';
import { Clock } from '../platform/clock.js';
import { Events } from '../platform/events/events.js';
import { assertVersion } from '../platform/http/if-match.js';
import { Secrets } from '../platform/secrets.js';
import { commitmentOf, SEED_BYTES, winnersOf } from './draw.js';
import { type DrawRecord, RECORD_FORMAT } from './draw-record.js';
import { type PrizeDraw, PrizeDrawsQueries } from './prize-draws.queries.js';
import { PrizeEntriesQueries } from './prize-entries.queries.js';
import { PrizeDrawAlreadyDrawn, PrizeDrawUnknown, PrizeEntriesNotSealed } from './prizes.errors.js';
import { PrizeDrawPromised, PrizeDrawWithdrawn, PrizesDrawn } from './prizes.events.js';

/** In hexadecimal. The second one is never revealed: with it one could look for addresses in old copies of entries. */
interface DrawSecrets {
  seed: string;
  addressKey: string;
}

/** Promises prizes, and draws them as it was promised. */
@Injectable()
export class PrizeDrawsService {
  constructor(
    private readonly queries: PrizeDrawsQueries,
    private readonly entries: PrizeEntriesQueries,
    private readonly waves: WavesService,
    private readonly secrets: Secrets,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  async get(waveId: string): Promise<PrizeDraw> {
    const draw = await this.find(waveId);
    if (!draw) throw new PrizeDrawUnknown(waveId);
    return draw;
  }

  /** Null when nothing can be won. */
  find(waveId: string): Promise<PrizeDraw | null> {
    return this.queries.find(waveId);
  }

  /** Promises prizes to those who answer, before the wave opens; the seed of the draw is settled by that. */
  async promise(
    waveId: string,
    prize: string,
    prizes: number,
    version: number | undefined,
  ): Promise<PrizeDraw> {
    await this.waves.setIncentive(waveId, true);
    const draw = await this.queries.find(waveId, 'for update');
    if (draw) {
      assertVersion('prize draw', draw, version);
      await this.queries.change(waveId, prize, prizes);
    } else {
      await this.queries.insert({ waveId, prize, prizes, ...this.commit(waveId) });
      this.events.record(new PrizeDrawPromised(waveId));
    }
    return this.get(waveId);
  }

  async withdraw(waveId: string, version: number | undefined): Promise<void> {
    const draw = await this.get(waveId);
    await this.waves.setIncentive(waveId, false);
    assertVersion('prize draw', draw, version);
    await this.queries.delete(waveId);
    this.events.record(new PrizeDrawWithdrawn(waveId));
  }

  /** Draws the winners, once, and reveals the seed. */
  async draw(waveId: string): Promise<DrawRecord> {
    const draw = await this.queries.find(waveId, 'for update');
    if (!draw) throw new PrizeDrawUnknown(waveId);
    if (!draw.sealedAt) throw new PrizeEntriesNotSealed();
    if (draw.drawnAt) throw new PrizeDrawAlreadyDrawn();
    const seed = Buffer.from(this.secretsOf(draw).seed, 'hex');
    const published = await this.published(draw);
    const winners = winnersOf(seed, published.entries!, draw.prizes);
    const drawnAt = this.clock.now().toISOString();
    const record = { ...published, drawnAt, seed: seed.toString('hex'), winners };
    await this.queries.settle(waveId, record);
    this.events.record(new PrizesDrawn(waveId, winners.length));
    return record;
  }

  /** All that everybody may know of a draw by now. */
  async published(draw: PrizeDraw): Promise<DrawRecord> {
    if (draw.record) return draw.record;
    const { waveId, prize, prizes, commitment, committedAt, sealedAt, entriesDigest } = draw;
    return {
      format: RECORD_FORMAT,
      ...{ waveId, prize, prizes, commitment, committedAt: committedAt.toISOString(), entriesDigest },
      entries: sealedAt ? await this.entries.digests(waveId) : null,
      ...{ drawnAt: null, seed: null, winners: null },
    };
  }

  secretsOf({ waveId, secrets }: PrizeDraw): DrawSecrets {
    return JSON.parse(this.secrets.open(secrets, placeOf(waveId))) as DrawSecrets;
  }

  private commit(waveId: string): Pick<PrizeDraw, 'secrets' | 'commitment' | 'committedAt'> {
    const [seed, addressKey] = [randomBytes(SEED_BYTES), randomBytes(SEED_BYTES)];
    const secrets: DrawSecrets = { seed: seed.toString('hex'), addressKey: addressKey.toString('hex') };
    return {
      secrets: this.secrets.seal(JSON.stringify(secrets), placeOf(waveId)),
      commitment: commitmentOf(seed),
      committedAt: this.clock.now(),
    };
  }
}

function placeOf(waveId: string): string {
  return `prize-draw/${waveId}/secrets`;
}
