import { randomBytes } from 'node:crypto';
import { Column, Entity } from 'typeorm';
import { TenantRow } from '../platform/database/tenant-row.js';
import { hashSecret, SECRET_BYTES, secretOf } from './api-key-token.js';
import { ApiKeyAlreadyRevoked } from './tenants.errors.js';

/** What an integration, or a member's script, proves itself with. */
@Entity('api_key')
export class ApiKey extends TenantRow {
  @Column('text')
  name: string;

  /** The member it acts as; their role then limits it too. */
  @Column('uuid', { nullable: true })
  memberId: string | null;

  @Column('text', { array: true })
  scopes: string[];

  @Column('bytea', { select: false })
  secretHash: Buffer;

  @Column('timestamptz', { nullable: true })
  expiresAt: Date | null;

  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null;

  /** To the minute. */
  @Column('timestamptz', { nullable: true })
  lastUsedAt: Date | null;

  @Column('timestamptz')
  createdAt: Date;

  /** A key and its secret, which is known only here and now. */
  static issue(fields: Pick<ApiKey, 'id' | 'name' | 'memberId' | 'scopes' | 'expiresAt' | 'createdAt'>): {
    key: ApiKey;
    secret: string;
  } {
    const secret = secretOf(randomBytes(SECRET_BYTES));
    const key = Object.assign(new ApiKey(), fields, {
      secretHash: hashSecret(secret),
      revokedAt: null,
      lastUsedAt: null,
    });
    return { key, secret };
  }

  revoke(now: Date): void {
    if (this.revokedAt) throw new ApiKeyAlreadyRevoked(this.id);
    this.revokedAt = now;
  }
}
