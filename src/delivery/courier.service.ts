import { setImmediate as turn } from 'node:timers/promises';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { WaveRecord } from '../campaigns/waves.service.js';
import type { Config } from '../config.js';
import { Clock } from '../platform/clock.js';
import { CONFIG } from '../platform/config.module.js';
import { type Lot, MailLots, type ReadyMail } from './mail-lots.service.js';
import { type MailMessage, MailMessages } from './mail-messages.service.js';
import type { Reminding } from './reminder.js';
import { type Settlement, settlementOf, unsent } from './settlement.js';
import { LineTrouble } from './smtp-line.service.js';
import { SmtpLines } from './smtp-lines.service.js';
import { outcomeOf, type SmtpReply } from './smtp-outcome.js';

/** A mail that is begun this close to the end of its hold might be somebody else's before it is handed over. */
const HOLD_MARGIN_MS = 10_000;

/** Carries mails to the mail server, one at a time. */
export class Courier {
  private readonly logger = new Logger('Courier');
  /** How the last mail ended: noted together with the hand-over of the next, or when there is none. */
  private last: Settlement | null = null;
  private isStopping = false;

  constructor(
    private readonly lots: MailLots,
    private readonly messages: MailMessages,
    private readonly lines: SmtpLines,
    private readonly clock: Clock,
  ) {}

  /** Sends the next lot of a tenant's mails; false when nothing was due. */
  async serve(tenantId: string): Promise<boolean> {
    const lot = await this.lots.claim(tenantId);
    if (!lot) return false;
    let done = 0;
    try {
      let message = await this.compose(lot, lot.mails[0]);
      while (message && this.mayGoOn(lot)) {
        const sending = this.send(lot, lot.mails[done]!, message);
        const next = turn().then(() => this.compose(lot, lot.mails[done + 1])); // while others are busy with this one
        await Promise.allSettled([sending, next]);
        await sending;
        done++;
        message = await next;
      }
      if (done > 0 && lot.wasTroubled) await this.lots.noteRecovery(lot);
    } catch (error) {
      if (!(error instanceof LineTrouble)) throw error;
      const { code, text } = error.reply;
      this.logger.warn({ tenantId, message: `Mail cannot be sent: ${text}` });
      await this.lots.noteTrouble(lot, code ? String(code) : 'unreachable', text);
    } finally {
      await this.settleLast(lot);
      await this.lots.release(lot, lot.mails.slice(done));
    }
    return true;
  }

  /** Ends after the mail under way. */
  stop(): void {
    this.isStopping = true;
  }

  /** Lets go of the mail servers, until there is something to send again. */
  rest(): void {
    this.lines.close();
  }

  private mayGoOn({ heldUntil }: Lot): boolean {
    return !this.isStopping && this.clock.now().getTime() < heldUntil.getTime() - HOLD_MARGIN_MS;
  }

  private async compose(lot: Lot, mail: ReadyMail | undefined): Promise<MailMessage | undefined> {
    return mail && this.messages.compose(lot, mail);
  }

  private async send(lot: Lot, mail: ReadyMail, message: MailMessage): Promise<void> {
    let { heldUntil } = lot;
    const handOver = async () => {
      const { isAllowed, until } = await this.lots.handOver(lot, mail, this.last);
      this.last = null;
      heldUntil = until;
      return isAllowed;
    };
    try {
      const reply = await this.lines.send(lot.sender, message, handOver);
      if (reply) await this.note(lot, mail, reply, heldUntil);
    } catch (error) {
      const isNoted = heldUntil !== lot.heldUntil;
      if (isNoted && error instanceof LineTrouble)
        this.last = unsent({ ...mail, waveId: lot.wave.id, heldUntil }, error.reply, this.clock.now());
      throw error;
    }
  }

  private async note(lot: Lot, mail: ReadyMail, reply: SmtpReply, heldUntil: Date): Promise<void> {
    const outcome = outcomeOf(reply);
    if (outcome === 'sender_trouble') throw new LineTrouble(reply);
    await this.settleLast(lot);
    const sent = { ...mail, waveId: lot.wave.id, heldUntil };
    const settlement = settlementOf(outcome, sent, remindingOf(lot.wave), reply, this.clock.now());
    if (outcome === 'hard_bounce') await this.lots.settleHardBounce(lot, mail, settlement);
    else this.last = settlement;
  }

  private async settleLast(lot: Lot): Promise<void> {
    if (!this.last) return;
    await this.lots.settle(lot, this.last);
    this.last = null;
  }
}

function remindingOf({ schedule, sendingHours, timeZone, closesAt }: WaveRecord): Reminding {
  return { remindAfterDays: schedule.remindAfterDays ?? [], sendingHours, timeZone, closesAt };
}

/** Makes couriers, each with lines of its own. */
@Injectable()
export class Couriers {
  constructor(
    private readonly lots: MailLots,
    private readonly messages: MailMessages,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  make(): Courier {
    return new Courier(this.lots, this.messages, new SmtpLines(this.config), this.clock);
  }
}
