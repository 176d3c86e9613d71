import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { currentTransaction } from '../platform/database/tenant-transaction.js';
import { Events } from '../platform/events/events.js';
import { assertVersion } from '../platform/http/if-match.js';
import { Remembered } from '../platform/remembered.js';
import { colourFault, HEED_COLOUR, textColourOn } from './brand-colour.js';
import { ColourRefused, LogoNotFound, LogoRefused } from './brand.errors.js';
import { BrandChanged } from './brand.events.js';
import { BrandQueries, type BrandRecord, type Logo } from './brand.queries.js';
import { logoFault, readImage } from './logo-image.js';

/** How a tenant looks to those it asks. */
export interface Brand {
  /** As `#rrggbb`. */
  colour: string;
  /** Black or white, whichever reads better on the colour. */
  textColour: string;
  /** Path of the logo; of another logo it is another one. */
  logoUrl: string | null;
}

export type BrandState = Brand & Pick<BrandRecord, 'version'> & { changedAt: Date | null };

/** How long a brand is believed, in milliseconds: every page and mail asks for it. */
const BELIEVED_MS = 5_000;
const REMEMBERED_BRANDS = 10_000;

@Injectable()
export class BrandService {
  private readonly believed = new Remembered<Brand>(BELIEVED_MS, REMEMBERED_BRANDS);

  constructor(
    private readonly queries: BrandQueries,
    private readonly database: Database,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** The open tenant's; Heed's own colour where it has chosen none. */
  async current(): Promise<Brand> {
    const { tenantId } = currentTransaction();
    const known = this.believed.get(tenantId);
    if (known) return known;
    const { colour, textColour, logoUrl } = await this.get();
    const brand = { colour, textColour, logoUrl };
    this.believed.set(tenantId, brand);
    return brand;
  }

  async get(): Promise<BrandState> {
    return stateOf(await this.queries.find());
  }

  async logo(): Promise<Logo> {
    const logo = await this.queries.logo();
    if (!logo) throw new LogoNotFound();
    return logo;
  }

  async setColour(colour: string, version: number | undefined): Promise<BrandState> {
    const fault = colourFault(colour);
    if (fault) throw new ColourRefused(fault);
    assertVersion('brand', { version: await this.queries.lock() }, version);
    return this.told(await this.queries.setColour(colour.toLowerCase(), this.clock.now()));
  }

  async setLogo(bytes: Buffer): Promise<BrandState> {
    const fault = logoFault(bytes);
    if (fault) throw new LogoRefused(fault);
    const logo = { bytes, type: readImage(bytes)!.type };
    return this.told(await this.queries.setLogo(logo, HEED_COLOUR, this.clock.now()));
  }

  async removeLogo(): Promise<void> {
    await this.logo();
    this.told(await this.queries.setLogo(null, HEED_COLOUR, this.clock.now()));
  }

  private told(brand: BrandRecord): BrandState {
    this.events.record(new BrandChanged(currentTransaction().tenantId));
    this.database.afterCommit(() => this.believed.clear());
    return stateOf(brand);
  }
}

function stateOf(brand: BrandRecord | null): BrandState {
  const { colour, logoDigest, changedAt, version } = brand ?? UNBRANDED;
  const logoUrl = logoDigest ? `/brand/${currentTransaction().tenantId}/logo?v=${logoDigest}` : null;
  return { colour, textColour: textColourOn(colour), logoUrl, changedAt, version };
}

const UNBRANDED = { colour: HEED_COLOUR, logoDigest: null, changedAt: null, version: 0 };
