import { Inject, Injectable } from '@nestjs/common';
import type { Link } from '../campaigns/link.js';
import { LinksService } from '../campaigns/links.service.js';
import { SuppressionsService } from '../campaigns/suppressions.service.js';
import type { Config } from '../config.js';
import { Clock } from '../platform/clock.js';
import { CONFIG } from '../platform/config.module.js';
import { Database } from '../platform/database/database.js';
import { RateLimited } from '../platform/errors.js';
import { Rate } from '../platform/http/rate.js';
import { BrandService } from '../surveys/brand.service.js';
import { HEED_COLOUR, textColourOn } from '../surveys/brand-colour.js';
import { phrasesIn } from '../surveys/phrases.js';
import { TenantsService } from '../tenants/tenants.service.js';
import { BouncesQueries, type Mailed } from './bounces.queries.js';
import type { UnsubscribePage, UnsubscribeStep } from './unsubscribe-page.js';

/** What one person's link may be asked for in a minute: each time, launches of their tenant wait a moment. */
const REQUESTS_PER_LINK = 60;
const REMEMBERED_CALLERS = 100_000;

const NOBODYS = {
  ...{ company: 'Heed', email: '' },
  brand: { colour: HEED_COLOUR, textColour: textColourOn(HEED_COLOUR), logoUrl: null },
};

/** Lets people say that they do not want to be asked any more, and take it back. */
@Injectable()
export class Unsubscribing {
  private readonly perLink = new Rate(REQUESTS_PER_LINK, REMEMBERED_CALLERS);

  constructor(
    private readonly database: Database,
    private readonly links: LinksService,
    private readonly queries: BouncesQueries,
    private readonly suppressions: SuppressionsService,
    private readonly tenants: TenantsService,
    private readonly brands: BrandService,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Pick<Config, 'rateLimitPerMinute'>,
  ) {}

  /** Asks whether it is meant: machines follow links, too, so a look changes nothing. */
  show(token: string, languages: string[]): Promise<UnsubscribePage> {
    return this.page(token, languages, async ({ email }) =>
      email && (await this.isUnsubscribed(email)) ? 'unsubscribed' : 'asking',
    );
  }

  /** Whoever is not known any more is not written to anyway. */
  unsubscribe(token: string, languages: string[]): Promise<UnsubscribePage> {
    return this.page(token, languages, async ({ email }) => {
      if (email) await this.suppressions.add([email], 'unsubscribed');
      return 'unsubscribed';
    });
  }

  /** Takes back only what the person did: an address that does not exist stays on the list. */
  askAgain(token: string, languages: string[]): Promise<UnsubscribePage> {
    return this.page(token, languages, async ({ email }) => {
      if (email && (await this.isUnsubscribed(email))) await this.suppressions.remove(email);
      return 'asked_again';
    });
  }

  private async page(
    token: string,
    languages: string[],
    act: (mailed: Mailed) => Promise<UnsubscribeStep>,
  ): Promise<UnsubscribePage> {
    const link = this.links.read(token);
    if (link?.kind !== 'unsubscribe') return { step: 'unknown', ...phrasesIn(languages), ...NOBODYS };
    if (this.isTooMuch(token)) throw new RateLimited(`More than ${REQUESTS_PER_LINK} requests a minute.`);
    return this.database.inTenant(link.tenantId, () => this.ownPage(link, languages, act));
  }

  private async ownPage(
    { waveId, subject }: Link,
    languages: string[],
    act: (mailed: Mailed) => Promise<UnsubscribeStep>,
  ): Promise<UnsubscribePage> {
    const mailed = await this.queries.mailed(waveId, subject);
    const step = await act(mailed ?? { waveId, contactId: subject, email: null, language: null });
    const { name: company } = await this.tenants.current();
    const wishes = mailed?.language ? [mailed.language, ...languages] : languages;
    const email = mailed?.email ?? '–';
    return { step, ...phrasesIn(wishes), company, email, brand: await this.brands.current() };
  }

  private isTooMuch(token: string): boolean {
    if (this.config.rateLimitPerMinute === 0) return false;
    return !this.perLink.takes(token, this.clock.now().getTime());
  }

  private async isUnsubscribed(email: string): Promise<boolean> {
    return (await this.suppressions.find(email))?.reason === 'unsubscribed';
  }
}
