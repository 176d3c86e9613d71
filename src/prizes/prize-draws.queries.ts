import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { DrawRecord } from './draw-record.js';

/** The prize draw of a wave as it is kept. */
export interface PrizeDraw {
  waveId: string;
  prize: string;
  /** How many may win. */
  prizes: number;
  /** The seed and the key by which addresses are told apart, sealed. */
  secrets: Buffer;
  commitment: string;
  committedAt: Date;
  sealedAt: Date | null;
  entriesDigest: string | null;
  drawnAt: Date | null;
  record: DrawRecord | null;
  version: number;
}

const SELECT = `
  select wave_id as "waveId", prize, prizes, secrets, commitment, committed_at as "committedAt", sealed_at as "sealedAt",
         entries_digest as "entriesDigest", drawn_at as "drawnAt", record, version
    from prize_draw where tenant_id = $1 and wave_id = $2`;

/** SQL for prize draws. */
@Injectable()
export class PrizeDrawsQueries {
  constructor(private readonly database: Database) {}

  async find(waveId: string, lock?: 'for update'): Promise<PrizeDraw | null> {
    const [draw] = await this.database.query<PrizeDraw>(`${SELECT} ${lock ?? ''}`, [waveId]);
    return draw ?? null;
  }

  async insert(
    draw: Pick<PrizeDraw, 'waveId' | 'prize' | 'prizes' | 'secrets' | 'commitment' | 'committedAt'>,
  ) {
    const { waveId, prize, prizes, secrets, commitment, committedAt } = draw;
    await this.database.query(
      `insert into prize_draw (tenant_id, wave_id, prize, prizes, secrets, commitment, committed_at, version)
       values ($1, $2, $3, $4, $5, $6, $7, 1)`,
      [waveId, prize, prizes, secrets, commitment, committedAt],
    );
  }

  /** Until the wave opens nobody relies on what is promised; the seed and its commitment stay. */
  async change(waveId: string, prize: string, prizes: number): Promise<void> {
    await this.database.query(
      `update prize_draw set prize = $3, prizes = $4, version = version + 1 where tenant_id = $1 and wave_id = $2`,
      [waveId, prize, prizes],
    );
  }

  async delete(waveId: string): Promise<void> {
    await this.database.query('delete from prize_draw where tenant_id = $1 and wave_id = $2', [waveId]);
  }

  async seal(waveId: string, sealedAt: Date, entriesDigest: string): Promise<void> {
    await this.database.query(
      `update prize_draw set sealed_at = $3, entries_digest = $4, version = version + 1
        where tenant_id = $1 and wave_id = $2`,
      [waveId, sealedAt, entriesDigest],
    );
  }

  async settle(waveId: string, record: DrawRecord): Promise<void> {
    await this.database.query(
      `update prize_draw set drawn_at = $3, record = $4, version = version + 1
        where tenant_id = $1 and wave_id = $2`,
      [waveId, record.drawnAt, JSON.stringify(record)],
    );
  }
}
