import { Injectable } from '@nestjs/common';
import { NotFound } from '../platform/errors.js';
import { type WaveRecord, WavesQueries } from './waves.queries.js';

export type { WaveRecord };

@Injectable()
export class WavesService {
  constructor(private readonly queries: WavesQueries) {}

  async get(id: string): Promise<WaveRecord> {
    const wave = await this.queries.find(id);
    if (!wave) throw NotFound.of('wave', id);
    return wave;
  }

  /** Null when there is no such wave. */
  find(id: string): Promise<WaveRecord | null> {
    return this.queries.find(id);
  }

  byIds(ids: string[]): Promise<WaveRecord[]> {
    return this.queries.byIds(ids);
  }
}
