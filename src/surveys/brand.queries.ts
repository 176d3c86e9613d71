import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';

export interface BrandRecord {
  colour: string;
  logoType: string | null;
  /** Says which logo it is, without the bytes of it. */
  logoDigest: string | null;
  changedAt: Date;
  version: number;
}

export interface Logo {
  bytes: Buffer;
  type: string;
  digest: string;
}

const DIGEST = `encode(substring(sha256(logo) for 12), 'hex')`;

const COLUMNS = `
  colour, logo_type as "logoType", ${DIGEST} as "logoDigest", changed_at as "changedAt", version`;

/** SQL for the brand of a tenant, which has at most one. */
@Injectable()
export class BrandQueries {
  constructor(private readonly database: Database) {}

  async find(): Promise<BrandRecord | null> {
    const [brand] = await this.database.query<BrandRecord>(
      `select ${COLUMNS} from brand where tenant_id = $1`,
    );
    return brand ?? null;
  }

  async logo(): Promise<Logo | null> {
    const [logo] = await this.database.query<Logo>(
      `select logo as bytes, logo_type as type, ${DIGEST} as digest
         from brand where tenant_id = $1 and logo is not null`,
    );
    return logo ?? null;
  }

  /** Keeps others from changing it until the transaction ends. Returns its version; 0 when there is none yet. */
  async lock(): Promise<number> {
    const [brand] = await this.database.query<{ version: number }>(
      'select version from brand where tenant_id = $1 for update',
    );
    return brand?.version ?? 0;
  }

  async setColour(colour: string, now: Date): Promise<BrandRecord> {
    const [brand] = await this.database.query<BrandRecord>(
      `insert into brand (tenant_id, colour, changed_at, version) values ($1, $2, $3, 1)
       on conflict (tenant_id) do update
          set colour = excluded.colour, changed_at = excluded.changed_at, version = brand.version + 1
       returning ${COLUMNS}`,
      [colour, now],
    );
    return brand!;
  }

  /** The colour is for a tenant that has chosen none yet. */
  async setLogo(
    logo: { bytes: Buffer; type: string } | null,
    colour: string,
    now: Date,
  ): Promise<BrandRecord> {
    const [brand] = await this.database.query<BrandRecord>(
      `insert into brand (tenant_id, colour, logo, logo_type, changed_at, version) values ($1, $2, $3, $4, $5, 1)
       on conflict (tenant_id) do update
          set logo = excluded.logo, logo_type = excluded.logo_type, changed_at = excluded.changed_at,
              version = brand.version + 1
       returning ${COLUMNS}`,
      [colour, logo?.bytes ?? null, logo?.type ?? null, now],
    );
    return brand!;
  }
}
