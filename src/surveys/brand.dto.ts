import { Matches } from 'class-validator';
import type { BrandState } from './brand.service.js';

export class SetBrand {
  /** Of buttons and lines, as `#rrggbb`: with a contrast of at least 3:1 to a white page. */
  @Matches(/^#[0-9a-fA-F]{6}$/, { message: 'must be a colour such as #1f5fbf' })
  colour: string;
}

export class BrandView {
  /** As `#rrggbb`; Heed's own until one is chosen. */
  colour: string;
  /** Of text on the colour: black or white, whichever reads better. */
  textColour: string;
  /** Where everybody can fetch the logo. */
  logoUrl: string | null;
  changedAt: Date | null;
  version: number;
}

export function viewBrand(
  { colour, textColour, logoUrl, changedAt, version }: BrandState,
  publicUrl: string,
): BrandView {
  return { colour, textColour, logoUrl: logoUrl && publicUrl + logoUrl, changedAt, version };
}
