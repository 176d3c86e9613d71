import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Secrets } from '../platform/secrets.js';
import type { Answer } from '../surveys/answers.js';
import { BallotsQueries } from './ballots.queries.js';
import { paddedJson } from './padded.js';

/** Takes the answers of anonymous waves: whoever has a ballot may put one answer in the box. */
@Injectable()
export class BallotsService {
  constructor(
    private readonly queries: BallotsQueries,
    private readonly secrets: Secrets,
  ) {}

  /** Whether the ballot has not been cast. */
  isOpen(waveId: string, ballot: string): Promise<boolean> {
    return this.queries.isOpen(waveId, ballot);
  }

  /**
   * Puts answers in the box and uses the ballot up, if there is one; false when it was cast before, or the wave has
   * closed. What is put in says neither whose it is nor when it came, and cannot be read in the database.
   */
  cast(
    waveId: string,
    ballot: string | null,
    { answers }: { answers: Record<string, Answer> },
  ): Promise<boolean> {
    const sealed = this.secrets.seal(paddedJson(answers), boxOf(waveId));
    // Not an id of ours, which would say when it was made.
    return this.queries.cast(waveId, ballot, { id: randomUUID(), answers: sealed });
  }

  /** Reads what came out of the box. */
  unseal(waveId: string, sealed: Buffer): Record<string, Answer> {
    return JSON.parse(this.secrets.open(sealed, boxOf(waveId))) as Record<string, Answer>;
  }
}

function boxOf(waveId: string): string {
  return `wave/${waveId}/ballot-box`;
}
