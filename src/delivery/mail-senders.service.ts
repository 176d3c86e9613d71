import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../config.js';
import { Clock } from '../platform/clock.js';
import { CONFIG } from '../platform/config.module.js';
import { currentTransaction } from '../platform/database/tenant-transaction.js';
import { Events } from '../platform/events/events.js';
import { assertVersion } from '../platform/http/if-match.js';
import { Secrets } from '../platform/secrets.js';
import { TenantsService } from '../tenants/tenants.service.js';
import { MailSenderNotFound, MailSenderRefused } from './delivery.errors.js';
import { MailSenderChanged, MailSenderFailed, MailSenderRecovered } from './delivery.events.js';
import { type MailSenderRecord, MailSenderQueries, type MailTrouble } from './mail-sender.queries.js';
import { restsUntil } from './mail-retry.js';
import { domainOf } from './pace.js';
import { smtpUrlFault } from './smtp-url.js';

/** Mails a minute to one domain where the tenant says nothing else; large providers take this from strangers. */
export const DEFAULT_PER_MINUTE_AND_DOMAIN = 600;

const MAX_ERROR_CHARS = 500;

/** Who mail comes from and by which server it is sent. */
export interface SenderInUse {
  fromName: string;
  fromAddress: string;
  replyTo: string | null;
  smtpUrl: string;
  /** Whether the server is the tenant's choice, and so must not be within the installation's network. */
  isOwnServer: boolean;
  perMinuteAndDomain: number;
}

export interface SenderTerms {
  fromName: string;
  fromAddress: string;
  replyTo: string | null;
  /** What is left out stays what it is; null for the installation's server. */
  smtpUrl?: string | null;
  perMinuteAndDomain: number;
}

export interface SenderState {
  own: MailSenderRecord | null;
  /** The tenant's own server without its password. */
  server: string | null;
  inUse: SenderInUse | null;
  trouble: MailTrouble | null;
}

@Injectable()
export class MailSendersService {
  constructor(
    private readonly queries: MailSenderQueries,
    private readonly tenants: TenantsService,
    private readonly events: Events,
    private readonly clock: Clock,
    private readonly secrets: Secrets,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async get(): Promise<SenderState> {
    const own = await this.queries.find();
    const url = own?.smtpUrl ? this.opened(own.smtpUrl) : null;
    return {
      own,
      server: url && withoutPassword(url),
      inUse: await this.inUse(own),
      trouble: await this.queries.trouble(),
    };
  }

  /** Null when nothing can be sent: there is neither a server of the tenant's nor one of the installation's. */
  async current(): Promise<SenderInUse | null> {
    return this.inUse(await this.queries.find());
  }

  async set(terms: SenderTerms, version: number | undefined): Promise<SenderState> {
    const present = await this.queries.lock();
    assertVersion('mail_sender', { version: present?.version ?? 0 }, version);
    const smtpUrl = this.sealed(terms.smtpUrl, present);
    if (!smtpUrl) this.assertInstallationAddress(terms.fromAddress);
    await this.queries.save({ ...terms, smtpUrl, changedAt: this.clock.now() });
    await this.changed();
    return this.get();
  }

  async remove(): Promise<void> {
    if (!(await this.queries.delete())) throw new MailSenderNotFound();
    await this.changed();
  }

  /** Until when nothing is tried, because nothing could be sent; null when there is no such trouble. */
  async restsUntil(): Promise<Date | null> {
    return (await this.queries.trouble())?.restsUntil ?? null;
  }

  /** Notes that nothing can be sent, and tells those who want to know the first time. */
  async noteTrouble(code: string, error: string): Promise<void> {
    const now = this.clock.now();
    const known = await this.queries.trouble();
    const failures = (known?.failures ?? 0) + 1;
    await this.queries.saveTrouble({
      since: known?.since ?? now,
      restsUntil: restsUntil(failures, now),
      ...{ failures, code, error: error.slice(0, MAX_ERROR_CHARS) },
    });
    if (!known) this.events.record(new MailSenderFailed(currentTransaction().tenantId, code));
  }

  async noteRecovery(): Promise<void> {
    if (await this.queries.endTrouble()) {
      this.events.record(new MailSenderRecovered(currentTransaction().tenantId));
    }
  }

  /** Other terms are tried at once. */
  private async changed(): Promise<void> {
    await this.queries.endTrouble();
    this.events.record(new MailSenderChanged(currentTransaction().tenantId));
  }

  private async inUse(own: MailSenderRecord | null): Promise<SenderInUse | null> {
    const { smtpUrl: installation, mailFrom } = this.config;
    const smtpUrl = own?.smtpUrl ? this.opened(own.smtpUrl) : installation;
    if (!smtpUrl) return null;
    const { name } = await this.tenants.current();
    return {
      fromName: own?.fromName ?? name,
      fromAddress: own?.fromAddress ?? mailFrom!,
      replyTo: own?.replyTo ?? null,
      smtpUrl,
      isOwnServer: Boolean(own?.smtpUrl),
      perMinuteAndDomain: own?.perMinuteAndDomain ?? DEFAULT_PER_MINUTE_AND_DOMAIN,
    };
  }

  /** Others send through the same server: nobody may write in their names. */
  private assertInstallationAddress(address: string): void {
    const { smtpUrl, mailFrom } = this.config;
    if (!smtpUrl)
      throw new MailSenderRefused('smtpUrl', 'must be given: this installation has no mail server');
    const domain = domainOf(mailFrom!);
    if (domainOf(address) !== domain) {
      const detail = `must end in @${domain}, the installation's own domain, unless smtpUrl names a server of yours`;
      throw new MailSenderRefused('fromAddress', detail);
    }
  }

  private sealed(smtpUrl: string | null | undefined, present: MailSenderRecord | null): Buffer | null {
    if (smtpUrl === undefined) return present?.smtpUrl ?? null;
    if (smtpUrl === null) return null;
    const fault = smtpUrlFault(smtpUrl);
    if (fault) throw new MailSenderRefused('smtpUrl', fault);
    return this.secrets.seal(smtpUrl, place());
  }

  private opened(sealed: Buffer): string {
    return this.secrets.open(sealed, place());
  }
}

function place(): string {
  return `mail_sender/${currentTransaction().tenantId}`;
}

function withoutPassword(url: string): string {
  const shown = new URL(url);
  shown.password = '';
  return shown.href;
}
