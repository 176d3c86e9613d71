import { Injectable } from '@nestjs/common';
import { BallotKeysService } from '../campaigns/ballot-keys.service.js';
import { ballotOf } from '../campaigns/ballot.js';
import { LinksService } from '../campaigns/links.service.js';
import { SuppressionsService } from '../campaigns/suppressions.service.js';
import { type WaveRecord, WavesService } from '../campaigns/waves.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { BrandService } from '../surveys/brand.service.js';
import { SurveysService } from '../surveys/surveys.service.js';
import { TenantsService } from '../tenants/tenants.service.js';
import { type DueRow, DueMailsQueries } from './due-mails.queries.js';
import { type MailContent, type Recipient, writerOf } from './mail-content.js';
import type { MailBrand } from './mail-html.js';
import type { MailLinks } from './mail-links.js';
import { MailSendersService, type SenderInUse } from './mail-senders.service.js';
import { domainOf, paced } from './pace.js';
import type { Settlement } from './settlement.js';
import { SILENCE_TIMEOUT_MS } from './smtp-line.service.js';

/** Most mails one sender takes at once: the others' turn comes after them. */
const LOT = 100;
/** How long they are its own; longer than such a lot takes. */
const HOLD_MS = 120_000;
/** How long one being handed over is not given up: longer than a mail server may be silent. */
const HAND_OVER_HOLD_MS = SILENCE_TIMEOUT_MS + 60_000;

/** One mail that is to be sent now. */
export interface ReadyMail extends DueRow {
  email: string;
  links: MailLinks;
  /** By which what comes back is known. */
  bounceToken: string;
}

/** Mails of one wave that one sender has taken to send. */
export interface Lot {
  tenantId: string;
  wave: WaveRecord;
  /** Says what its mails say. */
  write: (recipient: Recipient, step: number) => MailContent;
  sender: SenderInUse;
  brand: MailBrand;
  heldUntil: Date;
  /** Whether nothing could be sent the last time. */
  wasTroubled: boolean;
  mails: ReadyMail[];
}

/** An address with these would be two, or a header of its own. */
const SOUND_ADDRESS = /^[^\s<>,;:"()\p{Cc}]+@[^\s<>,;:"()@\p{Cc}]+$/u;

