import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsNotEmpty, IsString, Max, MaxLength, Min } from 'class-validator';
import { type DrawRecord, RECORD_FORMAT } from './draw-record.js';
import type { PrizeDraw } from './prize-draws.queries.js';
import type { Winner } from './prize-entries.service.js';

/** Longest name of a prize, in characters. */
const PRIZE_LENGTH = 200;
/** Most prizes of one draw. */
const MAX_PRIZES = 1_000;

export class PromisePrizes {
  /** What can be won, as it is told to those who answer. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(PRIZE_LENGTH)
  prize: string;

  /** How many win it. */
  @IsInt()
  @Min(1)
  @Max(MAX_PRIZES)
  prizes: number;
}

export class PrizeDrawView {
  waveId: string;
  prize: string;
  prizes: number;
  /** The SHA-256 of the seed, in hexadecimal: published before anybody enters. */
  commitment: string;
  committedAt: Date;
  /** Where everybody finds what is published of the draw. */
  recordUrl: string;
  /** When the wave was closed and the entries were sealed. */
  sealedAt: Date | null;
  /** SHA-256 of the sealed entries. */
  entriesDigest: string | null;
  drawnAt: Date | null;
  version: number;
}

/** All that is needed to check a draw; `heed draw verify` does. */
export class DrawRecordView implements DrawRecord {
  @ApiProperty({ enum: [RECORD_FORMAT] })
  format: typeof RECORD_FORMAT;
  waveId: string;
  prize: string;
  /** How many may win. */
  prizes: number;
  commitment: string;
  committedAt: string;
  entriesDigest: string | null;
  /** The digests of all entries, sorted. */
  @ApiProperty({ type: [String], nullable: true })
  entries: string[] | null;
  drawnAt: string | null;
  /** In hexadecimal. */
  seed: string | null;
  /** The digests of the entries that won, first prize first. */
  @ApiProperty({ type: [String], nullable: true })
  winners: string[] | null;
}

export class WinnerView implements Winner {
  /** 1 for the first prize. */
  place: number;
  email: string;
  /** The entry, as it is published. */
  digest: string;
  /** With the address it makes the digest: it shows that the entry is theirs. */
  code: string;
}

export class WinnersView {
  items: WinnerView[];
}

export function viewPrizeDraw(draw: PrizeDraw, recordUrl: string): PrizeDrawView {
  const { waveId, prize, prizes, commitment, committedAt, sealedAt, entriesDigest, drawnAt, version } = draw;
  return {
    waveId,
    prize,
    prizes,
    commitment,
    committedAt,
    recordUrl,
    sealedAt,
    entriesDigest,
    drawnAt,
    version,
  };
}
