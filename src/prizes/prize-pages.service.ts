import { randomUUID } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ResponsePagesService } from '../answering/response-pages.service.js';
import { ThanksSlot } from '../answering/thanks-slot.service.js';
import type { Link } from '../campaigns/link.js';
import { LinksService } from '../campaigns/links.service.js';
import { type WaveRecord, WavesService } from '../campaigns/waves.service.js';
import { Database } from '../platform/database/database.js';
import type { Page } from '../surveys/page.js';
import { filled, phrasesIn } from '../surveys/phrases.js';
import { drawPhrasesIn } from './draw-phrases.js';
import type { DrawRecord } from './draw-record.js';
import type { PrizeDraw } from './prize-draws.queries.js';
import { PrizeDrawsService } from './prize-draws.service.js';
import { type Entered, PrizeEntriesService } from './prize-entries.service.js';
import { type EntryForm, entryForm, entryNotice, type PrizeWords, recordContent } from './prize-page.js';

export interface PrizePage extends Page {
  status: number;
}

/** What a form to enter brought. */
export interface Wanted {
  email: string;
  isAgreed: boolean;
}

/** What people meet of prize draws: on the page that thanks, and at the link of the draw. */
@Injectable()
export class PrizePagesService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly draws: PrizeDrawsService,
    private readonly entries: PrizeEntriesService,
    private readonly waves: WavesService,
    private readonly links: LinksService,
    private readonly pages: ResponsePagesService,
    private readonly slot: ThanksSlot,
  ) {}

  onModuleInit(): void {
    this.slot.fill(async (wave, { isEmbedded }, language) => {
      if (!wave.hasIncentive) return null;
      const draw = await this.draws.get(wave.id);
      // A number by chance: nothing of it leads to who answered, or to the answer.
      const ticket = this.links.ticket(wave.id, randomUUID());
      return entryForm(this.formOf(draw, ticket, { isEmbedded }), wordsIn([language]), 2);
    });
  }

  /** The page of a draw, or the form of a ticket; null when there is none. Changes nothing. */
  show(link: Link, tags: string[]): Promise<PrizePage | null> {
    const work = () =>
      this.of(link, async (wave, draw) => {
        if (link.kind === 'draw') {
          const fileUrl = `/d/${this.links.tokenOf(link)}/record.json`;
          return this.page(
            wave,
            draw,
            tags,
            200,
            recordContent(await this.draws.published(draw), fileUrl, wordsIn(tags)),
          );
        }
        const form = this.formOf(draw, this.links.tokenOf(link), {});
        return this.page(wave, draw, tags, 200, entryForm(form, wordsIn(tags), 1));
      });
    return this.database.inTenant(link.tenantId, work, { readOnly: true });
  }

  /** All that everybody may know of a draw; null when there is none. */
  record(link: Link): Promise<DrawRecord | null> {
    const work = () => this.of(link, (_wave, draw) => this.draws.published(draw));
    return this.database.inTenant(link.tenantId, work, { readOnly: true });
  }

  /** Enters by a ticket; null when there is nothing to enter. */
  enter(link: Link, { email, isAgreed }: Wanted, tags: string[]): Promise<PrizePage | null> {
    return this.database.inTenant(link.tenantId, () =>
      this.of(link, async (wave, draw) => {
        const entered: Entered = isAgreed
          ? await this.entries.enter(wave.id, link.subject, email)
          : { outcome: 'invalid' };
        if (entered.outcome !== 'invalid') return this.told(wave, draw, tags, entered);
        const words = wordsIn(tags);
        const said = { email, fault: words.own.invalid };
        const form = entryForm(this.formOf(draw, this.links.tokenOf(link), said), words, 1);
        return this.page(wave, draw, tags, 400, form);
      }),
    );
  }

  private told(wave: WaveRecord, draw: PrizeDraw, tags: string[], entered: Entered): Promise<PrizePage> {
    const words = wordsIn(tags);
    const { phrases, own } = words;
    const recordUrl = `/d/${this.links.draw(wave.id)}`;
    if (entered.outcome !== 'entered') {
      const notice = entryNotice(own[entered.outcome], [], recordUrl, words);
      return this.page(wave, draw, tags, entered.outcome === 'over' ? 410 : 409, notice);
    }
    const receipt = filled(own.receipt, { digest: entered.digest, code: entered.code });
    return this.page(wave, draw, tags, 200, entryNotice(phrases.prizeEntered, [receipt], recordUrl, words));
  }

  private async of<T>(
    { waveId }: Link,
    make: (wave: WaveRecord, draw: PrizeDraw) => Promise<T>,
  ): Promise<T | null> {
    const [wave, draw] = [await this.waves.find(waveId), await this.draws.find(waveId)];
    return wave && draw ? make(wave, draw) : null;
  }

  private async page(
    wave: WaveRecord,
    { prize }: PrizeDraw,
    tags: string[],
    status: number,
    content: string,
  ): Promise<PrizePage> {
    const { phrases, tag, dir } = phrasesIn(tags);
    const title = filled(phrases.prizeTitle, { prize });
    return { status, ...(await this.pages.page(wave, { tag, dir, title }, content)) };
  }

  private formOf(
    { waveId, prize, commitment }: PrizeDraw,
    ticket: string,
    said: Partial<EntryForm>,
  ): EntryForm {
    const links = { action: `/d/${ticket}`, recordUrl: `/d/${this.links.draw(waveId)}` };
    return { prize, commitment, ...links, fault: null, email: '', isEmbedded: false, ...said };
  }
}

function wordsIn(tags: string[]): PrizeWords {
  return { phrases: phrasesIn(tags).phrases, own: drawPhrasesIn(tags) };
}