/** Takes mails that are due, and notes how they end. Each method is a transaction of its own. */
@Injectable()
export class MailLots {
  private turn = 0;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly queries: DueMailsQueries,
    private readonly senders: MailSendersService,
    private readonly waves: WavesService,
    private readonly surveys: SurveysService,
    private readonly tenants: TenantsService,
    private readonly brands: BrandService,
    private readonly links: LinksService,
    private readonly ballotKeys: BallotKeysService,
    private readonly suppressions: SuppressionsService,
  ) {}

  /** The next mails of a tenant, of one of its waves; null when nothing is due or nothing can be sent. */
  claim(tenantId: string): Promise<Lot | null> {
    return this.database.inTenant(tenantId, async () => {
      const now = this.clock.now();
      const waveIds = await this.queries.waves(now);
      if (waveIds.length === 0) return null;
      const rest = await this.senders.restsUntil();
      const sender = await this.senders.current();
      if (!sender || (rest && rest > now)) return null;
      // One after the other, so that a wave of millions does not keep a small one waiting.
      const wave = await this.waves.get(waveIds[this.turn++ % waveIds.length]!);
      const mails = await this.take(wave, sender.perMinuteAndDomain, now);
      const lot = await this.lotOf(tenantId, wave, sender, mails);
      return { ...lot, heldUntil: heldFrom(now), wasTroubled: rest !== null };
    });
  }

  /** Notes that a mail is being handed over, and how the one before ended; false when it must not be sent any more. */
  async handOver(
    { tenantId, wave, heldUntil }: Lot,
    { contactId }: ReadyMail,
    last: Settlement | null,
  ): Promise<{ isAllowed: boolean; until: Date }> {
    const now = this.clock.now();
    const until = new Date(now.getTime() + HAND_OVER_HOLD_MS);
    const mail = { waveId: wave.id, contactId, heldUntil };
    const { answer } = await this.database.inTenant(tenantId, () => {
      const answer = this.queries.handOver(last, mail, until, now);
      answer.catch(() => undefined); // met below
      return Promise.resolve({ answer }); // the commit travels with it: one wait for the database, not two
    });
    return { isAllowed: await answer, until };
  }

  async settle({ tenantId }: Lot, settlement: Settlement): Promise<void> {
    await this.database.inTenant(tenantId, () => this.queries.settle(settlement));
  }

  /** An address that does not exist is not written to again, by whatever campaign. */
  async settleHardBounce({ tenantId }: Lot, { email }: ReadyMail, settlement: Settlement): Promise<void> {
    await this.database.inTenant(tenantId, async () => {
      await this.queries.settle(settlement);
      await this.suppressions.add([email], 'hard_bounce');
    });
  }

  async release({ tenantId, wave, heldUntil }: Lot, mails: ReadyMail[]): Promise<void> {
    if (mails.length === 0) return;
    const contactIds = mails.map(({ contactId }) => contactId);
    await this.database.inTenant(tenantId, () => this.queries.release(wave.id, contactIds, heldUntil));
  }

  async noteTrouble({ tenantId }: Lot, code: string, error: string): Promise<void> {
    await this.database.inTenant(tenantId, () => this.senders.noteTrouble(code, error));
  }

  async noteRecovery({ tenantId }: Lot): Promise<void> {
    await this.database.inTenant(tenantId, () => this.senders.noteRecovery());
  }

  /** Claims what may be sent in this minute; the rest is put off, or left out. */
  private async take(
    wave: WaveRecord,
    perMinute: number,
    now: Date,
  ): Promise<(DueRow & { email: string })[]> {
    await this.queries.lockClaims();
    const rows = await this.queries.due(wave.id, now, LOT);
    const reachable = rows.filter(isReachable);
    const leftOut = rows.filter((row) => !isReachable(row));
    if (leftOut.length > 0) await this.queries.leaveOut(wave.id, idsOf(leftOut));
    if (reachable.length === 0) return [];
    const due = reachable.map((row) => ({ ...row, domain: domainOf(row.email) }));
    const bookings = await this.queries.bookings([...new Set(due.map(({ domain }) => domain))]);
    const times = paced(due, bookings, perMinute, now);
    const present = times.flatMap(({ mail, at }) => (at <= now ? mail : []));
    const later = times.filter(({ at }) => at > now);
    await this.queries.saveBookings(bookings);
    if (later.length > 0)
      await this.queries.book(
        wave.id,
        later.map(({ mail, at }) => ({ contactId: mail.contactId, at })),
      );
    if (present.length > 0) await this.queries.claim(wave.id, idsOf(present), heldFrom(now));
    return present;
  }

  private async lotOf(
    tenantId: string,
    wave: WaveRecord,
    sender: SenderInUse,
    rows: (DueRow & { email: string })[],
  ): Promise<Omit<Lot, 'heldUntil' | 'wasTroubled'>> {
    const survey = await this.surveys.asked(wave.surveyId, wave.surveyVersion);
    const { name: company } = await this.tenants.current();
    const { logoUrl, colour, textColour } = await this.brands.current();
    const { isAnonymous, minimumGroup, closesAt, timeZone } = wave;
    const asked = { mail: wave.mail!, definition: survey!.definition, company };
    const ballotKey = isAnonymous ? await this.ballotKeys.of(wave.id) : null;
    return {
      ...{ tenantId, wave, sender },
      write: writerOf({ ...asked, isAnonymous, minimumGroup, closesAt, timeZone }),
      brand: { colour, textColour, logo: logoUrl && this.links.urlOf(logoUrl) },
      mails: rows.map((row) => ({
        ...row,
        links: this.linksOf(wave, row, ballotKey),
        bounceToken: this.links.bounce(wave.id, row.contactId),
      })),
    };
  }

  private linksOf(wave: WaveRecord, { contactId, language }: DueRow, ballotKey: Buffer | null): MailLinks {
    const unsubscribe = this.links.urlOf(`/u/${this.links.unsubscribe(wave.id, contactId)}`);
    if (!wave.isAnonymous) {
      return { answer: this.links.urlOf(`/r/${this.links.personal(wave.id, contactId)}`), unsubscribe };
    }
    // The page cannot look up whose ballot it is, nor what language they read.
    const ballot = this.links.ballot(wave.id, ballotOf(ballotKey!, contactId));
    const query = language ? `?lang=${encodeURIComponent(language)}` : '';
    return { answer: this.links.urlOf(`/r/${ballot}${query}`), unsubscribe };
  }
}

function heldFrom(now: Date): Date {
  return new Date(now.getTime() + HOLD_MS);
}

function isReachable(row: DueRow): row is DueRow & { email: string } {
  return row.email !== null && SOUND_ADDRESS.test(row.email) && !row.isSuppressed;
}

function idsOf(rows: { contactId: string }[]): string[] {
  return rows.map(({ contactId }) => contactId);
}
