import { Injectable } from '@nestjs/common';
import type { WaveRecord } from '../campaigns/waves.service.js';
import type { Wish } from './response-pages.service.js';

/** What a later module adds to the page that thanks: HTML, or nothing. It does not get to know who answered what. */
export type ThanksAddition = (wave: WaveRecord, wish: Wish, language: string) => Promise<string | null>;

/** The place on the page that thanks where a later module may add something. */
@Injectable()
export class ThanksSlot {
  private addition: ThanksAddition | undefined;

  fill(addition: ThanksAddition): void {
    if (this.addition) throw new Error('Two modules fill the page that thanks.');
    this.addition = addition;
  }

  async html(wave: WaveRecord, wish: Wish, language: string): Promise<string | null> {
    return (await this.addition?.(wave, wish, language)) ?? null;
  }
}
